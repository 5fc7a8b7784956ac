import type { Position } from '@quorate/log';
import { Operation, type Entry } from '@quorate/messages';
import { equalUuids, UUID_SIZE_BYTES } from './entry.ts';
import { StateError, type StateErrorCode } from './errors.ts';
import { applySvndiff } from './svndiff/apply.ts';
import { Rope } from './value/rope.ts';

/** The latest version of a variable. */
export interface StoredEntry {
  readonly name: string;
  readonly uuid: Uint8Array;
  readonly value: Rope;
}

/** Where in the log a variable's latest version is. */
export interface Snapshot {
  /** Of the last entry that holds the whole value. */
  readonly position: Position;
  readonly entry: StoredEntry;
  /** How many differences stand between that and the latest version. */
  readonly diffs: number;
  /** Of the latest version. */
  readonly lastPosition: Position;
}

/** Positions of a snapshot and of the last difference to it, of a variable that has a newer one. */
interface SpentChain {
  readonly from: Position;
  readonly to: Position;
}

/**
 * What the operations of a log, applied in order up to position `index`, have left: the latest
 * version of each variable and where in the log its snapshot stands.
 */
export class SnapshotTable {
  readonly #valueSizeMaxBytes: number;
  // Invariant: iteration order is ascending position, because every put goes to the end and
  // positions only grow. The first snapshot is therefore where the log may be truncated to.
  readonly #snapshots = new Map<string, Snapshot>();
  /** In the order in which they were superseded. */
  #spent: SpentChain[] = [];
  /** Where the first difference stands of each variable whose snapshot was truncated. */
  readonly #headless = new Map<string, Position>();
  #index: Position | undefined;

  /** @param valueSizeMaxBytes what a difference may make a value grow to */
  constructor(valueSizeMaxBytes: number) {
    this.#valueSizeMaxBytes = valueSizeMaxBytes;
  }

  /** The last position that is accounted for; undefined before the first. */
  get index(): Position | undefined {
    return this.#index;
  }

  snapshot(name: string): Snapshot | undefined {
    return this.#snapshots.get(name);
  }

  entry(name: string): StoredEntry | undefined {
    return this.#snapshots.get(name)?.entry;
  }

  /** Whether a store from version `uuid` is current: nothing is stored, or exactly that version. */
  accepts(name: string, uuid: Uint8Array): boolean {
    const stored = this.entry(name);
    return !stored || equalUuids(stored.uuid, uuid);
  }

  names(): ReadonlySet<string> {
    return new Set(this.#snapshots.keys());
  }

  /** The snapshot that all others are behind; undefined while there is none. */
  oldest(): Snapshot | undefined {
    for (const snapshot of this.#snapshots.values()) return snapshot;
    return undefined;
  }

  /**
   * The highest position up to which, but not including it, the log is not needed, at most `to`.
   *
   * A difference must not stay behind without its snapshot, even if both are superseded: Mesos ends
   * its program when it reads one.
   */
  truncatableTo(to: Position, beginning: Position): Position {
    this.#spent = this.#spent.filter((chain) => chain.to >= beginning);
    const descending = this.#spent.toSorted((a, b) => b.from - a.from);
    return descending.reduce(
      (cut, chain) => (chain.from < cut && cut <= chain.to ? chain.from : cut),
      to,
    );
  }

  /** The whole value stands at `position`. */
  put(position: Position, entry: StoredEntry): void {
    this.#supersede(entry.name);
    this.#snapshots.set(entry.name, { position, entry, diffs: 0, lastPosition: position });
    this.advance(position);
  }

  /** A difference to the version before stands at `position`: its snapshot is still needed. */
  change(position: Position, entry: StoredEntry): void {
    const before = this.#snapshots.get(entry.name);
    if (!before) return this.put(position, entry);
    const diffs = before.diffs + 1;
    this.#snapshots.set(entry.name, { ...before, entry, diffs, lastPosition: position });
    this.advance(position);
  }

  remove(position: Position, name: string): void {
    this.#supersede(name);
    this.advance(position);
  }

  #supersede(name: string): void {
    const before = this.#snapshots.get(name);
    this.#snapshots.delete(name);
    this.#headless.delete(name);
    if (!before || before.diffs === 0) return;
    this.#spent.push({ from: before.position, to: before.lastPosition });
  }

  /** Accounts for everything up to `position`: nothing there that is not applied concerns us. */
  advance(position: Position): void {
    if (this.#index === undefined || position > this.#index) this.#index = position;
  }

  /** Forgets everything: what is applied next is the beginning of the log. */
  clear(): void {
    this.#snapshots.clear();
    this.#headless.clear();
    this.#spent = [];
    this.#index = undefined;
  }

  /**
   * Throws `STATE_OPERATION_MALFORMED` if a variable has differences but no snapshot. Called when
   * all of the log was applied: until then one may follow. (A log of several variables that was
   * truncated by Mesos may begin within a chain of differences.)
   */
  checkComplete(): void {
    for (const [name, position] of this.#headless) {
      const what = `a DIFF of ${JSON.stringify(name)}, which nothing was stored under`;
      throw malformed(position, what);
    }
  }

  /**
   * Applies the operation in one log entry; entries up to `index` are not applied twice.
   * Returns the name of the variable that it concerns.
   *
   * Throws, with the position in the message: `STATE_OPERATION_MALFORMED` for bytes that are not an
   * operation; `STATE_DIFF_MALFORMED` and `STATE_DIFF_UNSUPPORTED` for
   * a difference that cannot be applied.
   */
  apply(position: Position, data: Uint8Array): string | undefined {
    if (this.#index !== undefined && position <= this.#index) return undefined;
    const operation = decodeOperation(position, data);
    switch (operation.type) {
      case 'snapshot': {
        const entry = checkEntry(position, operation.snapshot?.entry, 'SNAPSHOT');
        this.put(position, { ...entry, value: Rope.of(entry.value) });
        return entry.name;
      }
      case 'diff': {
        const entry = checkEntry(position, operation.diff?.entry, 'DIFF');
        const before = this.entry(entry.name);
        if (before)
          this.change(position, { ...entry, value: this.#patched(position, entry, before) });
        else if (!this.#headless.has(entry.name)) this.#headless.set(entry.name, position);
        return entry.name;
      }
      case 'expunge': {
        if (!operation.expunge) {
          throw malformed(position, 'an EXPUNGE operation without the name to expunge');
        }
        this.remove(position, operation.expunge.name);
        return operation.expunge.name;
      }
    }
  }

  #patched(position: Position, { name, value }: Entry, before: StoredEntry): Rope {
    try {
      return applySvndiff(before.value, value, this.#valueSizeMaxBytes);
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      throw undiffable(error.code, position, name, error);
    }
  }
}

function decodeOperation(position: Position, data: Uint8Array): Operation {
  try {
    return Operation.decode(data);
  } catch (error) {
    throw malformed(position, 'bytes that are not a state operation', error);
  }
}

function checkEntry(position: Position, entry: Entry | undefined, what: string): Entry {
  if (!entry) throw malformed(position, `a ${what} operation without its entry`);
  if (entry.uuid.length === UUID_SIZE_BYTES) return entry;
  throw malformed(position, `a version of ${entry.uuid.length} bytes`);
}

function malformed(position: Position, what: string, cause?: unknown): StateError {
  const message = `log position ${position} holds ${what}: is this log written by something else?`;
  return new StateError('STATE_OPERATION_MALFORMED', message, cause === undefined ? {} : { cause });
}

function undiffable(code: StateErrorCode, position: Position, name: string, cause: StateError) {
  const message = `log position ${position} holds a DIFF of ${JSON.stringify(name)}: ${cause.message}`;
  return new StateError(code, message, { cause });
}
