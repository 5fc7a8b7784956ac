import { reasonOf, StatusUpdateError } from './errors.ts';
import { readStream } from './inspect-stream.ts';
import { WRITE_SIZE_BYTES_MAX } from './managed-stream.ts';
import type { ManagerSettings } from './manager-options.ts';
import type { UpdateFormat } from './protocol/update-format.ts';
import { Packer, RecoveredStream } from './recovered-stream.ts';
import type { StreamStorage } from './storage/stream-storage.ts';

/** Files read at a time: enough to keep a disk busy. */
const FILES_AT_ONCE = 32;

/** What becomes of streams that are damaged. */
export interface RecoverOptions {
  /** Whether the first error ends it. A strict recovery cuts nothing off that is damaged. */
  readonly strict: boolean;
}

/** A stream that was looked for. */
export interface FoundStream<StreamId, Update> {
  readonly id: StreamId;
  readonly key: string;
  /** Undefined if it never began. */
  readonly recovered: RecoveredStream<Update> | undefined;
}

export interface FoundStreams<StreamId, Update> {
  /** In the order in which they were asked for, without those that cannot be recovered. */
  readonly streams: readonly FoundStream<StreamId, Update>[];
  /** What a strict recovery fails with. */
  readonly errors: readonly StatusUpdateError[];
}

/** Reads streams from their files, and repairs these. */
export async function recoverStreams<StreamId, Update>(
  settings: ManagerSettings<StreamId, Update>,
  storage: StreamStorage,
  wanted: ReadonlyMap<string, StreamId>,
  options: RecoverOptions,
): Promise<FoundStreams<StreamId, Update>> {
  const recovery = new Recovery(settings, storage, options.strict);
  const streams: (FoundStream<StreamId, Update> | undefined)[] = [];
  const left = wanted.entries();
  const work = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) {
      if (options.strict && recovery.errors.length > 0) return;
      const [key, id] = next.value;
      const place = streams.push(undefined) - 1;
      streams[place] = await recovery.recover(id, key);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  return { streams: streams.filter((found) => found !== undefined), errors: recovery.errors };
}

class Recovery<StreamId, Update> {
  readonly #settings: ManagerSettings<StreamId, Update>;
  readonly #storage: StreamStorage;
  readonly #strict: boolean;
  readonly #packer = new Packer();
  readonly errors: StatusUpdateError[] = [];

  constructor(
    settings: ManagerSettings<StreamId, Update>,
    storage: StreamStorage,
    strict: boolean,
  ) {
    this.#settings = settings;
    this.#storage = storage;
    this.#strict = strict;
  }

  /** Never rejects: errors are kept. Gives nothing for a stream that cannot be recovered. */
  async recover(id: StreamId, key: string): Promise<FoundStream<StreamId, Update> | undefined> {
    try {
      return await this.#read(id, key, this.#settings.pathOf(id));
    } catch (error) {
      this.errors.push(failure(this.#settings.format, key, error));
      return undefined;
    }
  }

  async #read(
    id: StreamId,
    key: string,
    path: string,
  ): Promise<FoundStream<StreamId, Update> | undefined> {
    const { format, removeFinishedStreams } = this.#settings;
    const file = await this.#storage.read(path);
    // The program ended before the first update was on disk.
    if (file.type === 'missing') return { id, key, recovered: undefined };
    if (file.type === 'missing-directory') {
      const message = `the directory of ${path} does not exist; was the stream checkpointed?`;
      throw new StatusUpdateError('STREAM_MISSING', message);
    }
    const { fate, state, validBytes, errors, reason } = readStream(format, file.bytes);
    if (errors > 0) {
      this.errors.push(corrupt(format, key, path, validBytes, reason));
      if (this.#strict || fate === 'absent') return undefined;
    }
    if (fate === 'none') {
      await this.#storage.remove(path);
      return { id, key, recovered: undefined };
    }
    if (state?.terminated === true && removeFinishedStreams) await this.#storage.remove(path);
    else if (validBytes < file.bytes.length) await this.#storage.truncate(path, validBytes);
    const valid = file.bytes.subarray(0, validBytes);
    // Its front is going to be forwarded: a later crash must not undo that it, or what was acknowledged
    // before it, is there.
    if (state && state.pending.length > 0) {
      const last = valid.subarray(-WRITE_SIZE_BYTES_MAX);
      await this.#storage.confirm(path, validBytes - last.length, last);
    }
    const kept = this.#packer.add(valid);
    return { id, key, recovered: new RecoveredStream(format, kept, state) };
  }
}

/**
 * Makes the file of a new stream, and gives what is in it. A file that is gone on with must not hold
 * half a record: what comes behind one would be lost.
 */
export async function prepareFile<Update>(
  format: UpdateFormat<never, Update>,
  storage: StreamStorage,
  path: string,
): Promise<Uint8Array> {
  const sizeBytes = await storage.create(path, format.existingFile);
  const file = sizeBytes > 0 && (await storage.read(path));
  if (!file || file.type !== 'file') return new Uint8Array();
  const { validBytes, errors, reason } = readStream(format, file.bytes);
  if (errors > 0) throw corrupt(format, path, path, validBytes, reason);
  if (validBytes < file.bytes.length) await storage.truncate(path, validBytes);
  return file.bytes.subarray(0, validBytes);
}

function corrupt<Update>(
  format: UpdateFormat<never, Update>,
  key: string,
  path: string,
  offset: number,
  reason = '',
): StatusUpdateError {
  const message = `the file of ${format.name} stream ${key} is damaged: ${path} at byte ${offset}: ${reason}`;
  return new StatusUpdateError('STREAM_CORRUPT', message, { outcome: 'definite' });
}

function failure<Update>(
  format: UpdateFormat<never, Update>,
  key: string,
  error: unknown,
): StatusUpdateError {
  if (error instanceof StatusUpdateError) return error;
  const message = `${format.name} stream ${key} cannot be recovered: ${reasonOf(error)}`;
  return new StatusUpdateError('STREAM_FAILED', message, { cause: error });
}
