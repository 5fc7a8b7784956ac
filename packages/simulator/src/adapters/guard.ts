/** What a guarded function is a property of. */
type Holder = Record<string, unknown>;

/** Functions that bring in what no seed decides, by the global object that has them. */
const GUARDED: readonly (readonly [string, readonly string[]])[] = [
  ['Date', ['now']],
  ['Math', ['random']],
  ['performance', ['now']],
  ['crypto', ['getRandomValues', 'randomUUID']],
];
const GUARDED_GLOBALS = ['setTimeout', 'setInterval', 'fetch'];

/**
 * Of these the realms of a program share one, and what another realm does is no part of a simulation: a
 * test runner gives each file of tests its own, and the last file may not have come to its end.
 */
const SHARED: ReadonlySet<string> = new Set(['performance', 'crypto']);

const globals = globalThis as unknown as Holder;

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
    for (const [name, functions] of GUARDED) {
      const holder = SHARED.has(name) ? this.#standIn(name) : globals[name];
      if (holder === undefined) continue;
      for (const key of functions) this.#watch(holder as Holder, key, `${name}.${key}`);
    }
    for (const key of GUARDED_GLOBALS) this.#watch(globals, key, key);
  }

  release(): void {
    for (const restore of this.#restore) restore();
    this.#restore = [];
  }

  /** Puts an object of this realm in the place of a shared one, whose properties it has. */
  #standIn(name: string): Holder | undefined {
    const shared = globals[name];
    if (typeof shared !== 'object' || shared === null) return undefined;
    const standIn = new Proxy(Object.create(shared) as Holder, {
      get: (own, key) => {
        if (Object.hasOwn(own, key)) return own[key as string];
        const value: unknown = Reflect.get(shared, key);
        return typeof value === 'function' ? (value.bind(shared) as unknown) : value;
      },
    });
    this.#put(globals, name, standIn);
    return standIn;
  }

  #watch(holder: Holder, key: string, what: string): void {
    const real = holder[key];
    if (typeof real !== 'function') return;
    const listener = this.#listener;
    const guarded = function (this: unknown, ...args: readonly unknown[]): unknown {
      const site = callSite();
      if (site !== undefined) listener(what, site);
      return Reflect.apply(real, this === undefined ? holder : this, args);
    };
    this.#put(holder, key, guarded);
  }

  #put(holder: Holder, key: string, value: unknown): void {
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    Object.defineProperty(holder, key, { value, configurable: true, writable: true });
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
