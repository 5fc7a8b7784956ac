import type { OperationStatus, Resource, ResourceOperation, UUID } from '@quorate/messages';
import { defaultRuntime, Future } from '@quorate/process';
import type { Pid, Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { checkOptions } from './checkpointer-options.ts';
import type { ResourceCheckpointerOptions } from './checkpointer-options.ts';
import { Resources } from './protocol/resources.ts';
import { closed, ResourceCheckpointerProcess } from './resource-checkpointer-process.ts';
import type { RecoveredResources } from './resource-checkpointer-process.ts';

/** What becomes of files that are damaged. */
export interface RecoverResourcesOptions {
  /** Whether a file that cannot be read ends the recovery. Default true. */
  readonly strict?: boolean;
}

/**
 * An agent's resources and the operations on them, kept on disk in step with the directories of its
 * persistent volumes, through any crash.
 *
 * A change is durable when its future is ready, and not seen before; a crash in the middle of one is
 * made good by `recover`, which finishes it. Changes are made one after the other, in the order of
 * the calls. **After the first that could not be written it is out of use** (`RESOURCES_FAILED`): how
 * much was done is not known, so an agent ends then and starts again. A volume whose removal fails is
 * neither forgotten nor free for use: the next start goes on with its removal.
 *
 * Source: Mesos src/slave/slave.cpp and src/slave/state.cpp; the design for MESOS-5448.
 */
export class ResourceCheckpointer implements AsyncDisposable {
  readonly #runtime: Runtime;
  readonly #process: ResourceCheckpointerProcess;
  #closing: Future<void> | undefined;

  /** Throws `RESOURCES_OPTION_INVALID`. */
  constructor(options: ResourceCheckpointerOptions) {
    const settings = checkOptions(options);
    this.#runtime = options.runtime ?? defaultRuntime();
    this.#process = new ResourceCheckpointerProcess(settings);
    this.#runtime.spawn(this.#process);
  }

  /** The process behind it. */
  get pid(): Pid<ResourceCheckpointerProcess> {
    return this.#process.self;
  }

  /** All resources of the agent, as of the last change that is durable; empty before `recover`. */
  get total(): Resources {
    return this.#process.state?.total ?? Resources.EMPTY;
  }

  /** What the agent remembers of them: dynamic reservations and persistent volumes. */
  get checkpointed(): Resources {
    return this.total.checkpointed();
  }

  /** Operations that have not been removed, in the order in which they were added. */
  get operations(): readonly ResourceOperation[] {
    return [...(this.#process.state?.operations.values() ?? [])];
  }

  /**
   * Finishes what the last run was in the middle of, and reads what it has left. Comes first, and
   * before the agent tells anybody of its resources.
   *
   * Fails with `RESOURCES_UNREADABLE` (a file is damaged, and `strict`), `RESOURCES_INCOMPATIBLE` (the
   * configured resources no longer have what reservations and volumes are made of; nothing was
   * changed), `VOLUME_PATH_INVALID`, `VOLUME_CREATE_FAILED`, `VOLUME_REMOVE_FAILED`,
   * `RESOURCES_FAILED`, `RESOURCES_OPTION_INVALID` (called twice) or `RESOURCES_CLOSED`.
   */
  recover({ strict = true }: RecoverResourcesOptions = {}): Future<RecoveredResources> {
    return this.#ask(this.#runtime.dispatch(this.pid, 'recover', strict));
  }

  /**
   * Takes over all reservations and volumes from a master that keeps account of them
   * (`CheckpointResourcesMessage`). Those that are not among them are gone: volumes with what is in
   * them. Durable when ready.
   *
   * Fails with `RESOURCE_INVALID`, `OPERATION_INVALID` (two volumes with one id),
   * `RESOURCES_INCOMPATIBLE`, `RESOURCES_NOT_RECOVERED`, or as `updateOperation` does.
   */
  checkpoint(resources: Iterable<Resource>): Future<void> {
    let all: Resources;
    try {
      all = Resources.from(resources);
    } catch (error) {
      return Future.failed(error instanceof Error ? error : new Error(String(error)));
    }
    return this.#ask(this.#runtime.dispatch(this.pid, 'checkpoint', all));
  }

  /**
   * Takes an operation that is to be applied. A CREATE or DESTROY is durable when ready: should
   * the agent crash now, `recover` has it; of others nothing is to be remembered yet. One that is known
   * already changes nothing.
   *
   * Fails with `OPERATION_INVALID`, `OPERATION_UNSUPPORTED`, `RESOURCE_INVALID`,
   * `RESOURCES_NOT_RECOVERED`, or as `updateOperation` does.
   */
  addOperation(operation: ResourceOperation): Future<void> {
    return this.#ask(this.#runtime.dispatch(this.pid, 'addOperation', operation));
  }

  /**
   * Gives an operation one more status. With `OPERATION_FINISHED` it is applied: resources, volumes
   * and status are durable together when ready. Another terminal status ends it without effect. The
   * first terminal one stays the latest.
   *
   * A status with a uuid waits for its acknowledgement: the operation is remembered until it is
   * removed. One without is not.
   *
   * Fails with `OPERATION_UNKNOWN`, `OPERATION_INVALID` or `RESOURCES_NOT_CONTAINED`: nothing has changed,
   * give it `OPERATION_FAILED`. Fails with `VOLUME_CREATE_FAILED`, `VOLUME_REMOVE_FAILED`,
   * `VOLUME_PATH_INVALID` or `RESOURCES_FAILED`: it is out of use. Fails with
   * `RESOURCES_NOT_RECOVERED` or `RESOURCES_CLOSED`.
   *
   * @returns the operation with the status
   */
  updateOperation(uuid: UUID, status: OperationStatus): Future<ResourceOperation> {
    return this.#ask(this.#runtime.dispatch(this.pid, 'updateOperation', uuid, status));
  }

  /**
   * Forgets an operation whose last status was acknowledged. Durable when ready; one that is not
   * known changes nothing. Fails with `OPERATION_INVALID` for one that has no terminal status, or as
   * `updateOperation` does.
   */
  removeOperation(uuid: UUID): Future<void> {
    return this.#ask(this.#runtime.dispatch(this.pid, 'removeOperation', uuid));
  }

  /** Refuses what waits with `RESOURCES_CLOSED`. Ready when what is being written has been. */
  close(): Future<void> {
    this.#closing ??= this.#shutdown();
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #shutdown(): Future<void> {
    return this.#runtime
      .dispatch(this.pid, 'shutdown')
      .recover(() => undefined)
      .andThen(() => {
        this.#runtime.terminate(this.pid);
        return this.#runtime.wait(this.pid);
      })
      .andThen(() => undefined);
  }

  #ask<T>(asking: Future<T>): Future<T> {
    return failIfAbandoned(asking, () => closed('unknown'));
  }
}
