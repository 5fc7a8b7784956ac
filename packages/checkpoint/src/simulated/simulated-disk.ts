import { Chance } from './chance.ts';
import type { SimulatedFile, Survivors } from './simulated-file.ts';
import { SimulatedFileSystem } from './simulated-file-system.ts';
import { changeNames, findPlace, makeDirectory } from './simulated-tree.ts';
import type { NameChange, SimulatedDirectory } from './simulated-tree.ts';
import { TreeCopy } from './tree-copy.ts';

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

/** Which fault happens, and when. */
export interface FaultPlan {
  /** Which persistence point of the life, from 1. */
  readonly at: number;
  readonly fault: Fault;
}

/**
 * A call that changes what is on the disk, or makes it durable: a change of a file's bytes or size,
 * one that is durable when it returns, a sync, or a change of a directory's names.
 */
export type PersistencePoint = 'write' | 'synced-write' | 'sync' | 'entry';

/** Says of each persistence point, as it comes, what goes wrong there. */
export type FaultChooser = (point: PersistencePoint) => Fault | undefined;

/** How a life ends. A number is a seed: chance decides what of the un-synced survives. */
export type Ending = 'process' | { readonly power: 'none' | 'all' | number };

/** How large the disk is. */
export interface SimulatedDiskOptions {
  /** What the files may hold together; a write beyond it fails with `ENOSPC` after what fits. */
  readonly capacityBytes?: number;
}

/**
 * A disk as POSIX lets it be: what was not synced may be lost with the power, each file's bytes and
 * each directory's names for themselves, and a write may be torn. Programs come and go on it; each
 * has a file system of its own, and what it does after its end never settles.
 *
 * The same calls and the same seeds give the same bytes.
 */
export class SimulatedDisk {
  /** @internal */
  root: SimulatedDirectory = makeDirectory();
  readonly capacityBytes: number;
  #unsynced: NameChange[] = [];
  #life: SimulatedFileSystem | undefined;

  constructor({ capacityBytes = Infinity }: SimulatedDiskOptions = {}) {
    this.capacityBytes = capacityBytes;
  }

  /** Another disk that is as this one is. No program is alive on it. */
  clone(): SimulatedDisk {
    const copy = new SimulatedDisk({ capacityBytes: this.capacityBytes });
    const tree = new TreeCopy();
    copy.root = tree.directory(this.root);
    copy.#unsynced = this.#unsynced.map((changes) => tree.change(changes));
    return copy;
  }

  /**
   * Begins a program's life on the disk; the one before has ended. What goes wrong in it is planned, or
   * chosen as it goes on.
   */
  start(plan?: FaultPlan | FaultChooser): SimulatedFileSystem {
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
    this.#losePower(typeof power === 'number' ? new Chance(power) : power);
  }

  /** Makes all that is there durable, as if long ago. */
  syncAll(): void {
    this.#losePower('all');
  }

  /** Flips a bit of a file's byte; the same one again, the other way. (D8) Throws if there is no such file. */
  corrupt(path: string, offset: number): void {
    this.#file(path).corrupt(offset);
  }

  /** What programs see of a file. Throws if there is no such file. */
  bytesOf(path: string): Uint8Array {
    const file = this.#file(path);
    return file.read(0, file.size);
  }

  /** The paths of all files that programs see, in the order of the names. */
  files(): readonly string[] {
    return filesBelow(this.root, '');
  }

  /** Puts a symbolic link at `path`, durably. Only one to a directory leads anywhere. */
  plantLink(path: string, to = '/nowhere'): void {
    const { directory, name } = findPlace(this.root, path);
    const link: NameChange = [{ directory, name, node: { kind: 'symbolic-link', to } }];
    changeNames('cached', link);
    changeNames('durable', link);
  }

  /** @internal */
  change(changes: NameChange): void {
    changeNames('cached', changes);
    this.#unsynced.push(changes);
  }

  /** @internal Makes the changes of a directory's names durable. */
  syncEntries(directory: SimulatedDirectory): void {
    const concerns = (changes: NameChange): boolean =>
      changes.some((change) => change.directory === directory);
    for (const changes of this.#unsynced.filter(concerns)) changeNames('durable', changes);
    this.#unsynced = this.#unsynced.filter((changes) => !concerns(changes));
  }

  #file(path: string): SimulatedFile {
    const { node } = findPlace(this.root, path);
    if (node?.kind !== 'file') throw new Error(`no file at ${path}`);
    return node;
  }

  #losePower(survivors: Survivors): void {
    for (const changes of this.#unsynced) {
      const survives = survivors === 'all' || (survivors !== 'none' && survivors.coin());
      if (survives) changeNames('durable', changes);
    }
    this.#unsynced = [];
    showDurable(this.root, survivors);
  }
}

function filesBelow(directory: SimulatedDirectory, path: string): readonly string[] {
  return [...directory.cached]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, node]) => {
      if (node.kind === 'directory') return filesBelow(node, `${path}/${name}`);
      return node.kind === 'file' ? [`${path}/${name}`] : [];
    });
}

/** What is on the disk becomes what is seen, all the way down. */
function showDurable(directory: SimulatedDirectory, survivors: Survivors): void {
  directory.cached.clear();
  for (const [name, node] of directory.durable) {
    directory.cached.set(name, node);
    if (node.kind === 'directory') showDurable(node, survivors);
    else if (node.kind === 'file') node.losePower(survivors);
  }
}
