import { beginStream, popFront } from './stream.ts';
import type { StreamState } from './stream.ts';
import type { UpdateFormat, UpdateRecord } from './update-format.ts';

/** A record of a stream's file, and where it lies. */
export interface PlacedRecord<Update> {
  readonly offset: number;
  /** With the length in front of it. */
  readonly sizeBytes: number;
  readonly record: UpdateRecord<Update>;
}

/** A stream's file, cut into records. */
export interface StreamRecords<Update> {
  /** The whole ones that can be read. */
  readonly records: readonly PlacedRecord<Update>[];
  /** Where they end. */
  readonly validBytes: number;
  readonly fileBytes: number;
  /** What comes behind them: nothing, what a crash left of an append, or damage. */
  readonly tail: 'clean' | 'torn' | 'corrupt';
  readonly reason: string | undefined;
}

/**
 * What a file comes to:
 *
 * - `stream`: it holds updates.
 * - `none`: it holds none, because the first was never written in full; the file can go.
 * - `absent`: it makes no sense; the file is left alone.
 */
export type StreamFate = 'stream' | 'none' | 'absent';

export interface ReplayedStream<Update> {
  readonly fate: StreamFate;
  /** Undefined unless the fate is `stream`. */
  readonly state: StreamState<Update> | undefined;
  /** All that were received, acknowledged or not. */
  readonly updates: readonly Update[];
  /** Where to cut the file off. */
  readonly validBytes: number;
  /** 0 or 1: whether something acknowledged may be lost. */
  readonly errors: number;
  /** What is wrong at `validBytes`; undefined for a file without a fault. */
  readonly reason: string | undefined;
}

/**
 * Finds the stream that a file stands for, as upstream's recovery does, with one exception: an
 * acknowledgement that comes twice is not taken for that of the next update, which would be lost.
 *
 * An acknowledgement always belongs to the front: records are only ever appended, so that its place
 * says whose it is. Its uuid is looked at to find out what cannot be: one that was acknowledged
 * before (skipped), or that of an update that is not at the front (damage). One that nobody knows is
 * a damaged uuid at the right place.
 *
 * Source: `StatusUpdateStream::recover` and `replay` of upstream's two managers.
 */
export function replayStream<Update>(
  format: UpdateFormat<never, Update>,
  file: StreamRecords<Update>,
): ReplayedStream<Update> {
  let state: StreamState<Update> | undefined;
  const updates: Update[] = [];
  for (const { offset, record } of file.records) {
    if (record.type === 'update') {
      const { update } = record;
      // Where a file may be gone on with, this update began another stream in it.
      if (state?.terminated === true && format.existingFile === 'append') state = undefined;
      state ??= beginStream(true, format.frameworkOf(update));
      state.received.add(format.uuidOf(update) ?? '');
      state.pending.push(update);
      updates.push(update);
      continue;
    }
    const reading = readAcknowledgement(format, state, record.uuid);
    if (reading.type === 'damage') {
      if (!state) return absent(file, reading.reason);
      return finish(state, updates, { validBytes: offset, errors: 1, reason: reading.reason });
    }
    if (reading.type === 'front' && state) popFront(format, state, reading.update);
  }
  const errors = file.tail === 'corrupt' ? 1 : 0;
  return finish(state, updates, { validBytes: file.validBytes, errors, reason: file.reason });
}

type AcknowledgementReading<Update> =
  | { readonly type: 'front'; readonly update: Update }
  | { readonly type: 'again' }
  | { readonly type: 'damage'; readonly reason: string };

function readAcknowledgement<Update>(
  format: UpdateFormat<never, Update>,
  state: StreamState<Update> | undefined,
  uuid: string,
): AcknowledgementReading<Update> {
  const front = state?.pending[0];
  const isKnown = state?.received.has(uuid) ?? false;
  const isPending = state?.pending.some((update) => format.uuidOf(update) === uuid) ?? false;
  if (isKnown && !isPending) return { type: 'again' };
  if (front === undefined) {
    return { type: 'damage', reason: `an acknowledgement (uuid ${uuid}) of nothing` };
  }
  if (isPending && format.uuidOf(front) !== uuid) {
    return { type: 'damage', reason: `an acknowledgement out of turn (uuid ${uuid})` };
  }
  return { type: 'front', update: front };
}

/** Upstream gives up before it cuts anything off: the file stays as it is. */
function absent<Update>(file: StreamRecords<Update>, reason: string): ReplayedStream<Update> {
  const { validBytes } = file;
  return { fate: 'absent', state: undefined, updates: [], validBytes, errors: 1, reason };
}

function finish<Update>(
  state: StreamState<Update> | undefined,
  updates: readonly Update[],
  end: Pick<ReplayedStream<Update>, 'validBytes' | 'errors' | 'reason'>,
): ReplayedStream<Update> {
  if (state) return { fate: 'stream', state, updates, ...end };
  return { fate: 'none', state, updates, ...end, validBytes: 0 };
}
