import { reasonOf, StatusUpdateError } from './errors.ts';
import { inspectStream } from './inspect-stream.ts';
import type { StreamState } from './protocol/stream.ts';
import type { UpdateFormat } from './protocol/update-format.ts';
import type { StreamStorage } from './storage/stream-storage.ts';

/** Files read at a time: enough to keep a disk busy. */
const FILES_AT_ONCE = 32;

/**
 * What a recovery found of one stream. It is kept as the bytes of its file, which take a fraction of
 * the memory of the updates in it: there may be a hundred thousand streams.
 */
export class RecoveredStream<Update> {
  readonly #format: UpdateFormat<never, Update>;
  readonly #file: Uint8Array;
  /** How many updates, the last ones, are not acknowledged. */
  readonly pending: number;
  /** A terminal update was acknowledged: the stream is over, and not kept. */
  readonly terminated: boolean;

  /** @internal */
  constructor(
    format: UpdateFormat<never, Update>,
    file: Uint8Array,
    state: StreamState<Update> | undefined,
  ) {
    this.#format = format;
    this.#file = file;
    this.pending = state?.pending.length ?? 0;
    this.terminated = state?.terminated ?? false;
  }

  /** All updates that were received, the oldest first. Read anew each time. */
  get updates(): readonly Update[] {
    return inspectStream(this.#format, this.#file).updates;
  }

  /** @internal */
  readState(): StreamState<Update> | undefined {
    return inspectStream(this.#format, this.#file).state;
  }

  /** @internal */
  get sizeBytes(): number {
    return this.#file.length;
  }
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
  const never = { ...wanted, recovered: undefined };
  const file = await storage.read(path);
  // The program ended before the first update was on disk.
  if (file.type === 'missing') return { found: never };
  if (file.type === 'missing-directory') {
    const message = `the directory of ${path} does not exist; was the stream checkpointed?`;
    return { error: failure(format, wanted, new StatusUpdateError('STREAM_MISSING', message)) };
  }
  const { fate, state, validBytes, errors, reason } = inspectStream(format, file.bytes);
  const damage = errors > 0 ? corrupt(format, wanted, validBytes, reason) : undefined;
  if (fate === 'absent' || (damage && strict)) return damage ? { error: damage } : {};
  const error = damage && { error: damage };
  if (fate === 'none') {
    await storage.remove(path);
    return { found: never, ...error };
  }
  if (validBytes < file.bytes.length) await storage.truncate(path, validBytes);
  const recovered = new RecoveredStream(format, file.bytes.subarray(0, validBytes), state);
  return { found: { ...wanted, recovered }, ...error };
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
