import { crc32c } from '@quorate/checkpoint';

/** "QUJ1", and where things are: docs/internals/update-journal.md. */
const MAGIC = 0x314a5551;
const HEADER_BYTES = 20;
const HEADERS_AT = [0, 512] as const;
const BATCHES_AT = 1024;
const BATCH_HEADER_BYTES = 16;
const ACTIVE = 1;

/** A part of a file. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The batches of a journal's file that have another one of their cycle behind them: those before the last one,
 * which damage cannot be told from a crash. Undefined if there are none.
 */
export function coveredBatches(file: Uint8Array): ByteRange | undefined {
  const epoch = activeEpoch(file);
  if (epoch === undefined) return undefined;
  const view = viewOf(file);
  let [last, at] = [BATCHES_AT, BATCHES_AT];
  for (let number = 0; ; number++) {
    const end = batchEnd(file, view, at);
    const isNext =
      end !== undefined &&
      view.getUint32(at + 8, true) === epoch &&
      view.getUint32(at + 12, true) === number;
    if (!isNext) return last > BATCHES_AT ? { start: BATCHES_AT, end: last } : undefined;
    [last, at] = [at, end];
  }
}

/** Where a batch ends that begins there, if it is whole. */
function batchEnd(file: Uint8Array, view: DataView, at: number): number | undefined {
  if (at + BATCH_HEADER_BYTES > file.length) return undefined;
  const end = at + BATCH_HEADER_BYTES + view.getUint32(at + 4, true);
  if (end > file.length) return undefined;
  return crc32c(file, at + 4, end) === view.getUint32(at, true) ? end : undefined;
}

/** The epoch of the cycle whose batches count; undefined if none do. */
function activeEpoch(file: Uint8Array): number | undefined {
  const view = viewOf(file);
  let newest = { sequence: 0, epoch: 0, state: 0 };
  for (const at of HEADERS_AT) {
    if (at + HEADER_BYTES > file.length) continue;
    const isWhole = view.getUint32(at + 16, true) === crc32c(file, at, at + 16);
    if (!isWhole || view.getUint32(at, true) !== MAGIC) continue;
    const [sequence = 0, epoch = 0, state = 0] = [4, 8, 12].map((field) =>
      view.getUint32(at + field, true),
    );
    if (sequence > newest.sequence) newest = { sequence, epoch, state };
  }
  return newest.state === ACTIVE ? newest.epoch : undefined;
}

function viewOf(file: Uint8Array): DataView {
  return new DataView(file.buffer, file.byteOffset, file.byteLength);
}
