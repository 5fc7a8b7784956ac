import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromProtoJson, Registry } from '@quorate/messages';
import type { SlaveInfo } from '@quorate/messages';

/** The agents of `examples/data/agents.json`, a file in the shape of a master's registry endpoint. */
export async function readAgents(): Promise<readonly SlaveInfo[]> {
  const text = await readFile(join(__dirname, '..', 'data', 'agents.json'), 'utf8');
  const registry = fromProtoJson(Registry, JSON.parse(text));
  return (registry.slaves?.slaves ?? []).map(({ info }) => info);
}

export function idOf(agent: SlaveInfo): string {
  return agent.id?.value ?? '';
}
