import type { OverflowPolicy, Pid } from '@quorate/process';
import type { Tallies } from '../tallies.ts';
import type { NodeContext } from '../world/simulated-node.ts';
import { Actor } from './actor.ts';
import type { BoundedMailboxes } from './checkers/bounded-mailboxes.ts';
import type { ActorRecord, CallRecord, Ledger } from './ledger.ts';
import type { ActorPace } from './runtime-plan.ts';

export interface ActorProgramOptions {
  readonly context: NodeContext;
  readonly pace: ActorPace;
  readonly ledger: Ledger;
  readonly mailboxes: BoundedMailboxes;
  readonly tallies: Tallies;
  /** Actors of other runtimes, as far as anybody knows. */
  readonly others: () => readonly Pid[];
  /** Whether nothing more is to be begun. */
  readonly isQuiet: () => boolean;
}

const OVERFLOWS: readonly OverflowPolicy[] = ['reject', 'drop-newest', 'drop-oldest'];

/** How long a call takes, and a timer. */
const SHORT_MS = [0, 200] as const;

/** One life of a program of actors: they are spawned, called, linked and ended at random. */
export class ActorProgram {
  readonly #options: ActorProgramOptions;
  readonly #actors: Actor[] = [];
  /** Calls that somebody may ask about again, or give up. */
  #recent: CallRecord[] = [];
  #cancels: (() => void)[] = [];
  #spawned = 0;

  constructor(options: ActorProgramOptions) {
    this.#options = options;
  }

  /** Those that can be reached. */
  get pids(): readonly Pid[] {
    return this.#actors.filter(({ record }) => !record.isEnding).map(({ self }) => self);
  }

  /** Works until it is to be quiet. */
  async run(): Promise<void> {
    const { context, pace, mailboxes, isQuiet } = this.#options;
    const { runtime, chance } = context;
    while (!isQuiet()) {
      await runtime.after(chance.between(0, pace.thinkMsMax));
      for (let count = chance.between(1, pace.burstMax); count > 0 && !isQuiet(); count--) {
        this.#doSomething();
      }
      // Nobody has had a turn since: they are as full as they get.
      mailboxes.look(runtime);
    }
  }

  #doSomething(): void {
    const { chance } = this.#options.context;
    const alive = this.#actors.filter(({ record }) => !record.hasEnded);
    const kind = chance.between(0, 99);
    if (alive.length < 2 || (kind < 5 && alive.length < this.#options.pace.actorsMax)) {
      this.#spawn();
      return;
    }
    const [one, other] = [chance.pick(alive), chance.pick(alive)];
    if (kind < 8) this.#end(one);
    else if (kind < 40) this.#call('outside', other);
    else if (kind < 60) this.#as(one, () => this.#call(one.record.name, other));
    else if (kind < 72) this.#note(one);
    else if (kind < 80) this.#link(one, other);
    else if (kind < 90) this.#timer(one);
    else this.#giveUpOrAskAgain();
  }

  #spawn(): void {
    const { context, ledger, mailboxes, pace } = this.#options;
    const { node, runtime, chance } = context;
    const record: ActorRecord = {
      name: `actor-${node.index + 1}-${node.life}-${++this.#spawned}`,
      runtime,
      pid: undefined,
      limit: chance.permille(300) ? pace.mailboxLimit : undefined,
      overflow: chance.pick(OVERFLOWS),
      isSerialized: chance.permille(300),
      isServing: false,
      isEnding: false,
      hasEnded: false,
    };
    const actor = new Actor(ledger, mailboxes, record);
    mailboxes.spawned(record);
    record.pid = runtime.spawn(actor);
    this.#actors.push(actor);
  }

  #end(actor: Actor): void {
    const { runtime, chance } = this.#options.context;
    actor.record.isEnding = true;
    runtime.terminate(actor.self, { inject: chance.permille(500) });
  }

  #as(actor: Actor, action: () => void): void {
    const { context, mailboxes } = this.#options;
    mailboxes.offering(actor.record, 'act');
    context.runtime.tell(actor.self, 'act', action);
  }

  #call(from: string, to: Actor): void {
    const { context, ledger, mailboxes, tallies } = this.#options;
    const { runtime, chance } = context;
    const id = ledger.nextId();
    const sender = `${from} of ${context.node.address}`;
    const method = chance.permille(700) ? 'answer' : 'ponder';
    mailboxes.offering(to.record, method);
    const future =
      method === 'answer'
        ? runtime.dispatch(to.self, method, sender, id)
        : runtime.dispatch(to.self, method, sender, id, chance.between(...SHORT_MS));
    const call = ledger.called(id, sender, to.record, future);
    future.onFailed((error) => tallies.count(`call: ${'code' in error ? error.code : error.name}`));
    future.onAbandoned(() => tallies.count('call: abandoned'));
    future.onReady(() => tallies.count('call: answered'));
    future.onDiscarded(() => tallies.count('call: discarded'));
    this.#recent = [...this.#recent.slice(-20), call];
  }

  #note(from: Actor): void {
    const others = this.#options.others();
    if (others.length === 0) return;
    const to = this.#options.context.chance.pick(others);
    this.#as(from, () => from.noteTo(to));
  }

  #link(from: Actor, local: Actor): void {
    const { chance } = this.#options.context;
    const others = this.#options.others();
    const isRemote = others.length > 0 && chance.permille(300);
    if (!isRemote && local === from) return;
    const to: Pid = isRemote ? chance.pick(others) : local.self;
    this.#as(from, () => from.watch(to, isRemote ? undefined : local.record));
  }

  #timer(actor: Actor): void {
    const { chance } = this.#options.context;
    const ms = chance.between(...SHORT_MS);
    this.#as(actor, () => {
      this.#cancels = [...this.#cancels.slice(-10), actor.setTimer(ms)];
    });
  }

  #giveUpOrAskAgain(): void {
    const { chance } = this.#options.context;
    const [cancel] = this.#cancels.splice(chance.between(0, 9), 1);
    cancel?.();
    if (this.#recent.length === 0) return;
    const call = chance.pick(this.#recent);
    if (chance.permille(500)) call.future.discard();
    else this.#options.ledger.askLate(call);
  }
}
