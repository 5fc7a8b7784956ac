import type { FileSystem } from '@quorate/checkpoint';
import type {
  AcknowledgeOperationStatusMessage,
  ApplyOperationMessage,
  OperationStatus,
  ResourceOperation,
  UpdateOperationStatusMessage,
  UUID,
} from '@quorate/messages';
import { collect, Future } from '@quorate/process';
import type { Runtime } from '@quorate/process';
import { ResourceError } from '@quorate/resources';
import type { ResourceCheckpointer } from '@quorate/resources';
import { formatUuid, StatusUpdateError } from '@quorate/status-updates';
import type { RecoveredStream, StatusUpdateManager } from '@quorate/status-updates';
import { AGENT_ID } from './messages.ts';

export type OperationUpdates = StatusUpdateManager<string, UpdateOperationStatusMessage>;

export interface AgentOperationsOptions {
  readonly runtime: Runtime;
  readonly fileSystem: FileSystem;
  readonly resources: ResourceCheckpointer;
  /** Paused until the agent has registered. */
  readonly updates: OperationUpdates;
  /** The directory that has a directory for the updates of each operation. */
  readonly directory: string;
}

/** What a repeated or late acknowledgement comes to. */
const HARMLESS = ['ACKNOWLEDGEMENT_DUPLICATE', 'ACKNOWLEDGEMENT_UNEXPECTED', 'STREAM_UNKNOWN'];

/** Of operations that do not fit. */
const REFUSALS = [
  'OPERATION_INVALID',
  'OPERATION_UNSUPPORTED',
  'RESOURCE_INVALID',
  'RESOURCES_NOT_CONTAINED',
  'VOLUME_PATH_INVALID',
];

/**
 * The operations of an agent, from the order to the acknowledgement of their outcome. Each of their
 * two updates is durable before the next step: an operation that is under way has said so, and one
 * that says it is finished is.
 *
 * Whatever fails leaves it to the next start to find out what was done.
 */
export class AgentOperations {
  readonly #options: AgentOperationsOptions;
  /** Those that were ordered and are not applied yet. */
  readonly #waiting = new Set<string>();
  #serving: Future<unknown> = Future.ready();

  constructor(options: AgentOperationsOptions) {
    this.#options = options;
  }

  /** All that have not come to their end. */
  get all(): readonly ResourceOperation[] {
    return this.#options.resources.operations;
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0 && this.all.length === 0;
  }

  isKnown(uuid: string): boolean {
    return this.#waiting.has(uuid) || this.all.some((operation) => uuidOf(operation) === uuid);
  }

  /**
   * Applies an operation. One after the other, in the order of the calls: one may need what the one
   * before has made.
   */
  apply(order: ApplyOperationMessage): Future<void> {
    const operation = newOperation(order);
    const uuid = uuidOf(operation);
    if (this.isKnown(uuid)) return Future.ready();
    this.#waiting.add(uuid);
    const applying = this.#serving
      .andThen(() => this.#begin(operation))
      .onAny(() => this.#waiting.delete(uuid));
    this.#serving = applying.repair((failed) => {
      if (!isRefusal(failed.failure())) throw failed.failure();
    });
    return applying;
  }

  /** Takes an acknowledgement. The last one of an operation ends it. */
  acknowledge(message: AcknowledgeOperationStatusMessage): Future<void> {
    const uuid = formatUuid(message.operationUuid.value);
    return this.#options.updates
      .acknowledge(uuid, formatUuid(message.statusUuid.value))
      .repair((failed) => {
        const error = failed.failure();
        if (error instanceof StatusUpdateError && HARMLESS.includes(error.code)) return true;
        throw error;
      })
      .andThen((goesOn) => (goesOn ? undefined : this.#forget(message.operationUuid)));
  }

  /** Goes on where the last run ended, before the agent registers. */
  recover(): Future<void> {
    const { runtime, resources, updates, fileSystem, directory } = this.#options;
    return resources
      .recover()
      .andThen(() => updates.flush()) // what is in the journal only has no directory yet
      .andThen(() => runtime.track('find updates', listDirectories(fileSystem, directory)))
      .andThen((found) => this.#recoverUpdates(found));
  }

  #begin(operation: ResourceOperation): Future<void> {
    return this.#options.resources
      .addOperation(operation)
      .andThen(() => this.#update(operation, this.#newStatus('OPERATION_PENDING')))
      .andThen(() => this.#finish(operation));
  }

  #finish(operation: ResourceOperation): Future<void> {
    return this.#settle(operation, this.#newStatus('OPERATION_FINISHED'))
      .repair((failed) => {
        if (!isRefusal(failed.failure())) return failed;
        return this.#settle(operation, this.#newStatus('OPERATION_FAILED'));
      })
      .andThen(({ latestStatus }) => this.#update(operation, latestStatus));
  }

  /** Volume, resources and outcome become durable together. */
  #settle(operation: ResourceOperation, status: OperationStatus): Future<ResourceOperation> {
    return this.#options.resources.updateOperation(operation.uuid, status);
  }

  #update(operation: ResourceOperation, status: OperationStatus): Future<void> {
    const { frameworkId, slaveId, uuid: operationUuid } = operation;
    return this.#options.updates.update(uuidOf(operation), {
      ...(frameworkId && { frameworkId }),
      ...(slaveId && { slaveId }),
      operationUuid,
      status,
    });
  }

  #forget(uuid: UUID): Future<void> {
    const { resources, updates } = this.#options;
    return resources.removeOperation(uuid).andThen(() => updates.remove(formatUuid(uuid.value)));
  }

  #newStatus(state: OperationStatus['state']): OperationStatus {
    const uuid = { value: this.#options.runtime.random.bytes(16) };
    return { state, convertedResources: [], uuid };
  }

  // ------------------------------------------------------------------- recovery

  #recoverUpdates(found: readonly string[]): Future<void> {
    const { updates } = this.#options;
    const operations = new Map(this.all.map((operation) => [uuidOf(operation), operation]));
    // Those of operations that came to their end, or were lost before they were applied.
    const orphans = found.filter((uuid) => !operations.has(uuid));
    const kept = found.filter((uuid) => operations.has(uuid));
    return collect(orphans.map((uuid) => updates.remove(uuid)))
      .andThen(() => updates.recover(kept, { strict: true }))
      .andThen(({ streams }) =>
        inTurn([...operations], ([uuid, operation]) => this.#resume(operation, streams.get(uuid))),
      );
  }

  /** Takes the steps that the last run did not come to. */
  #resume(operation: ResourceOperation, stream: Stream): Future<void> {
    if (stream?.terminated === true) return this.#forget(operation.uuid);
    const { latestStatus } = operation;
    // If it has been told already, this changes nothing.
    if (latestStatus.state !== 'OPERATION_PENDING') return this.#update(operation, latestStatus);
    // It crashed before it could say that it is under way.
    const telling = stream
      ? Future.ready()
      : this.#update(operation, this.#newStatus('OPERATION_PENDING'));
    return telling.andThen(() => this.#finish(operation));
  }
}

type Stream = RecoveredStream<UpdateOperationStatusMessage> | undefined;

/** Of the operation alone: nothing has changed, and the agent goes on. */
export function isRefusal(error: Error): boolean {
  return error instanceof ResourceError && REFUSALS.includes(error.code);
}

function newOperation(order: ApplyOperationMessage): ResourceOperation {
  const { frameworkId, operationInfo: info, operationUuid: uuid } = order;
  const latestStatus = { state: 'OPERATION_PENDING', convertedResources: [] } as const;
  const slaveId = { value: AGENT_ID };
  return { ...(frameworkId && { frameworkId }), slaveId, info, latestStatus, statuses: [], uuid };
}

function uuidOf({ uuid }: ResourceOperation): string {
  return formatUuid(uuid.value);
}

async function listDirectories(
  fileSystem: FileSystem,
  directory: string,
): Promise<readonly string[]> {
  if (!(await fileSystem.stat(directory))) return [];
  const entries = await fileSystem.readDirectory(directory);
  return entries.filter(({ kind }) => kind === 'directory').map(({ name }) => name);
}

function inTurn<T>(all: readonly T[], work: (one: T) => Future<void>): Future<void> {
  return all.reduce((before, one) => before.andThen(() => work(one)), Future.ready());
}
