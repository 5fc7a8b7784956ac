import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BURST, gate, RING } from './contender.ts';
import type { Contender } from './contender.ts';

/** Libraries that are installed when they are asked for: `bench/peers` has a lock of its own. */
export const PEERS: readonly string[] = ['nact', 'comedy', 'effect'];
const FOLDER = join(process.cwd(), 'bench', 'peers');

/** What a peer can do; undefined for what is no peer. */
export async function loadPeer(name: string): Promise<Contender | undefined> {
  if (!PEERS.includes(name)) return undefined;
  install();
  const module = (await import(pathToFileURL(join(FOLDER, `${name}.mjs`)).href)) as {
    readonly contender: (kit: object) => Contender;
  };
  return module.contender({ BURST, RING, gate });
}

function install(): void {
  if (existsSync(join(FOLDER, 'node_modules'))) return;
  const options = { cwd: FOLDER, encoding: 'utf8' } as const;
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], options);
  if (status !== 0) throw new Error(`cannot install the peers: ${stderr}`);
}
