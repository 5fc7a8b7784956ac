import type { Readable, Writable } from 'node:stream';
import { Future } from '../futures/future.ts';
import { breakWith, loop, proceed } from '../futures/loop.ts';
import { checkEnd } from './descriptor.ts';
import { CHUNK_BYTES, readSome } from './read.ts';
import { write } from './write.ts';

/** Who else sees what is redirected. */
export interface RedirectOptions {
  /** Sees each piece before it is written. What it throws fails the redirection. */
  readonly onData?: (chunk: Uint8Array) => void;
}

/**
 * Writes all that comes from one end to another, until the first is at its end. Neither is closed or
 * ended. A discard stops it: what was read by then is written, the rest stays. (libprocess io::redirect)
 *
 * Fails with what `read` and `write` fail with.
 *
 * @param to undefined: nowhere
 */
export function redirect(
  from: Readable | number,
  to: Writable | number | undefined,
  { onData }: RedirectOptions = {},
): Future<void> {
  return Future.try(() => {
    checkEnd(from, 'read');
    if (to !== undefined) checkEnd(to, 'write');
    return loop(
      () => readSome(from, CHUNK_BYTES),
      (chunk) => {
        if (chunk.length === 0) return breakWith();
        onData?.(chunk);
        return to === undefined ? proceed() : write(to, chunk).andThen(proceed);
      },
    );
  });
}
