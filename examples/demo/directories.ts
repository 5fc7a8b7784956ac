import { createHash } from 'node:crypto';
import { main } from 'quorate';
import { directoryOf } from './demo-node.ts';
import type { NodeName } from './demo-node.ts';

/** What the command line sees in a node's directory. */
export interface DirectoryContents {
  readonly name: NodeName;
  readonly status: string;
  readonly begin: number;
  /** Inclusive. */
  readonly end: number;
  /** Half-open intervals of positions that are not learned. */
  readonly missing: readonly (readonly [number, number])[];
  /** The records from `begin` to `end`, each as one line of JSON. */
  readonly records: readonly string[];
  /** Of the records. */
  readonly sha256: string;
  /** The registry as JSON. */
  readonly registry: string;
  readonly agentIds: readonly string[];
}

/** Reads a directory the way an operator would. */
export async function readDirectory(folder: string, name: NodeName): Promise<DirectoryContents> {
  const path = directoryOf(folder, name);
  const lines = (await quorate('log', 'read', '--path', path, '--json')).trimEnd().split('\n');
  const summary = JSON.parse(lines.pop() ?? '') as Summary;
  const records = lines.filter((line) => {
    const { position } = JSON.parse(line) as { position?: number };
    return position !== undefined && position >= summary.begin;
  });
  const registry = (await quorate('registry', 'show', '--path', path, '--json')).trimEnd();
  const { slaves } = JSON.parse(registry) as RegistryJson;
  const sha256 = createHash('sha256').update(records.join('\n')).digest('hex');
  const agentIds = (slaves?.slaves ?? []).map(({ info }) => info.id.value);
  return { ...summary, name, records, sha256, registry, agentIds };
}

type Summary = Pick<DirectoryContents, 'status' | 'begin' | 'end' | 'missing'>;

interface RegistryJson {
  readonly slaves?: { readonly slaves: readonly { readonly info: { id: { value: string } } }[] };
}

/** Runs the command and gives what it prints. */
async function quorate(...argv: readonly string[]): Promise<string> {
  let text = '';
  const stdout = {
    isTTY: false,
    columns: undefined,
    write: (part: string) => {
      text += part;
      return Promise.resolve();
    },
  };
  const stderr = { ...stdout, write: (part: string) => Promise.resolve(console.error(part)) };
  const exitCode = await main(argv, { stdout, stderr, env: {} });
  if (exitCode !== 0) throw new Error(`quorate ${argv.join(' ')} ended with ${exitCode}: ${text}`);
  return text;
}
