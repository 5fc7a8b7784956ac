import type { SimulatedNode } from './simulated-node.ts';

/** Something that is going to happen at a moment. */
export interface Appointment {
  readonly timeUs: number;
  /** Orders those of one moment. */
  readonly rank: number;
  readonly sequence: number;
  /** Whom it happens to: it waits while that one is paused and is forgotten when it crashes. */
  readonly node: SimulatedNode | undefined;
  /** Which life of the node it belongs to. */
  readonly life: number;
  /** Undefined once it was cancelled. */
  action: (() => void) | undefined;
}

/** What is going to happen, soonest first: a binary heap. */
export class Agenda {
  readonly #heap: Appointment[] = [];

  get length(): number {
    return this.#heap.length;
  }

  add(appointment: Appointment): void {
    const heap = this.#heap;
    let index = heap.push(appointment) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as Appointment;
      if (!isBefore(appointment, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = appointment;
  }

  peek(): Appointment | undefined {
    return this.#heap[0];
  }

  take(): Appointment | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      const right = heap[child + 1];
      if (right && isBefore(right, heap[child] as Appointment)) child++;
      const least = heap[child] as Appointment;
      if (!isBefore(least, last)) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}

function isBefore(a: Appointment, b: Appointment): boolean {
  if (a.timeUs !== b.timeUs) return a.timeUs < b.timeUs;
  return a.rank === b.rank ? a.sequence < b.sequence : a.rank < b.rank;
}
