import { Completer, Process } from '@quorate/process';
import type { Future, Pid } from '@quorate/process';
import { catchUp } from './catch-up.ts';
import type { Consensus } from './consensus.ts';
import { LogError } from '../errors.ts';
import { CoordinatorLogic } from '../protocol/coordinator.ts';
import type {
  CoordinatorEffect,
  CoordinatorWriteOutcome,
  ElectOutcome,
  Value,
} from '../protocol/coordinator.ts';
import { toPosition } from '../protocol/types.ts';
import type { Position, Proposal } from '../protocol/types.ts';

/** The election or the write in flight. */
interface Operation {
  /** What it waits for at the moment. */
  stage: Future<unknown> | undefined;
  readonly fail: (error: Error) => void;
  readonly discard: () => void;
}

/**
 * Drives a `CoordinatorLogic`. Each step runs as an event of this process and starts one stage;
 * the stage's result comes back as the next event. What comes back for an operation that has
 * ended meanwhile is dropped.
 */
export class CoordinatorProcess extends Process {
  declare readonly self: Pid<CoordinatorProcess>;
  readonly #consensus: Consensus;
  readonly #logic = new CoordinatorLogic();
  #electing: Completer<ElectOutcome> | undefined;
  #writing: Completer<CoordinatorWriteOutcome> | undefined;
  #operation: Operation | undefined;

  constructor(consensus: Consensus) {
    super({ idPrefix: 'log-coordinator' });
    this.#consensus = consensus;
  }

  protected override finalize(): void {
    const operation = this.#operation;
    this.#operation = undefined;
    operation?.stage?.discard();
    operation?.fail(new LogError('LOG_CLOSED', 'the coordinator was closed', UNKNOWN));
  }

  elect(): Future<ElectOutcome> | ElectOutcome {
    switch (this.#logic.phase) {
      case 'electing':
        if (this.#electing) return this.#electing.future;
        break;
      case 'elected':
        return { type: 'elected', position: this.#logic.last };
      case 'writing':
        throw new LogError(
          'WRITER_BUSY',
          'cannot elect: elected already, and a write is in flight',
        );
      case 'initial':
    }
    const completer = new Completer<ElectOutcome>();
    this.#electing = completer;
    this.#begin(completer);
    this.#perform(this.#logic.elect());
    return completer.future;
  }

  demote(): Position {
    switch (this.#logic.phase) {
      case 'elected':
        return this.#logic.demote();
      case 'initial':
        throw new LogError('WRITER_NOT_STARTED', 'cannot demote a coordinator that is not elected');
      case 'electing':
        throw new LogError('WRITER_BUSY', 'cannot demote: an election is in flight');
      case 'writing':
        throw new LogError('WRITER_BUSY', 'cannot demote: a write is in flight');
    }
  }

  write(value: Value): Future<CoordinatorWriteOutcome> | CoordinatorWriteOutcome {
    switch (this.#logic.phase) {
      case 'initial':
      case 'electing':
        return { type: 'not-elected' };
      case 'writing':
        throw new LogError('WRITER_BUSY', 'a write is in flight already', DEFINITE);
      case 'elected':
    }
    checkTruncation(value, this.#logic.index);
    const completer = new Completer<CoordinatorWriteOutcome>();
    this.#writing = completer;
    this.#begin(completer);
    this.#perform(this.#logic.write(value));
    return completer.future;
  }

  #begin<T>(completer: Completer<T>): void {
    const operation: Operation = {
      stage: undefined,
      fail: (error) => completer.fail(error),
      discard: () => completer.discard(),
    };
    this.#operation = operation;
    // Deferred: the discard may come from anywhere, and the state must have changed before the
    // next event of whoever discarded is served.
    completer.future.onDiscard(() => {
      this.runtime.tell(this.self, () => this.#onDiscard(operation));
    });
  }

  #onDiscard(operation: Operation): void {
    if (operation !== this.#operation) return;
    this.#operation = undefined;
    this.#logic.abort();
    operation.stage?.discard();
    operation.discard();
  }

  #perform(effect: CoordinatorEffect): void {
    const logic = this.#logic;
    const consensus = this.#consensus;
    switch (effect.type) {
      case 'read-promised':
        this.#await(consensus.replica.promised(), (promised) => logic.onPromised(promised));
        return;
      case 'promise':
        this.#await(consensus.promise(effect.proposal), (outcome) => logic.onPromise(outcome));
        return;
      case 'catch-up':
        this.#await(this.#catchUp(effect), () => logic.onCaughtUp());
        return;
      case 'write':
        this.#await(consensus.write(effect.proposal, effect.action), (outcome) =>
          logic.onWrite(effect.action, outcome),
        );
        return;
      case 'learn':
        this.#await(consensus.learn(effect.action), () => logic.onLearned());
        return;
      case 'election-ended':
        this.#operation = undefined;
        this.#electing?.set(effect.outcome);
        return;
      case 'write-ended':
        this.#operation = undefined;
        this.#writing?.set(effect.outcome);
    }
  }

  /**
   * Everything up to the end must be learned here before the first write: local reads are then
   * complete, and truncations are seen.
   */
  #catchUp(effect: { readonly proposal: Proposal; readonly to: Position }): Future<void> {
    const consensus = this.#consensus;
    return consensus.replica
      .missing(toPosition(0), effect.to)
      .andThen((positions) => catchUp(consensus, positions, { proposal: effect.proposal }));
  }

  #await<T>(stage: Future<T>, next: (value: T) => CoordinatorEffect): void {
    const operation = this.#operation;
    if (!operation) return;
    operation.stage = stage;
    stage.onReady((value) => {
      this.runtime.tell(this.self, () => this.#onStage(operation, () => next(value)));
    });
    stage.onFailed((error) => {
      this.runtime.tell(this.self, () => this.#onFailure(operation, error));
    });
  }

  #onStage(operation: Operation, next: () => CoordinatorEffect): void {
    if (operation !== this.#operation) return;
    try {
      this.#perform(next());
    } catch (error) {
      this.#onFailure(operation, error as Error);
    }
  }

  #onFailure(operation: Operation, error: Error): void {
    if (operation !== this.#operation) return;
    this.#operation = undefined;
    this.#logic.abort();
    operation.fail(error);
  }
}

const DEFINITE = { outcome: 'definite' } as const;
const UNKNOWN = { outcome: 'unknown' } as const;

/**
 * A truncation beyond its own position would remove positions that are still to be written: they
 * would be acknowledged and never be readable.
 */
function checkTruncation(value: Value, index: Position): void {
  if (value.type !== 'truncate' || value.to <= index) return;
  throw new LogError(
    'POSITION_INVALID',
    `cannot truncate to ${value.to}: the log ends before ${index}; pass a position up to that`,
    DEFINITE,
  );
}
