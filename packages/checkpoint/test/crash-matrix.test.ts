import { describe, expect, test } from '@jest/globals';
import {
  CheckpointError,
  frameRecords,
  makeDirectories,
  RecordFile,
  removeTree,
  replaceFile,
  sweepTemporaryFiles,
  TargetCheckpoint,
} from '@quorate/checkpoint';
import type { FileSystem, RecordChecksum } from '@quorate/checkpoint';
import { crashMatrix, SimulatedDisk } from '@quorate/checkpoint/testing';
import { bytes, text } from './support/bytes.ts';

// Every durable operation is cut short at each of its persistence points, in every way, and what is
// found then is held against what was acknowledged. C1 to C7 are the invariants of checkpoints.

/** What a program knows of a change it asked for. */
interface Note {
  readonly what: number;
  readonly event: 'begun' | 'done' | 'definitely-not' | 'perhaps';
}

const failureOf = (error: unknown): Note['event'] =>
  error instanceof CheckpointError && error.outcome === 'definite' ? 'definitely-not' : 'perhaps';

/** Which changes may be the last that is found: nothing older than what is done, no failed one. */
function allowedLast(notes: readonly Note[], before = 0): readonly number[] {
  let allowed = [before];
  for (const { what, event } of notes) {
    if (event === 'begun') allowed.push(what);
    if (event === 'done') allowed = [what];
    if (event === 'definitely-not') allowed = allowed.filter((other) => other !== what);
  }
  return allowed;
}

/** Contents of an empty file, of part of a sector, and of many. */
const contents = ['before', 'x'.repeat(3000), '', 'short'];
const contentOf = (what: number): Uint8Array => bytes(contents[what] ?? '');

async function names(fileSystem: FileSystem, directory: string): Promise<readonly string[]> {
  return (await fileSystem.readDirectory(directory)).map(({ name }) => name);
}

describe('replaceFile', () => {
  const sequences = [[1], [2], [1, 2], [2, 1], [1, 2, 3], [3, 1, 2]];

  test.each(sequences.map((sequence) => [sequence]))(
    'C1, C2, C3, C5: old or new, whole, and the new one if it was told; no temporary files: %j',
    async (sequence) => {
      const cases = await crashMatrix<Note>({
        recoveryCrashes: sequence.length === 1,
        prepare: async (fileSystem) => {
          await fileSystem.mkdir('/d');
          await replaceFile(fileSystem, '/d/file', contentOf(0));
        },
        run: async (fileSystem, notes) => {
          for (const what of sequence) {
            notes.push({ what, event: 'begun' });
            try {
              await replaceFile(fileSystem, '/d/file', contentOf(what));
              notes.push({ what, event: 'done' });
            } catch (error) {
              notes.push({ what, event: failureOf(error) });
            }
            expect(await names(fileSystem, '/d')).toEqual(['file']);
          }
        },
        check: async (fileSystem, notes) => {
          const found = text(await fileSystem.readFile('/d/file', 10_000));
          expect(allowedLast(notes).map((what) => contents[what])).toContain(found);
          await sweepTemporaryFiles(fileSystem, '/d');
          expect(await names(fileSystem, '/d')).toEqual(['file']);
        },
      });
      expect(cases).toBeGreaterThan(100);
    },
  );

  test('C2: with parents to make, and one more try after a failure', async () => {
    const cases = await crashMatrix<Note>({
      seeds: 6,
      run: async (fileSystem, notes) => {
        for (let attempt = 1; attempt <= 2; attempt++) {
          try {
            await replaceFile(fileSystem, '/a/b/file', contentOf(1), { makeParents: true });
            notes.push({ what: 1, event: 'done' });
            return;
          } catch {
            // Once more.
          }
        }
      },
      check: async (fileSystem, notes) => {
        if (notes.length === 0) return;
        expect(text(await fileSystem.readFile('/a/b/file', 10_000))).toBe(contents[1]);
      },
    });
    expect(cases).toBeGreaterThan(200);
  });
});

describe('RecordFile', () => {
  const body = (what: number): Uint8Array => bytes(`${what}:${'abcdef'.charAt(what).repeat(700)}`);
  const isBody = (record: Uint8Array): boolean => /^\d:(.)\1{699}$/.test(text(record));
  const numberOf = (record: Uint8Array): number => Number(text(record).charAt(0));

  function open(fileSystem: FileSystem, checksum: RecordChecksum): Promise<RecordFile> {
    return RecordFile.open({
      fileSystem,
      path: '/records',
      checksum,
      // Without checksums no more can be had than upstream has: what a loss of power leaves may look
      // like damage.
      ...(checksum === 'none' && { accept: isBody, onCorrupt: 'truncate' }),
    });
  }

  test.each(['none', 'crc32c'] as const)(
    'all that was told is there, in order, and nothing that nobody wrote: %s',
    async (checksum) => {
      const cases = await crashMatrix<Note>({
        seeds: 12,
        recoveryCrashes: true,
        run: async (fileSystem, notes) => {
          const file = await open(fileSystem, checksum).catch(() => open(fileSystem, checksum));
          const append = async (...whats: readonly number[]): Promise<void> => {
            await file.append(whats.map(body));
            for (const what of whats) notes.push({ what, event: 'done' });
          };
          await append(1);
          await Promise.all([append(2), append(3, 4)]);
          await file.close();
        },
        check: async (fileSystem, notes) => {
          const file = await open(fileSystem, checksum);
          const found = file.records.map(({ bytes }) => numberOf(bytes));
          expect(file.records.every(({ bytes }) => isBody(bytes))).toBe(true);
          const mine = found.filter((what) => what !== 5);
          expect(mine).toEqual([1, 2, 3, 4].slice(0, mine.length));
          expect(mine.length).toBeGreaterThanOrEqual(notes.length);
          await file.append([body(5)]);
          await file.close();
        },
      });
      expect(cases).toBeGreaterThan(1000);
    },
  );

  test('C7: with checksums no rotten byte passes for a record', async () => {
    const appends = [[1], [2, 3], [4]].map((whats) => frameRecords(whats.map(body), 'crc32c'));
    const content = new Uint8Array(Buffer.concat(appends));
    const lastAppend = content.length - (appends.at(-1)?.length ?? 0);
    let cases = 0;
    for (let offset = 0; offset < content.length; offset += 7) {
      const disk = new SimulatedDisk();
      await replaceFile(disk.start(), '/records', content);
      disk.corrupt('/records', offset);
      const opening = open(disk.start(), 'crc32c');
      cases++;
      if (offset < lastAppend) {
        await expect(opening).rejects.toMatchObject({ code: 'CHECKPOINT_CORRUPT' });
        continue;
      }
      // The last append may have been torn by a crash: no rot can be told from that.
      const file = await opening;
      expect(file.cutBytes).toBeGreaterThan(0);
      expect(file.records.map(({ bytes }) => bytes)).toEqual([1, 2, 3].map(body));
    }
    expect(cases).toBeGreaterThan(400);
  });
});

describe('TargetCheckpoint', () => {
  const states: readonly (readonly string[])[] = [[], ['a'], ['a', 'b'], ['b', 'c']];

  function checkpointOf(fileSystem: FileSystem): TargetCheckpoint<number> {
    return new TargetCheckpoint<number>({
      fileSystem,
      path: '/meta/state',
      targetPath: '/meta/state.target',
      encode: (what) => bytes(JSON.stringify([what, 'x'.repeat(600)])),
      decode: (content) => (JSON.parse(text(content)) as [number])[0],
    });
  }

  /** Volumes are directories; each holds a file. */
  const applyOn =
    (fileSystem: FileSystem) =>
    async (_: number | undefined, target: number): Promise<void> => {
      const wanted = states[target] ?? [];
      for (const name of wanted) await makeDirectories(fileSystem, `/volumes/${name}/data`);
      for (const name of await names(fileSystem, '/volumes')) {
        if (!wanted.includes(name)) await removeTree(fileSystem, `/volumes/${name}`);
      }
    };

  test.each([[[1]], [[1, 2]], [[1, 2, 3]], [[2, 3, 1]]])(
    'C4: what is committed is what the disk looks like, whatever happened: %j',
    async (sequence) => {
      const cases = await crashMatrix<Note>({
        seeds: 2,
        recoveryCrashes: sequence.length === 1,
        prepare: (fileSystem) => makeDirectories(fileSystem, '/volumes'),
        run: async (fileSystem, notes) => {
          const checkpoint = checkpointOf(fileSystem);
          await checkpoint.recover(applyOn(fileSystem));
          for (const what of sequence) {
            notes.push({ what, event: 'begun' });
            await checkpoint.commit(what, applyOn(fileSystem));
            notes.push({ what, event: 'done' });
          }
        },
        check: async (fileSystem, notes) => {
          const recovered = await checkpointOf(fileSystem).recover(applyOn(fileSystem));
          expect(allowedLast(notes)).toContain(recovered ?? 0);
          // Without a state nobody has said what there should be: a target that was never durable
          // has not begun its steps.
          expect(await names(fileSystem, '/volumes')).toEqual(states[recovered ?? 0]);
          for (const name of states[recovered ?? 0] ?? []) {
            expect(await names(fileSystem, `/volumes/${name}`)).toEqual(['data']);
          }
          if (await fileSystem.stat('/meta')) {
            expect(await names(fileSystem, '/meta')).toEqual(
              recovered === undefined ? [] : ['state'],
            );
          }
        },
      });
      expect(cases).toBeGreaterThan(100);
    },
  );
});

describe('a crash of the program, then a success, then a loss of power', () => {
  /** Plays `first` up to each of its points; then `second` whole; then loses the power. */
  async function play<T>(
    first: (fileSystem: FileSystem) => Promise<unknown>,
    second: (fileSystem: FileSystem) => Promise<T>,
    check: (fileSystem: FileSystem, told: T) => Promise<void>,
  ): Promise<number> {
    const whole = new SimulatedDisk().start();
    await first(whole);
    for (let at = 1; at <= whole.operations; at++) {
      const disk = new SimulatedDisk();
      const life = disk.start({ at, fault: 'crash-after' });
      await Promise.race([first(life), life.ended]);
      disk.crash('process');
      const told = await second(disk.start());
      disk.crash({ power: 'none' });
      await check(disk.start(), told);
    }
    return whole.operations;
  }

  test('directories that the first program made are as durable as those of the second', async () => {
    const replace = (fileSystem: FileSystem): Promise<void> =>
      replaceFile(fileSystem, '/a/b/file', contentOf(1), { makeParents: true });
    const points = await play(replace, replace, async (fileSystem) => {
      expect(text(await fileSystem.readFile('/a/b/file', 10_000))).toBe(contents[1]);
    });
    expect(points).toBeGreaterThan(7);
  });

  test('records that the second program was told of stay', async () => {
    const open = (fileSystem: FileSystem): Promise<RecordFile> =>
      RecordFile.open({ fileSystem, path: '/records', checksum: 'crc32c' });
    const points = await play(
      async (fileSystem) => (await open(fileSystem)).append([bytes('a')]),
      async (fileSystem) => (await open(fileSystem)).records.length,
      async (fileSystem, told) => {
        expect((await open(fileSystem)).records.length).toBeGreaterThanOrEqual(told);
      },
    );
    expect(points).toBeGreaterThan(4);
  });

  test('records stay that the second was told of, though the sync of the first has failed', async () => {
    const open = (fileSystem: FileSystem): Promise<RecordFile> =>
      RecordFile.open({ fileSystem, path: '/records', checksum: 'crc32c' });
    const disk = new SimulatedDisk();
    let isFailing = false;
    const first = await open(
      disk.start((point) => (isFailing && point === 'sync' ? 'sync-error' : undefined)),
    );
    await first.append([bytes('a'), bytes('b')]);
    isFailing = true;
    await expect(first.append([bytes('c'), bytes('d')])).rejects.toMatchObject({
      code: 'CHECKPOINT_SYNC_FAILED',
    });
    disk.crash('process');
    const second = await open(disk.start());
    const told = second.records.map((record) => text(record.bytes));
    await second.append([bytes('e')]);
    disk.crash({ power: 'none' });
    const { records } = await open(disk.start());
    expect(told).toEqual(['a', 'b', 'c', 'd']);
    expect(records.map((record) => text(record.bytes))).toEqual([...told, 'e']);
  });

  test('a state that the second program was told of stays', async () => {
    const recover = async (fileSystem: FileSystem) => {
      const checkpoint = new TargetCheckpoint<string>({
        fileSystem,
        path: '/meta/state',
        targetPath: '/meta/target',
        encode: bytes,
        decode: text,
      });
      return [checkpoint, await checkpoint.recover(async () => undefined)] as const;
    };
    const points = await play(
      async (fileSystem) => {
        const [checkpoint] = await recover(fileSystem);
        await checkpoint.commit('one', async () => undefined);
      },
      async (fileSystem) => (await recover(fileSystem))[1],
      async (fileSystem, told) => {
        const [, found] = await recover(fileSystem);
        if (told !== undefined) expect(found).toBe(told);
      },
    );
    expect(points).toBeGreaterThan(8);
  });

  test('steps of a state whose commit was cut short are not forgotten by the next one', async () => {
    /** What each state has to do with is made and removed by what the state before says of it. */
    const begin = async (fileSystem: FileSystem) => {
      const apply = async (before: string | undefined, target: string): Promise<void> => {
        await makeDirectories(fileSystem, `/volumes/${target}`);
        if (before !== undefined && before !== target) {
          await removeTree(fileSystem, `/volumes/${before}`);
        }
      };
      const checkpoint = new TargetCheckpoint<string>({
        fileSystem,
        path: '/meta/state',
        targetPath: '/meta/target',
        encode: bytes,
        decode: text,
      });
      const found = await checkpoint.recover(apply);
      return { found, commit: (state: string) => checkpoint.commit(state, apply) };
    };
    /** Begins on what an earlier life has left, and commits a state, up to a point. */
    const live = async (disk: SimulatedDisk, state: string, at: number): Promise<number> => {
      const life = disk.start({ at, fault: 'crash' });
      const work = begin(life).then(({ commit }) => commit(state));
      await Promise.race([work, life.ended]);
      return life.operations;
    };
    let cases = 0;
    const prepared = new SimulatedDisk();
    await live(prepared, 'a', Infinity);
    const operations = await live(prepared.clone(), 'b', Infinity);
    for (let first = 1; first <= operations; first++) {
      const disk = prepared.clone();
      await live(disk, 'b', first);
      disk.crash('process');
      for (let second = 1; second <= operations + 1; second++) {
        for (let seed = 0; seed < 8; seed++) {
          const copy = disk.clone();
          await live(copy, 'c', second);
          copy.crash({ power: seed });
          const { found } = await begin(copy.start());
          expect(await names(copy.start(), '/volumes')).toEqual([found]);
          cases++;
        }
      }
    }
    expect(cases).toBeGreaterThan(1000);
  });
});
