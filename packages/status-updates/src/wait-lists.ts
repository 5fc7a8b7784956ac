import type { Cancellable } from '@quorate/process';

/** What can wait in a list. */
export interface Waiting {
  /** The delay of the list it is in; undefined if it is in none. */
  waitMs: number | undefined;
  /** When it falls due. */
  dueAt: number;
}

/** What wait lists need of the process they work for. */
export interface WaitListsHost {
  now(): number;
  delay(delayMs: number, handler: () => void): Cancellable;
}

interface WaitList<T> {
  /** In the order in which they fall due. */
  readonly items: Set<T>;
  timer: Cancellable | undefined;
}

/** Items served in one event: others want their turn. */
const ITEMS_PER_EVENT = 256;

/**
 * Streams that wait to be forwarded. The delays are few (none, 10 s, 20 s, …), so there is a list for
 * each, in which streams fall due in the order in which they came, and a timer for each list. A timer
 * for each of a hundred thousand streams would take more memory than the streams.
 */
export class WaitLists<T extends Waiting> {
  readonly #host: WaitListsHost;
  readonly #onDue: (item: T) => void;
  readonly #lists = new Map<number, WaitList<T>>();

  constructor(host: WaitListsHost, onDue: (item: T) => void) {
    this.#host = host;
    this.#onDue = onDue;
  }

  /** Nothing happens to one that waits already. */
  add(item: T, delayMs: number): void {
    if (item.waitMs !== undefined) return;
    item.waitMs = delayMs;
    item.dueAt = this.#host.now() + delayMs;
    const list = this.#list(delayMs);
    list.items.add(item);
    list.timer ??= this.#host.delay(delayMs, () => this.#serve(delayMs));
  }

  remove(item: T): void {
    if (item.waitMs === undefined) return;
    const list = this.#list(item.waitMs);
    item.waitMs = undefined;
    list.items.delete(item);
    if (list.items.size > 0) return;
    // A timer left armed for nothing would keep the program alive.
    list.timer?.cancel();
    list.timer = undefined;
  }

  clear(): void {
    for (const { items } of this.#lists.values()) for (const item of [...items]) this.remove(item);
  }

  #list(delayMs: number): WaitList<T> {
    let list = this.#lists.get(delayMs);
    if (!list) this.#lists.set(delayMs, (list = { items: new Set(), timer: undefined }));
    return list;
  }

  #serve(delayMs: number): void {
    const list = this.#list(delayMs);
    list.timer?.cancel();
    list.timer = undefined;
    // All of them before the first is served, which may come back to this list.
    const due = this.#takeDue(list);
    const [next] = list.items;
    if (next !== undefined) {
      const restMs = Math.max(0, next.dueAt - this.#host.now());
      list.timer = this.#host.delay(restMs, () => this.#serve(delayMs));
    }
    for (const item of due) this.#onDue(item);
  }

  #takeDue({ items }: WaitList<T>): readonly T[] {
    const now = this.#host.now();
    const due: T[] = [];
    for (const item of items) {
      if (item.dueAt > now || due.length === ITEMS_PER_EVENT) break;
      items.delete(item);
      item.waitMs = undefined;
      due.push(item);
    }
    return due;
  }
}
