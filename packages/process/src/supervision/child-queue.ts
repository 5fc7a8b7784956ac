import type { Child } from './child.ts';

/** Children in the order in which they were first started, whatever the order they come in. */
export class ChildQueue {
  #children: Child[] = [];

  get first(): Child | undefined {
    return this.#children[0];
  }

  get last(): Child | undefined {
    return this.#children.at(-1);
  }

  has(child: Child): boolean {
    return this.#children[this.#place(child)] === child;
  }

  add(child: Child): void {
    if (!this.has(child)) this.#children.splice(this.#place(child), 0, child);
  }

  /** Whether it was there. */
  delete(child: Child): boolean {
    if (!this.has(child)) return false;
    this.#children.splice(this.#place(child), 1);
    return true;
  }

  clear(): void {
    this.#children = [];
  }

  /** The index of the first child that does not come before `child`. */
  #place(child: Child): number {
    let low = 0;
    let high = this.#children.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { order = Infinity } = this.#children[middle] ?? {};
      if (order < child.order) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
