import type { Reader, Writer } from '@quorate/log';
import type { Runtime } from '@quorate/process';

/** The part of a log's reader that state uses. */
export type LogReader = Pick<Reader, 'beginning' | 'read'>;

/** The part of a log's writer that state uses. */
export type LogWriter = Pick<Writer, 'start' | 'append' | 'truncate'>;

/** The part of a log that state uses; `Log` of `@quorate/log` has it. */
export interface ReplicatedLog {
  /** The runtime the log lives in. */
  readonly runtime?: Runtime;
  /** The most bytes one of its entries may have, if it says so. */
  readonly entrySizeMaxBytes?: number;
  reader(): LogReader;
  writer(): LogWriter;
}
