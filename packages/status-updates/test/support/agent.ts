import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OperationState, UpdateOperationStatusMessage } from '@quorate/messages';
import type { VirtualClock } from '@quorate/process';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { virtualRuntime } from '@quorate/process/testing';
import type { VirtualRuntime } from '@quorate/process/testing';
import {
  fileStreamStorage,
  operationUpdates,
  operationUpdatesPath,
  parseUuid,
  StatusUpdateManager,
} from '@quorate/status-updates';
import type { StatusUpdateManagerOptions, StreamStorage } from '@quorate/status-updates';

export const OPERATION = '41414141-4141-4141-8141-414141414141';

/** The uuid that consists of one digit. */
export function uuidOf(digit: string): string {
  return `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;
}

/** An update of an operation, with the uuid of this digit. */
export function operationUpdate(
  state: OperationState,
  digit?: string,
  more: Partial<UpdateOperationStatusMessage> = {},
): UpdateOperationStatusMessage {
  return {
    frameworkId: { value: 'framework-1' },
    slaveId: { value: 'agent-1' },
    operationUuid: { value: parseUuid(OPERATION) },
    ...more,
    status: {
      state,
      convertedResources: [],
      ...(digit !== undefined && { uuid: { value: parseUuid(uuidOf(digit)) } }),
    },
  };
}

type Options = Partial<StatusUpdateManagerOptions<string, UpdateOperationStatusMessage>>;
export type OperationManager = StatusUpdateManager<string, UpdateOperationStatusMessage>;

/** An agent's directory, and the managers that its restarts make on it. */
export class Agent {
  readonly directory: string;
  readonly #virtual: VirtualRuntime = virtualRuntime();
  readonly #managers: OperationManager[] = [];
  /** What was forwarded since the last look, as `STATE` or `STATE (latest STATE)`. */
  #forwarded: string[] = [];

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async create(): Promise<Agent> {
    return new Agent(await mkdtemp(join(tmpdir(), 'quorate-status-updates-')));
  }

  get clock(): VirtualClock {
    return this.#virtual.clock;
  }

  /** The one of the present run. */
  get manager(): OperationManager {
    return this.#managers.at(-1) ?? this.start();
  }

  path(operation = OPERATION): string {
    return operationUpdatesPath(this.directory, operation);
  }

  /** Begins another run of the agent. The manager of the one before is forgotten, not closed. */
  start(options: Options = {}, storage: StreamStorage = this.storage()): OperationManager {
    this.#managers.at(-1)?.pause();
    const manager: OperationManager = new StatusUpdateManager({
      format: operationUpdates,
      forward: ({ status, latestStatus }) => {
        this.#forwarded.push(
          status.state === latestStatus?.state
            ? status.state
            : `${status.state} (latest ${latestStatus?.state ?? 'none'})`,
        );
      },
      storage,
      pathOf: (id) => this.path(id),
      runtime: this.#virtual.runtime,
      ...options,
    });
    this.#managers.push(manager);
    return manager;
  }

  storage(): StreamStorage {
    return fileStreamStorage({ fileSystem: nodeFileSystem() });
  }

  /** What was forwarded since the last call, once everything has come to rest. */
  async forwarded(): Promise<readonly string[]> {
    await this.clock.settle();
    const forwarded = this.#forwarded;
    this.#forwarded = [];
    return forwarded;
  }

  read(operation = OPERATION): Promise<Uint8Array> {
    return readFile(this.path(operation));
  }

  async dispose(): Promise<void> {
    for (const manager of this.#managers) await manager.close();
    await this.#virtual.runtime.close();
    await rm(this.directory, { recursive: true, force: true });
  }
}
