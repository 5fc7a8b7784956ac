import type { Database, DatabaseEngine } from '@quorate/log/leveldb';
import { LogError } from '@quorate/log';
import type { SimulatedNode } from '../world/simulated-node.ts';
import type { World } from '../world/world.ts';
import { DatabaseState } from './database-state.ts';
import type { WrittenBatch } from './database-state.ts';
import { HEALTHY } from './disk-faults.ts';
import type { DiskFaults } from './disk-faults.ts';
import { SimulatedDatabase } from './simulated-database.ts';

/** How a node stops: a killed program leaves the page cache, a machine without power does not. */
export type CrashKind = 'kill' | 'power-loss';

/** The contents of a disk at one moment, as they would be found after a loss of power. */
export type DiskBackup = ReadonlyMap<string, DatabaseState>;

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

/** A disk with databases on it. It outlives the node's programs. */
export class SimulatedDisk {
  faults: DiskFaults = HEALTHY;
  readonly #world: World;
  readonly #node: SimulatedNode;
  readonly #databases = new Map<string, DatabaseState>();
  readonly #open = new Set<SimulatedDatabase>();
  readonly #notes = new Map<string, string>();
  #listener: DiskListener = {};
  #nextWrite: (() => void)[] = [];

  constructor(world: World, node: SimulatedNode) {
    this.#world = world;
    this.#node = node;
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

  /** Calls `listener` when the next batch is handed over. */
  onNextWrite(listener: () => void): void {
    this.#nextWrite.push(listener);
  }

  /** The contents of a database, undefined when there is none. */
  database(path: string): DatabaseState | undefined {
    return this.#databases.get(path);
  }

  /** All is lost, but for what is noted beside the databases if so wished. The node must be down. */
  wipe({ keepNotes = false }: { readonly keepNotes?: boolean } = {}): void {
    this.#databases.clear();
    if (!keepNotes) this.#notes.clear();
    this.#listener.replaced?.();
  }

  /** What a backup of it would hold: what is durable now. */
  backup(): DiskBackup {
    return new Map([...this.#databases].map(([path, state]) => [path, state.copy()]));
  }

  /** Replaces all by a backup, of this disk or of another one. The node must be down. */
  restore(backup: DiskBackup): void {
    this.#databases.clear();
    for (const [path, state] of backup) this.#databases.set(path, state.copy());
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

  /** Whether something on it has rotted that was not written anew since. */
  get isDamaged(): boolean {
    return [...this.#databases.values()].some(({ damaged }) => damaged.size > 0);
  }

  /** @internal The node stops. */
  crash(kind: CrashKind): void {
    this.#nextWrite = [];
    for (const database of this.#open) database.abandon();
    this.#open.clear();
    const { chance } = this.#node;
    for (const [path, state] of this.#databases) {
      state.lock = undefined;
      if (kind === 'kill' && !(state.isSuspect && chance.permille(500))) continue;
      const kept = state.unsyncedCount > 0 ? chance.between(0, state.unsyncedCount) : 0;
      for (const batch of state.losePower(kept)) this.#listener.durable?.(path, batch);
    }
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
        for (const listener of this.#nextWrite.splice(0)) listener();
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
