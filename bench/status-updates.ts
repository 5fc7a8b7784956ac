// What durable status updates cost: `npm run bench:status-updates -- [--json] [--short] [--dir
// FOLDER]`. One manager, one file for each stream, beside raw `fdatasync` on the same disk. See
// README.md.

import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import type { UpdateOperationStatusMessage } from '@quorate/messages';
import { Runtime } from '@quorate/process';
import {
  fileStreamStorage,
  journalStreamStorage,
  operationUpdates,
  operationUpdatesPath,
  parseUuid,
  StatusUpdateManager,
} from '@quorate/status-updates';
import type { StreamStorage } from '@quorate/status-updates';
import { countingFileSystem } from './support/counting-file-system.ts';
import type { CountingFileSystem } from './support/counting-file-system.ts';
import { readOptions } from './support/options.ts';
import { printReport } from './support/report.ts';
import type { ReportRow } from './support/report.ts';
import { measureRecovery, prepareStreams } from './support/status-update-recovery.ts';
import { median, rounded } from './support/statistics.ts';

type Durability = 'per-stream' | 'journal';

interface Setup {
  readonly durability: Durability;
  readonly streams: number;
}

/** What a window of measuring gave. */
interface Window {
  readonly updatesPerSecond: number;
  readonly syncsPerUpdate: number;
  readonly cpuUsPerUpdate: number;
  readonly cycles: number;
}

const SETUPS: readonly Setup[] = [
  { durability: 'per-stream', streams: 1 },
  { durability: 'journal', streams: 1 },
  { durability: 'per-stream', streams: 1000 },
  { durability: 'journal', streams: 1000 },
];

function uuid(kind: number, number: number): string {
  const digits = number.toString(16).padStart(12, '0');
  return `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${digits}`;
}

function makeUpdate(operation: Uint8Array, number: number): UpdateOperationStatusMessage {
  return {
    frameworkId: { value: 'framework-1' },
    slaveId: { value: 'agent-S0' },
    operationUuid: { value: operation },
    status: {
      state: 'OPERATION_PENDING',
      message: 'message a',
      convertedResources: [],
      uuid: { value: parseUuid(uuid(2, number)) },
      slaveId: { value: 'agent-S0' },
    },
  };
}

/** On 1,000 streams these fill most of a journal file. */
const CYCLE_UPDATES_PER_STREAM = 64;

/** 119 bytes, as an update takes, appended to a file and synced, one after the other: what the disk allows. */
async function measureRaw(folder: string, windowMs: number): Promise<number> {
  const file = await open(join(folder, 'raw'), 'a');
  const entry = new Uint8Array(119).fill(120);
  const startedAt = performance.now();
  let count = 0;
  for (; performance.now() - startedAt < windowMs; count++) {
    await file.write(entry);
    await file.datasync();
  }
  const perSecond = (count / (performance.now() - startedAt)) * 1000;
  await file.close();
  return perSecond;
}

/** A manager on a folder of its own, and streams whose callers update as fast as they are let. */
class Subject {
  readonly setup: Setup;
  readonly #fileSystem: CountingFileSystem = countingFileSystem(nodeFileSystem());
  readonly #runtime = new Runtime();
  readonly #storage: StreamStorage & { readonly cycles?: number };
  readonly #manager: StatusUpdateManager<string, UpdateOperationStatusMessage>;
  /** The uuids of the updates that wait for an acknowledgement, for each stream. */
  readonly #pending: readonly string[][];
  #updates = 0;

  constructor(folder: string, setup: Setup) {
    this.setup = setup;
    this.#pending = Array.from({ length: setup.streams }, () => []);
    const fileSystem = this.#fileSystem;
    this.#storage =
      setup.durability === 'journal'
        ? journalStreamStorage({ fileSystem, path: join(folder, 'updates.journal') })
        : fileStreamStorage({ fileSystem });
    this.#manager = new StatusUpdateManager({
      format: operationUpdates,
      forward: () => undefined,
      storage: this.#storage,
      pathOf: (id) => operationUpdatesPath(folder, id),
      runtime: this.#runtime,
      // Nobody acknowledges; retries would be measured, too.
      retryMsMin: 3_600_000,
      retryMsMax: 3_600_000,
    });
  }

  get cycles(): number {
    return this.#storage.cycles ?? 0;
  }

  /** Lets every stream begin, so that making directories is not measured. */
  async prepare(): Promise<void> {
    await this.#updateAll(() => false);
    await this.#acknowledgeAll();
  }

  /**
   * Updates until `isOver`, and until all of it is in the streams' own files. The acknowledgements
   * come after that and are not measured: without any, a million pending updates would be, and
   * what the garbage collector makes of them.
   */
  async measure(isOver: (elapsedMs: number, updatesPerStream: number) => boolean): Promise<Window> {
    const before = { updates: this.#updates, syncs: this.#fileSystem.syncs, cycles: this.cycles };
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    await this.#updateAll((count) => !isOver(performance.now() - startedAt, count));
    await this.#manager.flush();
    const elapsedMs = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpu);
    const updates = this.#updates - before.updates;
    const window = {
      updatesPerSecond: (updates / elapsedMs) * 1000,
      syncsPerUpdate: (this.#fileSystem.syncs - before.syncs) / updates,
      cpuUsPerUpdate: (user + system) / updates,
      cycles: this.cycles - before.cycles,
    };
    await this.#acknowledgeAll();
    return window;
  }

  async close(): Promise<void> {
    await this.#manager.close();
    await this.#runtime.close();
  }

  async #updateAll(goesOn: (updatesPerStream: number) => boolean): Promise<void> {
    const caller = async (pending: string[], stream: number): Promise<void> => {
      const id = uuid(1, stream);
      const operation = parseUuid(id);
      let count = 0;
      do {
        const number = ++this.#updates;
        pending.push(uuid(2, number));
        await this.#manager.update(id, makeUpdate(operation, number));
      } while (goesOn(++count));
    };
    await Promise.all(this.#pending.map(caller));
  }

  async #acknowledgeAll(): Promise<void> {
    const caller = async (pending: string[], stream: number): Promise<void> => {
      for (const one of pending.splice(0)) await this.#manager.acknowledge(uuid(1, stream), one);
    };
    await Promise.all(this.#pending.map(caller));
    await this.#manager.flush();
  }
}

async function measureSetup(
  folder: string,
  setup: Setup,
  { rounds, windowMs, cycles }: { rounds: number; windowMs: number; cycles: number },
): Promise<{ readonly row: ReportRow; readonly raws: readonly number[] }> {
  const subject = new Subject(await mkdtemp(join(folder, 'subject-')), setup);
  await subject.prepare();
  const raws: number[] = [];
  const windows: Window[] = [];
  const isCyclic = setup.durability === 'journal' && setup.streams > 1;
  for (let round = 0; round < (isCyclic ? cycles : rounds); round++) {
    // Right before: a disk's mood changes by the minute.
    raws.push(await measureRaw(folder, windowMs / 4));
    // A cycle of the journal is a window: filled nearly to the brim, then brought up to date.
    windows.push(
      await subject.measure((elapsedMs, updatesPerStream) =>
        isCyclic ? updatesPerStream >= CYCLE_UPDATES_PER_STREAM : elapsedMs >= windowMs,
      ),
    );
  }
  await subject.close();
  const updatesPerSecond = median(windows.map((window) => window.updatesPerSecond));
  const row = {
    bench: 'updates',
    durability: setup.durability,
    streams: setup.streams,
    updatesPerSecond: Math.round(updatesPerSecond),
    rawFdatasyncPerSecond: Math.round(median(raws)),
    ratioToRaw: rounded(updatesPerSecond / median(raws)),
    syncsPerUpdate: rounded(median(windows.map((window) => window.syncsPerUpdate))),
    cpuUsPerUpdate: rounded(median(windows.map((window) => window.cpuUsPerUpdate))),
    cycles: windows.reduce((sum, { cycles }) => sum + cycles, 0),
  };
  return { row, raws };
}

async function main(): Promise<void> {
  const { json, short, dir } = readOptions();
  const folder = await mkdtemp(join(dir ?? tmpdir(), 'quorate-bench-'));
  const options = short
    ? { rounds: 1, windowMs: 300, cycles: 1 }
    : { rounds: 3, windowMs: 2000, cycles: 12 };
  try {
    const rows: ReportRow[] = [];
    const raws: number[] = [];
    for (const setup of SETUPS) {
      const measured = await measureSetup(folder, setup, options);
      rows.push(measured.row);
      raws.push(...measured.raws);
    }
    rows.unshift({ bench: 'fdatasync', system: 'raw', opsPerSecond: Math.round(median(raws)) });
    rows.push(journalGain(rows));
    for (const durability of ['per-stream', 'journal'] as const) {
      const streams = short ? 1_000 : 100_000;
      const place = await mkdtemp(join(folder, 'recovery-'));
      await prepareStreams(place, streams);
      rows.push(await measureRecovery({ folder: place, durability, streams, killed: false }));
      await rm(place, { recursive: true });
    }
    for (const durability of ['per-stream', 'journal'] as const) {
      const place = await mkdtemp(join(folder, 'killed-'));
      rows.push(await measureRecovery({ folder: place, durability, streams: 1_000, killed: true }));
    }
    printReport(rows, json);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** How many times as many updates the journal takes in on 1,000 streams. */
function journalGain(rows: readonly ReportRow[]): ReportRow {
  const rate = (durability: Durability): number =>
    Number(
      rows.find((row) => row['durability'] === durability && row['streams'] === 1000)?.[
        'updatesPerSecond'
      ],
    );
  const gain = rounded(rate('journal') / rate('per-stream'));
  return { bench: 'gain', durability: 'journal', streams: 1000, timesPerStream: gain };
}

void main();
