import type { Future, OverflowPolicy, Pid, Runtime } from '@quorate/process';

/** An actor, from its spawn to its end, and what is known of it from outside. */
export interface ActorRecord {
  /** Unique in a run. */
  readonly name: string;
  readonly runtime: Runtime;
  pid: Pid | undefined;
  /** How many calls may wait for it; undefined for any number. */
  readonly limit: number | undefined;
  /** What becomes of those that it does not hold. */
  readonly overflow: OverflowPolicy;
  readonly isSerialized: boolean;
  /** An event of it is being served, up to the end of its handler. */
  isServing: boolean;
  /** It was told to end, or its program was. */
  isEnding: boolean;
  hasEnded: boolean;
}

/** A call of an actor, and what has come of it. */
export interface CallRecord {
  readonly id: number;
  readonly from: string;
  readonly to: ActorRecord;
  readonly future: Future<number>;
  served: number;
  /** How often those were told that asked at once, and those that asked later. */
  told: number;
  toldLate: number;
  askedLate: boolean;
}

/** A message to an actor of another runtime. */
export interface NoteRecord {
  readonly id: number;
  readonly from: string;
  /** Counts what interrupts connections: order holds between two such moments. */
  readonly era: number;
}

/** A link from one actor to another. */
export interface LinkRecord {
  readonly from: ActorRecord;
  readonly to: Pid;
  /** Of an actor in the same runtime. */
  readonly target: ActorRecord | undefined;
  isUsedUp: boolean;
}

/** A timer of an actor. */
export interface TimerRecord {
  readonly actor: ActorRecord;
  /** By the clock of its node, in milliseconds. */
  readonly dueMs: number;
  fired: number;
  isCancelled: boolean;
}

/** Sums of times in milliseconds are not exact. */
const CLOCK_TOLERANCE_MS = 0.001;

/** Says what is wrong. */
export type Violate = (invariant: string, text: string) => void;

/**
 * What a runtime of actors promises, held against everything that happens to those of a run. One method for
 * each thing that happens.
 */
export class Ledger {
  readonly #violate: Violate;
  readonly #calls = new Map<number, CallRecord>();
  readonly #links: LinkRecord[] = [];
  readonly #timers: TimerRecord[] = [];
  /** The last call, or message, of each sender that each actor has served. */
  readonly #lastServed = new Map<string, number>();
  readonly #notes = new Map<number, NoteRecord>();
  #made = 0;
  #served = 0;
  #era = 0;

  constructor(violate: Violate) {
    this.#violate = violate;
  }

  /** How many calls and messages were served. */
  get served(): number {
    return this.#served;
  }

  nextId(): number {
    return ++this.#made;
  }

  /** Connections may have been interrupted. */
  interrupt(): void {
    this.#era++;
  }

  // ------------------------------------------------------------------------------------- calls

  called(id: number, from: string, to: ActorRecord, future: Future<number>): CallRecord {
    const marks = { served: 0, told: 0, toldLate: 0, askedLate: false };
    const call: CallRecord = { id, from, to, future, ...marks };
    this.#calls.set(id, call);
    future.onAny((done) => this.#told(call, done));
    // Nobody is left who would complete it: whoever awaits it is told so.
    future.onAbandoned(() => this.#told(call, future));
    return call;
  }

  /** Asks for the outcome of a call once more, when it may be known already. */
  askLate(call: CallRecord): void {
    if (call.askedLate) return;
    call.askedLate = true;
    const told = (): void => {
      if (++call.toldLate > 1) this.#violate('settled-once', `call ${call.id} was told twice late`);
    };
    call.future.onAny(told);
    call.future.onAbandoned(told);
  }

  /** An actor begins to serve a call. */
  serving(actor: ActorRecord, from: string, id: number): void {
    this.#beginServing(actor, `call ${id}`);
    this.#inOrder(actor, `call ${from}`, id);
    const call = this.#calls.get(id);
    if (call && ++call.served > 1) this.#violate('served-once', `call ${id} was served twice`);
  }

  /** The handler has come to its end. */
  servedTo(actor: ActorRecord): void {
    actor.isServing = false;
  }

  /** An actor serves a message of another runtime. */
  noted(actor: ActorRecord, { id, from, era }: NoteRecord): void {
    this.#beginServing(actor, `message ${id}`);
    actor.isServing = false;
    if (this.#notes.has(id)) this.#violate('served-once', `message ${id} was served twice`);
    this.#notes.set(id, { id, from, era });
    this.#inOrder(actor, `message ${from} ${era}`, id);
  }

  /** What a message is to be marked with. */
  get era(): number {
    return this.#era;
  }

  #beginServing(actor: ActorRecord, what: string): void {
    this.#served++;
    if (actor.hasEnded) this.#violate('ended-serves-nothing', `${actor.name} serves ${what}`);
    // An interleaved handler gives way where it waits, and others are served then.
    if (actor.isServing && actor.isSerialized) {
      this.#violate('one-at-a-time', `${actor.name} begins ${what} before it has ended another`);
    }
    actor.isServing = true;
  }

  #inOrder(actor: ActorRecord, channel: string, id: number): void {
    const key = `${actor.name} ${channel}`;
    const last = this.#lastServed.get(key) ?? 0;
    if (id <= last) {
      this.#violate('sender-order', `${actor.name} serves ${channel}: ${id} after ${last}`);
    }
    this.#lastServed.set(key, Math.max(id, last));
  }

  #told(call: CallRecord, done: Future<number>): void {
    const { id, served } = call;
    if (++call.told > 1) this.#violate('settled-once', `call ${id} was told twice`);
    if (done.isReady && (done.value() !== id || served === 0)) {
      this.#violate('answers', `call ${id} was answered with ${done.value()}`);
    }
    const isRefused = done.isFailed && codeOf(done.failure()) === 'MAILBOX_FULL';
    if (isRefused && served > 0) this.#violate('answers', `call ${id} was refused, and served`);
  }

  // ----------------------------------------------------------------------------- links and timers

  linked(from: ActorRecord, to: Pid, target: ActorRecord | undefined): void {
    this.#links.push({ from, to, target, isUsedUp: false });
  }

  isLinked(from: ActorRecord, to: Pid): boolean {
    return this.#links.some((link) => isOpen(link, from, to));
  }

  exited(actor: ActorRecord, pid: Pid): void {
    if (actor.hasEnded) this.#violate('ended-serves-nothing', `${actor.name} hears of ${pid}`);
    const link = this.#links.find((each) => isOpen(each, actor, pid));
    if (!link) this.#violate('exited-once', `${actor.name} hears of the end of ${pid} unasked`);
    else link.isUsedUp = true;
  }

  timer(actor: ActorRecord, dueMs: number): TimerRecord {
    const timer: TimerRecord = { actor, dueMs, fired: 0, isCancelled: false };
    this.#timers.push(timer);
    return timer;
  }

  fired(timer: TimerRecord, nowMs: number): void {
    const { actor, dueMs } = timer;
    const name = `a timer of ${actor.name} for ${dueMs}`;
    if (++timer.fired > 1) this.#violate('timers', `${name} fires twice`);
    if (nowMs < dueMs - CLOCK_TOLERANCE_MS) this.#violate('timers', `${name} fires at ${nowMs}`);
    if (timer.isCancelled) this.#violate('timers', `${name} was cancelled, and fires`);
    if (actor.hasEnded) this.#violate('ended-serves-nothing', `${name} fires after its end`);
  }

  // -------------------------------------------------------------------------------- at the end

  /** A program has ended, with all that was in it: nobody is told of anything any more. */
  forget(runtime: Runtime): void {
    const isKept = ({ runtime: own }: ActorRecord): boolean => own !== runtime;
    for (const { id, to } of [...this.#calls.values()]) if (!isKept(to)) this.#calls.delete(id);
    retain(this.#links, ({ from }) => isKept(from));
    retain(this.#timers, ({ actor }) => isKept(actor));
  }

  /** All has come to rest: whoever asked was told, and nothing is left of those that have ended. */
  atRest(nowMsOf: (runtime: Runtime) => number): void {
    for (const { id, to, told, askedLate, toldLate } of this.#calls.values()) {
      if (told === 0) this.#violate('no-stuck-futures', `call ${id} of ${to.name} is pending`);
      else if (askedLate && toldLate === 0) {
        this.#violate('no-stuck-futures', `who asked late for call ${id} was not told`);
      }
    }
    for (const { from, to, target, isUsedUp } of this.#links) {
      if (isUsedUp || from.hasEnded || target?.hasEnded !== true) continue;
      this.#violate('no-lost-exit', `${from.name} was not told of the end of ${to}`);
    }
    for (const { actor, dueMs, fired, isCancelled } of this.#timers) {
      // A mailbox that is full does not take what a timer has to say either.
      const isOver = isCancelled || fired > 0 || actor.hasEnded || actor.limit !== undefined;
      if (isOver || nowMsOf(actor.runtime) < dueMs) continue;
      this.#violate('timers', `a timer of ${actor.name} for ${dueMs} has not fired`);
    }
  }
}

function isOpen(link: LinkRecord, from: ActorRecord, to: Pid): boolean {
  return link.from === from && !link.isUsedUp && `${link.to}` === `${to}`;
}

function retain<T>(list: T[], isKept: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(isKept));
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}
