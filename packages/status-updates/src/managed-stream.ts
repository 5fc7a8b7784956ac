import type { Completer, Timer } from '@quorate/process';
import { stepStream } from './protocol/stream.ts';
import type { StreamInput, StreamOutcome, StreamState } from './protocol/stream.ts';
import type { UpdateFormat } from './protocol/update-format.ts';
import type { StatusUpdateError } from './errors.ts';
import type { RecoveredStream } from './recover-streams.ts';

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
  #state: StreamState<Update> | undefined;
  /** The state as it was recovered, until somebody asks for it. */
  #recovered: RecoveredStream<Update> | undefined;
  /** Bytes in its file; undefined while there is none, or it is not looked at. */
  sizeBytes: number | undefined;
  /** In the order of arrival. */
  queue: StreamRequest<Update>[] = [];
  /** A write of its records, or their removal, is under way; what arrives meanwhile waits. */
  isBusy = false;
  /** Sticky: what is on disk of it is not known. */
  failure: StatusUpdateError | undefined;
  /** Runs while the front waits for its acknowledgement. */
  timer: Timer | undefined;
  /** How often the front was forwarded, and when first. */
  forwards = 0;
  firstForwardedAt = 0;
  retryMs = 0;
  /** The front is not forwarded any more. */
  isDead = false;
  /** What it adds to the manager's count of pending updates. */
  held = 0;

  constructor(id: StreamId, key: string) {
    this.id = id;
    this.key = key;
  }

  /** Undefined until its first update was accepted. */
  get state(): StreamState<Update> | undefined {
    if (this.#recovered) this.state = this.#recovered.readState();
    return this.#state;
  }

  set state(state: StreamState<Update> | undefined) {
    this.#state = state;
    this.#recovered = undefined;
  }

  /** Whether it has begun, and is not over. */
  get isAlive(): boolean {
    return this.#recovered !== undefined || this.#state !== undefined;
  }

  /** Goes on where a recovered stream ended. */
  continue(recovered: RecoveredStream<Update>): void {
    this.#recovered = recovered;
    this.sizeBytes = recovered.sizeBytes;
  }

  /** Updates that are, or may become, pending. */
  get pendingLength(): number {
    const pending = this.#recovered?.pending ?? this.#state?.pending.length ?? 0;
    return pending + this.queue.length;
  }

  /** Another front, if any: it has not been forwarded. */
  forgetForwards(): void {
    this.timer?.cancel();
    this.timer = undefined;
    this.forwards = 0;
    this.isDead = false;
  }

  /** As one that never began. */
  reset(): void {
    this.forgetForwards();
    this.state = undefined;
    this.sizeBytes = undefined;
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
  /** The stream is over; what still waits in its queue is for its successor. */
  readonly isTerminal: boolean;
}

/** Takes all that waits, up to the end of the stream. */
export function takeBatch<StreamId, Update>(
  format: UpdateFormat<StreamId, Update>,
  stream: ManagedStream<StreamId, Update>,
): StreamBatch<Update> {
  const served: ServedRequest<Update>[] = [];
  const records: Uint8Array[] = [];
  let isTerminal = false;
  for (const request of stream.queue) {
    const { state, outcome } = stepStream<Update>(format, stream.state, request.input);
    // A refused first update leaves no stream behind.
    if (outcome.type !== 'refused') stream.state = state;
    served.push({ request, outcome });
    if ('record' in outcome && outcome.record) records.push(outcome.record);
    isTerminal = outcome.type === 'acknowledged' && outcome.isTerminal;
    if (isTerminal) break;
  }
  stream.queue = stream.queue.slice(served.length);
  return { served, records, isTerminal };
}
