import type { Registry, SlaveInfo } from '@quorate/messages';
import type { Future } from '@quorate/process';
import { admitAgent, markAgentReachable, readmitAgent, Registrar } from '@quorate/registrar';
import { LogStorage, State } from '@quorate/state';
import type { DemoNode } from './demo-node.ts';

const LOOPBACK = 0x0100007f; // 127.0.0.1 in network byte order, read as little-endian

/** The registrar on the node that leads, as a Mesos master has it. */
export class Leader {
  readonly node: DemoNode;
  readonly #storage: LogStorage;
  readonly #registrar: Registrar;

  private constructor(node: DemoNode, storage: LogStorage, registrar: Registrar) {
    this.node = node;
    this.#storage = storage;
    this.#registrar = registrar;
  }

  /** Gets the node's writer elected, reads the log and stores the new leader's name. */
  static async elect(node: DemoNode): Promise<Leader> {
    const { name, runtime, log } = node;
    const storage = new LogStorage(log);
    const registrar = new Registrar(new State(storage, { random: runtime.random }), { runtime });
    const leader = new Leader(node, storage, registrar);
    await registrar.recover({
      id: name,
      ip: LOOPBACK,
      port: 5050,
      hostname: `${name}.example.com`,
      capabilities: [],
    });
    return leader;
  }

  get registry(): Registry {
    const registry = this.#registrar.registry();
    if (registry) return registry;
    throw new Error(`${this.node.name} has not recovered the registry`);
  }

  get agentIds(): readonly string[] {
    return agentIdsOf(this.registry);
  }

  /** Ready with true once the agent is in the registry on a quorum of disks. */
  admit(agent: SlaveInfo): Future<boolean> {
    const { slaves, unreachable } = this.registry;
    const id = agent.id?.value;
    const isKnown = slaves?.slaves.some(({ info }) => info.id?.value === id) ?? false;
    if (isKnown) return this.#registrar.apply(readmitAgent(agent));
    const isLost = unreachable?.slaves.some((lost) => lost.id.value === id) ?? false;
    return this.#registrar.apply(isLost ? markAgentReachable(agent) : admitAgent(agent));
  }

  async close(): Promise<void> {
    await this.#registrar.close();
    await this.#storage.close();
  }
}

function agentIdsOf(registry: Registry): readonly string[] {
  return (registry.slaves?.slaves ?? []).map(({ info }) => info.id?.value ?? '');
}
