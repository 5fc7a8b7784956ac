/** The work of adapters (disk, socket) that is under way, by name. */
export class Tracker {
  readonly #pending = new Map<number, string>();
  #last = 0;
  #onIdle: (() => void)[] = [];

  get isIdle(): boolean {
    return this.#pending.size === 0;
  }

  /** What is under way, oldest first. */
  get names(): readonly string[] {
    return [...this.#pending.values()];
  }

  /** @returns to be called when the work has ended */
  begin(what: string): () => void {
    const number = ++this.#last;
    this.#pending.set(number, what);
    return () => {
      this.#pending.delete(number);
      if (!this.isIdle) return;
      const waiting = this.#onIdle;
      this.#onIdle = [];
      for (const resolve of waiting) resolve();
    };
  }

  /** Resolved when nothing is under way. */
  idle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#onIdle.push(resolve));
  }
}
