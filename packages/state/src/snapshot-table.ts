import type { Position } from '@quorate/log';
import { Operation, type Entry } from '@quorate/messages';
import { equalUuids, UUID_SIZE_BYTES } from './entry.ts';
import { StateError } from './errors.ts';

interface Snapshot {
  readonly position: Position;
  readonly entry: Entry;
}

/**
 * What the operations of a log, applied in order up to position `index`, have left: the latest
 * snapshot of each variable and where in the log it stands.
 */
export class SnapshotTable {
  // Invariant: iteration order is ascending position, because every put goes to the end and
  // positions only grow. The first snapshot is therefore where the log may be truncated to.
  readonly #snapshots = new Map<string, Snapshot>();
  #index: Position | undefined;

  /** The last position that is accounted for; undefined before the first. */
  get index(): Position | undefined {
    return this.#index;
  }

  entry(name: string): Entry | undefined {
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

  /** The position every snapshot is at or after; undefined while there is none. */
  lowestPosition(): Position | undefined {
    for (const { position } of this.#snapshots.values()) return position;
    return undefined;
  }

  put(position: Position, entry: Entry): void {
    this.#snapshots.delete(entry.name);
    this.#snapshots.set(entry.name, { position, entry });
    this.advance(position);
  }

  remove(position: Position, name: string): void {
    this.#snapshots.delete(name);
    this.advance(position);
  }

  /** Accounts for everything up to `position`: nothing there that is not applied concerns us. */
  advance(position: Position): void {
    if (this.#index === undefined || position > this.#index) this.#index = position;
  }

  /** Forgets everything: what is applied next is the beginning of the log. */
  clear(): void {
    this.#snapshots.clear();
    this.#index = undefined;
  }

  /**
   * Applies the operation in one log entry; entries up to `index` are not applied twice.
   *
   * Throws `STATE_OPERATION_MALFORMED` for bytes that are not an operation, and
   * `STATE_DIFF_UNSUPPORTED` for a difference between two values.
   */
  apply(position: Position, data: Uint8Array): void {
    if (this.#index !== undefined && position <= this.#index) return;
    const operation = decodeOperation(position, data);
    switch (operation.type) {
      case 'snapshot': {
        const entry = operation.snapshot?.entry;
        if (!entry) throw malformed(position, 'a SNAPSHOT operation without its snapshot');
        if (entry.uuid.length !== UUID_SIZE_BYTES) {
          throw malformed(position, `a version of ${entry.uuid.length} bytes`);
        }
        return this.put(position, entry);
      }
      case 'expunge': {
        if (!operation.expunge) {
          throw malformed(position, 'an EXPUNGE operation without the name to expunge');
        }
        return this.remove(position, operation.expunge.name);
      }
      case 'diff':
        throw unsupportedDiff(position, operation.diff?.entry.name);
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

function malformed(position: Position, what: string, cause?: unknown): StateError {
  const message = `log position ${position} holds ${what}: is this log written by something else?`;
  return new StateError('STATE_OPERATION_MALFORMED', message, cause === undefined ? {} : { cause });
}

function unsupportedDiff(position: Position, name: string | undefined): StateError {
  const variable = name === undefined ? 'a variable' : JSON.stringify(name);
  const message =
    `log position ${position} holds a DIFF of ${variable}, which this version cannot apply: ` +
    'have the writer store snapshots only (diffsBetweenSnapshots 0)';
  return new StateError('STATE_DIFF_UNSUPPORTED', message);
}
