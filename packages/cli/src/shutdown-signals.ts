const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The signals that ask a long-running command to end in order; a second one ends it at once. */
export class ShutdownSignals implements Disposable {
  /** Resolves with the first one. */
  readonly received: Promise<NodeJS.Signals>;
  #dispose = (): void => undefined;

  constructor() {
    this.received = new Promise((resolve) => {
      const listener = (signal: NodeJS.Signals): void => {
        this[Symbol.dispose]();
        resolve(signal);
      };
      this.#dispose = () => SIGNALS.forEach((signal) => process.off(signal, listener));
      SIGNALS.forEach((signal) => process.on(signal, listener));
    });
  }

  [Symbol.dispose](): void {
    this.#dispose();
  }
}
