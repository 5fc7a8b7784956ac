import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { ReportRow } from './report.ts';

/** The program that recovers, or works until it is killed, in a process of its own. */
const PROGRAM = join(__dirname, 'status-update-program.ts');

/** How long the program works before it is killed. */
const WORK_MS = 2_000;

export interface RecoveryPlan {
  readonly folder: string;
  readonly durability: 'per-stream' | 'journal';
  readonly streams: number;
  /** Whether another process worked in the folder, and was killed; else the files are there. */
  readonly killed: boolean;
}

/** Makes the files of streams with one pending update each, as upstream writes them. */
export async function prepareStreams(folder: string, streams: number): Promise<void> {
  const { frameOf, pathOf } = await import('./status-update-program.ts');
  for (let stream = 0; stream < streams; stream++) {
    const path = pathOf(folder, stream);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, frameOf(stream));
  }
}

/** How long a fresh process takes to recover the streams, and how much memory. */
export async function measureRecovery(plan: RecoveryPlan): Promise<ReportRow> {
  const { folder, durability, streams, killed } = plan;
  if (killed) await workAndDie(plan);
  const child = await start(plan, ['recover', folder, durability, `${streams}`]);
  const [result] = (await once(child, 'message')) as [
    { readonly ms: number; readonly rssMb: number },
  ];
  return {
    bench: killed ? 'recovery after a kill' : 'recovery',
    durability,
    streams,
    ms: Math.round(result.ms),
    rssMb: Math.round(result.rssMb),
  };
}

async function workAndDie(plan: RecoveryPlan): Promise<void> {
  const { folder, durability, streams } = plan;
  const child = await start(plan, ['work', folder, durability, `${streams}`]);
  await once(child, 'message');
  await new Promise((resolve) => setTimeout(resolve, WORK_MS));
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** As it would be published: what compiles the sources otherwise takes more memory than all else. */
async function start({ folder }: RecoveryPlan, argv: readonly string[]) {
  const outfile = join(folder, 'program.cjs');
  await build({
    entryPoints: [PROGRAM],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    conditions: ['@quorate/source'],
    logLevel: 'silent',
  });
  return fork(outfile, argv);
}
