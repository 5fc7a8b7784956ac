import { LogRecord } from '@quorate/messages';
import type { Action, Metadata } from '@quorate/messages';
import { LogError, reasonOf } from '../errors.ts';
import { meaningOf, showKey } from './keys.ts';

export function encodeAction(action: Action): Uint8Array {
  return LogRecord.encode({ type: 'action', action });
}

export function encodeMetadata(metadata: Metadata): Uint8Array {
  return LogRecord.encode({ type: 'metadata', metadata });
}

/** Decodes the value at `key`. Throws `LOG_CORRUPT` if it is not one, or not one of that key. */
export function decodeRecord(key: Uint8Array, value: Uint8Array, path: string): LogRecord {
  const meaning = meaningOf(key);
  const record = decode(key, value, path);
  switch (record.type) {
    case 'metadata':
      if (meaning === 'metadata' && record.metadata) return record;
      break;
    case 'promise':
      if (meaning === 'metadata' && record.promise) return record;
      break;
    case 'action':
      // Under another key it was misplaced: it would be served for a position it is not of.
      if (record.action && record.action.position === meaning) return record;
      break;
  }
  throw corrupt(key, path, `it holds ${describe(record)}`);
}

/** The action at `key`. Throws `LOG_CORRUPT` if there is something else. */
export function decodeAction(key: Uint8Array, value: Uint8Array, path: string): Action {
  const { action } = decodeRecord(key, value, path);
  if (action) return action;
  throw corrupt(key, path, 'it holds no action');
}

function decode(key: Uint8Array, value: Uint8Array, path: string): LogRecord {
  if (meaningOf(key) === 'beyond') {
    throw corrupt(key, path, `positions above ${Number.MAX_SAFE_INTEGER} are not supported`);
  }
  try {
    return LogRecord.decode(value);
  } catch (error) {
    throw corrupt(key, path, 'it holds no record', error);
  }
}

function describe(record: LogRecord): string {
  if (record.type === 'action' && record.action) {
    return `the action of position ${record.action.position}`;
  }
  return `a record of type ${record.type}`;
}

function corrupt(key: Uint8Array, path: string, what: string, cause?: unknown): LogError {
  const name = JSON.stringify(showKey(key).slice(0, 40));
  const reason = cause === undefined ? what : `${what}: ${reasonOf(cause)}`;
  return new LogError(
    'LOG_CORRUPT',
    `${path} is not a log that can be trusted, see key ${name}: ${reason}`,
    cause === undefined ? undefined : { cause },
  );
}
