/**
 * The versions of something that is changed, one after the other, and may be found afterwards: the last
 * one that was acknowledged, and those since of which nobody knows.
 */
export class Versions {
  #acknowledged = 0;
  #begun = 0;
  readonly #failed = new Set<number>();

  /** The last version that was acknowledged; 0 before the first. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  begin(): number {
    return ++this.#begun;
  }

  /** It is there, for certain. */
  acknowledge(version: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, version);
  }

  /** It failed for certain: nothing has changed. */
  fail(version: number): void {
    this.#failed.add(version);
  }

  /**
   * What is wrong with finding a version.
   *
   * @param acknowledged what was acknowledged when the look began; default: by now
   */
  problem(found: number, acknowledged = this.#acknowledged): string | undefined {
    if (found < acknowledged) return `${acknowledged} was acknowledged`;
    if (found > this.#begun) return `${this.#begun} was the last that was begun`;
    return this.#failed.has(found) ? 'it failed for certain' : undefined;
  }
}
