import { frameRecords } from '@quorate/checkpoint';
import type { Completer, Future } from '@quorate/process';
import type { StatusUpdateError } from './errors.ts';
import { RECORD_SIZE_BYTES_MAX, stepStream } from './protocol/stream.ts';
import type { StreamInput, StreamOutcome, StreamState } from './protocol/stream.ts';
import type { UpdateFormat } from './protocol/update-format.ts';
import type { DurableUpdates, RecoveredStream } from './recovered-stream.ts';

/** Records beyond this wait for the next write. */
const BATCH_SIZE_BYTES_MAX = 1024 * 1024;

/** The most that one write can hold: a batch, and the record that made it full. */
export const WRITE_SIZE_BYTES_MAX = BATCH_SIZE_BYTES_MAX + RECORD_SIZE_BYTES_MAX + 1024 * 1024;

/** Records on their way to a stream's file. */
export interface FramedRecords {
  /** Where they go. */
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** The size of the file afterwards. */
  readonly sizeBytes: number;
}

/** An update or an acknowledgement whose sender waits. */
export interface StreamRequest<Update> {
  readonly input: StreamInput<Update>;
  /** For an acknowledgement: whether the stream goes on. */
  readonly result: Completer<boolean>;
}

/** A stream of a manager: what is known of it, what waits for it, and what it waits for. */
export class ManagedStream<StreamId, Update> {
  readonly id: StreamId;
  readonly key: string;
  /** As of the write that is under way, if one is. */
  #state: StreamState<Update> | undefined;
  /** The stream as it was recovered, until its first request since. */
  #recovered: RecoveredStream<Update> | undefined;
  #durable: DurableUpdates<Update> | undefined;
  /** Where its file is, once that matters. */
  path: string | undefined;
  /** Bytes in its file; undefined while there is none, or it is not looked at. */
  sizeBytes: number | undefined;
  /** What earlier runs have written of it, until this run has written that once more. */
  #unconfirmed: Uint8Array | undefined;
  /** In the order of arrival. */
  queue: StreamRequest<Update>[] = [];
  /** A write of its records, or their removal, is under way; what arrives meanwhile waits. */
  isBusy = false;
  /** Settles when that has ended and was told. */
  settling: Future<unknown> | undefined;
  /** Cleaned up while it was busy: what arrived since is for its successor. */
  isDropped = false;
  /** Sticky: what is on disk of it is not known. */
  failure: StatusUpdateError | undefined;
  /** The delay after which it is forwarded (again), while it waits for that, and when that is. */
  waitMs: number | undefined;
  dueAt = 0;
  /** How often the front was forwarded, and when first. */
  forwards = 0;
  firstForwardedAt = 0;
  /** The front is not forwarded any more. */
  isDead = false;
  /** What it adds to the manager's count of pending updates. */
  held = 0;

  constructor(id: StreamId, key: string) {
    this.id = id;
    this.key = key;
  }

  /** Goes on where a recovered stream ended. */
  continue(recovered: RecoveredStream<Update>): void {
    this.#recovered = recovered;
    this.sizeBytes = recovered.sizeBytes;
    this.isDropped = false;
  }

  /** Whether it has begun, and is not over. */
  get isAlive(): boolean {
    return this.#recovered !== undefined || this.#state !== undefined;
  }

  get frameworkId(): string | undefined {
    return (this.#recovered ?? this.#state)?.frameworkId;
  }

  /** Updates that are, or may become, pending. */
  get pendingLength(): number {
    const pending = this.#recovered?.pending ?? this.#state?.pending.length ?? 0;
    return pending + this.queue.length;
  }

  /** Whether an update waits to be acknowledged, durably. */
  get hasFront(): boolean {
    if (this.#recovered) return this.#recovered.pending > 0;
    return this.#durable?.front !== undefined;
  }

  /** Undefined if it has not begun. Of one that was recovered they are read anew each time. */
  get durable(): DurableUpdates<Update> | undefined {
    if (this.#recovered?.isSmall === true) return this.#recovered.read().durable;
    this.#load();
    return this.#durable;
  }

  /** Takes a request in. The stream is of no use any more if its record cannot be written. */
  step(format: UpdateFormat<StreamId, Update>, input: StreamInput<Update>): StreamOutcome {
    this.#load();
    const { state, outcome } = stepStream<Update>(format, this.#state, input);
    // A refused first update leaves no stream behind.
    if (outcome.type !== 'refused') this.#state = state;
    return outcome;
  }

  /**
   * Where to write the records of a batch, and what: the first time, what earlier runs have written
   * last comes along. A run that ended because a write failed leaves bytes that can be read and are
   * not on the disk, and no sync writes them any more; a record behind them would be lost with them.
   */
  frame(records: readonly Uint8Array[]): FramedRecords {
    const frames = frameRecords(records);
    const sizeBytes = this.sizeBytes ?? 0;
    const before = this.#unconfirmed;
    if (!before) return { offset: sizeBytes, bytes: frames, sizeBytes: sizeBytes + frames.length };
    const bytes = new Uint8Array(before.length + frames.length);
    bytes.set(before);
    bytes.set(frames, before.length);
    return { offset: sizeBytes - before.length, bytes, sizeBytes: sizeBytes + frames.length };
  }

  /** The file is there, with these bytes from earlier runs. */
  begin(file: Uint8Array): void {
    this.sizeBytes = file.length;
    if (file.length > 0) this.#unconfirmed = file.subarray(-WRITE_SIZE_BYTES_MAX);
  }

  /** Framed records are in the file. */
  onWritten({ sizeBytes }: FramedRecords): void {
    this.sizeBytes = sizeBytes;
    this.#unconfirmed = undefined;
  }

  /** What was stepped is durable; `latest` is the newest update of it, if there is one. */
  settle(latest: Update | undefined): void {
    const newest = latest ?? this.#durable?.latest;
    if (newest !== undefined) {
      this.#durable = { front: this.#state?.pending.first, latest: newest };
    }
  }

  /** As one that never began. */
  reset(): void {
    this.#state = undefined;
    this.#recovered = undefined;
    this.#durable = undefined;
    this.#unconfirmed = undefined;
    this.sizeBytes = undefined;
    this.isDropped = false;
  }

  #load(): void {
    if (!this.#recovered) return;
    const { state, durable } = this.#recovered.read();
    this.#state = state;
    this.#durable = durable;
    this.begin(this.#recovered.bytes);
    this.#recovered = undefined;
  }
}

/** A request and what came of it. */
export interface ServedRequest<Update> {
  readonly request: StreamRequest<Update>;
  readonly outcome: StreamOutcome;
}

/** Requests that share one write. */
export interface StreamBatch<Update> {
  readonly served: readonly ServedRequest<Update>[];
  /** What has to be durable before any of the outcomes is told. */
  readonly records: readonly Uint8Array[];
  /** The newest update among them. */
  readonly latest: Update | undefined;
  /** The stream is over; what still waits in its queue is for its successor. */
  readonly isTerminal: boolean;
}

/** Takes what waits, up to the end of the stream or a large write. */
export function takeBatch<StreamId, Update>(
  format: UpdateFormat<StreamId, Update>,
  stream: ManagedStream<StreamId, Update>,
): StreamBatch<Update> {
  const served: ServedRequest<Update>[] = [];
  const records: Uint8Array[] = [];
  let sizeBytes = 0;
  let latest: Update | undefined;
  let isTerminal = false;
  for (const request of stream.queue) {
    const { input } = request;
    const outcome = stream.step(format, input);
    served.push({ request, outcome });
    if ('record' in outcome && outcome.record) {
      records.push(outcome.record);
      sizeBytes += outcome.record.length;
    }
    if (outcome.type === 'received' && input.type === 'update') latest = input.update;
    isTerminal = outcome.type === 'acknowledged' && outcome.isTerminal;
    if (isTerminal || sizeBytes >= BATCH_SIZE_BYTES_MAX) break;
  }
  stream.queue = stream.queue.slice(served.length);
  return { served, records, latest, isTerminal };
}
