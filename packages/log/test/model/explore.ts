import type { Fingerprint } from './fingerprint.ts';

/** A state of a model, of which every next one can be told. */
export interface Explorable<S> {
  steps(): Iterable<{ readonly name: () => string; readonly group: S }>;
  readonly violation: string | undefined;
}

/** What exploring a model came to. */
export interface Exploration {
  /** How many different states were seen. */
  readonly states: number;
  readonly steps: number;
  /** Whether there is nothing left within the bound. */
  readonly isExhausted: boolean;
  readonly violation?: { readonly text: string; readonly trace: readonly string[] };
}

interface Path {
  readonly name: () => string;
  readonly before: Path | undefined;
}

/**
 * Visits every state that can be reached, each once, until one violates something. Depth first: what
 * waits to be visited stays small.
 */
export function explore<S extends Explorable<S>>(
  initial: S,
  options: {
    readonly keyOf: (state: S) => Fingerprint;
    readonly statesMax: number;
    readonly onProgress?: (states: number) => void;
  },
): Exploration {
  const seen = new SeenKeys();
  const waiting: { readonly state: S; readonly path: Path | undefined }[] = [];
  let steps = 0;
  seen.add(options.keyOf(initial));
  waiting.push({ state: initial, path: undefined });
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.size >= options.statesMax) return { states: seen.size, steps, isExhausted: false };
    for (const { name, group: state } of next.state.steps()) {
      steps++;
      const path = { name, before: next.path };
      if (state.violation !== undefined) {
        const violation = { text: state.violation, trace: traceOf(path) };
        return { states: seen.size, steps, isExhausted: false, violation };
      }
      if (seen.add(options.keyOf(state))) waiting.push({ state, path });
      if (steps % 100_000 === 0) options.onProgress?.(seen.size);
    }
  }
  return { states: seen.size, steps, isExhausted: true };
}

function traceOf(path: Path): string[] {
  const trace: string[] = [];
  for (let each: Path | undefined = path; each; each = each.before) trace.unshift(each.name());
  return trace;
}

/**
 * Keys by a hash of 64 bits: of ten million keys, two have the same one with a probability of
 * 3 in a million.
 */
class SeenKeys {
  #high = new Uint32Array(1 << 20);
  #low = new Uint32Array(1 << 20);
  size = 0;

  /** @returns whether it is new */
  add({ high, low }: Fingerprint): boolean {
    if (this.size * 2 > this.#low.length) this.#grow();
    // Zero marks an empty place.
    return this.#place(high, low === 0 ? 1 : low);
  }

  #place(high: number, low: number): boolean {
    const mask = this.#low.length - 1;
    for (let at = (high ^ Math.imul(low, 0x85ebca6b)) & mask; ; at = (at + 1) & mask) {
      if (this.#low[at] === 0) {
        this.#high[at] = high;
        this.#low[at] = low;
        this.size++;
        return true;
      }
      if (this.#low[at] === low && this.#high[at] === high) return false;
    }
  }

  #grow(): void {
    const [high, low] = [this.#high, this.#low];
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(low.length * 2);
    this.size = 0;
    for (let at = 0; at < low.length; at++) {
      if (low[at] !== 0) this.#place(high[at] ?? 0, low[at] ?? 0);
    }
  }
}
