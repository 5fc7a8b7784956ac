import { Buffer } from 'node:buffer';
import { write as writeDescriptor } from 'node:fs';
import type { Writable } from 'node:stream';
import { Completer } from '../futures/completer.ts';
import { Future } from '../futures/future.ts';
import { breakWith, loop, proceed } from '../futures/loop.ts';
import { checkEnd, onDescriptor } from './descriptor.ts';
import { ioFailed, NodeError } from './node-error.ts';
import { CHUNK_BYTES } from './read.ts';

/**
 * Writes all of `data` to a stream, or to the descriptor of a file where it stands. Ready when the
 * system has taken it: not when it is on a disk. (libprocess io::write)
 *
 * A discard stops it before the next 64 KiB; what was written is. Text is written as UTF-8. Bytes
 * must not be changed until the result is there.
 *
 * Fails with `IO_CLOSED` when the stream is closed or was ended, `IO_FAILED` (nobody reads from the
 * pipe any more, for example), `IO_DESCRIPTOR_BLOCKING` or `IO_OPTION_INVALID`. It does not end what
 * it writes to.
 */
export function write(to: Writable | number, data: Uint8Array | string): Future<void> {
  return Future.try(() => {
    checkEnd(to, 'write');
    return writeAll(to, typeof data === 'string' ? Buffer.from(data) : data);
  });
}

function writeAll(to: Writable | number, bytes: Uint8Array): Future<void> {
  if (bytes.length === 0) return Future.ready();
  let offset = 0;
  let isDiscarded = false;
  const writing = loop(
    () => {
      const chunk = bytes.subarray(offset, offset + CHUNK_BYTES);
      if (isDiscarded) return Future.discarded<number>();
      return typeof to === 'number' ? writeFile(to, chunk) : writeStream(to, chunk);
    },
    (count) => {
      offset += count;
      return offset < bytes.length ? proceed() : breakWith();
    },
  );
  return writing.onDiscard(() => {
    isDiscarded = true;
  });
}

function writeFile(fd: number, chunk: Uint8Array): Future<number> {
  return onDescriptor(fd, 'write to', (callback) => {
    writeDescriptor(fd, chunk, 0, chunk.length, null, callback);
  });
}

/** Behind what the stream is full of: until then it may be discarded. */
function writeStream(stream: Writable, chunk: Uint8Array): Future<number> {
  if (!stream.writableNeedDrain || stream.destroyed) return writeChunk(stream, chunk);
  const drained = new Completer<void>();
  const wake = (): void => void drained.set(undefined);
  drained.future
    .onDiscard(() => drained.discard())
    .onAny(() => stream.off('drain', wake).off('close', wake));
  stream.on('drain', wake).on('close', wake);
  return drained.future.andThen(() => writeStream(stream, chunk));
}

function writeChunk(stream: Writable, chunk: Uint8Array): Future<number> {
  if (stream.errored) return Future.failed(ioFailed('write to a stream', stream.errored));
  if (stream.destroyed || stream.writableEnded) {
    return Future.failed(new NodeError('IO_CLOSED', 'the stream to write to is closed'));
  }
  const completer = new Completer<number>();
  // The stream tells everybody of an error, after it has told us: nobody else may be listening.
  const onError = (): void => undefined;
  stream.on('error', onError);
  stream.write(chunk, (error) => {
    if (error) {
      completer.fail(ioFailed('write to a stream', error));
      return;
    }
    stream.off('error', onError);
    completer.set(chunk.length);
  });
  return completer.future;
}
