import type { MessageCodec } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import type { ResourceErrorCode } from '../errors.ts';

/**
 * Throws an error of this code unless it is a whole message: what comes from outside may be
 * anything.
 *
 * @param what such as `an operation`
 */
export function checkMessage<M>(
  codec: MessageCodec<M>,
  message: M,
  what: string,
  code: ResourceErrorCode,
): void {
  try {
    codec.encode(message);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ResourceError(code, `expected ${what}: ${reason}`, { cause: error });
  }
}

/** Whether two messages are the same byte for byte. */
export function sameMessage<M>(codec: MessageCodec<M>, left: M, right: M): boolean {
  const [a, b] = [codec.encode(left), codec.encode(right)];
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
