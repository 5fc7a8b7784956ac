// What durable appends cost: `npm run bench:log -- [--json] [--short] [--dir FOLDER]`. Three
// replicas in one process, each on a LevelDB of its own, every batch synced. See README.md.

import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Log } from '@quorate/log';
import type { Writer } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { MemoryNetwork, Runtime } from '@quorate/process';
import { readOptions } from './support/options.ts';
import { printReport } from './support/report.ts';
import type { ReportRow } from './support/report.ts';
import { median, percentile, rounded } from './support/statistics.ts';

const NAMES = ['node-1', 'node-2', 'node-3'];
const CONCURRENCIES = [1, 16, 64];
const ENTRY = new Uint8Array(100).fill(120);

/** One window of measuring. */
interface Window {
  readonly opsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface Subject {
  readonly names: ReportRow;
  measure(windowMs: number): Promise<Window>;
}

/** Runs `operation` over and over, so many at a time, until the window ends. */
async function measureWindow(
  concurrency: number,
  windowMs: number,
  operation: () => PromiseLike<unknown>,
): Promise<Window> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const caller = async (): Promise<void> => {
    for (let now = startedAt; now - startedAt < windowMs;) {
      await operation();
      const before = now;
      now = performance.now();
      latencies.push(now - before);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, caller));
  const elapsedMs = performance.now() - startedAt;
  return {
    opsPerSecond: (latencies.length / elapsedMs) * 1000,
    p50Ms: percentile(latencies, 50),
    p99Ms: percentile(latencies, 99),
  };
}

/** What the disk allows: 100 bytes appended to a file and synced, one after the other. */
async function rawSubject(folder: string): Promise<Subject & { close(): Promise<void> }> {
  const file = await open(join(folder, 'raw'), 'a');
  const writeAndSync = async (): Promise<void> => {
    await file.write(ENTRY);
    await file.datasync();
  };
  return {
    names: { bench: 'fdatasync', system: 'raw', replicas: 1, concurrency: 1, bytes: ENTRY.length },
    measure: (windowMs) => measureWindow(1, windowMs, writeAndSync),
    close: () => file.close(),
  };
}

function appendSubject(writer: Writer, concurrency: number): Subject {
  return {
    names: {
      bench: 'append',
      system: 'quorate',
      replicas: NAMES.length,
      concurrency,
      bytes: ENTRY.length,
    },
    measure: (windowMs) => measureWindow(concurrency, windowMs, () => writer.append(ENTRY)),
  };
}

async function startNode(name: string, folder: string, network: MemoryNetwork) {
  const runtime = new Runtime({ transport: network.transport(name) });
  const log = await Log.open({
    runtime,
    storage: levelStorage({ path: join(folder, name) }),
    quorum: 2,
    replicaId: 'replica',
    peers: NAMES.filter((other) => other !== name).map((other) => `replica@${other}`),
    autoInitialize: true,
  });
  return { runtime, log };
}

async function elect(writer: Writer, runtime: Runtime): Promise<void> {
  while ((await writer.start()).type !== 'elected') await runtime.after(100);
}

/** Every subject in every round, the raw disk beside each: a disk's mood changes by the minute. */
async function measureAll(
  raw: Subject,
  appends: readonly Subject[],
  rounds: number,
  windowMs: number,
): Promise<readonly ReportRow[]> {
  const windows = new Map<Subject, Window[]>([raw, ...appends].map((subject) => [subject, []]));
  for (const subject of appends) await subject.measure(windowMs / 4); // warm up
  for (let round = 0; round < rounds; round++) {
    for (const append of appends) {
      for (const subject of [raw, append]) {
        windows.get(subject)?.push(await subject.measure(windowMs));
      }
    }
  }
  return [...windows].map(([{ names }, measured]) => ({
    ...names,
    opsPerSecond: Math.round(median(measured.map(({ opsPerSecond }) => opsPerSecond))),
    p50Ms: rounded(median(measured.map(({ p50Ms }) => p50Ms))),
    p99Ms: rounded(median(measured.map(({ p99Ms }) => p99Ms))),
  }));
}

async function main(): Promise<void> {
  const { json, short, dir } = readOptions();
  const folder = await mkdtemp(join(dir ?? tmpdir(), 'quorate-bench-'));
  try {
    const network = new MemoryNetwork();
    const nodes = await Promise.all(NAMES.map((name) => startNode(name, folder, network)));
    const [leader] = nodes;
    if (!leader) return;
    const writer = leader.log.writer();
    await elect(writer, leader.runtime);

    const raw = await rawSubject(folder);
    const appends = CONCURRENCIES.map((concurrency) => appendSubject(writer, concurrency));
    const [rounds, windowMs] = short ? [1, 300] : [5, 2000];
    printReport(await measureAll(raw, appends, rounds, windowMs), json);

    await raw.close();
    for (const { log, runtime } of nodes) {
      await log.close();
      await runtime.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

void main();
