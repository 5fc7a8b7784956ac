import { UUID_SIZE_BYTES } from './entry.ts';

const utf8 = new TextEncoder();

/** How many bytes the operation has that stores a whole value of that size under that name. */
export function snapshotSizeBytes(name: string, valueSizeBytes: number): number {
  const entry = field(utf8.encode(name).length) + field(UUID_SIZE_BYTES) + field(valueSizeBytes);
  // The type, which takes two bytes, and the entry in its snapshot.
  return 2 + field(field(entry));
}

/** A protobuf field of that many bytes: with its tag and its length. */
function field(sizeBytes: number): number {
  let lengthBytes = 1;
  for (let rest = sizeBytes; rest >= 0x80; rest = Math.floor(rest / 0x80)) lengthBytes++;
  return 1 + lengthBytes + sizeBytes;
}
