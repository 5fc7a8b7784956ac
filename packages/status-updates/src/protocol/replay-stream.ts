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

/** What the records of a stream make of it. */
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
  const replay = new Replay(format);
  for (const { offset, record } of file.records) {
    if (record.type === 'update') {
      replay.receive(record.update);
      continue;
    }
    const damage = replay.acknowledge(record.uuid);
    if (damage === undefined) continue;
    // Upstream gives up before it cuts anything off: the file stays as it is.
    if (!replay.state) return end(replay, 'absent', file.validBytes, 1, damage);
    return end(replay, 'stream', offset, 1, damage);
  }
  const errors = file.tail === 'corrupt' ? 1 : 0;
  if (!replay.state) return end(replay, 'none', 0, errors, file.reason);
  return end(replay, 'stream', file.validBytes, errors, file.reason);
}

class Replay<Update> {
  readonly #format: UpdateFormat<never, Update>;
  readonly updates: Update[] = [];
  state: StreamState<Update> | undefined;
  /** The uuids of updates that are not pending any more. */
  #acknowledged: Set<string> | undefined;

  constructor(format: UpdateFormat<never, Update>) {
    this.#format = format;
  }

  receive(update: Update): void {
    const format = this.#format;
    // Where a file may be gone on with, this update began another stream in it.
    if (this.state?.terminated === true && format.existingFile === 'append') {
      this.state = undefined;
      this.#acknowledged = undefined;
    }
    const uuid = format.uuidOf(update) ?? '';
    this.state ??= beginStream<Update>(true, format.frameworkOf(update));
    if (this.state.received.has(uuid)) return;
    this.state.received.add(uuid);
    this.state.pending.push(update);
    this.updates.push(update);
  }

  /** Gives what is wrong, if anything. */
  acknowledge(uuid: string): string | undefined {
    if (this.#acknowledged?.has(uuid) === true) return undefined;
    const front = this.state?.pending.first;
    if (!this.state || front === undefined) return `an acknowledgement (uuid ${uuid}) of nothing`;
    const expected = this.#format.uuidOf(front) ?? '';
    if (uuid !== expected && this.state.received.has(uuid)) {
      return `an acknowledgement out of turn (uuid ${uuid})`;
    }
    popFront(this.#format, this.state, front);
    (this.#acknowledged ??= new Set()).add(expected);
    return undefined;
  }
}

/** Written out, not spread: the engine makes much garbage of the latter, and files are many. */
function end<Update>(
  { state, updates }: Replay<Update>,
  fate: StreamFate,
  validBytes: number,
  errors: number,
  reason: string | undefined,
): ReplayedStream<Update> {
  return { fate, state, updates, validBytes, errors, reason };
}
