import { reasonOf, StatusUpdateError } from './errors.ts';
import { inspectStream } from './inspect-stream.ts';
import type { StreamState } from './protocol/stream.ts';
import type { UpdateFormat } from './protocol/update-format.ts';
import type { StreamStorage } from './storage/stream-storage.ts';

/** Files read at a time: enough to keep a disk busy. */
const FILES_AT_ONCE = 32;

/** What a recovery found of one stream. */
export interface RecoveredStream<Update> {
  /** All updates that were received, the oldest first. */
  readonly updates: readonly Update[];
  /** How many of them, the last ones, are not acknowledged. */
  readonly pending: number;
  /** A terminal update was acknowledged: the stream is over, and not kept. */
  readonly terminated: boolean;
}

/** A stream to look for. */
export interface WantedStream<StreamId> {
  readonly id: StreamId;
  readonly key: string;
  readonly path: string;
}

/** A stream that was looked for. */
export interface FoundStream<StreamId, Update> extends WantedStream<StreamId> {
  /** Undefined if it never began. */
  readonly recovered: RecoveredStream<Update> | undefined;
  /** Undefined if there is nothing to go on with. */
  readonly state: StreamState<Update> | undefined;
  readonly sizeBytes: number;
}

export interface FoundStreams<StreamId, Update> {
  readonly streams: readonly FoundStream<StreamId, Update>[];
  /** What a strict recovery would have failed with. */
  readonly errors: readonly StatusUpdateError[];
}

export interface RecoverOptions {
  /** Whether the first error ends it. A strict recovery cuts nothing off that is damaged. */
  readonly strict: boolean;
}

/** Reads streams from their files, and repairs these. */
export async function recoverStreams<StreamId, Update>(
  format: UpdateFormat<StreamId, Update>,
  storage: StreamStorage,
  wanted: readonly WantedStream<StreamId>[],
  options: RecoverOptions,
): Promise<FoundStreams<StreamId, Update>> {
  const streams: FoundStream<StreamId, Update>[] = [];
  const errors: StatusUpdateError[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let one = wanted[next++]; one; one = wanted[next++]) {
      if (options.strict && errors.length > 0) return;
      try {
        const { found, error } = await recoverStream(format, storage, one, options.strict);
        if (found) streams.push(found);
        if (error) errors.push(error);
      } catch (error) {
        errors.push(failure(format, one, error));
      }
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  return { streams, errors };
}

interface Recovery<StreamId, Update> {
  readonly found?: FoundStream<StreamId, Update>;
  readonly error?: StatusUpdateError;
}

async function recoverStream<StreamId, Update>(
  format: UpdateFormat<StreamId, Update>,
  storage: StreamStorage,
  wanted: WantedStream<StreamId>,
  strict: boolean,
): Promise<Recovery<StreamId, Update>> {
  const { path } = wanted;
  const never = { ...wanted, recovered: undefined, state: undefined, sizeBytes: 0 };
  const file = await storage.read(path);
  // The program ended before the first update was on disk.
  if (file.type === 'missing') return { found: never };
  if (file.type === 'missing-directory') {
    const message = `the directory of ${path} does not exist; was the stream checkpointed?`;
    return { error: failure(format, wanted, new StatusUpdateError('STREAM_MISSING', message)) };
  }
  const { fate, state, updates, validBytes, errors, reason } = inspectStream(format, file.bytes);
  const damage = errors > 0 ? corrupt(format, wanted, validBytes, reason) : undefined;
  if (fate === 'absent' || (damage && strict)) return damage ? { error: damage } : {};
  const error = damage && { error: damage };
  if (fate === 'none') {
    await storage.remove(path);
    return { found: never, ...error };
  }
  if (validBytes < file.bytes.length) await storage.truncate(path, validBytes);
  const terminated = state?.terminated ?? false;
  const recovered = { updates, pending: state?.pending.length ?? 0, terminated };
  const kept = terminated ? undefined : state;
  return { found: { ...wanted, recovered, state: kept, sizeBytes: validBytes }, ...error };
}

function corrupt<StreamId, Update>(
  format: UpdateFormat<StreamId, Update>,
  { id, path }: WantedStream<StreamId>,
  offset: number,
  reason: string | undefined,
): StatusUpdateError {
  return new StatusUpdateError(
    'STREAM_CORRUPT',
    `the file of ${format.name} stream ${format.streamKey(id)} is damaged: ${path} at byte ${offset}: ${reason ?? ''}`,
  );
}

function failure<StreamId, Update>(
  format: UpdateFormat<StreamId, Update>,
  { id, path }: WantedStream<StreamId>,
  error: unknown,
): StatusUpdateError {
  if (error instanceof StatusUpdateError) return error;
  const message = `${format.name} stream ${format.streamKey(id)} cannot be recovered from ${path}: ${reasonOf(error)}`;
  return new StatusUpdateError('STREAM_FAILED', message, { cause: error });
}
