interface Line {
  /** Orders lines of one moment: by whom they come from. */
  readonly key: string;
  readonly text: string;
}

/**
 * What is seen of a run, in lines. Those of one virtual millisecond are put in order, messages first:
 * which of two independent things of one moment comes first is drawn by chance, and says nothing.
 */
export class Trace {
  readonly #lines: string[] = [];
  #moment = 0;
  #messages: Line[] = [];
  #notes: Line[] = [];
  /** Messages are left out. */
  isQuiet = false;

  message(nowMs: number, key: string, text: string): void {
    this.#at(nowMs);
    if (!this.isQuiet) this.#messages.push({ key, text });
  }

  note(nowMs: number, key: string, text: string): void {
    this.#at(nowMs);
    this.#notes.push({ key, text });
  }

  /** Gives all lines there are, and forgets them. */
  take(): readonly string[] {
    this.#flush();
    return this.#lines.splice(0);
  }

  #at(nowMs: number): void {
    const moment = Math.floor(nowMs);
    if (moment !== this.#moment) this.#flush();
    this.#moment = moment;
  }

  #flush(): void {
    for (const lines of [this.#messages, this.#notes]) {
      lines.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      this.#lines.push(...lines.splice(0).map(({ text }) => text));
    }
  }
}
