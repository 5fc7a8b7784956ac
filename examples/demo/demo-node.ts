import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Log } from '@quorate/log';
import type { LogEvent, Storage } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Runtime } from '@quorate/process';
import type { Logger, MemoryNetwork } from '@quorate/process';

const REPLICA_ID = 'replica';

/** The nodes of the demo; each keeps its log in a directory of its own name. */
export const NODE_NAMES = ['node-1', 'node-2', 'node-3'] as const;
export type NodeName = (typeof NODE_NAMES)[number];

/** What all nodes have in common. */
export interface DemoCluster {
  readonly network: MemoryNetwork;
  /** Holds the nodes' directories. */
  readonly folder: string;
  readonly onEvent: (name: NodeName, event: LogEvent) => void;
  /** What the nodes log goes here, with their name. */
  readonly logger: Logger;
}

export function directoryOf(folder: string, name: NodeName): string {
  return join(folder, name);
}

/** One node: a runtime, as an operating system's process would have, and its replica's log. */
export class DemoNode {
  readonly name: NodeName;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly #storage: Storage;

  private constructor(name: NodeName, runtime: Runtime, log: Log, storage: Storage) {
    this.name = name;
    this.runtime = runtime;
    this.log = log;
    this.#storage = storage;
  }

  /** Starts a node on its directory, which is created if there is none. */
  static async start(name: NodeName, cluster: DemoCluster): Promise<DemoNode> {
    const { network, folder, onEvent, logger } = cluster;
    const runtime = new Runtime({
      transport: network.transport(name),
      logger: logger.child({ node: name }),
    });
    const storage = levelStorage({ path: directoryOf(folder, name) });
    const log = await Log.open({
      runtime,
      storage,
      quorum: 2,
      replicaId: REPLICA_ID,
      peers: NODE_NAMES.filter((other) => other !== name).map((other) => `${REPLICA_ID}@${other}`),
      recovery: 'mesos',
      autoInitialize: true,
      onEvent: (event) => onEvent(name, event),
    });
    return new DemoNode(name, runtime, log, storage);
  }

  static startAll(cluster: DemoCluster): Promise<readonly DemoNode[]> {
    return Promise.all(NODE_NAMES.map((name) => DemoNode.start(name, cluster)));
  }

  /** Stops at once, as if the power went. Only the files' lock is given back: a dead process' is. */
  async halt(): Promise<void> {
    await this.runtime.halt();
    await this.#storage.close();
  }

  /** Stops in order. */
  async close(): Promise<void> {
    await this.log.close();
    await this.runtime.close();
  }
}

/** The disk is lost. */
export async function deleteDirectory(folder: string, name: NodeName): Promise<void> {
  await rm(directoryOf(folder, name), { recursive: true });
}
