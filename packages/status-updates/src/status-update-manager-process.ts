import { frameRecords } from '@quorate/checkpoint';
import { Completer, Future, Process } from '@quorate/process';
import type { Pid } from '@quorate/process';
import { reasonOf, StatusUpdateError } from './errors.ts';
import { Forwarder } from './forwarder.ts';
import { ManagedStream, takeBatch } from './managed-stream.ts';
import type { ServedRequest, StreamBatch, StreamRequest } from './managed-stream.ts';
import type { ManagerSettings } from './manager-options.ts';
import { zeroMetrics } from './metrics.ts';
import type { StatusUpdateMetrics } from './metrics.ts';
import type { StreamInput } from './protocol/stream.ts';
import { recoverStreams } from './recover-streams.ts';
import type { FoundStreams, RecoveredStream, RecoverOptions } from './recover-streams.ts';
import type { StreamStorage } from './storage/stream-storage.ts';

/** What a recovery found. */
export interface RecoveredStreams<Update> {
  /**
   * By stream key: undefined for a stream that never began. One that could not be recovered is not
   * in here, and counts as an error.
   */
  readonly streams: ReadonlyMap<string, RecoveredStream<Update> | undefined>;
  /** How many errors were passed over; 0 in a strict recovery. */
  readonly errors: number;
}

/** The actor behind `StatusUpdateManager`. */
export class StatusUpdateManagerProcess<StreamId, Update> extends Process {
  declare readonly self: Pid<StatusUpdateManagerProcess<StreamId, Update>>;
  readonly #settings: ManagerSettings<StreamId, Update>;
  readonly #streams = new Map<string, ManagedStream<StreamId, Update>>();
  readonly #metrics = zeroMetrics();
  readonly #forwarder: Forwarder<StreamId, Update>;
  #opening: Future<void> = Future.ready();
  #openFailure: StatusUpdateError | undefined;
  /** Reasons why no stream may be served yet: the storage is not open, or a recovery is running. */
  #holds = 0;
  /** Streams with a write under way. */
  #busyStreams = 0;
  #onIdle: Completer<void>[] = [];
  #pending = 0;
  #isClosed = false;

  constructor(settings: ManagerSettings<StreamId, Update>) {
    super({ idPrefix: 'status-update-manager' });
    this.#settings = settings;
    this.#forwarder = new Forwarder(settings, this.#metrics, {
      logger: () => this.runtime.logger,
      now: () => this.runtime.clock.now(),
      delay: (delayMs, handler) => this.delay(delayMs, handler),
    });
  }

  protected override initialize(): void {
    const { storage } = this.#settings;
    if (!storage) return;
    this.#holds++;
    this.#opening = this.runtime.track('open the storage of status updates', storage.open());
    this.#opening.onAny((opened) =>
      this.runtime.tell(this.self, () => {
        if (opened.isFailed) this.#openFailure = this.#openError(opened.failure());
        this.#release();
      }),
    );
  }

  update(id: StreamId, update: Update, checkpoint: boolean): Future<void> {
    return this.#request(id, { type: 'update', update, checkpoint }).andThen(() => undefined);
  }

  acknowledge(id: StreamId, uuid: string): Future<boolean> {
    return this.#request(id, { type: 'acknowledge', uuid });
  }

  recover(ids: readonly StreamId[], options: RecoverOptions): Future<RecoveredStreams<Update>> {
    const { format, storage, pathOf } = this.#settings;
    if (!storage || this.#isClosed) return Future.failed(closedOr(storage));
    const wanted = ids.map((id) => ({ id, key: format.streamKey(id), path: pathOf(id) }));
    const active = wanted.find(({ key }) => this.#streams.has(key));
    if (active) return Future.failed(streamActive(active.key, 'it cannot be recovered'));
    this.#holds++;
    const completer = new Completer<RecoveredStreams<Update>>();
    this.#opening
      .andThen(() =>
        this.runtime.track(
          `recover ${wanted.length} streams of status updates`,
          recoverStreams(format, storage, wanted, options),
        ),
      )
      .onAny((done) =>
        this.runtime.tell(this.self, () => {
          this.#onRecovered(done, options.strict, completer);
          this.#release();
        }),
      );
    return completer.future;
  }

  pause(): void {
    this.#forwarder.pause(this.#streams.values());
  }

  resume(): void {
    this.#forwarder.resume(this.#streams.values());
  }

  cleanup(frameworkId: string): void {
    for (const stream of this.#streams.values()) {
      if (stream.state?.frameworkId === frameworkId) this.#drop(stream);
    }
  }

  reconcile(ids: readonly StreamId[] | undefined): readonly StreamId[] {
    if (!ids) {
      for (const stream of this.#streams.values()) this.#forwarder.restart(stream);
      return [];
    }
    return ids.filter((id) => {
      const stream = this.#streams.get(this.#settings.format.streamKey(id));
      if (stream) this.#forwarder.restart(stream);
      return stream === undefined;
    });
  }

  remove(id: StreamId): Future<void> {
    const { format, storage, pathOf } = this.#settings;
    if (!storage || this.#isClosed) return Future.failed(closedOr(storage));
    const key = format.streamKey(id);
    const known = this.#streams.get(key);
    if (known) return Future.failed(streamActive(key, 'its file cannot be removed'));
    // Held like one that is busy, so that an update which begins it anew waits for the removal.
    const stream = new ManagedStream<StreamId, Update>(id, key);
    this.#streams.set(key, stream);
    const removed = new Completer<void>();
    const removing = this.#opening.andThen(() =>
      this.runtime.track(`remove ${key}`, storage.remove(pathOf(id))),
    );
    this.#whileBusy(stream, removing, (done) => {
      this.#serve(stream);
      if (done.isFailed) removed.fail(this.#streamFailure(stream, done.failure()));
      else removed.set(undefined);
    });
    return removed.future;
  }

  flush(): Future<void> {
    return this.#idle().andThen(() => {
      const { storage } = this.#settings;
      return storage && this.runtime.track('flush status updates', storage.flush());
    });
  }

  /** Refuses what waits, lets what is being written end, and closes the storage. */
  shutdown(): Future<void> {
    this.#isClosed = true;
    this.pause();
    for (const stream of this.#streams.values()) {
      for (const { result } of stream.queue) result.fail(closed('definite'));
      stream.queue = [];
    }
    return this.#idle().andThen(() => {
      const { storage } = this.#settings;
      return storage && this.runtime.track('close status updates', storage.close());
    });
  }

  metrics(): StatusUpdateMetrics {
    return { streams: this.#streams.size, pending: this.#pending, ...this.#metrics };
  }

  // ------------------------------------------------------------------- requests

  #request(id: StreamId, input: StreamInput<Update>): Future<boolean> {
    if (this.#isClosed) return Future.failed(closed('definite'));
    const stream = this.#find(id, input);
    if (stream instanceof StatusUpdateError) return Future.failed(stream);
    const request: StreamRequest<Update> = { input, result: new Completer<boolean>() };
    stream.queue.push(request);
    this.#recount(stream);
    this.#serve(stream);
    return request.result.future;
  }

  #find(
    id: StreamId,
    input: StreamInput<Update>,
  ): ManagedStream<StreamId, Update> | StatusUpdateError {
    const { format, streamPendingMax, pendingMax } = this.#settings;
    let key: string;
    try {
      key = format.streamKey(id);
    } catch (error) {
      if (error instanceof StatusUpdateError) return error;
      throw error;
    }
    const found = this.#streams.get(key);
    if (input.type === 'acknowledge') {
      // While streams are being recovered, this may be one of them.
      if (found || this.#holds > 0) return found ?? this.#add(id, key);
      const message = `there is no ${format.name} stream ${key}; it is over, or was never recovered`;
      return new StatusUpdateError('STREAM_UNKNOWN', message, { outcome: 'definite' });
    }
    if ((found?.pendingLength ?? 0) >= streamPendingMax) return this.#full(key, streamPendingMax);
    if (this.#pending >= pendingMax) return this.#full('of all streams', pendingMax);
    return found ?? this.#add(id, key);
  }

  #add(id: StreamId, key: string): ManagedStream<StreamId, Update> {
    const stream = new ManagedStream<StreamId, Update>(id, key);
    this.#streams.set(key, stream);
    return stream;
  }

  #full(which: string, limit: number): StatusUpdateError {
    const message = `${limit} updates ${which} wait for their acknowledgement: slow down, or raise the limit`;
    return new StatusUpdateError('STREAM_FULL', message, { outcome: 'definite' });
  }

  /** Steps all that waits for a stream, and writes it at once. */
  #serve(stream: ManagedStream<StreamId, Update>): void {
    if (stream.isBusy || this.#holds > 0) return;
    if (stream.failure) return this.#refuseAll(stream, stream.failure);
    if (stream.queue.length === 0) return this.#forgetIfEmpty(stream);
    const batch = takeBatch(this.#settings.format, stream);
    const { storage } = this.#settings;
    if (batch.records.length === 0) return this.#onDurable(stream, batch);
    if (!storage) return this.#onNotWritten(stream, batch, noStorage());
    if (this.#openFailure) return this.#onNotWritten(stream, batch, this.#openFailure);
    const path = this.#settings.pathOf(stream.id);
    if (stream.sizeBytes !== undefined) {
      return this.#write(stream, batch, storage, path, stream.sizeBytes);
    }
    const creating = storage.create(path, this.#settings.format.existingFile);
    this.#whileBusy(stream, this.runtime.track(`create ${path}`, creating), (created) => {
      // Nothing was recorded: the stream has not begun.
      if (created.isFailed) return this.#onNotWritten(stream, batch, created.failure());
      this.#write(stream, batch, storage, path, created.value());
    });
  }

  #write(
    stream: ManagedStream<StreamId, Update>,
    batch: StreamBatch<Update>,
    storage: StreamStorage,
    path: string,
    offset: number,
  ): void {
    const frames = frameRecords(batch.records);
    this.#metrics.writes++;
    const writing = this.runtime.track(path, storage.append(path, offset, frames));
    this.#whileBusy(stream, writing, (written) => {
      if (written.isFailed) return this.#onFailed(stream, batch, written.failure());
      stream.sizeBytes = offset + frames.length;
      this.#onDurable(stream, batch);
    });
  }

  #onDurable(stream: ManagedStream<StreamId, Update>, batch: StreamBatch<Update>): void {
    const { storage, pathOf, removeFinishedStreams } = this.#settings;
    const isOnDisk = stream.sizeBytes !== undefined;
    if (!batch.isTerminal) {
      this.#tell(stream, batch.served);
      this.#recount(stream);
      this.#forwarder.start(stream);
      return this.#serve(stream);
    }
    const left = stream.state?.pending.length ?? 0;
    if (left > 0) {
      this.runtime.logger.warn(
        { stream: stream.key, left },
        'a terminal status update was acknowledged while others are pending',
      );
    }
    stream.reset();
    if (!storage || !removeFinishedStreams || !isOnDisk) {
      this.#tell(stream, batch.served);
      this.#recount(stream);
      return this.#serve(stream);
    }
    const removing = this.runtime.track(`remove ${stream.key}`, storage.remove(pathOf(stream.id)));
    this.#whileBusy(stream, removing, (removed) => {
      if (removed.isFailed) {
        const fields = { stream: stream.key, err: removed.failure() };
        this.runtime.logger.error(fields, 'the file of a stream that is over cannot be removed');
      }
      this.#tell(stream, batch.served);
      this.#recount(stream);
      this.#serve(stream);
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
          this.runtime.logger.debug({ stream: stream.key }, 'a status update that came before');
          request.result.set(true);
          break;
        case 'acknowledged':
          this.#metrics.acknowledgements++;
          stream.forgetForwards();
          request.result.set(!outcome.isTerminal);
          break;
        case 'refused':
          this.#metrics.refused++;
          request.result.fail(this.#unknownIfNone(stream, request, outcome.error));
          break;
      }
    }
  }

  /** An acknowledgement that waited for a recovery which did not find its stream. */
  #unknownIfNone(
    stream: ManagedStream<StreamId, Update>,
    { input }: StreamRequest<Update>,
    error: StatusUpdateError,
  ): StatusUpdateError {
    if (stream.state || input.type === 'update') return error;
    const message = `there is no ${this.#settings.format.name} stream ${stream.key}`;
    return new StatusUpdateError('STREAM_UNKNOWN', message, { outcome: 'definite' });
  }

  #onNotWritten(
    stream: ManagedStream<StreamId, Update>,
    batch: StreamBatch<Update>,
    error: Error,
  ): void {
    stream.reset();
    const failure = this.#streamFailure(stream, error, 'definite');
    for (const { request, outcome } of batch.served) {
      request.result.fail(outcome.type === 'refused' ? outcome.error : failure);
    }
    this.#recount(stream);
    this.#serve(stream);
  }

  /** What of the batch is on disk is not known, so the stream is of no use any more; others are. */
  #onFailed(
    stream: ManagedStream<StreamId, Update>,
    batch: StreamBatch<Update>,
    error: Error,
  ): void {
    const failure = this.#streamFailure(stream, error, 'unknown');
    this.#metrics.failures++;
    this.runtime.logger.error({ stream: stream.key, err: error }, failure.message);
    stream.reset();
    stream.failure = failure;
    for (const { request, outcome } of batch.served) {
      request.result.fail(outcome.type === 'refused' ? outcome.error : failure);
    }
    this.#serve(stream);
  }

  #streamFailure(
    stream: ManagedStream<StreamId, Update>,
    error: Error,
    outcome: 'definite' | 'unknown' = 'unknown',
  ): StatusUpdateError {
    if (error instanceof StatusUpdateError) return error;
    const message = `the ${this.#settings.format.name} stream ${stream.key} has failed: ${reasonOf(error)}`;
    return new StatusUpdateError('STREAM_FAILED', message, { cause: error, outcome });
  }

  #refuseAll(stream: ManagedStream<StreamId, Update>, failure: StatusUpdateError): void {
    const requests = stream.queue;
    stream.queue = [];
    this.#recount(stream);
    const { code, message } = failure;
    for (const { result } of requests) {
      const options = { cause: failure, outcome: 'definite' } as const;
      result.fail(new StatusUpdateError(code, message, options));
    }
  }

  // ----------------------------------------------------------- the life of streams

  #whileBusy<T>(
    stream: ManagedStream<StreamId, Update>,
    work: Future<T>,
    callback: (done: Future<T>) => void,
  ): void {
    stream.isBusy = true;
    this.#busyStreams++;
    work.onAny((done) =>
      this.runtime.tell(this.self, () => {
        stream.isBusy = false;
        callback(done);
        if (--this.#busyStreams === 0) this.#tellIdle();
      }),
    );
  }

  #forgetIfEmpty(stream: ManagedStream<StreamId, Update>): void {
    if (stream.isAlive) return;
    this.#recount(stream);
    if (this.#streams.get(stream.key) === stream) this.#streams.delete(stream.key);
  }

  /** Its file stays. What is being written will be told all the same, but not forwarded. */
  #drop(stream: ManagedStream<StreamId, Update>): void {
    const error = new StatusUpdateError('STREAM_UNKNOWN', `stream ${stream.key} was cleaned up`, {
      outcome: 'definite',
    });
    stream.reset();
    this.#streams.delete(stream.key);
    this.#refuseAll(stream, error);
  }

  #recount(stream: ManagedStream<StreamId, Update>): void {
    const held = stream.pendingLength;
    this.#pending += held - stream.held;
    stream.held = held;
  }

  // ------------------------------------------------------------------- recovery

  #onRecovered(
    done: Future<FoundStreams<StreamId, Update>>,
    strict: boolean,
    completer: Completer<RecoveredStreams<Update>>,
  ): void {
    if (!done.isReady) {
      completer.fail(done.isFailed ? this.#openError(done.failure()) : closed('definite'));
      return;
    }
    const { streams, errors } = done.value();
    const [first] = errors;
    if (strict && first) {
      completer.fail(first);
      return;
    }
    this.#metrics.recoveryErrors += errors.length;
    for (const error of errors) this.runtime.logger.warn({ err: error }, error.message);
    const recovered = new Map<string, RecoveredStream<Update> | undefined>();
    for (const { id, key, recovered: one } of streams) {
      recovered.set(key, one);
      if (!one || one.terminated) continue;
      // An acknowledgement may wait for it already.
      const stream = this.#streams.get(key) ?? this.#add(id, key);
      stream.continue(one);
      this.#recount(stream);
      this.#forwarder.start(stream);
    }
    completer.set({ streams: recovered, errors: errors.length });
  }

  #openError(error: Error): StatusUpdateError {
    if (error instanceof StatusUpdateError) return error;
    const message = `the storage of status updates cannot be opened: ${reasonOf(error)}`;
    const options = { cause: error, outcome: 'definite' } as const;
    return new StatusUpdateError('STREAM_FAILED', message, options);
  }

  /** What arrived in the meantime can be served. */
  #release(): void {
    if (--this.#holds > 0) return;
    for (const stream of [...this.#streams.values()]) this.#serve(stream);
    if (this.#busyStreams === 0) this.#tellIdle();
  }

  #idle(): Future<void> {
    if (this.#busyStreams === 0 && this.#holds === 0) return Future.ready();
    const idle = new Completer<void>();
    this.#onIdle.push(idle);
    return idle.future;
  }

  #tellIdle(): void {
    if (this.#holds > 0) return;
    const waiting = this.#onIdle;
    this.#onIdle = [];
    for (const idle of waiting) idle.set(undefined);
  }
}

function closed(outcome: 'definite' | 'unknown'): StatusUpdateError {
  return new StatusUpdateError('MANAGER_CLOSED', 'the status update manager is closed', {
    outcome,
  });
}

function noStorage(): StatusUpdateError {
  const message = 'a status update to be checkpointed, but the manager was given no storage';
  return new StatusUpdateError('MANAGER_OPTION_INVALID', message, { outcome: 'definite' });
}

function closedOr(storage: StreamStorage | undefined): StatusUpdateError {
  return storage ? closed('definite') : noStorage();
}

function streamActive(key: string, consequence: string): StatusUpdateError {
  const message = `stream ${key} is in use, so ${consequence}; wait for its end, or clean it up`;
  return new StatusUpdateError('STREAM_ACTIVE', message, { outcome: 'definite' });
}
