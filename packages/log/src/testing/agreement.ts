import type { Action } from '@quorate/messages';

/** What one node has learned. */
export interface LearnedLog {
  readonly node: number;
  readonly actions: readonly Action[];
}

/** The first position at which two nodes have learned different values; undefined if none. */
export function disagreement(logs: readonly LearnedLog[]): string | undefined {
  const seen = new Map<number, { readonly node: number; readonly value: string }>();
  for (const { node, actions } of logs) {
    for (const action of actions) {
      const value = describeValue(action);
      // It stands for a value that was truncated, and agrees with any.
      if (value === TOMBSTONE) continue;
      const { position } = action;
      const other = seen.get(position);
      if (!other) seen.set(position, { node, value });
      else if (other.value !== value) {
        return `position ${position}: node ${other.node} learned ${other.value}, node ${node} learned ${value}`;
      }
    }
  }
  return undefined;
}

const TOMBSTONE = 'tombstone';

function describeValue(action: Action): string {
  switch (action.type) {
    case 'append':
      return `append of ${describeBytes(action.append?.bytes ?? NO_BYTES)}`;
    case 'truncate':
      return `truncate to ${String(action.truncate?.to)}`;
    case 'nop':
      return action.nop?.tombstone === true ? TOMBSTONE : 'nop';
    default:
      return 'nothing';
  }
}

const NO_BYTES = new Uint8Array();

/** Held here: looking up a global costs a microsecond where jest runs this. */
const { imul } = Math;

/** The length, a hash (FNV-1a) and the beginning: enough to tell values apart and to find them. */
function describeBytes(bytes: Uint8Array): string {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 40));
  let hash = 0x811c9dc5;
  // Not for-of: an entry may have a million bytes.
  for (let index = 0; index < bytes.length; index++) {
    hash = imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  }
  return `${bytes.length} bytes, #${hash >>> 0}, ${JSON.stringify(beginning)}`;
}
