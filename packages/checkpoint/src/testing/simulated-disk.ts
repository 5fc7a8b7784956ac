import { Chance } from './chance.ts';
import { type SimulatedFile } from './simulated-file.ts';
import type { Survivors } from './simulated-file.ts';
import { SimulatedFileSystem } from './simulated-file-system.ts';

export interface SimulatedDirectory {
  readonly kind: 'directory';
  readonly cached: Map<string, SimulatedNode>;
  readonly durable: Map<string, SimulatedNode>;
}

interface SimulatedLink {
  readonly kind: 'symbolic-link';
}

export type SimulatedNode = SimulatedDirectory | SimulatedFile | SimulatedLink;

/** A change of directories that happens as a whole: a rename is one of two names. */
interface EntryOperation {
  readonly changes: readonly {
    readonly directory: SimulatedDirectory;
    readonly name: string;
    /** Undefined for a name that is gone. */
    readonly node: SimulatedNode | undefined;
  }[];
}

/**
 * What goes wrong at a point:
 *
 * - `crash`, `crash-after`, `crash-amid`: the program ends before, after, or (in a write) in the
 *   middle of it.
 * - `sync-error`: it fails with `EIO`. What a file was to make durable never becomes so, unless it is
 *   written again (D4); names are left for a later sync, as file systems that journal them do.
 * - `sync-lie`: it succeeds, and nothing is durable. (D5)
 * - `write-error`, `disk-full`: it fails with `EIO` or `ENOSPC`, a write after part of it. (D7)
 */
export type Fault =
  'crash' | 'crash-after' | 'crash-amid' | 'sync-error' | 'sync-lie' | 'write-error' | 'disk-full';

export interface FaultPlan {
  /** Which persistence point of the life, from 1. */
  readonly at: number;
  readonly fault: Fault;
}

/** How a life ends. A number is a seed: chance decides what of the un-synced survives. */
export type Ending = 'process' | { readonly power: 'none' | 'all' | number };

/**
 * A disk as POSIX lets it be: what was not synced may be lost with the power, each file's bytes and
 * each directory's names for themselves, and a write may be torn. Programs come and go on it; each
 * has a file system of its own, and what it does after its end never settles.
 *
 * The same calls and the same seeds give the same bytes.
 */
export class SimulatedDisk {
  readonly root: SimulatedDirectory = makeDirectory();
  #unsynced: EntryOperation[] = [];
  #life: SimulatedFileSystem | undefined;

  /** Begins a program's life on the disk; the one before has ended. */
  start(plan?: FaultPlan): SimulatedFileSystem {
    this.#life?.end();
    this.#life = new SimulatedFileSystem(this, plan);
    return this.#life;
  }

  /**
   * Ends the program's life. After the end of a process everything that it has written is there;
   * after a loss of power what was synced is, and of the rest what survived.
   */
  crash(ending: Ending): void {
    this.#life?.end();
    if (ending === 'process') return;
    const { power } = ending;
    const survivors: Survivors = typeof power === 'number' ? new Chance(power) : power;
    for (const operation of this.#unsynced) {
      const survives = survivors === 'all' || (survivors !== 'none' && survivors.coin());
      if (survives) applyDurably(operation);
    }
    this.#unsynced = [];
    losePower(this.root, survivors);
  }

  /** Makes all that is there durable, as if long ago. */
  syncAll(): void {
    for (const operation of this.#unsynced) applyDurably(operation);
    this.#unsynced = [];
    losePower(this.root, 'all');
  }

  /** Flips a bit of a file's byte. (D8) Throws if there is no such file. */
  corrupt(path: string, offset: number): void {
    const node = findNode(this.root, path);
    if (node?.kind !== 'file') throw new Error(`no file at ${path}`);
    node.corrupt(offset);
  }

  /** Puts a symbolic link at `path`. Nothing follows it, so that it needs no target. */
  plantLink(path: string): void {
    const slash = path.lastIndexOf('/');
    const directory = findNode(this.root, path.slice(0, slash));
    if (directory?.kind !== 'directory') throw new Error(`no directory for ${path}`);
    this.change([{ directory, name: path.slice(slash + 1), node: { kind: 'symbolic-link' } }]);
    this.syncAll();
  }

  /** @internal */
  change(changes: EntryOperation['changes']): void {
    for (const { directory, name, node } of changes) set(directory.cached, name, node);
    this.#unsynced.push({ changes });
  }

  /** @internal Makes the changes of a directory's names durable. */
  syncEntries(directory: SimulatedDirectory): void {
    const concerns = ({ changes }: EntryOperation): boolean =>
      changes.some((change) => change.directory === directory);
    this.#unsynced.filter(concerns).forEach(applyDurably);
    this.#unsynced = this.#unsynced.filter((operation) => !concerns(operation));
  }
}

export function makeDirectory(): SimulatedDirectory {
  return { kind: 'directory', cached: new Map(), durable: new Map() };
}

/** What is at a path; undefined if nothing is, or if something on the way is no directory. */
export function findNode(root: SimulatedDirectory, path: string): SimulatedNode | undefined {
  let node: SimulatedNode | undefined = root;
  for (const name of path.split('/')) {
    if (name === '') continue;
    node = node?.kind === 'directory' ? node.cached.get(name) : undefined;
  }
  return node;
}

function applyDurably({ changes }: EntryOperation): void {
  for (const { directory, name, node } of changes) set(directory.durable, name, node);
}

function set(names: Map<string, SimulatedNode>, name: string, node: SimulatedNode | undefined) {
  if (node) names.set(name, node);
  else names.delete(name);
}

/** What is on the disk becomes what is seen, all the way down. */
function losePower(directory: SimulatedDirectory, survivors: Survivors): void {
  directory.cached.clear();
  for (const [name, node] of directory.durable) {
    directory.cached.set(name, node);
    if (node.kind === 'directory') losePower(node, survivors);
    else if (node.kind === 'file') node.losePower(survivors);
  }
}
