import type { OperationStatus, ResourceOperation, ResourceState, UUID } from '@quorate/messages';
import { Future, Process } from '@quorate/process';
import type { Pid } from '@quorate/process';
import type { CheckpointerSettings } from './checkpointer-options.ts';
import { ResourceError } from './errors.ts';
import {
  addOperation,
  agentState,
  knownOperation,
  removeOperation,
  sameResourceState,
  setCheckpointed,
  toResourceState,
  updateOperation,
} from './protocol/agent-state.ts';
import type { AgentState } from './protocol/agent-state.ts';
import { Resources } from './protocol/resources.ts';
import { ResourceStateFiles } from './resource-state-files.ts';
import type { RecoveredFiles } from './resource-state-files.ts';

/** What a recovery found. */
export interface RecoveredResources {
  /** All resources of the agent, with their reservations and volumes. */
  readonly total: Resources;
  /** Those whose outcome has not been acknowledged, or that are under way. */
  readonly operations: readonly ResourceOperation[];
  /** Files that could not be read, where they have been put; empty if strict. */
  readonly damaged: readonly string[];
}

/** The actor behind `ResourceCheckpointer`. */
export class ResourceCheckpointerProcess extends Process {
  declare readonly self: Pid<ResourceCheckpointerProcess>;
  readonly #settings: CheckpointerSettings;
  readonly #files: ResourceStateFiles;
  /** As of the last change that is durable; undefined before the recovery. */
  #state: AgentState | undefined;
  /** What of it is on disk; nothing before the first change. */
  #committed: ResourceState = { operations: [], resources: [] };
  /** Ends, one way or the other, when what was asked for last has been done. */
  #last: Future<unknown> = Future.ready();
  #isRecovering = false;
  #isClosing = false;
  /** Sticky: what of a change is on disk is not known any more. */
  #failure: ResourceError | undefined;

  constructor(settings: CheckpointerSettings) {
    super({ idPrefix: 'resource-checkpointer' });
    this.#settings = settings;
    this.#files = new ResourceStateFiles(settings);
  }

  /** As of the last change that is durable; undefined before the recovery. */
  get state(): AgentState | undefined {
    return this.#state;
  }

  recover(strict: boolean): Future<RecoveredResources> {
    if (this.#isRecovering) {
      const message = 'resources are recovered once, before anything else';
      return Future.failed(new ResourceError('RESOURCES_OPTION_INVALID', message));
    }
    this.#isRecovering = true;
    return this.#inTurn(() => {
      const { resources } = this.#settings;
      const check = (state: ResourceState): void => void agentState(resources, state);
      return this.#track('recover resources', this.#files.recover({ strict, check })).andThen(
        (found) => this.#onRecovered(found),
      );
    });
  }

  checkpoint(resources: Resources): Future<void> {
    return this.#change((state) => setCheckpointed(state, resources)).andThen(() => undefined);
  }

  addOperation(operation: ResourceOperation): Future<void> {
    return this.#change((state) => {
      const next = addOperation(state, operation);
      this.#files.check(volumesOf(operation));
      return next;
    }).andThen(() => undefined);
  }

  updateOperation(uuid: UUID, status: OperationStatus): Future<ResourceOperation> {
    return this.#change((state) => updateOperation(state, uuid, status)).andThen((state) =>
      knownOperation(state, uuid),
    );
  }

  removeOperation(uuid: UUID): Future<void> {
    return this.#change((state) => removeOperation(state, uuid)).andThen(() => undefined);
  }

  /** Ready when what is being written has been. What waits is refused. */
  shutdown(): Future<void> {
    this.#isClosing = true;
    return this.#settled().andThen(() => undefined);
  }

  #onRecovered({ state, damaged }: RecoveredFiles): RecoveredResources {
    this.#committed = state ?? this.#committed;
    this.#state = agentState(this.#settings.resources, state);
    if (damaged.length > 0) {
      this.runtime.logger.warn({ damaged }, 'recovered resources without damaged files');
    }
    const { total, operations } = this.#state;
    return { total, operations: [...operations.values()], damaged };
  }

  /** Takes a step, and shows its result once what has to be remembered of it is durable. */
  #change(step: (state: AgentState) => AgentState): Future<AgentState> {
    return this.#inTurn(() => {
      if (!this.#state) {
        const message = 'recover the resources first; of a new agent there is nothing to recover';
        throw new ResourceError('RESOURCES_NOT_RECOVERED', message, { outcome: 'definite' });
      }
      const next = step(this.#state);
      const remembered = toResourceState(next);
      const done = (): AgentState => {
        this.#committed = remembered;
        this.#state = next;
        return next;
      };
      if (sameResourceState(remembered, this.#committed)) return Future.ready(done());
      // Before anything is written: a target that cannot be brought about would end every start.
      this.#files.check(next.total);
      return this.#track('checkpoint resources', this.#files.commit(remembered)).andThen(done);
    });
  }

  /**
   * One after the other: a change starts from what the one before has left. They share no write, for a
   * volume that one destroys and the next creates has to be empty.
   */
  #inTurn<T>(work: () => Future<T>): Future<T> {
    const turn = this.#settled().andThen(() => {
      if (this.#failure) throw this.#outOfUse(this.#failure);
      if (this.#isClosing) throw closed('definite');
      return work();
    });
    this.#last = turn;
    // One that gives up stops waiting, and nothing else.
    return turn.undiscardable();
  }

  /** What was asked for so far, however it ended. */
  #settled(): Future<unknown> {
    return this.#last.undiscardable().recover(() => undefined);
  }

  #track<T>(what: string, work: Promise<T>): Future<T> {
    return this.runtime.track(what, work).repair((failed) => {
      this.#failure = storageFailure(failed.failure());
      throw this.#failure;
    });
  }

  #outOfUse(failure: ResourceError): ResourceError {
    const message = `the resources are out of use since: ${failure.message}; start again`;
    return new ResourceError('RESOURCES_FAILED', message, { cause: failure, outcome: 'definite' });
  }
}

/** The volumes that an operation makes. */
function volumesOf({ info }: ResourceOperation): Resources {
  return info.type === 'CREATE' ? Resources.from(info.create?.volumes ?? []) : Resources.EMPTY;
}

export function closed(outcome: 'definite' | 'unknown'): ResourceError {
  return new ResourceError('RESOURCES_CLOSED', 'the resource checkpointer is closed', { outcome });
}

/** Our own errors are wrapped on their way through the checkpoint below. */
function storageFailure(error: unknown): ResourceError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ResourceError) return cause;
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = `cannot keep the resources: ${reason}; the next start finds out what was done`;
  return new ResourceError('RESOURCES_FAILED', message, { cause: error, outcome: 'unknown' });
}
