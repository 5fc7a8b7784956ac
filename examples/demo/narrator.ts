/** Tells what happens, and keeps the account of what had to hold. */
export class Narrator {
  readonly #startedAtMs = performance.now();
  #failures = 0;

  get allHeld(): boolean {
    return this.#failures === 0;
  }

  get elapsedS(): string {
    return ((performance.now() - this.#startedAtMs) / 1000).toFixed(1);
  }

  chapter(title: string): void {
    console.log(`\n${title}`);
  }

  say(text: string): void {
    console.log(`  ${this.elapsedS.padStart(4)} s  ${text}`);
  }

  /** Something that has to hold; the demo goes on if it does not, and fails at the end. */
  check(isHeld: boolean, what: string): void {
    if (!isHeld) this.#failures++;
    this.say(`${isHeld ? 'ok' : 'FAILED'}: ${what}`);
  }

  table(rows: readonly (readonly string[])[]): void {
    const widths = (rows[0] ?? []).map((_, column) =>
      Math.max(...rows.map((row) => row[column]?.length ?? 0)),
    );
    for (const row of rows) {
      const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
      console.log(`  ${cells.join('  ')}`.trimEnd());
    }
  }
}
