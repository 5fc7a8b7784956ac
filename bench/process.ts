// What actors and futures cost: `npm run bench:process -- [--json] [--short]`. See README.md.

import { Completer, Process, Runtime } from '@quorate/process';
import type { Pid } from '@quorate/process';
import { readOptions } from './support/options.ts';
import { printReport } from './support/report.ts';
import { median, rounded } from './support/statistics.ts';

interface Bench {
  readonly bench: string;
  readonly system: string;
  /** Operations in one round. */
  readonly operations: number;
  readonly run: Run;
}

/** Does so many operations; what it returns cleans up, and is not measured. */
type Run = (operations: number) => Promise<(() => Promise<void>) | void>;

interface Cost {
  readonly wallNs: number;
  readonly cpuNs: number;
}

class CounterProcess extends Process {
  #count = 0;

  add(): number {
    return ++this.#count;
  }
}

class VolleyProcess extends Process {
  declare readonly self: Pid<VolleyProcess>;

  hit(other: Pid<VolleyProcess>, left: number, done: Completer<void>): void {
    if (left === 0) done.set(undefined);
    else this.runtime.tell(other, 'hit', this.self, left - 1, done);
  }
}

class IdleProcess extends Process {}

/** Promises call back later: a million of them at once would measure the garbage collector. */
const TURN_OPERATIONS = 100;

const runtime = new Runtime();

/** A burst of events nobody waits for; the last one tells when all were served. */
async function tell(operations: number): Promise<void> {
  const pid = runtime.spawn(new CounterProcess());
  for (let index = 1; index < operations; index++) runtime.tell(pid, 'add');
  await runtime.dispatch(pid, 'add');
  runtime.terminate(pid);
}

/** Round trips between two processes. */
async function pingPong(operations: number): Promise<void> {
  const [one, two] = [runtime.spawn(new VolleyProcess()), runtime.spawn(new VolleyProcess())];
  const done = new Completer<void>();
  runtime.tell(one, 'hit', two, 2 * operations, done);
  await done.future;
  runtime.terminate(one);
  runtime.terminate(two);
}

/** Calls with a result, the next one when the one before was answered. */
async function ask(operations: number): Promise<void> {
  const pid = runtime.spawn(new CounterProcess());
  const done = new Completer<void>();
  const next = (count: number): void => {
    if (count === operations) done.set(undefined);
    else runtime.dispatch(pid, 'add').onReady(next);
  };
  next(0);
  await done.future;
  runtime.terminate(pid);
}

async function spawn(operations: number): Promise<() => Promise<void>> {
  const pids: Pid[] = [];
  for (let index = 0; index < operations; index++) pids.push(runtime.spawn(new IdleProcess()));
  await runtime.settle();
  return async () => {
    for (const pid of pids) runtime.terminate(pid);
    await runtime.settle();
  };
}

/** Create, transform, complete. */
async function future(operations: number): Promise<void> {
  let sum = 0;
  for (let index = 1; index <= operations; index++) {
    const completer = new Completer<number>();
    completer.future.andThen((value) => (sum += value));
    completer.set(1);
    if (index % TURN_OPERATIONS === 0) await Promise.resolve();
  }
  expectSum(sum, operations);
}

async function nativePromise(operations: number): Promise<void> {
  let sum = 0;
  for (let index = 1; index <= operations; index++) {
    let complete: (value: number) => void = () => undefined;
    const promise = new Promise<number>((resolve) => (complete = resolve));
    const derived = promise.then((value) => (sum += value));
    complete(1);
    if (index % TURN_OPERATIONS === 0) await derived;
  }
  expectSum(sum, operations);
}

/** Keeps the work from being optimised away. */
function expectSum(sum: number, expected: number): void {
  if (sum !== expected) throw new Error(`expected ${expected} callbacks, counted ${sum}`);
}

async function costOf({ operations, run }: Bench): Promise<Cost> {
  globalThis.gc?.();
  const cpuBefore = process.cpuUsage();
  const wallBefore = process.hrtime.bigint();
  const cleanUp = await run(operations);
  const wallNs = Number(process.hrtime.bigint() - wallBefore);
  const { user, system } = process.cpuUsage(cpuBefore);
  await cleanUp?.();
  return { wallNs: wallNs / operations, cpuNs: ((user + system) * 1000) / operations };
}

async function main(): Promise<void> {
  const { json, short } = readOptions();
  const scale = short ? 0.02 : 1;
  const rounds = short ? 1 : 7;
  const benches: readonly Bench[] = (
    [
      ['tell', 'quorate', 1_000_000, tell],
      ['ping-pong', 'quorate', 500_000, pingPong],
      ['ask', 'quorate', 200_000, ask],
      ['spawn', 'quorate', 100_000, spawn],
      ['future', 'quorate', 1_000_000, future],
      ['future', 'native promise', 1_000_000, nativePromise],
    ] as const
  ).map(([bench, system, operations, run]) => ({
    bench,
    system,
    operations: operations * scale,
    run,
  }));

  const costs = new Map<Bench, Cost[]>(benches.map((bench) => [bench, []]));
  for (const bench of benches) await costOf({ ...bench, operations: bench.operations / 10 }); // warm up
  for (let round = 0; round < rounds; round++) {
    for (const bench of benches) costs.get(bench)?.push(await costOf(bench));
  }

  const rows = [...costs].map(([{ bench, system, operations }, measured]) => {
    const wallNs = median(measured.map((cost) => cost.wallNs));
    return {
      bench,
      system,
      operations,
      opsPerSecond: Math.round(1e9 / wallNs),
      wallNs: rounded(wallNs),
      cpuNs: rounded(median(measured.map((cost) => cost.cpuNs))),
    };
  });
  printReport(rows, json);
  await runtime.close();
}

void main();
