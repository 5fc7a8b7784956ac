// What an operation on the registry costs with many agents: `npm run bench:registrar -- [--json]
// [--short] [--dir FOLDER]`. A replicated log of one replica on LevelDB, every write synced. See README.md.

import assert from 'node:assert/strict';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Log } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Registry, type SlaveInfo } from '@quorate/messages';
import { Runtime } from '@quorate/process';
import {
  admitAgent,
  markAgentReachable,
  markAgentUnreachable,
  REGISTRY_VARIABLE_NAME,
  Registrar,
  type RegistryOperation,
} from '@quorate/registrar';
import { LogStorage, State } from '@quorate/state';
import { readOptions } from './support/options.ts';
import { printReport, type ReportRow } from './support/report.ts';
import { percentile, rounded } from './support/statistics.ts';

const MASTER = { id: 'bench', ip: 0x0100007f, port: 5050, capabilities: [] };
/** Few enough that a run sees the snapshots that come between. */
const DIFFS_BETWEEN_SNAPSHOTS = 100;
const ENTRY_SIZE_BYTES_MAX = 128 * 1024 * 1024;
const RECORD = new Uint8Array(2_048).fill(120);

/** How much is measured. */
interface Extent {
  readonly agents: readonly number[];
  readonly stores: number;
  readonly batches: number;
}

const FULL: Extent = { agents: [10_000, 50_000, 100_000, 200_000], stores: 400, batches: 5 };
const SHORT: Extent = { agents: [1_000, 10_000], stores: 110, batches: 1 };
const BATCH = 1_000;

function agentOf(index: number): SlaveInfo {
  const scalar = (name: string, value: number) =>
    ({ name, type: 'SCALAR', scalar: { value }, role: '*', reservations: [] }) as const;
  return {
    id: { value: `0f5c3f1e-9f6b-4a5e-8f5f-1f2a3b4c5d6e-S${index}` },
    hostname: `agent-${index}.example.com`,
    port: 5051,
    resources: [scalar('cpus', 32), scalar('mem', 131_072)],
    attributes: [],
  };
}

/** Agents leave and come back, one after the other, all over the list. */
function operationOf(number: number, agents: number): RegistryOperation {
  const info = agentOf(((number >> 1) * 7_919) % agents);
  const time = { nanoseconds: BigInt(number) };
  return number % 2 === 0 ? markAgentUnreachable(info, time) : markAgentReachable(info);
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function syncOnce(file: FileHandle): Promise<void> {
  await file.write(RECORD);
  await file.datasync();
}

async function seed(state: State, agents: number): Promise<void> {
  const slaves = Array.from({ length: agents }, (_, index) => ({ info: agentOf(index) }));
  const registry = { ...Registry.decode(new Uint8Array()), slaves: { slaves } };
  const variable = await state.fetch(REGISTRY_VARIABLE_NAME);
  assert(await state.store(variable.mutate(Registry.encode(registry))));
}

async function measure(
  folder: string,
  agents: number,
  extent: Extent,
): Promise<readonly ReportRow[]> {
  const runtime = new Runtime();
  const log = await Log.open({
    runtime,
    storage: levelStorage({ path: join(folder, `log-${agents}`) }),
    quorum: 1,
    autoInitialize: true,
    entrySizeMaxBytes: ENTRY_SIZE_BYTES_MAX,
  });
  const openState = () =>
    new State(new LogStorage(log, { diffsBetweenSnapshots: DIFFS_BETWEEN_SNAPSHOTS }));
  await seed(openState(), agents);
  const registrar = new Registrar(openState(), { runtime });
  const recoverMs = await timed(() => registrar.recover(MASTER));
  const raw = await open(join(folder, 'raw'), 'a');
  const names = { bench: 'registrar', backend: 'replicated_log', agents };

  // Raw syncs in between: a disk's mood changes by the minute.
  const [syncs, stores]: [number[], number[]] = [[], []];
  for (let number = 0; number < extent.stores; number++) {
    syncs.push(await timed(() => syncOnce(raw)));
    stores.push(await timed(() => registrar.apply(operationOf(number, agents))));
  }
  const single = rowOf(names, 1, stores, syncs, recoverMs);

  const batches: number[] = [];
  for (let round = 0; round < extent.batches; round++) {
    const first = agents + round * BATCH;
    const operations = Array.from({ length: BATCH }, (_, index) =>
      admitAgent(agentOf(first + index)),
    );
    syncs.push(await timed(() => syncOnce(raw)));
    batches.push(
      await timed(() => Promise.all(operations.map((operation) => registrar.apply(operation)))),
    );
  }
  assert.equal(registrar.registry()?.slaves?.slaves.length, agents + extent.batches * BATCH);
  const batched = rowOf(names, BATCH, batches, syncs, recoverMs);

  await raw.close();
  await registrar.close();
  await log.close();
  await runtime.close();
  return [single, batched];
}

function rowOf(
  names: ReportRow,
  batch: number,
  storesMs: readonly number[],
  syncsMs: readonly number[],
  recoverMs: number,
): ReportRow {
  const meanMs = storesMs.reduce((sum, ms) => sum + ms, 0) / storesMs.length;
  return {
    ...names,
    batch,
    msPerStore: rounded(meanMs),
    p50Ms: rounded(percentile(storesMs, 50)),
    p99Ms: rounded(percentile(storesMs, 99)),
    maxMs: rounded(Math.max(...storesMs)),
    fdatasyncP50Ms: rounded(percentile(syncsMs, 50)),
    opsPerSecond: Math.round((batch * 1_000) / meanMs),
    diffsBetweenSnapshots: DIFFS_BETWEEN_SNAPSHOTS,
    recoverMs: Math.round(recoverMs),
    rssMb: Math.round(process.memoryUsage().rss / 1_048_576),
  };
}

async function main(): Promise<void> {
  const { json, short, dir } = readOptions();
  const extent = short ? SHORT : FULL;
  const folder = await mkdtemp(join(dir ?? tmpdir(), 'quorate-bench-'));
  try {
    // The first round compiles.
    await measure(folder, 500, { agents: [], stores: 120, batches: 1 });
    const rows: ReportRow[] = [];
    for (const agents of extent.agents) rows.push(...(await measure(folder, agents, extent)));
    printReport(rows, json);
  } finally {
    await rm(folder, { recursive: true });
  }
}

void main();
