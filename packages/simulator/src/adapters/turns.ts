/**
 * Taken at load time, so that the guard against real time does not catch the simulation itself, and
 * what is replaced here is not what it uses.
 */
const immediate = setImmediate;
const nextTick = typeof process === 'undefined' ? undefined : process.nextTick.bind(process);

type Postpone = (callback: (...args: never[]) => void, ...args: readonly unknown[]) => unknown;

/** How an engine tells of promises: `node:v8` does, browsers do not. */
interface PromiseHooks {
  createHook(hooks: { init: () => void; settled: () => void }): unknown;
}

/**
 * The turns of the engine's event loop that a simulation takes. Between two events all that the first
 * has postponed must happen: reactions of promises, microtasks, immediates. Most events postpone
 * nothing, and a turn costs as much as an event, so it is taken only when something was; where the
 * engine does not tell of promises, after every event. Either way the same happens in the same order.
 */
export class Turns {
  #hooked = false;
  #isDue = true;
  /** Immediates of others that have not run yet. */
  #immediates = 0;
  /** Whether others used `process.nextTick` since the last turn. */
  #isTicked = false;
  #restore: (() => void)[] = [];

  /** Watches what is postponed, until `release`. */
  engage(): void {
    if (this.#restore.length > 0) return;
    this.#watchPromises();
    this.#replace(globalThis, 'queueMicrotask', (real) => (callback) => {
      this.#isDue = true;
      return real(callback);
    });
    this.#replace(globalThis, 'setImmediate', (real) => (callback, ...args) => {
      this.#immediates++;
      const run = (...given: never[]): void => {
        this.#immediates--;
        callback(...given);
      };
      return real(run, ...args);
    });
    if (typeof process !== 'undefined') {
      this.#replace(process, 'nextTick', (real) => (callback, ...args) => {
        this.#isDue = true;
        this.#isTicked = true;
        return real(callback, ...args);
      });
    }
  }

  release(): void {
    for (const restore of this.#restore) restore();
    this.#restore = [];
    this.#hooked = false;
  }

  /** Whether something was postponed since the last turn. */
  get isDue(): boolean {
    return this.#isDue || this.#immediates > 0 || !this.#hooked;
  }

  /** All that was postponed has happened when it resolves. */
  take(): Promise<void> {
    return new Promise<void>((resolve) => {
      if (!nextTick) immediate(resolve);
      else nextTick(this.#whenDrained, resolve);
    });
  }

  /** As `take`, and the event loop has had a turn: signals were served, and others' callbacks. */
  takeWhole(): Promise<void> {
    return new Promise<void>((resolve) => {
      immediate(resolve);
    });
  }

  /** Whoever awaited goes on: the promises of that await do not count. */
  taken(): void {
    this.#isDue = false;
    this.#isTicked = false;
  }

  /**
   * In a tick, which comes when no microtask is left and costs a tenth of a turn of the event loop. Only
   * ticks of others can leave microtasks behind this one, and immediates wait for the loop.
   */
  readonly #whenDrained = (resolve: () => void): void => {
    if (this.#isTicked || this.#immediates > 0) immediate(resolve);
    else resolve();
  };

  #watchPromises(): void {
    const hooks = promiseHooks();
    if (!hooks) return;
    let isTold = false;
    const mark = (): void => {
      this.#isDue = true;
      isTold = true;
    };
    const stop = hooks.createHook({ init: mark, settled: mark }) as () => void;
    this.#restore.push(stop);
    // Promises of another realm may not be told of, such as those of a test runner.
    void Promise.resolve();
    this.#hooked = isTold;
  }

  #replace(holder: object, key: string, replacement: (real: Postpone) => Postpone): void {
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    const real: unknown = Reflect.get(holder, key);
    if (typeof real !== 'function') return;
    const bound = (real as Postpone).bind(holder);
    const value = replacement(bound);
    Object.defineProperty(holder, key, { value, configurable: true, writable: true });
    this.#restore.push(() => {
      if (descriptor) Object.defineProperty(holder, key, descriptor);
      else Reflect.deleteProperty(holder, key);
    });
  }
}

function promiseHooks(): PromiseHooks | undefined {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') {
    return undefined;
  }
  return process.getBuiltinModule('node:v8').promiseHooks;
}
