import { toPosition } from '@quorate/log';
import type { Entry } from '@quorate/messages';
import { SnapshotTable } from './snapshot-table.ts';
import { VALUE_SIZE_BYTES_MAX } from './log-storage-options.ts';

/**
 * The variables of a log, entry by entry: for those who have the entries, such as a tool that looks at
 * a stopped replica. Nothing is written.
 */
export class LogReplay {
  readonly #table = new SnapshotTable(VALUE_SIZE_BYTES_MAX);

  /**
   * Applies the operation in an entry; positions ascend. Returns the name of the variable it concerns.
   *
   * Throws `STATE_OPERATION_MALFORMED`, `STATE_DIFF_MALFORMED`, `STATE_DIFF_UNSUPPORTED`.
   */
  apply(position: number, data: Uint8Array): string | undefined {
    return this.#table.apply(toPosition(position), data);
  }

  /**
   * At the end of the log. Throws `STATE_OPERATION_MALFORMED` if there are differences to a variable
   * but no snapshot of it.
   */
  checkComplete(): void {
    this.#table.checkComplete();
  }

  /** A variable as of the last entry; undefined if it is not there, or the log begins behind its snapshot. */
  entry(name: string): Entry | undefined {
    const stored = this.#table.entry(name);
    return stored && { name, uuid: new Uint8Array(stored.uuid), value: stored.value.bytes() };
  }
}
