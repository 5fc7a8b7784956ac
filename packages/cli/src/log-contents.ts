import { ClassicLevel } from 'classic-level';
import { LogError } from '@quorate/log';
import type { Position } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { LogRecord } from '@quorate/messages';
import type { KnownIncarnation, Metadata, ReplicaStatus } from '@quorate/messages';
import { messageOf } from './cli-error.ts';
import { withLogCopy } from './log-copy.ts';

/** Positions from the first up to, and not including, the second. */
export type PositionRange = readonly [from: number, until: number];

/** Which life of which replica a directory holds, and which lives of others it knows of. */
export interface ReplicaLife {
  readonly replicaId: string;
  readonly incarnation: number;
  readonly startCounter: number;
  readonly known: readonly KnownIncarnation[];
}

/** What a replica that starts on a directory computes from its records. */
export interface LogSummary {
  readonly status: ReplicaStatus;
  readonly promised: number;
  /** Who it is and what it knows of lives; undefined on a disk that was never used with safe recovery. */
  readonly identity: ReplicaLife | undefined;
  /** The named group that it has been a voting member of. */
  readonly memberOf: string | undefined;
  readonly begin: Position;
  /** Inclusive. */
  readonly end: Position;
  /** Positions from `begin` to `end` without a record, or with one that is not learned. */
  readonly missing: readonly PositionRange[];
}

/** The records of a log's directory, as they are on disk. */
export interface LogContents {
  readonly summary: LogSummary;
  /** Metadata first, if there is any, then actions by position; truncated leftovers included. */
  records(): AsyncIterable<LogRecord>;
}

/**
 * Reads a log's directory without changing it.
 *
 * Throws `LOG_LOCKED`, `LOG_PATH_INVALID`, `LOG_CORRUPT`, `STORAGE_FAILED`, `CLI_COPY_FAILED`.
 */
export async function withLogContents<T>(
  path: string,
  work: (contents: LogContents) => Promise<T>,
): Promise<T> {
  return withLogCopy(path, async (copy) => {
    const summary = await restoreSummary(path, copy);
    const database = new ClassicLevel<string, Uint8Array>(copy, {
      createIfMissing: false,
      valueEncoding: 'view',
    });
    await database.open();
    try {
      return await work({ summary, records: () => recordsOf(path, database) });
    } finally {
      await database.close();
    }
  });
}

/** Starts the storage of a replica on the copy, so that this is what a replica would compute. */
async function restoreSummary(path: string, copy: string): Promise<LogSummary> {
  const storage = levelStorage({ path: copy, createIfMissing: false });
  try {
    const { metadata, begin, end, learned, memberOf } = await storage.restore();
    const { status, promised } = metadata;
    return {
      status,
      promised,
      identity: lifeOf(metadata),
      memberOf,
      begin,
      end,
      missing: complement(learned.intervals(), begin, end),
    };
  } catch (error) {
    throw aboutOriginal(error, path, copy);
  } finally {
    await storage.close();
  }
}

/** Errors name the copy, which the user has not asked for and which is about to be deleted. */
function aboutOriginal(error: unknown, path: string, copy: string): unknown {
  if (!(error instanceof LogError)) return error;
  return new LogError(error.code, error.message.replaceAll(copy, path), { cause: error });
}

/** What is left of `begin` to `end`, both included, without these ascending ranges. */
function complement(
  ranges: readonly PositionRange[],
  begin: number,
  end: number,
): readonly PositionRange[] {
  const gaps: PositionRange[] = [];
  let next = begin;
  for (const [from, until] of ranges) {
    if (from > next) gaps.push([next, from]);
    next = until;
  }
  if (next <= end) gaps.push([next, end + 1]);
  return gaps;
}

async function* recordsOf(
  path: string,
  database: ClassicLevel<string, Uint8Array>,
): AsyncGenerator<LogRecord, void, undefined> {
  for await (const [key, value] of database.iterator()) yield decode(path, key, value);
}

function decode(path: string, key: string, value: Uint8Array): LogRecord {
  try {
    return LogRecord.decode(value);
  } catch (error) {
    const message = `${path}: the record at key ${key} cannot be read: ${messageOf(error)}`;
    throw new LogError('LOG_CORRUPT', message, { cause: error });
  }
}

function lifeOf(metadata: Metadata): ReplicaLife | undefined {
  const { replicaId, incarnation, startCounter = 0, known = [] } = metadata;
  if (replicaId === undefined || incarnation === undefined) return undefined;
  return { replicaId, incarnation, startCounter, known };
}
