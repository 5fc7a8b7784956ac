import { fstat } from 'node:fs';
import { isatty } from 'node:tty';
import { Completer } from '../futures/completer.ts';
import type { Future } from '../futures/future.ts';
import { ioFailed, NodeError } from './node-error.ts';

/** What functions of `node:fs` call back with. */
type Callback = (error: Error | null, count: number) => void;

/**
 * Asks the system for something about a descriptor whose answer does not wait for anybody else. It
 * cannot be taken back: a discard has no effect.
 *
 * Fails with `IO_DESCRIPTOR_BLOCKING` where it may wait: node has a thread wait then, one of four that
 * all files share, and nothing can call it back.
 *
 * @param what of the call, for an error: `read from`, `write to`
 */
export function onDescriptor(
  fd: number,
  what: string,
  ask: (callback: Callback) => void,
): Future<number> {
  const completer = new Completer<number>();
  const fail = (error: Error): void =>
    void completer.fail(ioFailed(`${what} descriptor ${fd}`, error));
  fstat(fd, (error, stats) => {
    if (error) return fail(error);
    if (stats.isFIFO() || stats.isSocket() || isatty(fd)) {
      const message = `cannot ${what} descriptor ${fd}, which may block: pass a stream, such as new net.Socket({ fd: ${fd} })`;
      completer.fail(new NodeError('IO_DESCRIPTOR_BLOCKING', message));
      return;
    }
    ask((failure, count) => {
      if (failure) fail(failure);
      else completer.set(count);
    });
  });
  return completer.future;
}

/** Throws `IO_OPTION_INVALID` for what is neither a stream nor a descriptor. */
export function checkEnd(end: unknown, method: 'read' | 'write'): void {
  if (typeof end === 'number' ? Number.isSafeInteger(end) && end >= 0 : isStream(end, method))
    return;
  const message = `expected a stream to ${method} or a descriptor from 0, got ${String(end)}`;
  throw new NodeError('IO_OPTION_INVALID', message);
}

function isStream(end: unknown, method: 'read' | 'write'): boolean {
  const { [method]: found } = (end ?? {}) as Readonly<Record<string, unknown>>;
  return typeof found === 'function';
}
