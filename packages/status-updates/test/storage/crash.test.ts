// Every persistence point of what a storage does, with every fault, and every end of the program: what
// was acknowledged is there afterwards, in order, and nothing that was removed is back.
import { describe, expect, test } from '@jest/globals';
import type { FileSystem } from '@quorate/checkpoint';
import { crashMatrix } from '@quorate/checkpoint/testing';
import type { CrashMatrixOptions } from '@quorate/checkpoint/testing';
import { fileStreamStorage, journalStreamStorage } from '@quorate/status-updates';
import type { StreamStorage } from '@quorate/status-updates';
import { makeFile, readIfThere } from '../support/files.ts';

/** What a stream has to hold: all that was acknowledged, and at most the one append under way. */
interface Note {
  readonly stream: string;
  readonly what: 'asked' | 'acknowledged';
  /** The length of the stream afterwards; 0 for a removed one. */
  readonly length: number;
}

const at = (stream: string): string => `/agent/streams/${stream}/updates`;

/** Streams whose bytes count upwards, so that any mix shows. */
class Worker {
  readonly #storage: StreamStorage;
  readonly #notes: Note[];
  readonly #lengths = new Map<string, number>();

  constructor(storage: StreamStorage, notes: Note[]) {
    this.#storage = storage;
    this.#notes = notes;
  }

  async append(stream: string, count: number): Promise<void> {
    const offset = this.#lengths.get(stream) ?? (await this.#storage.create(at(stream), 'refuse'));
    const bytes = Uint8Array.from({ length: count }, (_, index) => (offset + index) & 0xff);
    const length = offset + count;
    await this.#note(stream, length, this.#storage.append(at(stream), offset, bytes));
  }

  async remove(stream: string): Promise<void> {
    await this.#note(stream, 0, this.#storage.remove(at(stream)));
    this.#lengths.delete(stream);
  }

  async #note(stream: string, length: number, work: Promise<void>): Promise<void> {
    this.#notes.push({ stream, what: 'asked', length });
    await work;
    this.#lengths.set(stream, length);
    this.#notes.push({ stream, what: 'acknowledged', length });
  }
}

async function checkStreams(fileSystem: FileSystem, notes: readonly Note[]): Promise<void> {
  for (const stream of new Set(notes.map((note) => note.stream))) {
    const mine = notes.filter((note) => note.stream === stream);
    const last = mine.findLastIndex(({ what }) => what === 'acknowledged');
    // One write is in flight at a time: what was asked for last may have been done, or part of it.
    const allowed = [mine[last]?.length ?? 0, mine.at(-1)?.length ?? 0];
    const bytes = (await readIfThere(fileSystem, at(stream))) ?? new Uint8Array();
    const [least, most] = [Math.min(...allowed), Math.max(...allowed)];
    if (bytes.length < least || bytes.length > most) {
      throw new Error(`${stream} has ${bytes.length} bytes, expected ${least} to ${most}`);
    }
    const wrong = bytes
      .subarray(0, mine[last]?.length ?? 0)
      .findIndex((byte, i) => byte !== (i & 0xff));
    if (wrong >= 0) throw new Error(`${stream} has a wrong byte at ${wrong}`);
  }
}

type MakeStorage = (fileSystem: FileSystem) => StreamStorage;
const perStream: MakeStorage = (fileSystem) => fileStreamStorage({ fileSystem });
const journal: MakeStorage = (fileSystem) =>
  journalStreamStorage({ fileSystem, path: '/agent/updates.journal', sizeBytesMax: 4096 });

function matrix(
  make: MakeStorage,
  work: (worker: Worker, storage: StreamStorage) => Promise<void>,
  more: Partial<CrashMatrixOptions<Note>> = {},
): Promise<number> {
  return crashMatrix<Note>({
    prepare: (fileSystem) => makeFile(fileSystem, '/agent/there', Uint8Array.of(1)),
    run: async (fileSystem, notes) => {
      const storage = make(fileSystem);
      await storage.open();
      await work(new Worker(storage, notes), storage);
    },
    check: async (fileSystem, notes) => {
      const storage = make(fileSystem);
      await storage.open();
      await checkStreams(fileSystem, notes);
      await storage.close();
      await checkStreams(fileSystem, notes);
    },
    ...more,
  });
}

describe.each([
  ['one by one', perStream],
  ['behind a journal', journal],
])('streams kept %s', (_, make) => {
  test('a stream begins, grows, ends, and begins anew', async () => {
    const cases = await matrix(
      make,
      async (worker) => {
        await worker.append('a', 10);
        await worker.append('b', 20);
        await worker.append('a', 10);
        await worker.remove('a');
        await worker.append('a', 5);
        await worker.append('b', 30);
        await worker.remove('b');
      },
      { recoveryCrashes: true },
    );
    expect(cases).toBeGreaterThan(400);
  });

  test('a clean stop in between', async () => {
    const cases = await matrix(make, async (worker, storage) => {
      await worker.append('a', 10);
      await storage.flush();
      await worker.append('a', 10);
      await storage.close();
    });
    expect(cases).toBeGreaterThan(200);
  });
});

describe('cycles of the journal', () => {
  test('the files are brought up to date behind it, and its space is used again', async () => {
    const cases = await matrix(
      journal,
      async (worker) => {
        for (let round = 0; round < 6; round++) {
          await worker.append('a', 900);
          await worker.append('b', 900);
          if (round === 3) await worker.remove('b');
          if (round % 2 === 1) await worker.append(`c${round}`, 900);
        }
      },
      { seeds: 2 },
    );
    expect(cases).toBeGreaterThan(1000);
  });

  test('a crash in a recovery from full journals is recovered from', async () => {
    const cases = await matrix(
      journal,
      async (worker) => {
        for (let round = 0; round < 5; round++) {
          await worker.append('a', 900);
          await worker.append('b', 900);
        }
        await worker.remove('a');
      },
      { seeds: 1, faults: ['crash-amid', 'sync-error'], recoveryCrashes: true },
    );
    expect(cases).toBeGreaterThan(1000);
  });
});

test('after a clean stop another program may write to the files, and lose nothing', async () => {
  await crashMatrix<string>({
    run: async (fileSystem, notes) => {
      await makeFile(fileSystem, '/agent/there', Uint8Array.of(1));
      const storage = journal(fileSystem);
      await storage.open();
      const worker = new Worker(storage, []);
      for (let round = 0; round < 4; round++) await worker.append('a', 1500);
      await storage.close();
      await makeFile(fileSystem, at('a'), Uint8Array.of(7, 7));
      notes.push('foreign');
    },
    check: async (fileSystem, notes) => {
      if (!(await fileSystem.stat('/agent'))) return;
      const storage = journal(fileSystem);
      await storage.open();
      await storage.close();
      const bytes = await readIfThere(fileSystem, at('a'));
      if (notes.length > 0) expect([...(bytes ?? [])]).toEqual([7, 7]);
    },
  });
});
