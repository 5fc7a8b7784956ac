import type { LogEvent } from '@quorate/log';
import type { SlaveInfo } from '@quorate/messages';
import { MemoryNetwork } from '@quorate/process';
import type { Logger } from '@quorate/process';
import { idOf, readAgents } from './agents.ts';
import { deleteDirectory, DemoNode, directoryOf, NODE_NAMES } from './demo-node.ts';
import type { DemoCluster, NodeName } from './demo-node.ts';
import { readDirectory } from './directories.ts';
import type { DirectoryContents } from './directories.ts';
import { Leader } from './leader.ts';
import { Narrator } from './narrator.ts';

/** How many agents are admitted before the first leader fails, and before a disk is lost. */
const AGENTS_BEFORE_FAILURE = 7;
const AGENTS_BEFORE_LOSS = 10;

/** Plays the demo in a folder; true when everything held that had to. */
export async function tellStory(folder: string, logger: Logger): Promise<boolean> {
  const narrator = new Narrator();
  const story = new Story(narrator, { folder, logger, agents: await readAgents() });
  await story.play();
  return narrator.allHeld;
}

/** Where the story plays, and with whom. */
interface Setting {
  readonly folder: string;
  readonly logger: Logger;
  readonly agents: readonly SlaveInfo[];
}

class Story {
  readonly #narrator: Narrator;
  readonly #agents: readonly SlaveInfo[];
  readonly #cluster: DemoCluster;
  readonly #nodes = new Map<NodeName, DemoNode>();
  /** Agents whose admission was acknowledged: none of them may ever be missing. */
  readonly #acknowledged = new Set<string>();

  constructor(narrator: Narrator, { folder, logger, agents }: Setting) {
    this.#narrator = narrator;
    this.#agents = agents;
    const onEvent = (name: NodeName, event: LogEvent): void => this.#onEvent(name, event);
    this.#cluster = { network: new MemoryNetwork(), folder, onEvent, logger };
  }

  async play(): Promise<void> {
    await this.#startReplicas();
    const first = await this.#lead('node-1');
    const inFlight = await this.#admitAndHalt(first);
    const second = await this.#takeOver('node-2', inFlight);
    await this.#bringBack('node-1');
    await this.#loseDisk('node-3');
    await this.#admit(second, this.#agents.slice(AGENTS_BEFORE_LOSS));
    await this.#stop(second);
    await this.#compareDirectories();
  }

  async #startReplicas(): Promise<void> {
    this.#narrator.chapter('Three replicas start, each on a directory of its own');
    const nodes = await DemoNode.startAll(this.#cluster);
    for (const node of nodes) await this.#join(node);
  }

  async #lead(name: NodeName): Promise<Leader> {
    this.#narrator.chapter(`${name} leads`);
    const leader = await Leader.elect(this.#node(name));
    const { length } = leader.agentIds;
    for (const id of leader.agentIds) this.#acknowledged.add(id);
    this.#narrator.say(`${name} was elected and has read the registry: ${length} agents`);
    return leader;
  }

  async #admitAndHalt(leader: Leader): Promise<SlaveInfo | undefined> {
    const { name, runtime } = leader.node;
    await this.#admit(leader, this.#agents.slice(0, AGENTS_BEFORE_FAILURE));
    const inFlight = this.#agents[AGENTS_BEFORE_FAILURE];
    if (inFlight) leader.admit(inFlight);
    await runtime.after(1); // by then some replicas may have it, or none
    await leader.node.halt();
    this.#narrator.say(`${name} is cut off from power, with one admission in flight`);
    return inFlight;
  }

  async #takeOver(name: NodeName, inFlight: SlaveInfo | undefined): Promise<Leader> {
    this.#narrator.chapter(`${name} takes over`);
    const leader = await Leader.elect(this.#node(name));
    const found = new Set(leader.agentIds);
    const lost = [...this.#acknowledged].filter((id) => !found.has(id));
    this.#narrator.check(
      lost.length === 0,
      `${name} finds all ${this.#acknowledged.size} agents whose admission was acknowledged` +
        (lost.length === 0 ? '' : `, except ${lost.join(', ')}`),
    );
    if (inFlight && !this.#acknowledged.has(idOf(inFlight))) {
      const outcome = found.has(idOf(inFlight)) ? 'is there too' : 'is not there';
      this.#narrator.say(`the one in flight ${outcome}; both would be right`);
    }
    await this.#admit(leader, this.#agents.slice(AGENTS_BEFORE_FAILURE, AGENTS_BEFORE_LOSS));
    return leader;
  }

  async #bringBack(name: NodeName): Promise<void> {
    this.#narrator.chapter(`${name} comes back`);
    await this.#start(name);
  }

  async #loseDisk(name: NodeName): Promise<void> {
    this.#narrator.chapter(`${name} loses its disk`);
    await this.#node(name).halt();
    await deleteDirectory(this.#cluster.folder, name);
    this.#narrator.say(`${name} is stopped and ${directoryOf(this.#cluster.folder, name)} deleted`);
    await this.#start(name);
  }

  async #start(name: NodeName): Promise<void> {
    await this.#join(await DemoNode.start(name, this.#cluster));
  }

  async #join(node: DemoNode): Promise<void> {
    this.#nodes.set(node.name, node);
    await node.log.recovered;
    const status = await node.log.replica.status();
    this.#narrator.check(status === 'voting', `${node.name} is ${status.toUpperCase()}`);
  }

  async #admit(leader: Leader, agents: readonly SlaveInfo[]): Promise<void> {
    const { name } = leader.node;
    for (const agent of agents) {
      const isNew = !leader.agentIds.includes(idOf(agent));
      const admitted = await leader.admit(agent);
      if (!admitted) this.#narrator.check(false, `${name} admits ${agent.hostname}`);
      else if (isNew) this.#narrator.say(`${name} admitted ${agent.hostname}`);
      this.#acknowledged.add(idOf(agent));
    }
  }

  /** Every node has learned everything by the time it is stopped, so that they can be compared. */
  async #stop(leader: Leader): Promise<void> {
    this.#narrator.chapter('All stop, in order');
    await leader.close();
    for (const node of this.#nodes.values()) {
      await electWriter(node);
      this.#narrator.say(`${node.name} has caught up with the whole log`);
    }
    for (const node of this.#nodes.values()) await node.runtime.settle();
    for (const node of this.#nodes.values()) await node.close();
  }

  async #compareDirectories(): Promise<void> {
    this.#narrator.chapter('The three directories');
    const { folder } = this.#cluster;
    const all = await Promise.all(NODE_NAMES.map((name) => readDirectory(folder, name)));
    const same = (part: (contents: DirectoryContents) => string): boolean =>
      new Set(all.map(part)).size === 1;
    const { check } = bound(this.#narrator);
    check(
      all.every(({ status }) => status === 'VOTING'),
      'all three vote',
    );
    check(
      all.every(({ missing }) => missing.length === 0),
      'none has a hole or an unlearned position',
    );
    check(
      same(({ begin, end }) => `${begin} ${end}`) && same(({ sha256 }) => sha256),
      'their records are identical, byte by byte',
    );
    check(
      same(({ registry }) => registry),
      'they hold the same registry',
    );
    check(
      all.every(({ agentIds }) => [...this.#acknowledged].every((id) => agentIds.includes(id))),
      `it has all ${this.#acknowledged.size} agents that were ever acknowledged`,
    );
    this.#summarise(all);
  }

  #summarise(all: readonly DirectoryContents[]): void {
    const head = ['node', 'status', 'begin', 'end', 'records', 'agents', 'sha256 of the records'];
    const rows = all.map(({ name, status, begin, end, records, agentIds, sha256 }) => [
      ...[name, status, `${begin}`, `${end}`, `${records.length}`, `${agentIds.length}`],
      `${sha256.slice(0, 16)}…`,
    ]);
    console.log();
    this.#narrator.table([head, ...rows]);
    const { allHeld, elapsedS } = this.#narrator;
    console.log(`\n${allHeld ? 'Everything held' : 'NOT everything held'}, in ${elapsedS} s.`);
  }

  #node(name: NodeName): DemoNode {
    const node = this.#nodes.get(name);
    if (node) return node;
    throw new Error(`${name} is not running`);
  }

  #onEvent(name: NodeName, event: LogEvent): void {
    switch (event.type) {
      case 'status': {
        const [from, to] = [event.from.toUpperCase(), event.to.toUpperCase()];
        return this.#narrator.say(`${name}: ${from} → ${to}`);
      }
      case 'catch-up': {
        const { position, begin, end } = event;
        return this.#narrator.say(`${name}: caught up position ${position} of ${begin}-${end}`);
      }
      case 'recovery-waiting':
        return this.#narrator.say(`${name}: waits for others (${event.diagnosis})`);
      case 'members-refused':
        return this.#narrator.check(false, `${name} finds no more members than the group has`);
      case 'peer-problem':
        return this.#narrator.check(
          false,
          `${name} can count ${event.member}, which ${event.text}`,
        );
      case 'failed':
        return this.#narrator.check(false, `${name} goes on: ${event.error.message}`);
    }
  }
}

/** A writer that is elected has caught its replica up; one may lose to another, and tries again. */
async function electWriter({ log, runtime }: DemoNode): Promise<void> {
  const writer = log.writer();
  while ((await writer.start()).type !== 'elected') {
    await runtime.after(100 + runtime.random.intBelow(100));
  }
}

function bound(narrator: Narrator): Pick<Narrator, 'check'> {
  return { check: (isHeld, what) => narrator.check(isHeld, what) };
}
