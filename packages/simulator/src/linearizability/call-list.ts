import { returnedAt } from './operation.ts';
import type { Operation } from './operation.ts';

/** In place of a call: there is none. */
export const NO_CALL = -1;

/**
 * The calls and returns that are not placed yet, in the order of time, linked so that those of an
 * operation are taken out and put back in constant time (Lowe's list).
 *
 * Calls without a return, whose operations need not take effect, have a list of their own. Calls are
 * numbered in both from 0 on, first those with a return, each list in the order of invocation.
 */
export class CallList {
  /** What stands before the first call. */
  readonly head: number;
  /** How many calls have a return. */
  readonly closedCount: number;
  /** How many of these are in the list. */
  closedLeft: number;
  readonly #openHead: number;
  /** An entry is the number of a call, of its return (behind all calls), or a head. */
  readonly #returns: number;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** Where an entry was in the order of time. */
  readonly #rank: Int32Array;

  /** @param operations in the order that `inCallOrder` gives */
  constructor(operations: readonly Operation<unknown, unknown>[]) {
    const isClosed = (operation: Operation<unknown, unknown>): boolean =>
      returnedAt(operation) < Infinity;
    this.closedCount = operations.filter(isClosed).length;
    this.closedLeft = this.closedCount;
    this.#returns = operations.length;
    this.head = this.#returns + this.closedCount;
    this.#openHead = this.head + 1;
    this.#next = new Int32Array(this.head + 2);
    this.#previous = new Int32Array(this.head + 2);
    this.#rank = new Int32Array(this.head + 2);
    this.#link(operations);
  }

  /** The first call behind another, or behind the head, that may take effect now; or `NO_CALL`. */
  after(call: number): number {
    let next = at(this.#next, call);
    if (call < this.closedCount || call === this.head) {
      if (next < this.closedCount) return next;
      next = at(this.#next, this.#openHead);
    }
    if (next === this.#openHead) return NO_CALL;
    return at(this.#rank, next) < at(this.#rank, this.#firstReturn()) ? next : NO_CALL;
  }

  /** The call that returned first of those in the list: it must take effect before any later call. */
  firstToReturn(): number {
    return this.#firstReturn() - this.#returns;
  }

  isClosed(call: number): boolean {
    return call < this.closedCount;
  }

  take(call: number): void {
    this.#unlink(call);
    if (!this.isClosed(call)) return;
    this.#unlink(this.#returns + call);
    this.closedLeft--;
  }

  /** Undoes the last `take` that is not undone. */
  putBack(call: number): void {
    if (this.isClosed(call)) {
      this.#relink(this.#returns + call);
      this.closedLeft++;
    }
    this.#relink(call);
  }

  #firstReturn(): number {
    let entry = at(this.#next, this.head);
    while (entry < this.closedCount) entry = at(this.#next, entry);
    return entry;
  }

  #unlink(entry: number): void {
    const next = at(this.#next, entry);
    const previous = at(this.#previous, entry);
    this.#next[previous] = next;
    this.#previous[next] = previous;
  }

  #relink(entry: number): void {
    this.#next[at(this.#previous, entry)] = entry;
    this.#previous[at(this.#next, entry)] = entry;
  }

  #link(operations: readonly Operation<unknown, unknown>[]): void {
    const events = operations.flatMap((operation, call) => {
      const event = { entry: call, time: operation.invoked };
      if (!this.isClosed(call)) return [event];
      return [event, { entry: this.#returns + call, time: returnedAt(operation) }];
    });
    // Of equal times calls come first, so that what touches is concurrent: their numbers are lower.
    events.sort((one, other) => one.time - other.time || one.entry - other.entry);
    let last = this.head;
    let lastOpen = this.#openHead;
    for (const [rank, { entry }] of events.entries()) {
      const isOpen = entry >= this.closedCount && entry < this.#returns;
      const previous = isOpen ? lastOpen : last;
      this.#rank[entry] = rank;
      this.#next[previous] = entry;
      this.#previous[entry] = previous;
      if (isOpen) lastOpen = entry;
      else last = entry;
    }
    this.#close(this.head, last);
    this.#close(this.#openHead, lastOpen);
  }

  #close(head: number, last: number): void {
    this.#next[last] = head;
    this.#previous[head] = last;
  }
}

/** Operations that returned first, then those that did not, both in the order of invocation. */
export function inCallOrder<O extends Operation<unknown, unknown>>(
  operations: readonly O[],
): readonly O[] {
  const isOpen = (operation: O): number => (returnedAt(operation) === Infinity ? 1 : 0);
  return operations.toSorted(
    (one, other) => isOpen(one) - isOpen(other) || one.invoked - other.invoked,
  );
}

/** Every entry is within the arrays. */
function at(entries: Int32Array, index: number): number {
  return entries[index] ?? NO_CALL;
}
