import type { Runtime } from '@quorate/process';
import { StatusUpdateError } from './errors.ts';
import type { UpdateFormat } from './protocol/update-format.ts';
import type { StreamStorage } from './storage/stream-storage.ts';

/** How long an update waits for its acknowledgement before it is forwarded again. */
export const RETRY_MS_MIN = 10_000;
/** The wait doubles with each retry, up to this. */
export const RETRY_MS_MAX = 600_000;
/** Updates of one stream that may wait for an acknowledgement. */
export const STREAM_PENDING_MAX = 1_000_000;
/** The same of all streams together. */
export const PENDING_MAX = 10_000_000;

/** Why an update is not forwarded any more. */
export type DeadLetterReason = 'retries' | 'expired';

/** An update that nobody acknowledges. */
export interface DeadUpdate<StreamId, Update> {
  readonly streamId: StreamId;
  readonly update: Update;
  readonly reason: DeadLetterReason;
  /** How often it was forwarded. */
  readonly forwards: number;
}

/** What a manager forwards, where it keeps that, and its limits. */
export interface StatusUpdateManagerOptions<StreamId, Update> {
  readonly format: UpdateFormat<StreamId, Update>;
  /**
   * Sends an update on its way. What it throws is logged, and the update is forwarded again in time,
   * as one that got lost.
   */
  readonly forward: (update: Update, streamId: StreamId) => void;
  /** Where checkpointed streams are kept. Default: nowhere, and every stream lives in memory. */
  readonly storage?: StreamStorage;
  /** The file of a stream. Needed with a storage. */
  readonly pathOf?: (streamId: StreamId) => string;
  /** Where the manager's process runs. Default: the default runtime. */
  readonly runtime?: Runtime;
  /** Milliseconds, above 0. Default `RETRY_MS_MIN`. */
  readonly retryMsMin?: number;
  /** Milliseconds, at least `retryMsMin`. Default `RETRY_MS_MAX`. */
  readonly retryMsMax?: number;
  /** How often an update is forwarded again, from 0. Default: for ever, as upstream. */
  readonly retriesMax?: number;
  /** Milliseconds from an update's first forward in which it can be retried. Default: for ever. */
  readonly expireAfterMs?: number;
  /**
   * Hears, once, of an update that is not forwarded any more: `retriesMax` or `expireAfterMs` has
   * been reached. It stays pending, and durable, and its stream waits behind it: acknowledge it to
   * go on without it, or `resume` or `reconcile` to try again.
   */
  readonly onDeadLetter?: (letter: DeadUpdate<StreamId, Update>) => void;
  /** From 1. Default `STREAM_PENDING_MAX`. */
  readonly streamPendingMax?: number;
  /** From 1. Default `PENDING_MAX`. */
  readonly pendingMax?: number;
  /**
   * Removes the file and the directory of a stream that is over, before its last acknowledgement is
   * ready. Default false, as upstream: who owns the directory removes it, by `remove`.
   */
  readonly removeFinishedStreams?: boolean;
}

export interface ManagerSettings<StreamId, Update> {
  readonly format: UpdateFormat<StreamId, Update>;
  readonly forward: (update: Update, streamId: StreamId) => void;
  readonly storage: StreamStorage | undefined;
  readonly pathOf: (streamId: StreamId) => string;
  readonly retryMsMin: number;
  readonly retryMsMax: number;
  readonly retriesMax: number;
  readonly expireAfterMs: number;
  readonly onDeadLetter: ((letter: DeadUpdate<StreamId, Update>) => void) | undefined;
  readonly streamPendingMax: number;
  readonly pendingMax: number;
  readonly removeFinishedStreams: boolean;
}

/** The options with their defaults; throws `MANAGER_OPTION_INVALID`. */
export function checkOptions<StreamId, Update>(
  options: StatusUpdateManagerOptions<StreamId, Update>,
): ManagerSettings<StreamId, Update> {
  const { format, forward, storage, pathOf } = options;
  if (storage && !pathOf) throw invalid('a storage needs pathOf, which names the file of a stream');
  const settings = {
    format,
    forward,
    storage,
    pathOf: pathOf ?? (() => ''),
    retryMsMin: options.retryMsMin ?? RETRY_MS_MIN,
    retryMsMax: options.retryMsMax ?? Math.max(RETRY_MS_MAX, options.retryMsMin ?? 0),
    retriesMax: options.retriesMax ?? Infinity,
    expireAfterMs: options.expireAfterMs ?? Infinity,
    onDeadLetter: options.onDeadLetter,
    streamPendingMax: options.streamPendingMax ?? STREAM_PENDING_MAX,
    pendingMax: options.pendingMax ?? PENDING_MAX,
    removeFinishedStreams: options.removeFinishedStreams ?? false,
  };
  checkNumber('retryMsMin', settings.retryMsMin, Number.MIN_VALUE, Number.MAX_VALUE);
  checkNumber('retryMsMax', settings.retryMsMax, settings.retryMsMin, Number.MAX_VALUE);
  checkNumber('retriesMax', settings.retriesMax, 0);
  checkNumber('expireAfterMs', settings.expireAfterMs, Number.MIN_VALUE);
  checkNumber('streamPendingMax', settings.streamPendingMax, 1);
  checkNumber('pendingMax', settings.pendingMax, 1);
  return settings;
}

function checkNumber(name: string, value: unknown, least: number, most = Infinity): void {
  if (typeof value === 'number' && value >= least && value <= most) return;
  const bound = least === Number.MIN_VALUE ? 'above 0' : `from ${least}`;
  const kind = most === Infinity ? 'a number' : 'a finite number';
  throw invalid(`expected ${name} to be ${kind} ${bound}, got ${String(value)}`);
}

function invalid(message: string): StatusUpdateError {
  return new StatusUpdateError('MANAGER_OPTION_INVALID', message, { outcome: 'definite' });
}
