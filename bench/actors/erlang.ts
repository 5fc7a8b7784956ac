import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActorBench } from './contender.ts';

const SOURCE = join(process.cwd(), 'bench', 'peers', 'bench.erl');
const BENCHES: readonly ActorBench[] = ['tell', 'ping-pong', 'ring', 'ask-await', 'spawn'];
let isMissed = false;

/** The same in Erlang on one scheduler; undefined where there is none, which is said once. */
export function erlangCost(bench: ActorBench, operations: number) {
  if (!BENCHES.includes(bench)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'quorate-erlang-'));
  try {
    const compiling = spawnSync('erlc', ['-o', folder, SOURCE], { encoding: 'utf8' });
    if (compiling.error) return miss();
    if (compiling.status !== 0) throw new Error(compiling.stdout + compiling.stderr);
    const flags = ['+S', '1', '+P', '2000000', '-noshell', '-pa', folder];
    const running = ['-run', 'bench', 'main', bench, `${operations}`, '-s', 'init', 'stop'];
    const { stdout, stderr } = spawnSync('erl', [...flags, ...running], { encoding: 'utf8' });
    const [cpuNsPerOp, wallNsPerOp, bytes] = stdout.trim().split(' ').map(Number);
    if (cpuNsPerOp === undefined || wallNsPerOp === undefined || Number.isNaN(cpuNsPerOp)) {
      throw new Error(`erl said ${stdout}${stderr}`);
    }
    return {
      cpuNsPerOp,
      wallNsPerOp,
      ...(bench === 'spawn' && bytes !== undefined && { heapBytesPerActor: bytes }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function miss(): undefined {
  if (!isMissed) console.error('no Erlang here: apt-get install erlang-base');
  isMissed = true;
}
