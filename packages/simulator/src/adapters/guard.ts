/** What a guarded function is a property of. */
type Holder = Record<string, unknown>;

/** Functions that bring in what no seed decides. */
const GUARDED: readonly (readonly [string, () => unknown, readonly string[]])[] = [
  ['Date', () => Date, ['now']],
  ['Math', () => Math, ['random']],
  ['performance', () => performance, ['now']],
  ['crypto', () => globalThis.crypto, ['getRandomValues', 'randomUUID']],
  ['', () => globalThis, ['setTimeout', 'setInterval', 'fetch']],
];

/** Called with what was called, and from where. */
export type GuardListener = (what: string, site: string) => void;

/**
 * Finds code in a simulation that asks for real time, timers, chance or the network, by replacing
 * the functions that give them for as long as it is engaged. They still work: the run goes on to
 * the point where the violation ends it.
 */
export class Guard {
  readonly #listener: GuardListener;
  #restore: (() => void)[] = [];

  constructor(listener: GuardListener) {
    this.#listener = listener;
  }

  engage(): void {
    if (this.#restore.length > 0) return;
    for (const [name, find, functions] of GUARDED) {
      const holder = find() as Holder | undefined;
      if (holder === undefined) continue;
      for (const key of functions) this.#watch(holder, key, name === '' ? key : `${name}.${key}`);
    }
  }

  release(): void {
    for (const restore of this.#restore) restore();
    this.#restore = [];
  }

  #watch(holder: Holder, key: string, what: string): void {
    const real = holder[key];
    if (typeof real !== 'function') return;
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    const listener = this.#listener;
    const guarded = function (this: unknown, ...args: readonly unknown[]): unknown {
      const site = callSite();
      if (site !== undefined) listener(what, site);
      return Reflect.apply(real, this === undefined ? holder : this, args);
    };
    Object.defineProperty(holder, key, { value: guarded, configurable: true, writable: true });
    this.#restore.push(() => {
      if (descriptor) Object.defineProperty(holder, key, descriptor);
      else Reflect.deleteProperty(holder, key);
    });
  }
}

/**
 * Where the call came from: undefined when it was the engine's or a test runner's own, which is not
 * part of the simulation.
 */
function callSite(): string | undefined {
  const lines = new Error().stack?.split('\n').slice(3) ?? [];
  const line = lines.find(
    (each) => !each.includes('node:internal') && !each.includes('<anonymous>'),
  );
  if (line === undefined || /node_modules[/\\](jest|@jest)/.test(line)) return undefined;
  return line.trim();
}
