/** Hears of changes. */
export interface ChangeListener {
  /** Something may be different: look. Several changes may come as one call, and a call without any. */
  changed(): void;
  /** Nothing more will be heard, and why. */
  ended(error: Error): void;
}

/** Who hears of changes to which name. */
export class ChangeListeners {
  readonly #listeners = new Map<string, Set<ChangeListener>>();

  /** @returns what ends it */
  add(name: string, listener: ChangeListener): () => void {
    // Of its own for each call: the same listener may be given twice.
    const added: ChangeListener = {
      changed: () => listener.changed(),
      ended: (error) => listener.ended(error),
    };
    const present = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, present.add(added));
    return () => {
      present.delete(added);
      if (present.size === 0 && this.#listeners.get(name) === present) this.#listeners.delete(name);
    };
  }

  /** How many names are listened to. */
  get size(): number {
    return this.#listeners.size;
  }

  changed(name: string): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener.changed();
  }

  allChanged(): void {
    for (const name of [...this.#listeners.keys()]) this.changed(name);
  }

  /** Tells all of them, and forgets them. */
  end(error: Error): void {
    const listeners = [...this.#listeners.values()].flatMap((each) => [...each]);
    this.#listeners.clear();
    for (const listener of listeners) listener.ended(error);
  }
}
