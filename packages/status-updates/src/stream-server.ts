import { Completer } from '@quorate/process';
import type { Future, Logger } from '@quorate/process';
import { StatusUpdateError } from './errors.ts';
import type { Forwarder } from './forwarder.ts';
import { takeBatch } from './managed-stream.ts';
import type { ManagedStream, ServedRequest, StreamBatch, StreamRequest } from './managed-stream.ts';
import type { ManagerSettings } from './manager-options.ts';
import type { MutableMetrics } from './metrics.ts';
import type { StreamInput } from './protocol/stream.ts';
import { prepareFile } from './recover-streams.ts';
import { noStorage, streamFailed, streamUnknown } from './refusals.ts';
import type { ServiceGate } from './service-gate.ts';
import type { StreamStorage } from './storage/stream-storage.ts';
import type { StreamTable } from './stream-table.ts';

/** What a server needs of the process it works for. */
export interface StreamServerHost {
  logger(): Logger;
  /** Makes work known to the runtime. */
  track<T>(what: string, work: Promise<T>): Future<T>;
  /** Runs a callback in a turn of the process. */
  tell(callback: () => void): void;
}

export interface StreamServerParts<StreamId, Update> {
  readonly settings: ManagerSettings<StreamId, Update>;
  readonly table: StreamTable<StreamId, Update>;
  readonly gate: ServiceGate;
  readonly forwarder: Forwarder<StreamId, Update>;
  readonly metrics: MutableMetrics;
  readonly host: StreamServerHost;
}

/**
 * Serves what is asked of streams: steps all that waits for one, makes it durable in one write, and
 * only then tells the outcomes and forwards.
 */
export class StreamServer<StreamId, Update> {
  readonly #settings: ManagerSettings<StreamId, Update>;
  readonly #table: StreamTable<StreamId, Update>;
  readonly #gate: ServiceGate;
  readonly #forwarder: Forwarder<StreamId, Update>;
  readonly #metrics: MutableMetrics;
  readonly #host: StreamServerHost;
  /** Why nothing can be written. */
  openFailure: StatusUpdateError | undefined;

  constructor(parts: StreamServerParts<StreamId, Update>) {
    this.#settings = parts.settings;
    this.#table = parts.table;
    this.#gate = parts.gate;
    this.#forwarder = parts.forwarder;
    this.#metrics = parts.metrics;
    this.#host = parts.host;
  }

  /** @returns for an acknowledgement: whether the stream goes on */
  request(stream: ManagedStream<StreamId, Update>, input: StreamInput<Update>): Future<boolean> {
    const request: StreamRequest<Update> = { input, result: new Completer<boolean>() };
    stream.queue.push(request);
    this.#table.recount(stream);
    this.serve(stream);
    return request.result.future;
  }

  /** Steps all that waits for a stream, and writes it at once. */
  serve(stream: ManagedStream<StreamId, Update>): void {
    while (!stream.isBusy && this.#gate.isOpen) {
      if (stream.isDropped) stream.reset();
      if (stream.failure) return this.refuseQueue(stream, stream.failure);
      if (stream.queue.length === 0) return this.#table.forgetIfEmpty(stream);
      const batch = takeBatch(this.#settings.format, stream);
      if (batch.records.length === 0) this.#onDurable(stream, batch);
      else this.#persist(stream, batch);
    }
  }

  #persist(stream: ManagedStream<StreamId, Update>, batch: StreamBatch<Update>): void {
    const { format, pathOf, storage } = this.#settings;
    if (!storage) return this.#onNotBegun(stream, batch, noStorage());
    if (this.openFailure) return this.#onNotBegun(stream, batch, this.openFailure);
    const path = (stream.path ??= pathOf(stream.id));
    if (stream.sizeBytes !== undefined) return this.#write(stream, batch, storage, path);
    const preparing = this.#host.track(`create ${path}`, prepareFile(format, storage, path));
    this.whileBusy(stream, preparing, lastOf(batch), (prepared) => {
      if (prepared.isFailed) return this.#onNotBegun(stream, batch, prepared.failure());
      stream.begin(prepared.value());
      this.#write(stream, batch, storage, path);
    });
  }

  #write(
    stream: ManagedStream<StreamId, Update>,
    batch: StreamBatch<Update>,
    storage: StreamStorage,
    path: string,
  ): void {
    const framed = stream.frame(batch.records);
    this.#metrics.writes++;
    const appending = storage.append(path, framed.offset, framed.bytes);
    const writing = this.#host.track(`append to ${path}`, appending);
    this.whileBusy(stream, writing, lastOf(batch), (written) => {
      if (written.isFailed) return this.#onFailed(stream, batch, written.failure());
      stream.onWritten(framed);
      this.#onDurable(stream, batch);
    });
  }

  #onDurable(stream: ManagedStream<StreamId, Update>, batch: StreamBatch<Update>): void {
    stream.settle(batch.latest);
    if (batch.isTerminal) return this.#onTerminal(stream, batch);
    this.#tell(stream, batch.served);
    this.#table.recount(stream);
    if (!stream.isDropped) this.#forwarder.start(stream);
  }

  #onTerminal(stream: ManagedStream<StreamId, Update>, batch: StreamBatch<Update>): void {
    const { storage, pathOf, removeFinishedStreams } = this.#settings;
    const left = stream.pendingLength - stream.queue.length;
    if (left > 0) {
      this.#host
        .logger()
        .warn(
          { stream: stream.key, left },
          'a terminal status update was acknowledged while others are pending',
        );
    }
    const isOnDisk = stream.sizeBytes !== undefined;
    this.#forwarder.stop(stream);
    stream.reset();
    const finish = (): void => {
      this.#tell(stream, batch.served);
      this.#table.recount(stream);
    };
    if (!storage || !removeFinishedStreams || !isOnDisk) return finish();
    const path = (stream.path ??= pathOf(stream.id));
    const removing = this.#host.track(`remove ${path}`, storage.remove(path));
    this.whileBusy(stream, removing, lastOf(batch), (removed) => {
      if (removed.isFailed) {
        const fields = { stream: stream.key, err: removed.failure() };
        this.#host.logger().error(fields, 'the file of a stream that is over cannot be removed');
      }
      finish();
    });
  }

  /** Whoever asked hears of it only now: it is durable. */
  #tell(stream: ManagedStream<StreamId, Update>, served: readonly ServedRequest<Update>[]): void {
    for (const { request, outcome } of served) {
      switch (outcome.type) {
        case 'received':
          this.#metrics.updates++;
          request.result.set(true);
          break;
        case 'duplicate':
          this.#metrics.duplicates++;
          this.#host.logger().debug({ stream: stream.key }, 'a status update that came before');
          request.result.set(true);
          break;
        case 'acknowledged':
          this.#metrics.acknowledgements++;
          this.#forwarder.stop(stream);
          request.result.set(!outcome.isTerminal);
          break;
        case 'refused':
          this.#metrics.refused++;
          request.result.fail(this.#refusalOf(stream, request, outcome.error));
          break;
      }
    }
  }

  /** An acknowledgement that waited for a recovery which did not find its stream is of none. */
  #refusalOf(
    stream: ManagedStream<StreamId, Update>,
    { input }: StreamRequest<Update>,
    error: StatusUpdateError,
  ): StatusUpdateError {
    const isKnown = stream.isAlive || input.type === 'update';
    return isKnown ? error : streamUnknown(this.#settings.format.name, stream.key);
  }

  /** Nothing of the batch, and so nothing of the stream, was recorded. */
  #onNotBegun(
    stream: ManagedStream<StreamId, Update>,
    batch: StreamBatch<Update>,
    error: Error,
  ): void {
    stream.reset();
    this.#failAll(batch, this.streamFailure(stream, error, 'definite'));
    this.#table.recount(stream);
  }

  /** What of the batch is on disk is not known, so the stream is of no use any more; others are. */
  #onFailed(
    stream: ManagedStream<StreamId, Update>,
    batch: StreamBatch<Update>,
    error: Error,
  ): void {
    const failure = this.streamFailure(stream, error, 'unknown');
    this.#metrics.failures++;
    this.#host.logger().error({ stream: stream.key, err: error }, failure.message);
    this.#forwarder.stop(stream);
    stream.reset();
    stream.failure = failure;
    this.#failAll(batch, failure);
  }

  #failAll({ served }: StreamBatch<Update>, failure: StatusUpdateError): void {
    for (const { request, outcome } of served) {
      request.result.fail(outcome.type === 'refused' ? outcome.error : failure);
    }
  }

  streamFailure(
    { key }: ManagedStream<StreamId, Update>,
    error: Error,
    outcome: 'definite' | 'unknown',
  ): StatusUpdateError {
    return streamFailed(this.#settings.format.name, key, error, outcome);
  }

  /** What waits has not begun, and will not. */
  refuseQueue(stream: ManagedStream<StreamId, Update>, reason: StatusUpdateError): void {
    const requests = stream.queue;
    stream.queue = [];
    this.#table.recount(stream);
    for (const { result } of requests) {
      const options = { cause: reason, outcome: 'definite' } as const;
      result.fail(new StatusUpdateError(reason.code, reason.message, options));
    }
  }

  /**
   * Serves the stream again when the work has ended.
   *
   * @param settling settles when the work, and what follows from it, is done
   */
  whileBusy<T>(
    stream: ManagedStream<StreamId, Update>,
    work: Future<T>,
    settling: Future<unknown> | undefined,
    callback: (done: Future<T>) => void,
  ): void {
    stream.isBusy = true;
    stream.settling = settling;
    work.onAny((done) =>
      this.#host.tell(() => {
        stream.isBusy = false;
        stream.settling = undefined;
        callback(done);
        this.serve(stream);
      }),
    );
  }

  /** Its file stays. What is being written will be told all the same, but not forwarded. */
  drop(stream: ManagedStream<StreamId, Update>): void {
    const message = `stream ${stream.key} was cleaned up`;
    this.#forwarder.stop(stream);
    this.refuseQueue(
      stream,
      new StatusUpdateError('STREAM_UNKNOWN', message, { outcome: 'definite' }),
    );
    // One that is busy stays known: its successor must not touch the file before that has ended.
    stream.isDropped = true;
    this.serve(stream);
  }
}

function lastOf<Update>({ served }: StreamBatch<Update>): Future<unknown> | undefined {
  return served.at(-1)?.request.result.future;
}
