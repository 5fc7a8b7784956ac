import {
  AcknowledgeOperationStatusMessage,
  ApplyOperationMessage,
  ReconcileOperationsMessage,
  SlaveInfo,
  UpdateOperationStatusMessage,
  UpdateSlaveMessage,
} from '@quorate/messages';
import type { OperationState, UUID } from '@quorate/messages';
import { Process } from '@quorate/process';
import type { Future, Pid } from '@quorate/process';
import type { ResourceCheckpointer } from '@quorate/resources';
import { formatUuid } from '@quorate/status-updates';
import { isRefusal } from './agent-operations.ts';
import type { AgentOperations, OperationUpdates } from './agent-operations.ts';
import { AGENT, AGENT_ID, FINISH, MASTER, REGISTERED } from './messages.ts';

export interface AgentOptions {
  readonly operations: AgentOperations;
  readonly resources: ResourceCheckpointer;
  readonly updates: OperationUpdates;
  /** Told once, when the agent has come to its end, or why it cannot go on. */
  readonly onEnd: (failure?: Error) => void;
}

/** An agent, as its master knows it. */
export class AgentProcess extends Process {
  declare readonly self: Pid<AgentProcess>;
  readonly #options: AgentOptions;
  #isFinishing = false;
  #isEnding = false;

  constructor(options: AgentOptions) {
    super({ id: AGENT.id });
    this.#options = options;
  }

  protected override initialize(): void {
    const { operations, updates } = this.#options;
    this.install(ApplyOperationMessage, (_, order) => this.#apply(order));
    this.install(AcknowledgeOperationStatusMessage, (_, message) =>
      this.#do(operations.acknowledge(message)),
    );
    this.install(ReconcileOperationsMessage, (_, message) => this.#reconcile(message));
    this.install(REGISTERED, () => updates.resume());
    this.install(FINISH, () => {
      this.#isFinishing = true;
      this.#endIfIdle();
    });
    operations
      .recover()
      .onReady(() => this.#later(() => this.#register()))
      .onFailed((error) => this.#end(error));
  }

  /** Everything that the last run had begun is finished: the master sees no half of it. */
  #register(): void {
    const { operations, resources } = this.#options;
    const slaveId = { value: AGENT_ID };
    this.send(MASTER, SlaveInfo, {
      id: slaveId,
      hostname: 'agent.example.com',
      resources: [...resources.total],
      attributes: [],
    });
    this.send(MASTER, UpdateSlaveMessage, {
      slaveId,
      oversubscribedResources: [],
      updateOversubscribedResources: false,
      operations: { operations: operations.all },
      resourceVersionUuid: { value: this.runtime.random.bytes(16) },
    });
  }

  #apply(order: ApplyOperationMessage): void {
    const applying = this.#options.operations.apply(order).repair((failed) => {
      if (!isRefusal(failed.failure())) throw failed.failure();
      this.#answer(order.operationUuid, 'OPERATION_ERROR', failed.failure().message);
    });
    this.#do(applying);
  }

  /** The master asks of operations that this agent has not registered with. */
  #reconcile({ operations }: ReconcileOperationsMessage): void {
    for (const { operationUuid } of operations) {
      if (!operationUuid) continue;
      const isKnown = this.#options.operations.isKnown(formatUuid(operationUuid.value));
      if (!isKnown) this.#answer(operationUuid, 'OPERATION_DROPPED');
    }
  }

  /** Of an operation that the agent does not have: not acknowledged, and not sent again. */
  #answer(operationUuid: UUID, state: OperationState, message?: string): void {
    this.send(MASTER, UpdateOperationStatusMessage, {
      slaveId: { value: AGENT_ID },
      operationUuid,
      status: { state, convertedResources: [], ...(message !== undefined && { message }) },
    });
  }

  /** As an event of this process. */
  #later(work: () => void): void {
    this.runtime.tell(this.self, work);
  }

  /** What fails ends the agent: what is on its disk is for the next start to find out. */
  #do(work: Future<void>): void {
    work.onReady(() => this.#later(() => this.#endIfIdle())).onFailed((error) => this.#end(error));
  }

  #endIfIdle(): void {
    const { operations, resources, updates } = this.#options;
    if (!this.#isFinishing || !operations.isIdle || this.#isEnding) return;
    this.#isEnding = true;
    updates
      .close()
      .andThen(() => resources.close())
      .onReady(() => this.#end())
      .onFailed((error) => this.#end(error));
  }

  #end(failure?: Error): void {
    this.#options.onEnd(failure);
  }
}
