import { SimulatedDisk } from '@quorate/checkpoint/testing';
import type { Ending, FaultPlan, SimulatedFileSystem } from '@quorate/checkpoint/testing';
import type { UpdateOperationStatusMessage } from '@quorate/messages';
import type { Runtime, VirtualClock } from '@quorate/process';
import { virtualCluster } from '@quorate/process/testing';
import { formatUuid, operationUpdates, StatusUpdateManager } from '@quorate/status-updates';
import type { StatusUpdateManagerOptions } from '@quorate/status-updates';
import type { OperationManager } from './agent.ts';
import { makeFile } from './files.ts';
import { GatedStorage } from './gated-storage.ts';
import { makeStorage, pathOf } from './simulated-storage.ts';
import type { Durability } from './simulated-storage.ts';

/** An update by the digit of its uuid: `a`, or `a (latest b)` if another one is the newest. */
function describeForward({ status, latestStatus }: UpdateOperationStatusMessage): string {
  const front = formatUuid(status.uuid?.value ?? new Uint8Array()).charAt(0);
  const latest = formatUuid(latestStatus?.uuid?.value ?? new Uint8Array()).charAt(0);
  return front === latest ? front : `${front} (latest ${latest})`;
}

export interface LifeOptions extends Partial<
  StatusUpdateManagerOptions<string, UpdateOperationStatusMessage>
> {
  readonly durability?: Durability;
  readonly fault?: FaultPlan;
}

/** An agent on a disk that loses power on demand, and the lives of its program. */
export class SimulatedAgent {
  readonly disk = new SimulatedDisk();
  readonly #cluster = virtualCluster({ nodes: 0 });
  #lives = 0;
  #fileSystem: SimulatedFileSystem | undefined;
  #runtime: Runtime | undefined;
  #manager: OperationManager | undefined;
  #storage: GatedStorage | undefined;
  #forwarded: string[] = [];

  get clock(): VirtualClock {
    return this.#cluster.clock;
  }

  get manager(): OperationManager {
    return this.#manager ?? this.start();
  }

  /** Of the present life. */
  get storage(): GatedStorage {
    if (!this.#storage) throw new Error('the program has not been started');
    return this.#storage;
  }

  get fileSystem(): SimulatedFileSystem {
    if (!this.#fileSystem) throw new Error('the program has not been started');
    return this.#fileSystem;
  }

  /** The file of an operation. */
  read(operation: string): Promise<Uint8Array> {
    return this.fileSystem.readFile(pathOf(operation), 2 ** 20);
  }

  /** Makes the file of an operation, as another program does. */
  write(operation: string, bytes: Uint8Array): Promise<void> {
    return this.writePath(pathOf(operation), bytes);
  }

  writePath(path: string, bytes: Uint8Array): Promise<void> {
    return makeFile(this.fileSystem, path, bytes);
  }

  /** Begins a life. */
  start({ durability = 'per-stream', fault, ...options }: LifeOptions = {}): OperationManager {
    const fileSystem = this.disk.start(fault);
    this.#fileSystem = fileSystem;
    const runtime = this.#cluster.add(`life-${++this.#lives}`);
    void fileSystem.ended.then(() => runtime.halt());
    this.#runtime = runtime;
    this.#storage = new GatedStorage(makeStorage(fileSystem, durability));
    this.#manager = new StatusUpdateManager({
      format: operationUpdates,
      forward: (update) => this.#forwarded.push(describeForward(update)),
      storage: this.#storage,
      pathOf,
      runtime,
      ...options,
    });
    return this.#manager;
  }

  /** Ends the life; the next `start` begins another one. */
  async crash(ending: Ending = 'process'): Promise<void> {
    this.disk.crash(ending);
    await this.#runtime?.halt();
    this.#forwarded = [];
  }

  /** What was forwarded since the last call, once everything has come to rest. */
  async forwarded(): Promise<readonly string[]> {
    await this.clock.settle();
    return this.takeForwarded();
  }

  /** The same, without waiting for anything. */
  takeForwarded(): readonly string[] {
    const forwarded = this.#forwarded;
    this.#forwarded = [];
    return forwarded;
  }
}
