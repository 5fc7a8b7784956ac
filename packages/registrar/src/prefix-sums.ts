/** Numbers in a row, of which any can change and any sum from the first on is known, in logarithmic time. */
export class PrefixSums {
  // A Fenwick tree: the node at n holds the sum of the `n & -n` numbers up to n, counted from 1.
  #nodes: number[] = [0];
  readonly #values: number[] = [];

  constructor(values: readonly number[] = []) {
    for (const value of values) this.push(value);
  }

  get length(): number {
    return this.#values.length;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  push(value: number): void {
    this.#values.push(value);
    const node = this.#values.length;
    let sum = value;
    const first = node - (node & -node);
    for (let child = node - 1; child > first; child -= child & -child) {
      sum += this.#nodes[child] ?? 0;
    }
    this.#nodes.push(sum);
  }

  set(index: number, value: number): void {
    const change = value - this.at(index);
    this.#values[index] = value;
    for (let node = index + 1; node < this.#nodes.length; node += node & -node) {
      this.#nodes[node] = (this.#nodes[node] ?? 0) + change;
    }
  }

  /** The sum of the first so many numbers. */
  sumOf(count: number): number {
    let sum = 0;
    for (let node = count; node > 0; node -= node & -node) sum += this.#nodes[node] ?? 0;
    return sum;
  }
}
