import {
  LearnedMessage,
  PromiseRequest,
  PromiseResponse,
  RecoverRequest,
  RecoverResponse,
  WriteRequest,
  WriteResponse,
} from '@quorate/messages';
import type { Action, ReplicaStatus } from '@quorate/messages';
import { Completer, Process } from '@quorate/process';
import type { Future, Logger, Pid } from '@quorate/process';
import type { LogError } from '../errors.ts';
import { isMissing, missingBetween } from '../protocol/acceptor-state.ts';
import type { AcceptorState } from '../protocol/acceptor-state.ts';
import type { AcceptorInput } from '../protocol/acceptor-input.ts';
import type { GroupClaim } from '../protocol/group.ts';
import type { Adopted, Incarnation } from '../protocol/incarnations.ts';
import type { IntervalSet } from '../protocol/interval-set.ts';
import { toPosition, toProposal } from '../protocol/types.ts';
import type { Position, Proposal } from '../protocol/types.ts';
import type { ReplicaIdentity } from '../proposer/local-replica.ts';
import { ReplicaDriver } from './replica-driver.ts';
import type { ReplicaHost, ResponseEffect } from './replica-driver.ts';
import type { ReplicaRequest } from './replica-request.ts';
import type { Storage } from '../storage.ts';

/** What a replica is called, and who hears of its end. */
export interface ReplicaOptions {
  /** The id of its process. Default: `log-replica(N)`, as Mesos names it. */
  readonly id?: string;
  /**
   * Safe recovery: who it is, the same for all its lives and no other replica's, given the pid that
   * it got. Default: none, which is Mesos' own recovery.
   */
  readonly identity?: (self: Pid) => string;
  /** Safe recovery: the group that the replica takes itself to be in. Default: it does not say. */
  readonly group?: GroupClaim;
  /** Hears, once, that a write failed and the replica is out of use. What it throws is logged. */
  readonly onFatal?: (error: LogError) => void;
}

/**
 * The acceptor and learner of one node, as a process: see `Replica` for what it is asked, and
 * Mesos src/log/replica.cpp for the messages it serves.
 */
export class ReplicaProcess extends Process {
  declare readonly self: Pid<ReplicaProcess>;
  readonly #driver: ReplicaDriver;
  readonly #onFatal: ((error: LogError) => void) | undefined;
  #logger: Logger | undefined;
  #flushIsDue = false;

  constructor(storage: Storage, options: ReplicaOptions = {}) {
    super(options.id === undefined ? { idPrefix: 'log-replica' } : { id: options.id });
    this.#onFatal = options.onFatal;
    this.#driver = new ReplicaDriver(storage, this.#host(options));
  }

  protected override initialize(): void {
    this.install(PromiseRequest, (from, request) =>
      this.#receive(from, { type: 'promise', request }),
    );
    this.install(WriteRequest, (from, request) => this.#receive(from, { type: 'write', request }));
    this.install(RecoverRequest, (from, request) =>
      this.#receive(from, { type: 'recover', request }),
    );
    this.install(LearnedMessage, (from, { action }) =>
      this.#receive(from, { type: 'learned', action }),
    );
    this.#driver.start();
  }

  protected override finalize(): void {
    this.#driver.abort();
  }

  /** @internal Ready when the storage has been read. */
  restored(): Future<void> {
    return this.#driver.restored;
  }

  status(): Future<ReplicaStatus> {
    return this.#query((state) => state.metadata.status);
  }

  promised(): Future<Proposal> {
    return this.#query((state) => toProposal(state.metadata.promised));
  }

  beginning(): Future<Position> {
    return this.#query((state) => toPosition(state.begin));
  }

  ending(): Future<Position> {
    return this.#query((state) => toPosition(state.end));
  }

  isMissing(position: Position): Future<boolean> {
    return this.#query((state) => isMissing(state, position));
  }

  missing(from: Position, to: Position): Future<IntervalSet> {
    return this.#query((state) => missingBetween(state, from, to));
  }

  read(from: Position, to: Position): Future<readonly Action[]> {
    const completer = new Completer<readonly Action[]>();
    this.#enqueue({ type: 'read', from, to, completer });
    return completer.future;
  }

  update(status: ReplicaStatus, adopted?: Adopted): Future<void> {
    const input = { type: 'update-status', status } as const;
    return this.#command('update', adopted ? { ...input, adopted } : input);
  }

  identity(): Future<ReplicaIdentity> {
    return this.#query(({ safe, metadata: { incarnation, startCounter } }) => {
      return { replicaId: safe?.replicaId ?? '', incarnation, startCounter };
    });
  }

  identify(self: Incarnation): Future<void> {
    return this.#command('update', { type: 'identify', self });
  }

  announced(): Future<void> {
    return this.#command('update', { type: 'announced' });
  }

  regroup(group: GroupClaim): Future<void> {
    return this.#command('update', { type: 'regroup', group });
  }

  learn(action: Action): Future<void> {
    return this.#command('learn', { type: 'learned', action });
  }

  close(): Future<void> {
    return this.#driver.close();
  }

  #receive(from: Pid, input: AcceptorInput): void {
    this.#enqueue({ type: 'message', input, from });
  }

  #command(type: 'update' | 'learn', input: AcceptorInput): Future<void> {
    const completer = new Completer<void>();
    this.#enqueue({ type, input, completer });
    return completer.future;
  }

  #query<T>(answer: (state: AcceptorState) => T): Future<T> {
    const completer = new Completer<T>();
    const fail = (error: LogError): void => void completer.fail(error);
    this.#enqueue({
      type: 'query',
      ask: (state) => {
        const value = answer(state);
        return { complete: () => void completer.set(value), fail };
      },
      fail,
    });
    return completer.future;
  }

  #enqueue(request: ReplicaRequest): void {
    this.#driver.enqueue(request);
    if (this.#flushIsDue) return;
    // Behind what is in the mailbox already: all of that shares one batch.
    this.#flushIsDue = true;
    this.runtime.tell(this.self, this.#flush);
  }

  readonly #flush = (): void => {
    this.#flushIsDue = false;
    this.#driver.advance();
  };

  #host({ identity, group }: ReplicaOptions): ReplicaHost {
    const loggerOf = (): Logger =>
      (this.#logger ??= this.runtime.logger.child({ replica: `${this.self}` }));
    return {
      name: 'the replica',
      identity: () => identity && { replicaId: identity(this.self), ...(group && { group }) },
      get logger() {
        return loggerOf();
      },
      track: (what, work) => this.runtime.track(`${what} of ${this.self}`, start(work)),
      inTurn: (run) => this.runtime.tell(this.self, run),
      respond: (to, effect) => this.#respond(to, effect),
      onFatal: (error) => this.#reportFatal(error),
    };
  }

  #respond(to: Pid, effect: ResponseEffect): void {
    switch (effect.type) {
      case 'promise-response':
        this.send(to, PromiseResponse, effect.response);
        return;
      case 'write-response':
        this.send(to, WriteResponse, effect.response);
        return;
      case 'recover-response':
        this.send(to, RecoverResponse, effect.response);
    }
  }

  #reportFatal(error: LogError): void {
    try {
      this.#onFatal?.(error);
    } catch (thrown) {
      this.runtime.logger.error({ err: thrown }, 'onFatal threw');
    }
  }
}

/** A storage that throws instead of rejecting is not to end the process. */
async function start<T>(work: () => Promise<T>): Promise<T> {
  return work();
}
