import { isTarget, isUserEvent } from './event.ts';
import type { DispatchEvent, Event, Target } from './event.ts';
import type { Completer } from './futures/completer.ts';
import type { ProcessCell } from './process-cell.ts';

/** Slots of an entry: what is to be done, and of a call its arguments, its completer and its caller. */
const SLOTS = 4;
const SLOTS_MIN = 4 * SLOTS;
const SLOTS_KEPT = 1024 * SLOTS;
/** Of all that hold nothing: most processes of a large program are idle. */
const NO_RING: unknown[] = [];

/**
 * The events of a process, first in, first out, both ends in constant time: a ring that doubles when it
 * is full.
 *
 * The calls of a program are most of what it sends, so that one costs no object of its own: its parts lie
 * in the ring until somebody asks for the event. Whatever else arrives, a call with a trace too, lies
 * there as the object it is. The event that was taken stays in place, before the oldest one that waits,
 * until the next is: so nobody has to be told which one is being served.
 */
export class Mailbox {
  #ring: unknown[] = NO_RING;
  /** Of the oldest event that waits. */
  #head = 0;
  #length = 0;
  /** How many may wait: every system event brings the room that it takes. */
  #limit: number;

  /** @param limit how many may wait beside system events; not for `push`, which takes whatever it is given */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#length >= this.#limit;
  }

  /** How many wait. */
  get length(): number {
    return this.#length;
  }

  push(event: Event): void {
    if (!isUserEvent(event)) this.#limit++;
    this.pushCall(event, undefined, undefined, undefined);
  }

  /** A call without a trace: the others have to be pushed as events. */
  pushCall(
    target: Target | Event,
    args: readonly unknown[] | undefined,
    completer: Completer<unknown> | undefined,
    caller: ProcessCell | undefined,
  ): void {
    if ((this.#length + 1) * SLOTS >= this.#ring.length) this.#grow();
    const ring = this.#ring;
    const at = this.#at(this.#length);
    ring[at] = target;
    ring[at + 1] = args;
    ring[at + 2] = completer;
    ring[at + 3] = caller;
    this.#length++;
  }

  /** Takes the oldest event out, and lets go of the one before; false when none waits. */
  take(): boolean {
    if (this.#length === 0) return false;
    this.#advance();
    return true;
  }

  /** For each system event that was taken. Not looked at by `take`: what is taken is mostly a call. */
  takeRoom(): void {
    this.#limit--;
  }

  /** Lets go of what was taken. */
  release(): void {
    if (this.#ring === NO_RING) return;
    this.#clear(this.#at(-1));
    // A burst must not pin its memory for the life of an idle process.
    if (this.#length > 0 || this.#ring.length <= SLOTS_KEPT) return;
    this.#ring = NO_RING;
    this.#head = 0;
  }

  /** What was taken: the target of a call, or any other event. */
  get target(): Target | Event | undefined {
    return this.#ring[this.#at(-1)] as Target | Event | undefined;
  }

  /** Of the call that was taken. */
  get args(): readonly unknown[] {
    return this.#ring[this.#at(-1) + 1] as readonly unknown[];
  }

  /** Of the call that was taken. */
  get completer(): Completer<unknown> | undefined {
    return this.#ring[this.#at(-1) + 2] as Completer<unknown> | undefined;
  }

  /** The event that was taken, if it is not released yet. */
  get taken(): Event | undefined {
    return this.#eventAt(this.#at(-1));
  }

  /** The oldest event that waits, left in place. */
  peek(): Event | undefined {
    return this.#eventAt(this.#head); // nothing lies behind the last one
  }

  /**
   * Takes out the oldest event of this kind that waits, leaving the one that was taken, and the order of
   * the others.
   */
  remove(isWanted: (event: Event) => boolean = () => true): Event | undefined {
    for (let index = 0; index < this.#length; index++) {
      const event = this.#eventAt(this.#at(index)) as Event;
      if (!isWanted(event)) continue;
      if (!isUserEvent(event)) this.takeRoom();
      // Those in front of it move up by one, and so does the one that was taken.
      for (let to = index; to >= 0; to--) this.#copy(this.#at(to - 1), this.#ring, this.#at(to));
      this.#advance();
      return event;
    }
    return undefined;
  }

  /** What waits, oldest first. */
  *[Symbol.iterator](): IterableIterator<Event> {
    for (let index = 0; index < this.#length; index++) {
      yield this.#eventAt(this.#at(index)) as Event;
    }
  }

  /** The first slot of an entry, counted from the oldest that waits. */
  #at(index: number): number {
    return (this.#head + index * SLOTS) & (this.#ring.length - 1);
  }

  #eventAt(at: number): Event | undefined {
    const [target, args, completer, caller] = this.#ring.slice(at, at + SLOTS);
    if (!isTarget(target)) return target as Event | undefined;
    return { type: 'dispatch', target, args, completer, caller, trace: undefined } as DispatchEvent;
  }

  /** The oldest one that waits is the one that was taken, and what was before it is gone. */
  #advance(): void {
    this.#clear(this.#at(-1));
    this.#head = this.#at(1);
    this.#length--;
  }

  #clear(at: number): void {
    const ring = this.#ring;
    ring[at] = undefined;
    ring[at + 1] = undefined;
    ring[at + 2] = undefined;
    ring[at + 3] = undefined;
  }

  #copy(at: number, ring: unknown[], to: number): void {
    for (let slot = 0; slot < SLOTS; slot++) ring[to + slot] = this.#ring[at + slot];
  }

  #grow(): void {
    const ring = new Array<unknown>(Math.max(SLOTS_MIN, this.#ring.length * 2));
    for (let index = -1; index < this.#length; index++) {
      this.#copy(this.#at(index), ring, (index + 1) * SLOTS);
    }
    this.#ring = ring;
    this.#head = SLOTS;
  }
}
