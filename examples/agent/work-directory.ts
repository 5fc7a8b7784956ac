import { join } from 'node:path';
import { AGENT_ID } from './messages.ts';

/** What an agent keeps of itself, as upstream names it. */
export function agentDirectory(workDirectory: string): string {
  return join(workDirectory, 'meta', 'slaves', AGENT_ID);
}
