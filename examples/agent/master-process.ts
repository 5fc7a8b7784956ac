import {
  AcknowledgeOperationStatusMessage,
  ApplyOperationMessage,
  ReconcileOperationsMessage,
  SlaveInfo,
  UpdateOperationStatusMessage,
  UpdateSlaveMessage,
} from '@quorate/messages';
import type { Resource } from '@quorate/messages';
import { Completer, Process } from '@quorate/process';
import type { Future, Pid } from '@quorate/process';
import { parseResources, Resources } from '@quorate/resources';
import { formatUuid, parseUuid } from '@quorate/status-updates';
import { randomChange } from './changes.ts';
import { Contradiction, Ledger } from './ledger.ts';
import type { LedgerEntry } from './ledger.ts';
import { AGENT, AGENT_RESOURCES, FINISH, FRAMEWORK_ID, MASTER, REGISTERED } from './messages.ts';
import type { Volumes } from './volumes.ts';

/** Operations that are under way at a time. */
const OUTSTANDING_MAX = 8;
/** How often chance may propose something impossible before the master waits. */
const ATTEMPTS_MAX = 100;
/** One of so many updates, and of so many acknowledgements, gets lost. */
const LOSS = 20;

export interface MasterOptions {
  readonly volumes: Volumes;
  /** Hears of everything that must not be. */
  readonly onContradiction: (error: Contradiction) => void;
}

/** What the master has seen so far. */
export interface MasterAccount {
  registrations: number;
  operations: number;
  finished: number;
  dropped: number;
  /** Updates that were news, and those that were not. */
  updates: number;
  duplicates: number;
  /** Messages that were lost on purpose. */
  losses: number;
}

/**
 * A master with one agent: asks for operations, takes the updates on their status, acknowledges
 * them, and watches that all of it fits together.
 */
export class MasterProcess extends Process {
  declare readonly self: Pid<MasterProcess>;
  readonly account: MasterAccount = {
    ...{ registrations: 0, operations: 0, finished: 0, dropped: 0 },
    ...{ updates: 0, duplicates: 0, losses: 0 },
  };
  readonly #options: MasterOptions;
  readonly #ledger = new Ledger(parseResources(AGENT_RESOURCES));
  #agent: Pid | undefined;
  #agentResources: readonly Resource[] = [];
  #resourceVersion: Uint8Array = new Uint8Array(16);
  #isFinishing = false;
  #waiting: { readonly isReached: () => boolean; readonly completer: Completer<void> }[] = [];

  constructor(options: MasterOptions) {
    super({ id: MASTER.id });
    this.#options = options;
  }

  protected override initialize(): void {
    this.#on(SlaveInfo, (_, { resources }) => void (this.#agentResources = resources));
    this.#on(UpdateSlaveMessage, (from, message) => this.#register(from, message));
    this.#on(UpdateOperationStatusMessage, (_, update) => this.#receive(update));
  }

  /** The agent is gone; whatever was on its way to it is lost. */
  protected override exited(): void {
    this.#agent = undefined;
  }

  /** Ready when the agent has registered since now. */
  registered(): Future<void> {
    const { registrations } = this.account;
    return this.#when(() => this.account.registrations > registrations);
  }

  /** Ready when so many more updates have been received. */
  received(count: number): Future<void> {
    const updates = this.account.updates + count;
    return this.#when(() => this.account.updates >= updates);
  }

  /** Asks for nothing more. Ready when every operation has an outcome, and the agent was told to end. */
  finish(): Future<void> {
    this.#isFinishing = true;
    return this.#when(() => this.#ledger.outstanding.length === 0).andThen(() =>
      this.runtime.post(AGENT, FINISH, new Uint8Array(), this.self),
    );
  }

  /** What the agent has to have in the end. */
  resources(): Resources {
    return this.#ledger.view;
  }

  // --------------------------------------------------------------- registration

  #register(from: Pid, { operations, resourceVersionUuid }: UpdateSlaveMessage): void {
    this.#agent = this.link(from);
    this.#resourceVersion = resourceVersionUuid?.value ?? this.#resourceVersion;
    this.account.registrations++;
    const resources = Resources.from(this.#agentResources);
    const reported = (operations?.operations ?? []).map(({ uuid, latestStatus: { state } }) => {
      return { uuid: formatUuid(uuid.value), state };
    });
    const unknown = this.#ledger.reconcile(resources, reported);
    this.#options.volumes.checkAll(resources);
    this.runtime.post(from, REGISTERED, new Uint8Array(), this.self);
    this.send(from, ReconcileOperationsMessage, {
      operations: unknown.map(({ uuid }) => ({ operationUuid: { value: parseUuid(uuid) } })),
    });
    this.#ask();
  }

  // ----------------------------------------------------------------- operations

  /** Keeps the agent busy. */
  #ask(): void {
    const { random } = this.runtime;
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      const { view, outstanding } = this.#ledger;
      if (!this.#agent || this.#isFinishing || outstanding.length >= OUTSTANDING_MAX) return;
      const change = randomChange(view, this.#ledger.busyVolumes(), random);
      if (!change) continue;
      const operationUuid = random.bytes(16);
      this.#ledger.send(formatUuid(operationUuid), change);
      this.account.operations++;
      this.send(this.#agent, ApplyOperationMessage, {
        frameworkId: { value: FRAMEWORK_ID },
        operationInfo: change.info,
        operationUuid: { value: operationUuid },
        resourceVersionUuid: { uuid: { value: this.#resourceVersion } },
      });
    }
  }

  #receive({ operationUuid, status }: UpdateOperationStatusMessage): void {
    if (!operationUuid) throw new Contradiction('an update of no operation');
    const operation = formatUuid(operationUuid.value);
    if (!status.uuid) return this.#onAnswer(operation, status.state);
    if (this.#isLost()) return;
    const uuid = formatUuid(status.uuid.value);
    const { entry, isNew } = this.#ledger.receive(operation, status.state, uuid);
    if (isNew) {
      this.account.updates++;
      if (entry.state === 'finished') this.#onFinished(entry);
    } else {
      this.account.duplicates++;
    }
    if (!this.#isLost()) this.#acknowledge(entry, uuid);
    this.#ask();
  }

  /** To a reconciliation: it is not acknowledged, and not sent again. */
  #onAnswer(operation: string, state: string): void {
    if (state !== 'OPERATION_DROPPED') throw new Contradiction(`${operation} is ${state}`);
    this.#ledger.drop(operation);
    this.account.dropped++;
    this.#ask();
  }

  #onFinished({ uuid, change: { type, volume } }: LedgerEntry): void {
    this.account.finished++;
    if (volume === undefined) return;
    const { volumes } = this.#options;
    if (type === 'CREATE') volumes.created(volume, uuid);
    else if (type === 'DESTROY') volumes.destroyed(volume);
    else volumes.check(volume);
  }

  #acknowledge(entry: LedgerEntry, uuid: string): void {
    if (!this.#agent) return;
    if (entry.state === 'finished') entry.isAcknowledged = true;
    this.send(this.#agent, AcknowledgeOperationStatusMessage, {
      statusUuid: { value: parseUuid(uuid) },
      operationUuid: { value: parseUuid(entry.uuid) },
    });
  }

  #isLost(): boolean {
    const isLost = this.runtime.random.intBelow(LOSS) === 0;
    if (isLost) this.account.losses++;
    return isLost;
  }

  // -------------------------------------------------------------------- waiting

  /** Serves messages of a type; what contradicts the books is reported, and nothing else. */
  #on<M>(
    type: Parameters<typeof this.install<M>>[0],
    handler: (from: Pid, message: M) => void,
  ): void {
    this.install(type, (from: Pid, message: M) => {
      try {
        handler(from, message);
      } catch (error) {
        if (!(error instanceof Contradiction)) throw error;
        this.#options.onContradiction(error);
      }
      this.#tellWaiting();
    });
  }

  #when(isReached: () => boolean): Future<void> {
    const completer = new Completer<void>();
    this.#waiting.push({ isReached, completer });
    this.#tellWaiting();
    return completer.future;
  }

  #tellWaiting(): void {
    const reached = this.#waiting.filter(({ isReached }) => isReached());
    this.#waiting = this.#waiting.filter((one) => !reached.includes(one));
    for (const { completer } of reached) completer.set(undefined);
  }
}
