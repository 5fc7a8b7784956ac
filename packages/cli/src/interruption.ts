/** Takes note of SIGINT, so that a long command can end in order; a second one ends it at once. */
export class Interruption implements Disposable {
  isWanted = false;
  readonly #listener = (): void => {
    this.isWanted = true;
  };

  constructor() {
    process.once('SIGINT', this.#listener);
  }

  [Symbol.dispose](): void {
    process.off('SIGINT', this.#listener);
  }
}
