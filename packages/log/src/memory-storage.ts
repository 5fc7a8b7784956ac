import type { Action, Metadata } from '@quorate/messages';
import { LogError } from './errors.ts';
import { RestoreScan } from './protocol/restore.ts';
import type { RestoredState } from './protocol/restore.ts';
import { toPosition } from './protocol/types.ts';
import type { Position } from './protocol/types.ts';
import { StorageGate } from './storage-gate.ts';
import type { Storage, StorageBatch } from './storage.ts';

/** What survives a restart of a replica in memory: hand the same one to the next storage. */
export interface MemoryDisk {
  /** Undefined until the replica has written any. */
  readonly metadata: Metadata | undefined;
  readonly records: ReadonlyMap<number, Action>;
  /** The named group that the replica has been a voting member of. */
  readonly memberOf: string | undefined;
}

/** An empty disk in memory. */
export function memoryDisk(): MemoryDisk {
  return new DiskContents();
}

class DiskContents implements MemoryDisk {
  metadata: Metadata | undefined;
  records = new Map<number, Action>();
  memberOf: string | undefined;
  locked = false;
}

/** Where a storage in memory keeps its records. */
export interface MemoryStorageOptions {
  /** Default: one of its own, which nothing outlives. */
  readonly disk?: MemoryDisk;
}

/**
 * A storage without a disk, for tests, examples and simulations. It keeps the whole contract of
 * `Storage`, except that "durable" means: as long as the disk object lives.
 *
 * `restore` rejects with `LOG_LOCKED` while another storage has the same disk open.
 */
export function memoryStorage(options: MemoryStorageOptions = {}): Storage {
  return new MemoryStorage(options.disk ?? memoryDisk());
}

class MemoryStorage implements Storage {
  readonly #disk: DiskContents;
  readonly #gate = new StorageGate('the memory storage');
  #holdsLock = false;

  constructor(disk: MemoryDisk) {
    if (!(disk instanceof DiskContents)) {
      throw new LogError('LOG_OPTION_INVALID', 'disk must be made by memoryDisk()');
    }
    this.#disk = disk;
  }

  restore(): Promise<RestoredState> {
    return this.#gate.restore(() => asynchronously(() => this.#restore()));
  }

  persist(batch: StorageBatch): Promise<void> {
    return this.#gate.write(() => asynchronously(() => this.#persist(batch)));
  }

  read(position: Position): Promise<Action | undefined> {
    return this.#gate.read(() => asynchronously(() => this.#disk.records.get(position)));
  }

  readRange(from: Position, to: Position): Promise<readonly Action[]> {
    return this.#gate.read(() =>
      asynchronously(() => recordsBetween(this.#disk.records, from, to)),
    );
  }

  close(): Promise<void> {
    return this.#gate.close(() =>
      asynchronously(() => {
        if (this.#holdsLock) this.#disk.locked = false;
      }),
    );
  }

  #restore(): RestoredState {
    if (this.#disk.locked) {
      throw new LogError(
        'LOG_LOCKED',
        'the memory disk is open in another storage; close that first',
      );
    }
    this.#disk.locked = true;
    this.#holdsLock = true;
    const scan = new RestoreScan();
    if (this.#disk.metadata) scan.metadata(this.#disk.metadata);
    for (const action of sorted(this.#disk.records.values())) scan.action(action);
    const { memberOf } = this.#disk;
    return { ...scan.finish(), ...(memberOf !== undefined && { memberOf }) };
  }

  #persist({ metadata, actions, truncateTo, memberOf }: StorageBatch): void {
    for (const action of actions) toPosition(action.position);
    if (memberOf !== undefined) this.#disk.memberOf = memberOf;
    if (metadata) this.#disk.metadata = metadata;
    const { records } = this.#disk;
    for (const action of actions) records.set(action.position, action);
    if (truncateTo === undefined) return;
    for (const position of records.keys()) if (position < truncateTo) records.delete(position);
  }
}

/** Runs later, as reading and writing a disk does: callers must not rely on less. */
async function asynchronously<T>(work: () => T): Promise<T> {
  await Promise.resolve();
  return work();
}

function recordsBetween(
  records: ReadonlyMap<number, Action>,
  from: number,
  to: number,
): readonly Action[] {
  if (to - from >= records.size) {
    return sorted(
      [...records.values()].filter(({ position }) => position >= from && position <= to),
    );
  }
  const found: Action[] = [];
  for (let position = from; position <= to; position++) {
    const action = records.get(position);
    if (action) found.push(action);
  }
  return found;
}

function sorted(actions: Iterable<Action>): readonly Action[] {
  return [...actions].sort((a, b) => a.position - b.position);
}
