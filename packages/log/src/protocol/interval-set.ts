/** The integers from `lower` up to, and not including, `upper`. Empty when `upper <= lower`. */
export type Interval = readonly [lower: number, upper: number];

/** What can be added, subtracted and asked for: one integer, an interval, or a set. */
export type IntervalArgument = number | Interval | IntervalSet;

/**
 * A set of non-negative integers, kept as half-open intervals: it holds a billion positions in a
 * row as two numbers.
 *
 * `add`, `subtract` and `intersect` change the set itself and return it; `clone` first to keep the
 * original. Finding an interval takes O(log n) of the number of intervals, adding behind the last
 * one O(1).
 *
 * Invariant: intervals are sorted, not empty, and never touch each other.
 */
export class IntervalSet {
  // Two flat arrays: half the memory of pairs, and no allocation on the path of every append.
  readonly #lowers: number[] = [];
  readonly #uppers: number[] = [];

  /** `IntervalSet.of([0, 5], [7, 9])` holds 0 to 4, 7 and 8. */
  static of(...values: readonly IntervalArgument[]): IntervalSet {
    const set = new IntervalSet();
    for (const value of values) set.add(value);
    return set;
  }

  /** From `from` up to and including `to`. */
  static closed(from: number, to: number): IntervalSet {
    return new IntervalSet().add([from, to + 1]);
  }

  clone(): IntervalSet {
    const copy = new IntervalSet();
    for (const lower of this.#lowers) copy.#lowers.push(lower);
    for (const upper of this.#uppers) copy.#uppers.push(upper);
    return copy;
  }

  get isEmpty(): boolean {
    return this.#lowers.length === 0;
  }

  /** How many integers the set holds. */
  get size(): number {
    return this.#lowers.reduce((sum, lower, index) => sum + this.#upper(index) - lower, 0);
  }

  /** How many intervals the set needs for them. */
  get intervalCount(): number {
    return this.#lowers.length;
  }

  /** Whether all of `value` is in the set; true for what is empty. */
  contains(value: IntervalArgument): boolean {
    if (typeof value === 'number') return this.#containsRange(value, value + 1);
    if (value instanceof IntervalSet) return value.intervals().every((part) => this.contains(part));
    return value[1] <= value[0] || this.#containsRange(value[0], value[1]);
  }

  /** Whether any of `value` is in the set. */
  intersects(value: IntervalArgument): boolean {
    if (typeof value === 'number') return this.#containsRange(value, value + 1);
    if (value instanceof IntervalSet)
      return value.intervals().some((part) => this.intersects(part));
    if (value[1] <= value[0]) return false;
    const index = this.#firstEndingAfter(value[0]);
    return index < this.#lowers.length && this.#lower(index) < value[1];
  }

  add(value: IntervalArgument): this {
    if (typeof value === 'number') this.#addRange(value, value + 1);
    else if (value instanceof IntervalSet) {
      for (const [lower, upper] of value.intervals()) this.#addRange(lower, upper);
    } else this.#addRange(value[0], value[1]);
    return this;
  }

  subtract(value: IntervalArgument): this {
    if (typeof value === 'number') this.#subtractRange(value, value + 1);
    else if (value instanceof IntervalSet) {
      for (const [lower, upper] of value.intervals()) this.#subtractRange(lower, upper);
    } else this.#subtractRange(value[0], value[1]);
    return this;
  }

  /** Keeps what is in `value` too. */
  intersect(value: Interval | IntervalSet): this {
    const parts = value instanceof IntervalSet ? value.intervals() : [value];
    let from = 0;
    for (const [lower, upper] of parts) {
      if (upper <= lower) continue;
      this.#subtractRange(from, lower);
      from = upper;
    }
    this.#subtractRange(from, Infinity);
    return this;
  }

  equals(other: IntervalSet): boolean {
    if (this.#lowers.length !== other.#lowers.length) return false;
    return this.#lowers.every(
      (lower, index) => lower === other.#lower(index) && this.#upper(index) === other.#upper(index),
    );
  }

  /** The intervals, ascending. */
  intervals(): readonly Interval[] {
    return this.#lowers.map((lower, index) => [lower, this.#upper(index)]);
  }

  /** The integers, ascending. */
  *[Symbol.iterator](): Generator<number, void, undefined> {
    for (const [lower, upper] of this.intervals()) {
      for (let value = lower; value < upper; value++) yield value;
    }
  }

  /** `{[5,6)[8,10)}`, as Mesos prints it. */
  toString(): string {
    return `{${this.intervals().map(formatInterval).join('')}}`;
  }

  #lower(index: number): number {
    return this.#lowers[index] ?? Infinity;
  }

  #upper(index: number): number {
    return this.#uppers[index] ?? Infinity;
  }

  /** The first interval with an upper bound above `value`; the count of intervals if none has. */
  #firstEndingAfter(value: number): number {
    let low = 0;
    let high = this.#uppers.length;
    // Most questions are about the end of the log.
    if (high === 0 || this.#upper(high - 1) <= value) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#upper(middle) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #containsRange(lower: number, upper: number): boolean {
    const index = this.#firstEndingAfter(lower);
    return this.#lower(index) <= lower && upper <= this.#upper(index);
  }

  #addRange(lower: number, upper: number): void {
    if (!(lower < upper)) return;
    const count = this.#lowers.length;
    if (count === 0 || this.#upper(count - 1) < lower) {
      this.#lowers.push(lower);
      this.#uppers.push(upper);
      return;
    }
    // Intervals that touch the new one at either end are merged with it.
    const first = this.#firstEndingAfter(lower - 1);
    let end = first;
    while (end < count && this.#lower(end) <= upper) end++;
    const merged = end - first;
    if (merged === 1) {
      this.#lowers[first] = Math.min(lower, this.#lower(first));
      this.#uppers[first] = Math.max(upper, this.#upper(first));
      return;
    }
    const from = merged === 0 ? lower : Math.min(lower, this.#lower(first));
    const to = merged === 0 ? upper : Math.max(upper, this.#upper(end - 1));
    this.#lowers.splice(first, merged, from);
    this.#uppers.splice(first, merged, to);
  }

  #subtractRange(lower: number, upper: number): void {
    if (!(lower < upper)) return;
    const first = this.#firstEndingAfter(lower);
    const count = this.#lowers.length;
    if (first === count || this.#lower(first) >= upper) return;
    let end = first;
    while (end < count && this.#lower(end) < upper) end++;
    const head = this.#lower(first);
    const tail = this.#upper(end - 1);
    const lowers: number[] = [];
    const uppers: number[] = [];
    if (head < lower) {
      lowers.push(head);
      uppers.push(lower);
    }
    if (upper < tail) {
      lowers.push(upper);
      uppers.push(tail);
    }
    this.#lowers.splice(first, end - first, ...lowers);
    this.#uppers.splice(first, end - first, ...uppers);
  }
}

/** `[1,3)`; an empty interval is `[)`. */
export function formatInterval([lower, upper]: Interval): string {
  return lower < upper ? `[${lower},${upper})` : '[)';
}
