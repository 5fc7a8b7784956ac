import { LogError } from './errors.ts';
import { POSITION_MAX } from './protocol/types.ts';
import type { Position } from './protocol/types.ts';

const SIZE_BYTES = 8;

/** A position as 8 bytes, big-endian: they sort as the positions do. */
export function identityOf(position: Position): Uint8Array {
  const bytes = new Uint8Array(SIZE_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(position));
  return bytes;
}

/** The position of an identity. Throws `POSITION_INVALID` when it is not one. */
export function positionOf(identity: Uint8Array): Position {
  if (identity.byteLength !== SIZE_BYTES) {
    throw new LogError(
      'POSITION_INVALID',
      `the identity of a position has ${SIZE_BYTES} bytes, got ${identity.byteLength}`,
    );
  }
  const view = new DataView(identity.buffer, identity.byteOffset, SIZE_BYTES);
  const value = view.getBigUint64(0);
  if (value > BigInt(POSITION_MAX)) {
    throw new LogError('POSITION_INVALID', `position ${value} is beyond ${POSITION_MAX}`);
  }
  return Number(value) as Position;
}
