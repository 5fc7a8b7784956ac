/** How the agent's status updates get on the disk. */
export type Durability = 'journal' | 'per-stream';

export function isDurability(text: string): text is Durability {
  return text === 'journal' || text === 'per-stream';
}
