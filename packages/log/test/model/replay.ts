/**
 * An object with private state as a value: how it is made, and what it has been told since. A model
 * branches where an object of the production code cannot be copied.
 */
export class Replay<T> {
  readonly #make: () => T;
  readonly #told: readonly ((object: T) => unknown)[];

  constructor(make: () => T, told: readonly ((object: T) => unknown)[] = []) {
    this.#make = make;
    this.#told = told;
  }

  /** Tells the object one thing more. @returns what it said, and the object from then on */
  tell<R>(what: (object: T) => R): { readonly said: R; readonly next: Replay<T> } {
    const object = this.now();
    return { said: what(object), next: new Replay(this.#make, [...this.#told, what]) };
  }

  /** The object as it is now. */
  now(): T {
    const object = this.#make();
    for (const what of this.#told) what(object);
    return object;
  }
}
