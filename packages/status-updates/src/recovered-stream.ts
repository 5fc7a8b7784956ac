import { readStream } from './inspect-stream.ts';
import type { ReplayedStream } from './protocol/replay-stream.ts';
import type { StreamState } from './protocol/stream.ts';
import type { UpdateFormat } from './protocol/update-format.ts';

/** What may be told to others of a stream, because it is durable. */
export interface DurableUpdates<Update> {
  /** The oldest that waits for its acknowledgement, if any does. */
  readonly front: Update | undefined;
  /** The newest. */
  readonly latest: Update;
}

/** A larger file is kept by itself. */
const PACKED_BYTES_MAX = 4096;
const PACK_BYTES = 64 * 1024;

/** Some of the bytes of a larger array: a view of its own would take more than a file's bytes. */
export interface ByteRange {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Packs the bytes of many small files into few arrays. */
export class Packer {
  #pack = new Uint8Array();
  #used = 0;

  add(bytes: Uint8Array): ByteRange {
    if (bytes.length > PACKED_BYTES_MAX) return { bytes, start: 0, end: bytes.length };
    if (this.#used + bytes.length > this.#pack.length) {
      this.#pack = new Uint8Array(PACK_BYTES);
      this.#used = 0;
    }
    this.#pack.set(bytes, this.#used);
    const start = this.#used;
    this.#used += bytes.length;
    return { bytes: this.#pack, start, end: this.#used };
  }
}

/**
 * What a recovery found of one stream. It is kept as the bytes of its file, which take a fraction of
 * the memory of the updates in it: there may be a hundred thousand streams.
 */
export class RecoveredStream<Update> {
  readonly #format: UpdateFormat<never, Update>;
  readonly #file: ByteRange;
  /** How many updates, the last ones, are not acknowledged. */
  readonly pending: number;
  /** A terminal update was acknowledged: the stream is over, and not kept. */
  readonly terminated: boolean;
  /** @internal */
  readonly frameworkId: string | undefined;

  /** @internal */
  constructor(
    format: UpdateFormat<never, Update>,
    file: ByteRange,
    state: StreamState<Update> | undefined,
  ) {
    this.#format = format;
    this.#file = file;
    this.pending = state?.pending.length ?? 0;
    this.terminated = state?.terminated ?? false;
    this.frameworkId = state?.frameworkId;
  }

  /** All updates that were received, the oldest first. Read anew each time. */
  get updates(): readonly Update[] {
    return this.#read().updates;
  }

  /** @internal */
  get sizeBytes(): number {
    return this.#file.end - this.#file.start;
  }

  /** Its file, as far as it is valid. @internal */
  get bytes(): Uint8Array {
    return this.#file.bytes.subarray(this.#file.start, this.#file.end);
  }

  /** Whether reading it again and again costs little. @internal */
  get isSmall(): boolean {
    return this.sizeBytes <= PACKED_BYTES_MAX;
  }

  /** @internal */
  read(): {
    readonly state: StreamState<Update> | undefined;
    readonly durable: DurableUpdates<Update> | undefined;
  } {
    const { state, updates } = this.#read();
    const latest = updates.at(-1);
    const durable = latest === undefined ? undefined : { front: state?.pending.first, latest };
    return { state, durable };
  }

  #read(): ReplayedStream<Update> {
    return readStream(this.#format, this.bytes);
  }
}
