import { violated } from './jute.ts';

/** A frame of a server that is longer than this is taken for a violation of the protocol. */
export const FRAME_BYTES_MAX = 64 * 1024 * 1024;

const LENGTH_BYTES = 4;

/** Puts the length before a message. */
export function frame(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(LENGTH_BYTES + message.length);
  new DataView(bytes.buffer).setInt32(0, message.length);
  bytes.set(message, LENGTH_BYTES);
  return bytes;
}

/** Frames cut out of a stream, and what is left of it. */
export interface CutFrames {
  readonly messages: readonly Uint8Array[];
  readonly rest: readonly Uint8Array[];
}

/**
 * Cuts the whole frames out of a stream. Chunks are joined only once a frame is whole: a long one
 * that arrives in small pieces must not be copied with each of them.
 *
 * Throws `ZOOKEEPER_PROTOCOL_VIOLATED` for a length that is negative or above `FRAME_BYTES_MAX`.
 */
export function cutFrames(rest: readonly Uint8Array[], chunk: Uint8Array): CutFrames {
  const chunks = [...rest, chunk];
  const sizeBytes = chunks.reduce((sum, { length }) => sum + length, 0);
  const lengthBytes = peek(chunks);
  if (lengthBytes === undefined || sizeBytes < LENGTH_BYTES + lengthBytes) {
    return { messages: [], rest: chunks };
  }
  return cutJoined(join(chunks, sizeBytes));
}

function cutJoined(bytes: Uint8Array): CutFrames {
  const messages: Uint8Array[] = [];
  let offset = 0;
  for (;;) {
    const left = bytes.subarray(offset);
    const lengthBytes = peek([left]);
    if (lengthBytes === undefined || left.length < LENGTH_BYTES + lengthBytes) {
      return { messages, rest: left.length === 0 ? [] : [left] };
    }
    messages.push(left.subarray(LENGTH_BYTES, LENGTH_BYTES + lengthBytes));
    offset += LENGTH_BYTES + lengthBytes;
  }
}

/** The length of the first frame, once its bytes are there. */
function peek(chunks: readonly Uint8Array[]): number | undefined {
  const first = chunks[0];
  const head = first && first.length >= LENGTH_BYTES ? first : join(chunks, LENGTH_BYTES);
  if (head.length < LENGTH_BYTES) return undefined;
  const length = new DataView(head.buffer, head.byteOffset).getInt32(0);
  if (length < 0 || length > FRAME_BYTES_MAX) throw violated(`a frame of ${length} bytes`);
  return length;
}

/** At most `sizeBytes` of the chunks, as one. */
function join(chunks: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const first = chunks[0];
  if (first && chunks.length === 1) return first;
  const joined = new Uint8Array(
    Math.min(
      sizeBytes,
      chunks.reduce((sum, { length }) => sum + length, 0),
    ),
  );
  let offset = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, joined.length - offset);
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
