import { awaitAll, Completer, Future, Process } from '@quorate/process';
import type { Cancellable, Logger, Pid } from '@quorate/process';
import { Forwarder } from './forwarder.ts';
import type { ManagerSettings } from './manager-options.ts';
import { zeroMetrics } from './metrics.ts';
import type { StatusUpdateMetrics } from './metrics.ts';
import { recoverStreams } from './recover-streams.ts';
import type { RecoverOptions } from './recover-streams.ts';
import { Recoveries } from './recoveries.ts';
import type { RecoveredStreams } from './recoveries.ts';
import { closed, noStorage, openError, streamActive } from './refusals.ts';
import { ServiceGate } from './service-gate.ts';
import type { StreamStorage } from './storage/stream-storage.ts';
import { StreamServer } from './stream-server.ts';
import { StreamTable } from './stream-table.ts';

/** The actor behind `StatusUpdateManager`. */
export class StatusUpdateManagerProcess<StreamId, Update> extends Process {
  declare readonly self: Pid<StatusUpdateManagerProcess<StreamId, Update>>;
  readonly #settings: ManagerSettings<StreamId, Update>;
  readonly #table: StreamTable<StreamId, Update>;
  readonly #gate = new ServiceGate();
  readonly #metrics = zeroMetrics();
  readonly #forwarder: Forwarder<StreamId, Update>;
  readonly #server: StreamServer<StreamId, Update>;
  readonly #recoveries: Recoveries<StreamId, Update>;
  #opening: Future<void> = Future.ready();
  #isClosed = false;

  constructor(settings: ManagerSettings<StreamId, Update>) {
    super({ idPrefix: 'status-update-manager' });
    this.#settings = settings;
    const logger = (): Logger => this.runtime.logger;
    const table = new StreamTable(settings);
    const metrics = this.#metrics;
    const forwarder = new Forwarder(settings, metrics, {
      logger,
      now: () => this.runtime.clock.now(),
      delay: (delayMs, handler) =>
        delayMs === 0 ? this.#soon(handler) : this.delay(delayMs, handler),
    });
    this.#table = table;
    this.#forwarder = forwarder;
    this.#recoveries = new Recoveries({ table, forwarder, metrics, logger });
    this.#server = new StreamServer({
      settings,
      table,
      gate: this.#gate,
      forwarder,
      metrics,
      host: {
        logger,
        track: (what, work) => this.runtime.track(what, work),
        tell: (callback) => this.runtime.tell(this.self, callback),
      },
    });
  }

  protected override initialize(): void {
    const { storage } = this.#settings;
    if (!storage) return;
    this.#gate.hold();
    this.#opening = this.runtime.track('open the storage of status updates', storage.open());
    this.#opening.onAny((opened) =>
      this.runtime.tell(this.self, () => {
        if (opened.isFailed) this.#server.openFailure = openError(opened.failure());
        this.#release();
      }),
    );
  }

  update(id: StreamId, update: Update, checkpoint: boolean): Future<void> {
    const stream = this.#counted(() => this.#table.forUpdate(id, checkpoint));
    return this.#server
      .request(stream, { type: 'update', update, checkpoint })
      .andThen(() => undefined);
  }

  acknowledge(id: StreamId, uuid: string): Future<boolean> {
    const stream = this.#counted(() => this.#table.forAcknowledgement(id, !this.#gate.isOpen));
    return this.#server.request(stream, { type: 'acknowledge', uuid });
  }

  recover(ids: readonly StreamId[], options: RecoverOptions): Future<RecoveredStreams<Update>> {
    this.#checkOpen();
    const storage = this.#storage();
    const wanted = new Map(ids.map((id) => [this.#table.keyOf(id), id]));
    const recovery = this.#recoveries.begin(wanted, options);
    this.#gate.hold();
    this.#opening
      .andThen(() =>
        this.runtime.track(
          `recover ${wanted.size} streams of status updates`,
          recoverStreams(this.#settings, storage, wanted, options),
        ),
      )
      .onAny((done) =>
        this.runtime.tell(this.self, () => {
          this.#recoveries.end(recovery, done);
          this.#release();
        }),
      );
    return recovery.result.future;
  }

  pause(): void {
    this.#forwarder.pause();
  }

  resume(): void {
    if (!this.#isClosed) this.#forwarder.resume(this.#table.values());
  }

  cleanup(frameworkId: string): void {
    this.#recoveries.cleanup(frameworkId);
    for (const stream of this.#table.values()) {
      if (this.#table.frameworkOf(stream) === frameworkId) this.#server.drop(stream);
    }
  }

  reconcile(ids: readonly StreamId[] | undefined): Future<readonly StreamId[]> {
    this.#checkOpen();
    return this.#gate.opened().andThen(() => {
      const unknown: StreamId[] = [];
      for (const id of ids ?? []) {
        const stream = this.#table.get(this.#table.keyOf(id));
        if (stream) this.#forwarder.restart(stream);
        else unknown.push(id);
      }
      if (!ids) for (const stream of this.#table.values()) this.#forwarder.restart(stream);
      return unknown;
    });
  }

  remove(id: StreamId): Future<void> {
    this.#checkOpen();
    const storage = this.#storage();
    const key = this.#table.keyOf(id);
    const path = this.#table.pathOf(id);
    if (this.#table.get(key)) throw streamActive(key, 'its file cannot be removed');
    // Held like one that is busy, so that an update which begins it anew waits for the removal.
    const stream = this.#table.add(id, key);
    const removed = new Completer<void>();
    const removing = this.#opening.andThen(() =>
      this.runtime.track(`remove ${path}`, storage.remove(path)),
    );
    this.#server.whileBusy(stream, removing, removed.future, (done) => {
      if (done.isFailed)
        removed.fail(this.#server.streamFailure(stream, done.failure(), 'unknown'));
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
    for (const stream of this.#table.values()) this.#server.refuseQueue(stream, closed());
    return this.#settled().andThen(() => {
      const { storage } = this.#settings;
      return storage && this.runtime.track('close status updates', storage.close());
    });
  }

  metrics(): StatusUpdateMetrics {
    return { streams: this.#table.size, pending: this.#table.pending, ...this.#metrics };
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

  #storage(): StreamStorage {
    const { storage } = this.#settings;
    if (storage) return storage;
    throw noStorage();
  }

  /** Ready when all that was asked for before has been answered. */
  #settled(): Future<void> {
    return this.#gate.opened().andThen(() => {
      const asked: Future<unknown>[] = [];
      for (const { settling, queue } of this.#table.values()) {
        if (settling) asked.push(settling);
        const last = queue.at(-1);
        if (last) asked.push(last.result.future);
      }
      return awaitAll(asked).andThen(() => undefined);
    });
  }

  /** What arrived while streams were not served can be served. */
  #release(): void {
    this.#gate.release(() => {
      for (const stream of this.#table.values()) this.#server.serve(stream);
    });
  }
}
