import type { WatchEvent } from '../protocol/requests.ts';
import { FIRED } from '../protocol/watches.ts';
import type { WatchKind } from '../protocol/watches.ts';

/** Hears of a change to a znode, once. */
export type ChangeListener = (event: WatchEvent) => void;

/** Who hears of which watch. A listener that is added twice to one watch hears of it once. */
export class ChangeListeners {
  readonly #listeners = new Map<string, Set<ChangeListener>>();

  add(kind: WatchKind, path: string, listener: ChangeListener): void {
    const key = keyOf(kind, path);
    const present = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, present.add(listener));
  }

  /** Takes out those whom an event concerns. */
  take({ type, path }: WatchEvent): readonly ChangeListener[] {
    const taken = new Set<ChangeListener>();
    for (const kind of FIRED[type]) {
      const key = keyOf(kind, path);
      for (const listener of this.#listeners.get(key) ?? []) taken.add(listener);
      this.#listeners.delete(key);
    }
    return [...taken];
  }

  clear(): void {
    this.#listeners.clear();
  }
}

function keyOf(kind: WatchKind, path: string): string {
  return `${kind} ${path}`;
}
