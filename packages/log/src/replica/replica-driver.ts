import { Completer } from '@quorate/process';
import type { Future, Logger, Pid } from '@quorate/process';
import { LogError, toLogError } from '../errors.ts';
import { acceptorState, checkReadRange } from '../protocol/acceptor-state.ts';
import type { AcceptorState, ReplicaSelf } from '../protocol/acceptor-state.ts';
import { step } from '../protocol/acceptor.ts';
import type { AcceptorEffect, DropReason } from '../protocol/acceptor-effect.ts';
import type { AcceptorInput } from '../protocol/acceptor-input.ts';
import type { RestoredState } from '../protocol/restore.ts';
import { ReplicaBatch } from './replica-batch.ts';
import type { Release } from './replica-batch.ts';
import { ReplicaRecords } from './replica-records.ts';
import { failRequest, sizeOf } from './replica-request.ts';
import type {
  ReplicaCommand,
  ReplicaMessage,
  ReplicaRead,
  ReplicaRequest,
} from './replica-request.ts';
import type { Storage } from '../storage.ts';

/** How many requests share one durable write at most. */
export const REPLICA_BATCH_LENGTH_MAX = 1_024;
/** How many bytes they may hold; a larger request is written by itself. */
export const REPLICA_BATCH_SIZE_BYTES_MAX = 4 * 1_048_576;
/** How many requests may wait; what comes then is dropped, or fails `REPLICA_QUEUE_FULL`. */
export const REPLICA_QUEUE_LENGTH_MAX = 65_536;
/** How many bytes they may hold. */
export const REPLICA_QUEUE_SIZE_BYTES_MAX = 64 * 1_048_576;

/** An answer to a message. */
export type ResponseEffect = Extract<AcceptorEffect, { readonly response: unknown }>;

/** What the driver needs of the process it lives in. */
export interface ReplicaHost {
  readonly name: string;
  /** With safe recovery: who the replica is, and in which group. */
  identity(): ReplicaSelf | undefined;
  readonly logger: Logger;
  /** Starts work of an adapter. */
  track<T>(what: string, work: () => Promise<T>): Future<T>;
  /** Runs a function in a turn of the process, unless that has ended by then. */
  inTurn(run: () => void): void;
  respond(to: Pid, effect: ResponseEffect): void;
  onFatal(error: LogError): void;
}

/**
 * Keeps reading, deciding and writing of one replica together.
 *
 * Each request is served in memory when it is its turn. What it wants on disk joins the batch that
 * is being made up, and its answer is kept back until that batch is durable. One batch is written
 * at a time, and all that arrives meanwhile shares the next. So an answer never shows what a crash
 * could take back, and when a write fails the state in memory, which is ahead of the disk, can be
 * thrown away: nobody has seen it.
 */
export class ReplicaDriver {
  readonly #storage: Storage;
  readonly #host: ReplicaHost;
  readonly #restored = new Completer<void>();
  readonly #closed = new Completer<void>();
  readonly #queue: ReplicaRequest[] = [];
  #queueSizeBytes = 0;
  /** Undefined until the storage was read, and again once nothing is served any more. */
  #state: AcceptorState | undefined;
  #batch = new ReplicaBatch();
  #inFlight: ReplicaBatch | undefined;
  readonly #records = new ReplicaRecords(this.#batch);
  /** The storage does one thing at a time; beside it, compaction. */
  #storageIsBusy = false;
  #compaction: 'idle' | 'running' | 'wanted-again' = 'idle';
  /** Why nothing is served any more. */
  #ended: LogError | undefined;
  #closing: 'no' | 'wanted' | 'started' = 'no';

  constructor(storage: Storage, host: ReplicaHost) {
    this.#storage = storage;
    this.#host = host;
  }

  get restored(): Future<void> {
    return this.#restored.future;
  }

  /** Reads the storage; requests queue until it is done. */
  start(): void {
    this.#useStorage(
      'restore',
      () => this.#storage.restore(),
      (outcome) => {
        if (outcome.isReady) this.#onRestored(outcome.value());
        else this.#end(outcome.failure());
      },
    );
  }

  /** Puts a request behind those that wait, or fails it. Serve it by `advance`. */
  enqueue(request: ReplicaRequest): void {
    const refusal = this.#refusal();
    if (refusal) {
      failRequest(request, refusal);
      return;
    }
    this.#queue.push(request);
    this.#queueSizeBytes += sizeOf(request);
  }

  /** Serves what can be served, and gives the storage its next work when it has none. */
  advance(): void {
    this.#guard(() => {
      const blocked = this.#state && this.#serveQueue(this.#state);
      if (this.#storageIsBusy) return;
      if (blocked) this.#fetchFor(blocked);
      else if (this.#batch.writes) this.#persist();
      else this.#rest();
    });
  }

  /** Serves what waits, writes what is to be written, and closes the storage. Idempotent. */
  close(): Future<void> {
    if (this.#closing === 'no') this.#closing = 'wanted';
    this.advance();
    return this.#closed.future;
  }

  /** The process ends now, without `close`: what waits fails, and the storage is closed. */
  abort(): void {
    this.#end(new LogError('LOG_CLOSED', `${this.#host.name} was terminated`));
    this.#shutDown();
  }

  // --------------------------------------------------------------------------- queue

  #refusal(): LogError | undefined {
    if (this.#closing !== 'no') return new LogError('LOG_CLOSED', `${this.#host.name} is closed`);
    if (this.#ended) return this.#ended;
    const { length } = this.#queue;
    const isFull =
      length >= REPLICA_QUEUE_LENGTH_MAX || this.#queueSizeBytes >= REPLICA_QUEUE_SIZE_BYTES_MAX;
    if (!isFull) return undefined;
    const held = `${length} requests of ${this.#queueSizeBytes} bytes`;
    const error = new LogError('REPLICA_QUEUE_FULL', `${held} wait for the storage; slow down`);
    this.#host.logger.warn({ err: error }, 'the replica refused a request');
    return error;
  }

  /** Serves from the front; returns the requests from the first on that needs a record fetched. */
  #serveQueue(state: AcceptorState): readonly ReplicaRequest[] | undefined {
    let served = 0;
    try {
      for (const request of this.#queue) {
        if (this.#isFull(request)) return undefined;
        if (this.#records.needsFetch(state, request)) {
          return this.#queue.slice(served, served + REPLICA_BATCH_LENGTH_MAX);
        }
        served++;
        this.#batch.count(sizeOf(request));
        this.#serve(state, request);
      }
      return undefined;
    } finally {
      for (const request of this.#queue.splice(0, served)) this.#queueSizeBytes -= sizeOf(request);
    }
  }

  #isFull(request: ReplicaRequest): boolean {
    const { length, sizeBytes } = this.#batch;
    if (length === 0) return false;
    if (length >= REPLICA_BATCH_LENGTH_MAX) return true;
    return sizeBytes + sizeOf(request) > REPLICA_BATCH_SIZE_BYTES_MAX;
  }

  // ------------------------------------------------------------------------- serving

  #serve(state: AcceptorState, request: ReplicaRequest): void {
    switch (request.type) {
      case 'message':
        this.#serveMessage(state, request);
        return;
      case 'update':
      case 'learn':
        this.#serveCommand(state, request);
        return;
      case 'query':
        this.#batch.keepBack(request.ask(state));
        return;
      case 'read':
        this.#batch.keepBack(this.#answerRead(state, request));
    }
  }

  #serveMessage(state: AcceptorState, { input, from }: ReplicaMessage): void {
    for (const effect of step(state, input, this.#records)) {
      if (effect.type === 'dropped') this.#logDrop(effect.reason, input, from);
      else if ('response' in effect) {
        this.#batch.keepBack({ complete: () => this.#host.respond(from, effect) });
      } else this.#write(effect);
    }
  }

  #serveCommand(state: AcceptorState, { type, input, completer }: ReplicaCommand): void {
    const before = state.metadata.status;
    for (const effect of step(state, input, this.#records)) {
      const error =
        effect.type === 'dropped' ? commandError(effect.reason, state, input) : undefined;
      if (error) {
        completer.fail(error);
        return;
      }
      if (effect.type !== 'dropped' && !('response' in effect)) this.#write(effect);
    }
    if (type === 'learn') {
      completer.set(undefined);
      return;
    }
    const after = state.metadata.status;
    this.#batch.keepBack({
      complete: () => {
        if (after !== before) {
          this.#host.logger.info({ from: before, to: after }, 'replica status');
        }
        completer.set(undefined);
      },
      fail: (error) => void completer.fail(error),
    });
  }

  #answerRead(state: AcceptorState, read: ReplicaRead): Release {
    const fail = (error: LogError): void => void read.completer.fail(error);
    try {
      checkReadRange(state, read.from, read.to);
      const actions = this.#records.range(state, read);
      return { complete: () => void read.completer.set(actions), fail };
    } catch (caught) {
      const error = toLogError('STORAGE_FAILED', 'the records cannot be read', caught);
      return { complete: () => fail(error), fail };
    }
  }

  #write(effect: Exclude<AcceptorEffect, ResponseEffect | { readonly type: 'dropped' }>): void {
    switch (effect.type) {
      case 'persist-metadata':
        this.#batch.putMetadata(effect.metadata);
        return;
      case 'persist-membership':
        this.#batch.putMembership(effect.memberOf);
        return;
      case 'persist-action':
        this.#batch.putAction(effect.action);
        return;
      case 'truncate':
        this.#batch.truncate(effect.to);
    }
  }

  /** What an honest peer may send at an unlucky moment is nothing to warn of. */
  #logDrop(reason: DropReason, input: AcceptorInput, from: Pid): void {
    const fields = { reason, request: input.type, from: `${from}` };
    const isSuspicious = reason === 'not-marked-learned' || reason === 'no-value';
    if (reason === 'record-unavailable') this.#host.logger.error(fields, 'cannot serve a message');
    else if (reason === 'proposal-jump')
      this.#host.logger.error(fields, 'refused a proposal number');
    else if (isSuspicious) this.#host.logger.warn(fields, 'dropped a malformed message');
    else this.#host.logger.debug(fields, 'ignored a message');
  }

  // ------------------------------------------------------------------------- storage

  #onRestored(restored: RestoredState): void {
    if (this.#ended) return;
    const { metadata, begin, end } = restored;
    const identity = this.#host.identity();
    const stranger = strangerOf(restored, identity);
    if (stranger) {
      this.#end(stranger);
      return;
    }
    this.#state = acceptorState(restored, identity);
    this.#host.logger.info({ status: metadata.status, begin, end }, 'replica restored');
    this.#restored.set(undefined);
    this.advance();
  }

  #fetchFor(requests: readonly ReplicaRequest[]): void {
    const state = this.#state;
    if (!state) return;
    this.#useStorage(
      'read',
      () => this.#records.fetch(this.#storage, state, requests),
      () => this.advance(),
    );
  }

  #persist(): void {
    const batch = this.#takeBatch();
    this.#inFlight = batch;
    this.#records.show(this.#batch, batch);
    this.#useStorage(
      'persist',
      () => this.#storage.persist(batch.toStorageBatch()),
      (outcome) => {
        if (!outcome.isReady) this.#fail(outcome.failure());
        else if (!this.#ended) this.#onPersisted(batch);
      },
    );
  }

  #onPersisted(batch: ReplicaBatch): void {
    this.#inFlight = undefined;
    this.#records.show(this.#batch, undefined);
    this.#records.forgetFetched();
    batch.complete();
    if (batch.truncates) this.#compact();
    this.advance();
  }

  /** All is durable: the answers that wrote nothing can go. */
  #rest(): void {
    this.#takeBatch().complete();
    if (this.#queue.length > 0) this.#host.inTurn(() => this.advance());
    else if (this.#closing === 'wanted') this.#shutDown();
  }

  #takeBatch(): ReplicaBatch {
    const batch = this.#batch;
    if (batch.length === 0) return batch;
    this.#batch = new ReplicaBatch();
    this.#records.show(this.#batch, this.#inFlight);
    return batch;
  }

  /** Writes go on meanwhile, so that a truncation costs proposers no wait. */
  #compact(): void {
    if (this.#compaction !== 'idle') {
      this.#compaction = 'wanted-again';
      return;
    }
    if (!this.#storage.compact) return;
    this.#compaction = 'running';
    this.#run(
      'compact',
      async () => this.#storage.compact?.(),
      (outcome) => {
        const again = this.#compaction === 'wanted-again' && outcome.isReady && !this.#ended;
        this.#compaction = 'idle';
        // Nothing is lost but space, and the next truncation tries again.
        if (outcome.isFailed) this.#host.logger.warn({ err: outcome.failure() }, 'cannot compact');
        if (again) this.#compact();
      },
    );
  }

  #useStorage<T>(what: string, work: () => Promise<T>, done: (outcome: Future<T>) => void): void {
    this.#storageIsBusy = true;
    this.#run(what, work, (outcome) => {
      this.#storageIsBusy = false;
      done(outcome);
    });
  }

  #run<T>(what: string, work: () => Promise<T>, done: (outcome: Future<T>) => void): void {
    const running = this.#host.track(what, work);
    running.onAny((outcome) => this.#host.inTurn(() => this.#guard(() => done(outcome))));
  }

  // --------------------------------------------------------------------------- endings

  /**
   * An error of our own making ends the replica like a failed write. To go on would be to guess
   * what was promised, and to end in silence would leave callers waiting for ever.
   */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#fail(toLogError('STORAGE_FAILED', `${this.#host.name} met an error of its own`, error));
    }
  }

  /** A write failed: what is on disk is unknown, so this replica must not answer again. */
  #fail(caught: Error): void {
    if (this.#ended) return;
    const isNamed = caught instanceof LogError && caught.code === 'STORAGE_FAILED';
    const error = isNamed
      ? caught
      : new LogError('STORAGE_FAILED', `${this.#host.name} stopped: ${caught.message}`, {
          cause: caught,
        });
    this.#host.logger.error({ err: error }, 'the replica is out of use');
    this.#end(error);
    this.#host.onFatal(error);
  }

  #end(caught: Error): void {
    if (this.#ended) return;
    const error = toLogError('STORAGE_FAILED', this.#host.name, caught);
    this.#ended = error;
    this.#state = undefined;
    this.#restored.fail(error);
    this.#inFlight?.fail(error);
    this.#takeBatch().fail(error);
    this.#inFlight = undefined;
    for (const request of this.#queue.splice(0)) failRequest(request, error);
    if (this.#closing === 'wanted' && !this.#storageIsBusy) this.#shutDown();
  }

  #shutDown(): void {
    if (this.#closing === 'started') return;
    this.#closing = 'started';
    // Not in a turn: the process may be gone by then, and whoever closes it waits for this.
    const closing = this.#host.track('close', () => this.#storage.close());
    closing.onAny((outcome) => {
      if (outcome.isReady) this.#closed.set(undefined);
      else this.#closed.fail(toLogError('STORAGE_FAILED', 'cannot close', outcome.failure()));
    });
  }
}

/** Whether the records are those of another replica, as those of a copied directory, or of another cluster. */
function strangerOf(
  { metadata, memberOf }: RestoredState,
  self: ReplicaSelf | undefined,
): LogError | undefined {
  const found = metadata.replicaId;
  if (found !== undefined && self && found !== self.replicaId) {
    return new LogError(
      'REPLICA_IDENTITY_MISMATCH',
      `the storage holds the records of replica ${found}, and this is ${self.replicaId}; give the replica its own directory, or an empty one`,
    );
  }
  const clusterId = self?.group?.clusterId;
  if (clusterId === undefined || memberOf === undefined || memberOf === clusterId) return undefined;
  return new LogError(
    'REPLICA_CLUSTER_MISMATCH',
    `the storage belongs to a replica of cluster ${memberOf}, and this is one of ${clusterId}; give the replica its own directory`,
  );
}

/** Why a local command cannot be carried out; undefined when there was nothing left to do. */
function commandError(
  reason: DropReason,
  state: AcceptorState,
  input: AcceptorInput,
): LogError | undefined {
  switch (reason) {
    case 'already-learned':
    case 'truncated':
      return undefined;
    case 'status-transition': {
      const to = input.type === 'update-status' ? input.status : input.type;
      return new LogError(
        'REPLICA_STATUS_INVALID',
        `a replica that is ${state.metadata.status} cannot become ${to}`,
      );
    }
    case 'record-unavailable':
      return new LogError('STORAGE_FAILED', 'the record of the position cannot be read');
    case 'not-marked-learned':
    case 'no-value':
    case 'mark-unmatched':
    case 'proposal-jump':
      return new LogError('REPLICA_ACTION_INVALID', `cannot learn this action: ${reason}`);
  }
}
