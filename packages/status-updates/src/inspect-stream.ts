import { scanRecords } from '@quorate/checkpoint';
import { replayStream } from './protocol/replay-stream.ts';
import type { PlacedRecord, ReplayedStream, StreamRecords } from './protocol/replay-stream.ts';
import type { UpdateFormat, UpdateRecord } from './protocol/update-format.ts';

/** A stream's file, looked at. */
export interface InspectedStream<Update> extends ReplayedStream<Update> {
  readonly records: readonly PlacedRecord<Update>[];
  readonly fileBytes: number;
  readonly tail: StreamRecords<Update>['tail'];
}

/**
 * Reads a stream's file as a recovery does that is not strict, and changes nothing. Never throws,
 * whatever the bytes.
 */
export function inspectStream<Update>(
  format: UpdateFormat<never, Update>,
  file: Uint8Array,
): InspectedStream<Update> {
  const records = readRecords(format, file);
  return { ...records, ...replayStream(format, records) };
}

/** Reads a stream's file, and finds the stream that it stands for. Never throws. */
export function readStream<Update>(
  format: UpdateFormat<never, Update>,
  file: Uint8Array,
): ReplayedStream<Update> {
  return replayStream(format, readRecords(format, file));
}

function readRecords<Update>(
  format: UpdateFormat<never, Update>,
  file: Uint8Array,
): StreamRecords<Update> {
  // Decoding is what tells a record from damage, so it is done while scanning, and once.
  const decoded: UpdateRecord<Update>[] = [];
  const scan = scanRecords(file, {
    accept: (record) => decoded.push(format.decode(record)) > 0,
  });
  const records = scan.records.map(({ offset, sizeBytes }, index) => ({
    offset,
    sizeBytes,
    record: decoded[index] as UpdateRecord<Update>,
  }));
  const { validBytes, fileBytes, tail, reason } = scan;
  return { records, validBytes, fileBytes, tail, reason };
}
