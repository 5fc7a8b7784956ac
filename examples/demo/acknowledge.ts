import { writeSync } from 'node:fs';
import { MemoryNetwork, silentLogger } from '@quorate/process';
import type { SlaveInfo } from '@quorate/messages';
import { idOf, readAgents } from './agents.ts';
import { DemoNode } from './demo-node.ts';
import type { NodeName } from './demo-node.ts';
import { Leader } from './leader.ts';

/** Admissions under way at the same time, so that a kill finds some in every state. */
const IN_FLIGHT = 4;

export interface AcknowledgeOptions {
  readonly folder: string;
  readonly leader: NodeName;
  /** How many agents to admit. */
  readonly count: number;
}

/**
 * For a test that kills this process: admits agents and prints `acknowledged ID` for each one that
 * is durable. Before that `starting`, `status NODE STATUS` for each change, `found ID` for each agent
 * that was in the registry, and `leading`; at the end `done`.
 */
export async function admitAndAcknowledge(options: AcknowledgeOptions): Promise<void> {
  const { folder, leader: name, count } = options;
  print('starting');
  const nodes = await DemoNode.startAll({
    network: new MemoryNetwork(),
    folder,
    logger: silentLogger,
    onEvent: (each, event) => {
      if (event.type === 'status') print(`status ${each} ${event.to.toUpperCase()}`);
    },
  });
  const node = nodes.find((each) => each.name === name);
  if (!node) throw new Error(`there is no ${name}`);
  const leader = await Leader.elect(node);
  for (const id of leader.agentIds) print(`found ${id}`);
  print('leading');

  const agents = agentsFrom(leader.agentIds.length, count, await readAgents());
  const admitNext = async (): Promise<void> => {
    for (const agent of agents) {
      if (!(await leader.admit(agent))) throw new Error(`${idOf(agent)} was refused`);
      print(`acknowledged ${idOf(agent)}`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, admitNext));

  await leader.close();
  for (const each of nodes) await each.close();
  print('done');
}

/** Made up after the model of the real ones. Those consuming it share it. */
function* agentsFrom(
  start: number,
  count: number,
  models: readonly SlaveInfo[],
): Generator<SlaveInfo, void, undefined> {
  for (let number = start; number < start + count; number++) {
    const model = models[number % models.length];
    if (!model) return;
    yield { ...model, id: { value: `agent-${number}` }, hostname: `agent-${number}.example.com` };
  }
}

/** Not through a stream: what was printed must be out when the process is killed. */
function print(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      // The pipe is full, because whoever reads it is busy: there is nothing to do but wait.
      if ((error as { code?: unknown }).code !== 'EAGAIN') throw error;
    }
  }
}
