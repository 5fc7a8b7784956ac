import { awaitAll, Completer, Future, Process } from '@quorate/process';
import type { Pid, Cancellable } from '@quorate/process';
import { reasonOf, StatusUpdateError } from './errors.ts';
import { Forwarder } from './forwarder.ts';
import { ManagedStream, takeBatch } from './managed-stream.ts';
import type { ServedRequest, StreamBatch, StreamRequest } from './managed-stream.ts';
import type { ManagerSettings } from './manager-options.ts';
import { zeroMetrics } from './metrics.ts';
import type { StatusUpdateMetrics } from './metrics.ts';
import type { StreamInput } from './protocol/stream.ts';
import { closed, full, noStorage, openError, streamActive } from './refusals.ts';
import { prepareFile, recoverStreams } from './recover-streams.ts';
import type { FoundStreams, RecoverOptions } from './recover-streams.ts';
import type { RecoveredStream } from './recovered-stream.ts';
import { STREAM_FILE_UPDATES_BYTES_MAX } from './storage/stream-files.ts';
import type { StreamStorage } from './storage/stream-storage.ts';

/** What a recovery found. */
export interface RecoveredStreams<Update> {
  /**
   * By stream key, in the order in which they were asked for: undefined for a stream that never
   * began. One that could not be recovered is not in here, and counts as an error.
   */
  readonly streams: ReadonlyMap<string, RecoveredStream<Update> | undefined>;
  /** How many errors were passed over; 0 in a strict recovery. */
  readonly errors: number;
}

/** A recovery that is running. */
interface Recovery<StreamId> {
  /** By stream key. */
  readonly wanted: ReadonlyMap<string, StreamId>;
  /** Frameworks that were cleaned up meanwhile. */
  readonly cleanedUp: Set<string>;
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
  #onRelease: Completer<void>[] = [];
  readonly #recoveries = new Set<Recovery<StreamId>>();
  #pending = 0;
  #isClosed = false;

  constructor(settings: ManagerSettings<StreamId, Update>) {
    super({ idPrefix: 'status-update-manager' });
    this.#settings = settings;
    this.#forwarder = new Forwarder(settings, this.#metrics, {
      logger: () => this.runtime.logger,
      now: () => this.runtime.clock.now(),
      delay: (delayMs, handler) =>
        delayMs === 0 ? this.#soon(handler) : this.delay(delayMs, handler),
    });
  }

  protected override initialize(): void {
    const { storage } = this.#settings;
    if (!storage) return;
    this.#holds++;
    this.#opening = this.runtime.track('open the storage of status updates', storage.open());
    this.#opening.onAny((opened) =>
      this.runtime.tell(this.self, () => {
        if (opened.isFailed) this.#openFailure = openError(opened.failure());
        this.#release();
      }),
    );
  }

  update(id: StreamId, update: Update, checkpoint: boolean): Future<void> {
    const stream = this.#counted(() => this.#streamFor(id, checkpoint));
    return this.#request(stream, { type: 'update', update, checkpoint }).andThen(() => undefined);
  }

  acknowledge(id: StreamId, uuid: string): Future<boolean> {
    const stream = this.#counted(() => this.#acknowledgedStream(id));
    return this.#request(stream, { type: 'acknowledge', uuid });
  }

  recover(ids: readonly StreamId[], options: RecoverOptions): Future<RecoveredStreams<Update>> {
    this.#checkOpen();
    const storage = this.#storage();
    const wanted = new Map(ids.map((id) => [this.#keyOf(id), id]));
    for (const key of wanted.keys()) this.#checkRecoverable(key);
    const recovery = { wanted, cleanedUp: new Set<string>() };
    this.#recoveries.add(recovery);
    this.#holds++;
    const completer = new Completer<RecoveredStreams<Update>>();
    this.#opening
      .andThen(() =>
        this.runtime.track(
          `recover ${wanted.size} streams of status updates`,
          recoverStreams(this.#settings, storage, wanted, options),
        ),
      )
      .onAny((done) =>
        this.runtime.tell(this.self, () => {
          this.#recoveries.delete(recovery);
          this.#onRecovered(done, recovery, options.strict, completer);
          this.#release();
        }),
      );
    return completer.future;
  }

  pause(): void {
    this.#forwarder.pause();
  }

  resume(): void {
    if (!this.#isClosed) this.#forwarder.resume(this.#streams.values());
  }

  cleanup(frameworkId: string): void {
    for (const { cleanedUp } of this.#recoveries) cleanedUp.add(frameworkId);
    for (const stream of this.#streams.values()) {
      if (this.#frameworkOf(stream) === frameworkId) this.#drop(stream);
    }
  }

  reconcile(ids: readonly StreamId[] | undefined): Future<readonly StreamId[]> {
    this.#checkOpen();
    return this.#released().andThen(() => {
      const unknown: StreamId[] = [];
      for (const id of ids ?? []) {
        const stream = this.#streams.get(this.#keyOf(id));
        if (stream) this.#forwarder.restart(stream);
        else unknown.push(id);
      }
      if (!ids) for (const stream of this.#streams.values()) this.#forwarder.restart(stream);
      return unknown;
    });
  }

  remove(id: StreamId): Future<void> {
    this.#checkOpen();
    const storage = this.#storage();
    const key = this.#keyOf(id);
    const path = this.#pathOf(id);
    if (this.#streams.has(key)) throw streamActive(key, 'its file cannot be removed');
    // Held like one that is busy, so that an update which begins it anew waits for the removal.
    const stream = this.#add(id, key);
    const removed = new Completer<void>();
    const removing = this.#opening.andThen(() =>
      this.runtime.track(`remove ${path}`, storage.remove(path)),
    );
    this.#whileBusy(stream, removing, removed.future, (done) => {
      if (done.isFailed) removed.fail(this.#streamFailure(stream, done.failure(), 'unknown'));
      else removed.set(undefined);
    });
    return removed.future;
  }

  flush(): Future<void> {
    return this.#settled().andThen(() => {
      const { storage } = this.#settings;
      return storage && this.runtime.track('flush status updates', storage.flush());
    });
  }

  /** Refuses what waits, lets what is being written end, and closes the storage. */
  shutdown(): Future<void> {
    this.#isClosed = true;
    this.pause();
    for (const stream of this.#streams.values()) this.#refuseQueue(stream, closed());
    return this.#settled().andThen(() => {
      const { storage } = this.#settings;
      return storage && this.runtime.track('close status updates', storage.close());
    });
  }

  metrics(): StatusUpdateMetrics {
    return { streams: this.#streams.size, pending: this.#pending, ...this.#metrics };
  }

  /** Behind what waits for a turn now. */
  #soon(handler: () => void): Cancellable {
    let isLive = true;
    this.runtime.tell(this.self, () => {
      if (isLive) handler();
    });
    return {
      cancel: () => {
        const wasLive = isLive;
        isLive = false;
        return wasLive;
      },
    };
  }

  // ------------------------------------------------------------------- requests

  /** A refusal counts, wherever it comes from. */
  #counted<T>(check: () => T): T {
    try {
      this.#checkOpen();
      return check();
    } catch (error) {
      this.#metrics.refused++;
      throw error;
    }
  }

  #checkOpen(): void {
    if (this.#isClosed) throw closed();
  }

  #keyOf(id: StreamId): string {
    return this.#checkId(() => this.#settings.format.streamKey(id));
  }

  #pathOf(id: StreamId): string {
    return this.#checkId(() => this.#settings.pathOf(id));
  }

  #checkId(name: () => string): string {
    try {
      return name();
    } catch (error) {
      const message = `this names no ${this.#settings.format.name} stream: ${reasonOf(error)}`;
      const options = { cause: error, outcome: 'definite' } as const;
      throw new StatusUpdateError('STREAM_ID_INVALID', message, options);
    }
  }

  #storage(): StreamStorage {
    const { storage } = this.#settings;
    if (storage) return storage;
    throw noStorage();
  }

  #unknown(key: string): StatusUpdateError {
    const message = `there is no ${this.#settings.format.name} stream ${key}; it is over, or was never recovered`;
    return new StatusUpdateError('STREAM_UNKNOWN', message, { outcome: 'definite' });
  }

  #streamFor(id: StreamId, checkpoint: boolean): ManagedStream<StreamId, Update> {
    const { storage, streamPendingMax, pendingMax } = this.#settings;
    const key = this.#keyOf(id);
    const known = this.#streams.get(key);
    if (known && known.pendingLength >= streamPendingMax) {
      throw full(`${streamPendingMax} updates of stream ${key} wait for their acknowledgement`);
    }
    if (this.#pending >= pendingMax) {
      throw full(`${pendingMax} updates wait for their acknowledgement`);
    }
    if ((known?.sizeBytes ?? 0) >= STREAM_FILE_UPDATES_BYTES_MAX) {
      throw full(`the file of stream ${key} has ${known?.sizeBytes ?? 0} bytes`);
    }
    const path = checkpoint && storage && known?.path === undefined ? this.#pathOf(id) : undefined;
    const stream = known ?? this.#add(id, key);
    stream.path ??= path;
    return stream;
  }

  #acknowledgedStream(id: StreamId): ManagedStream<StreamId, Update> {
    const key = this.#keyOf(id);
    const known = this.#streams.get(key);
    // While streams are being recovered, this may be one of them.
    if (!known && this.#holds === 0) throw this.#unknown(key);
    return known ?? this.#add(id, key);
  }

  #add(id: StreamId, key: string): ManagedStream<StreamId, Update> {
    const stream = new ManagedStream<StreamId, Update>(id, key);
    this.#streams.set(key, stream);
    return stream;
  }

  #request(stream: ManagedStream<StreamId, Update>, input: StreamInput<Update>): Future<boolean> {
    const request: StreamRequest<Update> = { input, result: new Completer<boolean>() };
    stream.queue.push(request);
    this.#recount(stream);
    this.#serve(stream);
    return request.result.future;
  }

  /** Steps all that waits for a stream, and writes it at once. */
  #serve(stream: ManagedStream<StreamId, Update>): void {
    while (!stream.isBusy && this.#holds === 0) {
      if (stream.isDropped) stream.reset();
      if (stream.failure) return this.#refuseQueue(stream, stream.failure);
      if (stream.queue.length === 0) return this.#forgetIfEmpty(stream);
      const batch = takeBatch(this.#settings.format, stream);
      if (batch.records.length === 0) this.#onDurable(stream, batch);
      else this.#persist(stream, batch);
    }
  }

  #persist(stream: ManagedStream<StreamId, Update>, batch: StreamBatch<Update>): void {
    const { format, pathOf, storage } = this.#settings;
    if (!storage) return this.#onNotBegun(stream, batch, noStorage());
    if (this.#openFailure) return this.#onNotBegun(stream, batch, this.#openFailure);
    const path = (stream.path ??= pathOf(stream.id));
    if (stream.sizeBytes !== undefined) return this.#write(stream, batch, storage, path);
    const preparing = this.runtime.track(`create ${path}`, prepareFile(format, storage, path));
    this.#whileBusy(stream, preparing, lastOf(batch), (prepared) => {
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
    const writing = this.runtime.track(`append to ${path}`, appending);
    this.#whileBusy(stream, writing, lastOf(batch), (written) => {
      if (written.isFailed) return this.#onFailed(stream, batch, written.failure());
      stream.onWritten(framed);
      this.#onDurable(stream, batch);
    });
  }

  #onDurable(stream: ManagedStream<StreamId, Update>, batch: StreamBatch<Update>): void {
    stream.settle(batch.latest);
    if (batch.isTerminal) return this.#onTerminal(stream, batch);
    this.#tell(stream, batch.served);
    this.#recount(stream);
    if (!stream.isDropped) this.#forwarder.start(stream);
  }

  #onTerminal(stream: ManagedStream<StreamId, Update>, batch: StreamBatch<Update>): void {
    const { storage, pathOf, removeFinishedStreams } = this.#settings;
    const left = stream.pendingLength - stream.queue.length;
    if (left > 0) {
      this.runtime.logger.warn(
        { stream: stream.key, left },
        'a terminal status update was acknowledged while others are pending',
      );
    }
    const isOnDisk = stream.sizeBytes !== undefined;
    this.#forwarder.stop(stream);
    stream.reset();
    const finish = (): void => {
      this.#tell(stream, batch.served);
      this.#recount(stream);
    };
    if (!storage || !removeFinishedStreams || !isOnDisk) return finish();
    const path = (stream.path ??= pathOf(stream.id));
    const removing = this.runtime.track(`remove ${path}`, storage.remove(path));
    this.#whileBusy(stream, removing, lastOf(batch), (removed) => {
      if (removed.isFailed) {
        const fields = { stream: stream.key, err: removed.failure() };
        this.runtime.logger.error(fields, 'the file of a stream that is over cannot be removed');
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
          this.runtime.logger.debug({ stream: stream.key }, 'a status update that came before');
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
    return isKnown ? error : this.#unknown(stream.key);
  }

  /** Nothing of the batch, and so nothing of the stream, was recorded. */
  #onNotBegun(
    stream: ManagedStream<StreamId, Update>,
    batch: StreamBatch<Update>,
    error: Error,
  ): void {
    stream.reset();
    this.#failAll(batch, this.#streamFailure(stream, error, 'definite'));
    this.#recount(stream);
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

  #streamFailure(
    stream: ManagedStream<StreamId, Update>,
    error: Error,
    outcome: 'definite' | 'unknown',
  ): StatusUpdateError {
    if (error instanceof StatusUpdateError) return error;
    const message = `the ${this.#settings.format.name} stream ${stream.key} has failed: ${reasonOf(error)}`;
    return new StatusUpdateError('STREAM_FAILED', message, { cause: error, outcome });
  }

  #refuseQueue(stream: ManagedStream<StreamId, Update>, reason: StatusUpdateError): void {
    const requests = stream.queue;
    stream.queue = [];
    this.#recount(stream);
    for (const { result } of requests) {
      const options = { cause: reason, outcome: 'definite' } as const;
      result.fail(new StatusUpdateError(reason.code, reason.message, options));
    }
  }

  // ----------------------------------------------------------- the life of streams

  /**
   * @param settling settles when the work, and what follows from it, is done
   */
  #whileBusy<T>(
    stream: ManagedStream<StreamId, Update>,
    work: Future<T>,
    settling: Future<unknown> | undefined,
    callback: (done: Future<T>) => void,
  ): void {
    stream.isBusy = true;
    stream.settling = settling;
    work.onAny((done) =>
      this.runtime.tell(this.self, () => {
        stream.isBusy = false;
        stream.settling = undefined;
        callback(done);
        this.#serve(stream);
      }),
    );
  }

  #forgetIfEmpty(stream: ManagedStream<StreamId, Update>): void {
    if (!stream.isAlive) this.#streams.delete(stream.key);
  }

  #frameworkOf(stream: ManagedStream<StreamId, Update>): string | undefined {
    if (stream.isAlive) return stream.frameworkId;
    const input = stream.queue.find((request) => request.input.type === 'update')?.input;
    if (input?.type !== 'update') return undefined;
    try {
      return this.#settings.format.frameworkOf(input.update);
    } catch {
      return undefined; // It will be refused.
    }
  }

  /** Its file stays. What is being written will be told all the same, but not forwarded. */
  #drop(stream: ManagedStream<StreamId, Update>): void {
    const message = `stream ${stream.key} was cleaned up`;
    this.#forwarder.stop(stream);
    this.#refuseQueue(
      stream,
      new StatusUpdateError('STREAM_UNKNOWN', message, { outcome: 'definite' }),
    );
    // One that is busy stays known: its successor must not touch the file before that has ended.
    stream.isDropped = true;
    this.#serve(stream);
  }

  #recount(stream: ManagedStream<StreamId, Update>): void {
    const held = stream.pendingLength;
    this.#pending += held - stream.held;
    stream.held = held;
  }

  /** Ready when all that was asked for before has been answered. */
  #settled(): Future<void> {
    return this.#released().andThen(() => {
      const asked: Future<unknown>[] = [];
      for (const { settling, queue } of this.#streams.values()) {
        if (settling) asked.push(settling);
        const last = queue.at(-1);
        if (last) asked.push(last.result.future);
      }
      return awaitAll(asked).andThen(() => undefined);
    });
  }

  // ------------------------------------------------------------------- recovery

  #checkRecoverable(key: string): void {
    const stream = this.#streams.get(key);
    if (stream?.failure) throw stream.failure;
    const isRecovering = [...this.#recoveries].some(({ wanted }) => wanted.has(key));
    if (isRecovering || stream?.isAlive === true || stream?.isBusy === true) {
      throw streamActive(key, 'it cannot be recovered');
    }
  }

  #onRecovered(
    done: Future<FoundStreams<StreamId, Update>>,
    { cleanedUp }: Recovery<StreamId>,
    strict: boolean,
    completer: Completer<RecoveredStreams<Update>>,
  ): void {
    if (!done.isReady) {
      completer.fail(done.isFailed ? openError(done.failure()) : closed());
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
      if (one.frameworkId !== undefined && cleanedUp.has(one.frameworkId)) continue;
      // An acknowledgement may wait for it already.
      const stream = this.#streams.get(key) ?? this.#add(id, key);
      stream.continue(one);
      this.#recount(stream);
      if (one.pending > 0) this.#forwarder.restart(stream);
    }
    completer.set({ streams: recovered, errors: errors.length });
  }

  /** What arrived in the meantime can be served. */
  #release(): void {
    if (--this.#holds > 0) return;
    for (const stream of this.#streams.values()) this.#serve(stream);
    const waiting = this.#onRelease;
    this.#onRelease = [];
    for (const released of waiting) released.set(undefined);
  }

  /** Ready when streams are served. */
  #released(): Future<void> {
    if (this.#holds === 0) return Future.ready();
    const released = new Completer<void>();
    this.#onRelease.push(released);
    return released.future;
  }
}

function lastOf<Update>({ served }: StreamBatch<Update>): Future<unknown> | undefined {
  return served.at(-1)?.request.result.future;
}
