import type { Database, DatabaseBatch, DatabaseCursor, DatabaseRange } from '@quorate/log/leveldb';
import type { SimulatedNode } from '../world/simulated-node.ts';
import type { World } from '../world/world.ts';
import type { Change, DatabaseState, WrittenBatch } from './database-state.ts';
import type { DiskFaults } from './disk-faults.ts';

/** What an open database needs of its disk. */
export interface DatabaseHost {
  readonly world: World;
  readonly node: SimulatedNode;
  readonly state: DatabaseState;
  faults(): DiskFaults;
  writing(batch: WrittenBatch, others: number): void;
  durable(batch: WrittenBatch): void;
  fault(name: string): void;
  closed(): void;
}

interface Write {
  readonly batch: WrittenBatch;
  readonly sync: boolean;
}

/**
 * A LevelDB as a log sees one: batches are atomic, a sync covers all earlier writes, and after a
 * failed one nothing is written until it is opened anew.
 */
export class SimulatedDatabase implements Database {
  readonly #host: DatabaseHost;
  readonly #inFlight = new Set<Write>();
  #isPoisoned = false;
  #isClosed = false;

  constructor(host: DatabaseHost) {
    this.#host = host;
  }

  async get(key: Uint8Array): Promise<Uint8Array | undefined> {
    this.#checkOpen();
    this.#checkRead();
    const name = textOf(key);
    const value = this.#host.state.visible.get(name);
    if (value && this.#host.state.damaged.has(name)) throw corruption(name);
    return Promise.resolve(value);
  }

  batch(): DatabaseBatch {
    const changes: Change[] = [];
    return {
      put: (key, value) => changes.push({ key: textOf(key), value: value.slice() }),
      del: (key) => changes.push({ key: textOf(key), value: undefined }),
      write: ({ sync }) => this.#write({ batch: changes, sync }),
      close: () => Promise.resolve(),
    };
  }

  iterator(range: DatabaseRange): DatabaseCursor<[Uint8Array, Uint8Array]> {
    const { state } = this.#host;
    const view = this.#keysOf(range).map((key) => [key, state.visible.get(key)] as const);
    return this.#cursor(view, ([key, value]) => {
      if (state.damaged.has(key)) throw corruption(key);
      return [bytesOf(key), value as Uint8Array];
    });
  }

  keys(range: DatabaseRange): DatabaseCursor<Uint8Array> {
    return this.#cursor(this.#keysOf(range), bytesOf);
  }

  /** Tables are written and synced: what was in the page cache is durable then. */
  async compactRange(): Promise<void> {
    await this.delay();
    this.#checkOpen();
    for (const batch of this.#host.state.sync()) this.#host.durable(batch);
  }

  approximateSize(): Promise<number> {
    return Promise.resolve(0);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.delay();
    if (this.#host.state.lock === this) this.#host.state.lock = undefined;
    this.#host.closed();
  }

  /** @internal Takes as long as the disk does; never ends when the node stops. */
  delay(): Promise<void> {
    const { world, node } = this.#host;
    const { syncUsMin, syncUsMax } = this.#host.faults();
    return new Promise((resolve) => {
      world.after(node.chance.between(syncUsMin, syncUsMax), node, resolve);
    });
  }

  /** @internal The node stops: some of what is under way has reached the page cache, in order. */
  abandon(): void {
    this.#isClosed = true;
    for (const { batch } of this.#inFlight) {
      if (!this.#host.node.chance.permille(500)) break;
      this.#host.state.write(batch);
    }
    this.#inFlight.clear();
  }

  async #write(write: Write): Promise<void> {
    this.#checkOpen();
    const { state } = this.#host;
    this.#host.writing(write.batch, this.#inFlight.size);
    if (this.#isPoisoned) throw ioError('an earlier sync has failed');
    if (this.#host.faults().isFull) {
      this.#host.fault('disk-full');
      this.#isPoisoned = true;
      throw ioError('No space left on device');
    }
    this.#inFlight.add(write);
    await this.delay();
    this.#inFlight.delete(write);
    this.#checkOpen();
    state.write(write.batch);
    if (!write.sync) return;
    const { chance } = this.#host.node;
    const { syncFailurePermille, syncLiePermille } = this.#host.faults();
    if (chance.permille(syncFailurePermille)) {
      this.#host.fault('sync-failure');
      this.#isPoisoned = true;
      state.isSuspect = true;
      throw ioError('fdatasync: Input/output error');
    }
    if (chance.permille(syncLiePermille)) {
      this.#host.fault('sync-lie');
      return;
    }
    for (const batch of state.sync()) this.#host.durable(batch);
  }

  #keysOf({ gte, lt, lte }: DatabaseRange): readonly string[] {
    this.#checkOpen();
    const below = lt ? textOf(lt) : lte ? `${textOf(lte)}\0` : '\uffff';
    return this.#host.state.visible.between(textOf(gte), below);
  }

  #cursor<K, T>(items: readonly K[], show: (item: K) => T): DatabaseCursor<T> {
    let next = 0;
    return {
      nextv: async (length) => {
        this.#checkOpen();
        this.#checkRead();
        const piece = items.slice(next, next + length);
        next += piece.length;
        return Promise.resolve(piece.map(show));
      },
      close: () => Promise.resolve(),
    };
  }

  #checkRead(): void {
    if (!this.#host.node.chance.permille(this.#host.faults().readFailurePermille)) return;
    this.#host.fault('read-failure');
    throw ioError('Input/output error');
  }

  #checkOpen(): void {
    if (this.#isClosed) throw new Error('Database is not open');
  }
}

function textOf(key: Uint8Array): string {
  return String.fromCharCode(...key);
}

function bytesOf(key: string): Uint8Array {
  return Uint8Array.from(key, (character) => character.charCodeAt(0));
}

function ioError(reason: string): Error {
  return Object.assign(new Error(`IO error: ${reason}`), { code: 'LEVEL_IO_ERROR' });
}

function corruption(key: string): Error {
  return Object.assign(new Error(`Corruption: block checksum mismatch at ${key}`), {
    code: 'LEVEL_CORRUPTION',
  });
}
