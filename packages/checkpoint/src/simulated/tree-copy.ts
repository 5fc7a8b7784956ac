import { makeDirectory } from './simulated-tree.ts';
import type { NameChange, SimulatedDirectory, SimulatedNode } from './simulated-tree.ts';

/** A copy of a tree. What has several names, or is under one no more, is one node in the copy, too. */
export class TreeCopy {
  readonly #copies = new Map<SimulatedNode, SimulatedNode>();

  /** The copy of a directory, with all that is below it. */
  directory(original: SimulatedDirectory): SimulatedDirectory {
    const known = this.#copies.get(original);
    if (known?.kind === 'directory') return known;
    const copy = makeDirectory();
    this.#copies.set(original, copy);
    for (const which of ['cached', 'durable'] as const) {
      for (const [name, node] of original[which]) copy[which].set(name, this.node(node));
    }
    return copy;
  }

  node(original: SimulatedNode): SimulatedNode {
    if (original.kind === 'directory') return this.directory(original);
    const copy =
      this.#copies.get(original) ?? (original.kind === 'file' ? original.clone() : original);
    this.#copies.set(original, copy);
    return copy;
  }

  change(original: NameChange): NameChange {
    return original.map(({ directory, name, node }) => ({
      directory: this.directory(directory),
      name,
      node: node && this.node(node),
    }));
  }
}
