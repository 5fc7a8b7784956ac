import { ProcessError } from '../process-error.ts';
import type { Timer } from './timer-source.ts';

class QueuedTimer implements Timer {
  readonly deadline: number;
  readonly sequence: number;
  thunk: (() => void) | undefined; // undefined once fired or cancelled
  #queue: TimerQueue;

  constructor(queue: TimerQueue, deadline: number, sequence: number, thunk: () => void) {
    this.#queue = queue;
    this.deadline = deadline;
    this.sequence = sequence;
    this.thunk = thunk;
  }

  cancel(): boolean {
    if (!this.thunk) return false;
    this.thunk = undefined;
    this.#queue.forget();
    return true;
  }

  [Symbol.dispose](): void {
    this.cancel();
  }
}

/**
 * Timers in the order in which they fall due: by deadline, then by creation. A binary heap, so
 * that a request with a deadline costs no timer of the operating system.
 */
export class TimerQueue {
  #heap: QueuedTimer[] = [];
  #cancelled = 0; // cancelled timers still in the heap
  #sequence = 0;

  add(deadline: number, thunk: () => void): Timer {
    const timer = new QueuedTimer(this, deadline, this.#sequence++, thunk);
    this.#heap.push(timer);
    this.#siftUp(this.#heap.length - 1);
    return timer;
  }

  /** The deadline of the timer that falls due first, or undefined when there is none. */
  nextDeadline(): number | undefined {
    this.#dropCancelledHead();
    return this.#heap[0]?.deadline;
  }

  /**
   * Takes the timers due at `now` out of the queue, in order. Those made while these run, even
   * with delay 0, belong to a later batch: otherwise a timer that re-arms itself would never end.
   *
   * @param countMax how many at most: what is left is due still
   */
  takeDue(now: number, countMax = Infinity): readonly (() => void)[] {
    const due: (() => void)[] = [];
    for (;;) {
      const deadline = this.nextDeadline();
      if (deadline === undefined || deadline > now || due.length >= countMax) return due;
      const timer = this.#removeHead();
      // Called through the timer, so that one of this batch can still cancel a later one.
      due.push(() => {
        const thunk = timer.thunk;
        timer.thunk = undefined;
        thunk?.();
      });
    }
  }

  /** Cancels all timers. */
  clear(): void {
    for (const timer of this.#heap) timer.thunk = undefined;
    this.#heap = [];
    this.#cancelled = 0;
  }

  /** Called by a timer that is cancelled; compacts when most of the heap is dead weight. */
  forget(): void {
    this.#cancelled++;
    if (this.#cancelled < 64 || this.#cancelled * 2 < this.#heap.length) return;
    this.#heap = this.#heap.filter((timer) => timer.thunk).sort(compare);
    this.#cancelled = 0;
  }

  #dropCancelledHead(): void {
    while (this.#heap.length > 0 && !this.#heap[0]?.thunk) {
      this.#removeHead();
      this.#cancelled = Math.max(0, this.#cancelled - 1);
    }
  }

  #removeHead(): QueuedTimer {
    const head = this.#at(0);
    const last = this.#heap.pop();
    if (last && this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#siftDown(0);
    }
    return head;
  }

  #siftUp(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (compare(this.#at(parent), this.#at(index)) <= 0) return;
      this.#swap(parent, index);
      index = parent;
    }
  }

  #siftDown(start: number): void {
    let index = start;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child >= this.#heap.length) break;
        if (compare(this.#at(child), this.#at(least)) < 0) least = child;
      }
      if (least === index) return;
      this.#swap(least, index);
      index = least;
    }
  }

  #at(index: number): QueuedTimer {
    return this.#heap[index] as QueuedTimer;
  }

  #swap(a: number, b: number): void {
    const timer = this.#at(a);
    this.#heap[a] = this.#at(b);
    this.#heap[b] = timer;
  }
}

function compare(a: QueuedTimer, b: QueuedTimer): number {
  return a.deadline - b.deadline || a.sequence - b.sequence;
}

/** A delay as the clocks use it: at least 0, possibly `Infinity`. Throws `DELAY_INVALID` on NaN. */
export function checkDelay(delayMs: number): number {
  if (typeof delayMs !== 'number' || Number.isNaN(delayMs)) {
    throw new ProcessError(
      'DELAY_INVALID',
      `expected a delay in milliseconds or Infinity, got ${String(delayMs)}`,
    );
  }
  return Math.max(0, delayMs);
}
