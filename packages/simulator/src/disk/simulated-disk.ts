import type { FileSystem } from '@quorate/checkpoint';
import type { SimulatedDisk as FileDisk } from '@quorate/checkpoint/simulated';
import type { Database, DatabaseEngine } from '@quorate/log/leveldb';
import { LogError } from '@quorate/log';
import type { SimulatedNode } from '../world/simulated-node.ts';
import type { World } from '../world/world.ts';
import { DatabaseState } from './database-state.ts';
import type { WrittenBatch } from './database-state.ts';
import { HEALTHY } from './disk-faults.ts';
import type { DiskFaults } from './disk-faults.ts';
import { SimulatedDatabase } from './simulated-database.ts';
import { SimulatedFiles } from './simulated-files.ts';

/** How a node stops: a killed program leaves the page cache, a machine without power does not. */
export type CrashKind = 'kill' | 'power-loss';

/** The contents of a disk at one moment, as they would be found after a loss of power. */
export interface DiskBackup {
  readonly databases: ReadonlyMap<string, DatabaseState>;
  readonly files: FileDisk;
}

/** Hears what happens on a disk. */
export interface DiskListener {
  /** A batch was handed over; `others` are those under way on the same database. */
  writing?(path: string, batch: WrittenBatch, others: number): void;
  /** A batch has become durable. */
  durable?(path: string, batch: WrittenBatch): void;
  /** A fault struck: its name. */
  fault?(name: string): void;
  /** The contents were replaced or are gone. */
  replaced?(): void;
}

/** A disk with databases and files on it. It outlives the node's programs. */
export class SimulatedDisk {
  faults: DiskFaults = HEALTHY;
  readonly #world: World;
  readonly #node: SimulatedNode;
  readonly #databases = new Map<string, DatabaseState>();
  readonly #open = new Set<SimulatedDatabase>();
  readonly #notes = new Map<string, string>();
  readonly #files: SimulatedFiles;
  #listener: DiskListener = {};
  #nextWrite: (() => void)[] = [];

  constructor(world: World, node: SimulatedNode) {
    this.#world = world;
    this.#node = node;
    this.#files = new SimulatedFiles({
      world,
      node,
      faults: () => this.faults,
      writing: () => this.#announceWrite(),
      fault: (name) => this.#listener.fault?.(name),
    });
  }

  /**
   * The files of this disk, as the program of the node's present life sees them: bytes are durable after a
   * sync of the file, names after one of their directory. They have nothing to do with the databases.
   */
  get fileSystem(): FileSystem {
    return this.#files.fileSystem;
  }

  /** The paths of all files, in the order of the names. */
  get filePaths(): readonly string[] {
    return this.#files.paths;
  }

  /** What is in a file, as a program would see it. Throws if there is none. */
  fileBytes(path: string): Uint8Array {
    return this.#files.bytesOf(path);
  }

  /** Opens databases on this disk, for `levelStorage({ engine })`. */
  readonly engine: DatabaseEngine = {
    open: (path, createIfMissing) => this.#openDatabase(path, createIfMissing),
    syncDirectory: () => Promise.resolve(),
    readNote: (path) => Promise.resolve(this.#notes.get(path)),
    writeNote: async (path, note) => {
      await Promise.resolve();
      this.#notes.set(path, note);
    },
  };

  /** Hears of everything from now on; there is one listener. */
  listen(listener: DiskListener): void {
    this.#listener = listener;
  }

  /** Calls `listener` when the next batch is handed over, or the next change of a file. */
  onNextWrite(listener: () => void): void {
    this.#nextWrite.push(listener);
  }

  /** The contents of a database, undefined when there is none. */
  database(path: string): DatabaseState | undefined {
    return this.#databases.get(path);
  }

  /** All is lost. The node must be down. */
  wipe(): void {
    this.#databases.clear();
    this.#notes.clear();
    this.#files.wipe();
    this.#listener.replaced?.();
  }

  /** What a backup of it would hold: what is durable now. */
  backup(): DiskBackup {
    const databases = new Map([...this.#databases].map(([path, state]) => [path, state.copy()]));
    return { databases, files: this.#files.copy() };
  }

  /** Replaces all by a backup, of this disk or of another one. The node must be down. */
  restore(backup: DiskBackup): void {
    this.#databases.clear();
    for (const [path, state] of backup.databases) this.#databases.set(path, state.copy());
    this.#files.restore(backup.files);
    this.#listener.replaced?.();
  }

  /** A value on the disk rots: reading it fails from then on. @returns whether there was any */
  damage(): boolean {
    const { chance } = this.#node;
    for (const state of this.#databases.values()) {
      const { keys } = state.durable;
      if (keys.length === 0) continue;
      state.damaged.add(chance.pick(keys));
      this.#listener.fault?.('bit-rot');
      return true;
    }
    return false;
  }

  /**
   * A bit of a file flips. The node must be down, and its power have been lost: what a program has written
   * and not synced would cover it.
   *
   * @returns flips it back
   */
  damageFile(path: string, offset: number): () => void {
    this.#files.corrupt(path, offset);
    this.#listener.fault?.('bit-rot');
    return () => this.#files.corrupt(path, offset);
  }

  /** Whether something on it has rotted that was not written anew since. */
  get isDamaged(): boolean {
    return [...this.#databases.values()].some(({ damaged }) => damaged.size > 0);
  }

  /** @internal The node stops. */
  crash(kind: CrashKind): void {
    this.#nextWrite = [];
    for (const database of this.#open) database.abandon();
    this.#open.clear();
    this.#files.crash(kind);
    const { chance } = this.#node;
    for (const [path, state] of this.#databases) {
      state.lock = undefined;
      if (kind === 'kill' && !(state.isSuspect && chance.permille(500))) continue;
      const kept = state.unsyncedCount > 0 ? chance.between(0, state.unsyncedCount) : 0;
      for (const batch of state.losePower(kept)) this.#listener.durable?.(path, batch);
    }
  }

  #announceWrite(): void {
    for (const listener of this.#nextWrite.splice(0)) listener();
  }

  async #openDatabase(path: string, createIfMissing: boolean): Promise<Database> {
    const existing = this.#databases.get(path);
    if (!existing && !createIfMissing) {
      throw new LogError('LOG_PATH_INVALID', `${path} holds no log, and createIfMissing is false`);
    }
    const state = existing ?? new DatabaseState();
    if (state.lock) throw new LogError('LOG_LOCKED', `${path} is in use`);
    this.#databases.set(path, state);
    const database: SimulatedDatabase = new SimulatedDatabase({
      world: this.#world,
      node: this.#node,
      state,
      faults: () => this.faults,
      writing: (batch, others) => {
        this.#listener.writing?.(path, batch, others);
        this.#announceWrite();
      },
      durable: (batch) => this.#listener.durable?.(path, batch),
      fault: (name) => this.#listener.fault?.(name),
      closed: () => this.#open.delete(database),
    });
    state.lock = database;
    this.#open.add(database);
    await database.delay();
    return database;
  }
}
