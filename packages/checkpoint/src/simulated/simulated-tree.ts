import { errnoError } from '../io-error.ts';
import type { SimulatedFile } from './simulated-file.ts';

/** What programs see under each name, and what is on the disk. */
export interface SimulatedDirectory {
  readonly kind: 'directory';
  readonly cached: Map<string, SimulatedNode>;
  readonly durable: Map<string, SimulatedNode>;
}

export interface SimulatedLink {
  readonly kind: 'symbolic-link';
  readonly to: string;
}

export type SimulatedNode = SimulatedDirectory | SimulatedFile | SimulatedLink;

/** A change of directories that happens as a whole: a rename is one of two names. */
export type NameChange = readonly {
  readonly directory: SimulatedDirectory;
  readonly name: string;
  /** Undefined for a name that is gone. */
  readonly node: SimulatedNode | undefined;
}[];

/** A place for a node, whether there is one or not. */
export interface SimulatedPlace {
  readonly directory: SimulatedDirectory;
  readonly name: string;
  readonly node: SimulatedNode | undefined;
}

export function makeDirectory(): SimulatedDirectory {
  return { kind: 'directory', cached: new Map(), durable: new Map() };
}

/** As many links as Linux follows in one path. */
const LINKS_MAX = 40;

/**
 * Where a path leads. Links on the way are followed, one at its end is not. Throws `ENOENT`,
 * `ENOTDIR` or `ELOOP` unless all in front of the last name are directories.
 */
export function findPlace(root: SimulatedDirectory, path: string, links = 0): SimulatedPlace {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  const name = names.pop();
  if (name === undefined) return { directory: root, name: '', node: root };
  let directory = root;
  let walked = '';
  for (const next of names) {
    walked += `/${next}`;
    directory = directoryOf(root, directory.cached.get(next), walked, links);
  }
  return { directory, name, node: directory.cached.get(name) };
}

/** The directory at a path, or behind a link there. */
export function findDirectory(root: SimulatedDirectory, path: string): SimulatedDirectory {
  return directoryOf(root, findPlace(root, path).node, path, 0);
}

function directoryOf(
  root: SimulatedDirectory,
  node: SimulatedNode | undefined,
  path: string,
  links: number,
): SimulatedDirectory {
  if (!node) throw errnoError('ENOENT', path);
  if (node.kind === 'directory') return node;
  if (node.kind === 'file') throw errnoError('ENOTDIR', path);
  if (links === LINKS_MAX) throw errnoError('ELOOP', path);
  const behind = findPlace(root, node.to, links + 1).node;
  return directoryOf(root, behind, node.to, links + 1);
}

/** Whether `inner` is `directory`, or somewhere below it. */
export function isWithin(directory: SimulatedDirectory, inner: SimulatedDirectory): boolean {
  if (directory === inner) return true;
  return [...directory.cached.values()].some(
    (node) => node.kind === 'directory' && isWithin(node, inner),
  );
}

export function changeNames(which: 'cached' | 'durable', changes: NameChange): void {
  for (const { directory, name, node } of changes) {
    if (node) directory[which].set(name, node);
    else directory[which].delete(name);
  }
}

/** The bytes of all files that programs see below a directory. */
export function usedBytes(directory: SimulatedDirectory): number {
  let bytes = 0;
  for (const node of directory.cached.values()) {
    if (node.kind === 'file') bytes += node.size;
    else if (node.kind === 'directory') bytes += usedBytes(node);
  }
  return bytes;
}
