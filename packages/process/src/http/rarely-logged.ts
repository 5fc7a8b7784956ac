import type { Logger } from '../logger.ts';

/** Between two lines of one kind. */
const INTERVAL_MS = 1_000;

/** Writes of each kind one line a second at most: who is refused could else fill a disk. */
export class RarelyLogged {
  readonly #logger: Logger;
  readonly #now: () => number;
  readonly #kinds = new Map<string, { readonly atMs: number; unwritten: number }>();

  constructor(logger: Logger, now: () => number) {
    this.#logger = logger;
    this.#now = now;
  }

  /** @param kind of a fixed set: it is remembered */
  warn(kind: string, fields: object, message: string): void {
    const last = this.#kinds.get(kind);
    const nowMs = this.#now();
    if (last && nowMs - last.atMs < INTERVAL_MS) {
      last.unwritten++;
      return;
    }
    this.#kinds.set(kind, { atMs: nowMs, unwritten: 0 });
    const { unwritten = 0 } = last ?? {};
    this.#logger.warn(unwritten > 0 ? { ...fields, unwritten } : fields, message);
  }
}
