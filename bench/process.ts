// What actors and futures cost, beside others: `npm run bench:process -- [--json] [--short] [--rounds N]
// [--only tell,spawn] [--runtimes quorate,floor]`. See README.md.
//
// Each bench of each runtime has processes of its own, those of one round one after the other, so that
// no heap and no optimisation is another's.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OPERATIONS } from './actors/contender.ts';
import type { ActorBench, Contender } from './actors/contender.ts';
import { erlangCost } from './actors/erlang.ts';
import { floor, floorBudget } from './actors/floor.ts';
import { loadPeer, PEERS } from './actors/peers.ts';
import { native } from './actors/native.ts';
import { quorate } from './actors/quorate.ts';
import { xstate } from './actors/xstate.ts';
import { comparisonOf } from './actors/comparison.ts';
import { printReport } from './support/report.ts';
import { median, rounded } from './support/statistics.ts';

/** What one process measures. */
export interface ActorCost {
  readonly cpuNsPerOp: number;
  readonly wallNsPerOp: number;
  /** Of an idle actor, and what is left of one that was stopped. */
  readonly heapBytesPerActor?: number;
  /** Of `fairness`: when a timer of 20 ms fired. */
  readonly firedAfterMs?: number;
}

const CONTENDERS: Readonly<Record<string, Contender>> = {
  quorate,
  floor,
  'floor-budget': floorBudget,
  native,
  xstate,
};
const RUNTIMES = ['quorate', 'floor', 'floor-budget', 'native', 'xstate', ...PEERS, 'erlang'];
/** Those that need nothing to be installed, and little time. */
const RUNTIMES_SHORT = ['quorate', 'floor', 'floor-budget', 'native'];
const BENCHES = Object.keys(OPERATIONS) as ActorBench[];
/** Much slower ones do less. */
const SHARE: Readonly<Record<string, number>> = { comedy: 0.1, nact: 0.2, effect: 0.2 };
/** Fewer take less time than the system's books have room for. */
const OPERATIONS_MIN = 10_000;
const TIME_LIMIT_MS = 120_000;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string' },
    runtimes: { type: 'string' },
    measure: { type: 'string' },
    operations: { type: 'string', default: '' },
  },
});

async function main(): Promise<void> {
  if (values.measure !== undefined) return measure(values.measure, Number(values.operations));
  const { json, short } = values;
  const benches = chosen('only', values.only, BENCHES, BENCHES);
  const runtimes = chosen('runtimes', values.runtimes, RUNTIMES, short ? RUNTIMES_SHORT : RUNTIMES);
  const rounds = Number(values.rounds ?? (short ? 1 : 5));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes an integer from 1');
  const costs = new Map<string, ActorCost[]>();
  for (let round = 0; round < rounds; round++) {
    for (const bench of benches) {
      for (const runtime of runtimes) {
        const cost = await costOf(bench, runtime, short ? 0.02 : 1);
        const key = `${bench} ${runtime}`;
        if (cost) costs.set(key, [...(costs.get(key) ?? []), cost]);
      }
    }
  }
  const rows = [...costs].map(([key, all]) => rowOf(key, all));
  printReport(json ? rows : comparisonOf(rows), json);
}

function chosen<T extends string>(
  option: string,
  text: string | undefined,
  all: readonly T[],
  byDefault: readonly T[],
): readonly T[] {
  if (text === undefined) return byDefault;
  const names = text.split(',');
  const wrong = names.find((name) => !all.includes(name as T));
  if (wrong === undefined) return names as T[];
  throw new Error(`--${option} takes some of ${all.join(',')}, got ${wrong}`);
}

function rowOf(key: string, costs: readonly ActorCost[]) {
  const [bench = '', runtime = ''] = key.split(' ');
  const bytes = costs.flatMap(({ heapBytesPerActor }) => heapBytesPerActor ?? []);
  const fired = costs.flatMap(({ firedAfterMs }) => firedAfterMs ?? []);
  return {
    bench,
    runtime,
    cpuNsPerOp: rounded(median(costs.map(({ cpuNsPerOp }) => cpuNsPerOp))),
    opsPerSecond: Math.round(1e9 / median(costs.map(({ wallNsPerOp }) => wallNsPerOp))),
    ...(fired.length > 0 && { firedAfterMs: rounded(median(fired)) }),
    ...(bytes.length > 0 && { heapBytesPerActor: Math.round(median(bytes)) }),
  };
}

async function costOf(
  bench: ActorBench,
  runtime: string,
  scale: number,
): Promise<ActorCost | undefined> {
  const operations = Math.max(OPERATIONS_MIN, OPERATIONS[bench] * scale * (SHARE[runtime] ?? 1));
  if (runtime === 'erlang') return erlangCost(bench, operations);
  const contender = CONTENDERS[runtime] ?? (await loadPeer(runtime));
  if (!contender?.[bench]) return undefined;
  const argv = ['--measure', `${bench},${runtime}`, '--operations', `${operations}`];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', process.argv[1] ?? '', ...argv],
    { encoding: 'utf8', timeout: TIME_LIMIT_MS },
  );
  if (status === 0) return JSON.parse(stdout) as ActorCost;
  throw new Error(`${bench} of ${runtime} ended with ${status}: ${stderr}`);
}

/** In a process of its own. */
async function measure(what: string, operations: number): Promise<void> {
  const [bench = '', runtime = ''] = what.split(',');
  const contender = CONTENDERS[runtime] ?? (await loadPeer(runtime));
  const run = contender?.[bench as ActorBench];
  if (!run) throw new Error(`${runtime} has no ${bench}`);
  for (let round = 0; round < 3; round++) await run(Math.max(1000, operations / 10)); // warm up
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const [cpuBefore, wallBefore] = [mainThreadNs(), process.hrtime.bigint()];
  const result = await run(operations);
  const wallNs = Number(process.hrtime.bigint() - wallBefore);
  const cpuNs = mainThreadNs() - cpuBefore;
  globalThis.gc?.();
  const bytes = (process.memoryUsage().heapUsed - heapBefore) / operations;
  const cost: ActorCost = {
    cpuNsPerOp: cpuNs / operations,
    wallNsPerOp: wallNs / operations,
    ...(bench.startsWith('spawn') && { heapBytesPerActor: bytes }),
    ...(bench === 'fairness' && { firedAfterMs: Number(result) }),
  };
  console.log(JSON.stringify(cost));
  process.exit();
}

/** Without the threads of the collector and the compiler, where the system tells. */
function mainThreadNs(): number {
  try {
    const { pid } = process;
    return Number(readFileSync(`/proc/self/task/${pid}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) * 1000;
  }
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
