import { Buffer } from 'node:buffer';
import { read as readDescriptor } from 'node:fs';
import type { Readable } from 'node:stream';
import { Completer } from '../futures/completer.ts';
import { Future } from '../futures/future.ts';
import { breakWith, loop, proceed } from '../futures/loop.ts';
import { checkEnd, onDescriptor } from './descriptor.ts';
import { ioFailed, NodeError } from './node-error.ts';

/** What is asked of the system at a time. */
export const CHUNK_BYTES = 64 * 1024;

/**
 * Reads from a stream, or from the descriptor of a file where it stands. (libprocess io::read)
 *
 * Without a size, all to the end; with one, what is there, as soon as there is anything, and nothing
 * at the end. A discard gives up waiting: what was not given out stays in the stream. Of all to the
 * end, what had been read is lost then.
 *
 * Fails with `IO_CLOSED` when the stream was closed before its end, `IO_FAILED`,
 * `IO_DESCRIPTOR_BLOCKING` or `IO_OPTION_INVALID`. It does not close what it reads from.
 *
 * @param sizeBytes the most to read, an integer from 0
 */
export function read(from: Readable | number, sizeBytes?: number): Future<Uint8Array> {
  return Future.try(() => {
    checkEnd(from, 'read');
    return sizeBytes === undefined ? readAll(from) : readSome(from, checkSize(sizeBytes));
  });
}

function readAll(from: Readable | number): Future<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return loop(
    () => readSome(from, CHUNK_BYTES),
    (chunk) => {
      if (chunk.length === 0) return breakWith(Buffer.concat(chunks));
      chunks.push(chunk);
      return proceed();
    },
  );
}

/** @param sizeBytes from 0 */
export function readSome(from: Readable | number, sizeBytes: number): Future<Uint8Array> {
  if (sizeBytes === 0) return Future.ready(new Uint8Array());
  return typeof from === 'number' ? readFile(from, sizeBytes) : readStream(from, sizeBytes);
}

function readFile(fd: number, sizeBytes: number): Future<Uint8Array> {
  const buffer = new Uint8Array(sizeBytes);
  return onDescriptor(fd, 'read from', (callback) => {
    readDescriptor(fd, buffer, 0, sizeBytes, null, callback);
  }).andThen((count) => buffer.subarray(0, count));
}

function readStream(stream: Readable, sizeBytes: number): Future<Uint8Array> {
  const completer = new Completer<Uint8Array>();
  const events = {
    readable: () => {
      // Without anything to read this lets the stream see its end.
      const size = Math.min(sizeBytes, stream.readableLength);
      const chunk = stream.read(size > 0 ? size : undefined) as Uint8Array | string | null;
      if (chunk !== null) completer.set(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    },
    end: () => void completer.set(new Uint8Array()),
    error: (error: Error) => void completer.fail(ioFailed('read from a stream', error)),
    close: () => {
      const message = 'the stream was closed before its end';
      completer.fail(new NodeError('IO_CLOSED', message));
    },
  };
  completer.future
    .onDiscard(() => completer.discard())
    .onAny(() => {
      for (const [name, listener] of Object.entries(events)) stream.off(name, listener);
    });
  if (stream.readableLength > 0) events.readable();
  else if (stream.readableEnded) events.end();
  else if (stream.errored) events.error(stream.errored);
  else if (stream.destroyed) events.close();
  if (completer.future.isPending) {
    for (const [name, listener] of Object.entries(events)) stream.on(name, listener);
  }
  return completer.future;
}

function checkSize(sizeBytes: number): number {
  if (Number.isSafeInteger(sizeBytes) && sizeBytes >= 0) return sizeBytes;
  const message = `expected the size of a read to be an integer from 0, got ${sizeBytes}`;
  throw new NodeError('IO_OPTION_INVALID', message);
}
