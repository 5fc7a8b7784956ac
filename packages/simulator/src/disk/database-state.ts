import { SortedRecords } from './sorted-records.ts';

/** One change of a batch; undefined deletes. */
export interface Change {
  readonly key: string;
  readonly value: Uint8Array | undefined;
}

/** A batch that was written: all or none of it is ever seen. */
export type WrittenBatch = readonly Change[];

/**
 * The contents of one database: what a reader sees, and what a loss of power would leave. A batch
 * is first in the page cache; a sync makes it durable, with all that were written before it.
 */
export class DatabaseState {
  /** What is read. */
  visible = new SortedRecords();
  /** What is there whatever happens. */
  durable = new SortedRecords();
  /** Written and not synced, oldest first. */
  #unsynced: WrittenBatch[] = [];
  /** Keys whose values are damaged on the disk. */
  readonly damaged = new Set<string>();
  /** Whose handle has it open. */
  lock: object | undefined;
  /**
   * A sync has failed: the page cache has forgotten that it holds something to be written, so that
   * may be gone even when only the program stops.
   */
  isSuspect = false;
  /** Counts the moments in which something became durable. */
  syncs = 0;

  write(batch: WrittenBatch): void {
    this.#unsynced.push(batch);
    applyTo(this.visible, batch);
    for (const { key } of batch) this.damaged.delete(key);
  }

  /** @returns what has become durable */
  sync(): readonly WrittenBatch[] {
    const synced = this.#unsynced;
    this.#unsynced = [];
    for (const batch of synced) applyTo(this.durable, batch);
    this.syncs++;
    return synced;
  }

  get unsyncedCount(): number {
    return this.#unsynced.length;
  }

  /** The power goes: of what was not synced, the first `kept` batches are there. */
  losePower(kept: number): readonly WrittenBatch[] {
    const survived = this.#unsynced.slice(0, kept);
    for (const batch of survived) applyTo(this.durable, batch);
    this.#unsynced = [];
    this.isSuspect = false;
    this.visible = new SortedRecords(this.durable);
    return survived;
  }

  /** A copy, as a backup holds it. */
  copy(): DatabaseState {
    const copy = new DatabaseState();
    copy.durable = new SortedRecords(this.durable);
    copy.visible = new SortedRecords(this.durable);
    return copy;
  }
}

function applyTo(records: SortedRecords, batch: WrittenBatch): void {
  for (const { key, value } of batch) {
    if (value === undefined) records.delete(key);
    else records.set(key, value);
  }
}
