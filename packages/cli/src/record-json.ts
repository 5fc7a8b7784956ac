import type { Action, LogRecord, ReplicaStatus } from '@quorate/messages';
import type { LogSummary } from './log-contents.ts';

/** Mesos' spelling of a status. */
export function statusName(status: ReplicaStatus): string {
  return status.toUpperCase();
}

/**
 * A record as one JSON object, its keys in the documented order, absent fields left out.
 *
 * The promise that the first versions of Mesos wrote instead of metadata is shown as the metadata
 * it stands for: whoever made it was voting.
 */
export function recordJson(record: LogRecord): object {
  switch (record.type) {
    case 'metadata':
      return metadataJson(record.metadata?.status ?? 'empty', record.metadata?.promised ?? 0);
    case 'promise':
      return metadataJson('voting', record.promise?.proposal ?? 0);
    case 'action':
      return record.action ? actionJson(record.action) : {};
  }
}

/** The last line of a reading. */
export function summaryJson({ status, promised, begin, end, missing }: LogSummary): object {
  return { record: 'summary', status: statusName(status), promised, begin, end, missing };
}

function metadataJson(status: ReplicaStatus, promised: number): object {
  return { record: 'metadata', status: statusName(status), promised };
}

function actionJson({ position, promised, performed, learned, type, ...value }: Action): object {
  return {
    record: 'action',
    position,
    promised,
    ...(performed !== undefined && { performed }),
    ...(learned !== undefined && { learned }),
    ...(type !== undefined && { type }),
    ...valueJson(type, value),
  };
}

function valueJson(
  type: Action['type'],
  { append, truncate, nop }: Pick<Action, 'append' | 'truncate' | 'nop'>,
): object {
  switch (type) {
    case 'append':
      return { bytes: Buffer.from(append?.bytes ?? []).toString('base64') };
    case 'truncate':
      return { to: truncate?.to };
    case 'nop':
      return nop?.tombstone === undefined ? {} : { tombstone: nop.tombstone };
    case undefined:
      return {};
  }
}
