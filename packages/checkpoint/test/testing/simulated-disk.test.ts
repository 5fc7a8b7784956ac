import { describe, expect, test } from '@jest/globals';
import type { FileHandle, FileSystem } from '@quorate/checkpoint';
import { SimulatedDisk } from '@quorate/checkpoint/testing';
import type { Ending, FaultPlan } from '@quorate/checkpoint/testing';
import { bytes, text } from '../support/bytes.ts';

// What the disk may do is what POSIX lets disks do: a test that passes on it must not owe that to
// kindness, and one that fails not to malice.

const NONE: Ending = { power: 'none' };
const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

const create = (fileSystem: FileSystem, path: string): Promise<FileHandle> =>
  fileSystem.open(path, { access: 'read-write', create: 'if-missing' });

async function write(fileSystem: FileSystem, path: string, content: string): Promise<FileHandle> {
  const file = await create(fileSystem, path);
  await file.write(bytes(content), 0);
  return file;
}

/** The content of a file in the next life; undefined if there is none. */
async function contentOf(disk: SimulatedDisk, path: string): Promise<string | undefined> {
  const fileSystem = disk.start();
  if (!(await fileSystem.stat(path))) return undefined;
  return text(await fileSystem.readFile(path, 1_000_000));
}

/** A disk with a durable file `/file`. */
async function diskWith(content: string): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  await write(disk.start(), '/file', content);
  disk.syncAll();
  return disk;
}

/** What is found after each of many losses of power. */
async function outcomes(
  work: (fileSystem: FileSystem) => Promise<unknown>,
  look: (disk: SimulatedDisk) => Promise<string | undefined>,
  before: () => Promise<SimulatedDisk> = async () => new SimulatedDisk(),
): Promise<Set<string | undefined>> {
  const found = new Set<string | undefined>();
  for (const power of SEEDS) {
    const disk = await before();
    await work(disk.start());
    disk.crash({ power });
    found.add(await look(disk));
  }
  return found;
}

describe('a loss of power', () => {
  test('takes what was not synced, and no more', async () => {
    const disk = new SimulatedDisk();
    const fileSystem = disk.start();
    const file = await write(fileSystem, '/file', 'synced');
    await file.sync();
    await fileSystem.syncDirectory('/');
    await file.write(bytes(' and not'), 6);
    disk.crash(NONE);
    expect(await contentOf(disk, '/file')).toBe('synced');
  });

  test('takes a synced file whose name was not: an fsync promises no name', async () => {
    const disk = new SimulatedDisk();
    const file = await write(disk.start(), '/file', 'synced');
    await file.sync();
    disk.crash(NONE);
    expect(await contentOf(disk, '/file')).toBeUndefined();
  });

  test('may leave the name without the bytes, or only the size of them', async () => {
    const found = await outcomes(
      (fileSystem) => write(fileSystem, '/file', 'abcd'),
      (disk) => contentOf(disk, '/file'),
    );
    for (const expected of [undefined, '', 'ab', 'abcd', '\0\0cd', '\0\0\0\0']) {
      expect([...found]).toContain(expected);
    }
  });

  test('may leave any sectors of a write', async () => {
    const sectors = (content = ''): string => content.replace(/(.)\1{511}/gs, '$1');
    const found = await outcomes(
      (fileSystem) =>
        write(fileSystem, '/file', ['a', 'b', 'c'].map((c) => c.repeat(512)).join('')),
      async (disk) => sectors(await contentOf(disk, '/file')),
      () => diskWith(''),
    );
    for (const expected of ['abc', 'a\0c', '\0b\0', '\0\0c', 'ab\0', '\0\0\0', '']) {
      expect([...found].filter((content) => content === expected)).toEqual([expected]);
    }
  });

  test('may leave a later write without an earlier one', async () => {
    const found = await outcomes(
      async (fileSystem) => {
        const file = await write(fileSystem, '/file', 'A');
        await file.write(bytes('B'), 1);
      },
      (disk) => contentOf(disk, '/file'),
      () => diskWith('ab'),
    );
    for (const expected of ['ab', 'Ab', 'aB', 'AB']) expect([...found]).toContain(expected);
  });

  test('undoes a rename as a whole, or not at all', async () => {
    const found = await outcomes(
      (fileSystem) => fileSystem.rename('/file', '/other'),
      async (disk) => {
        const names = await disk.start().readDirectory('/');
        return names.map(({ name }) => name).join();
      },
      () => diskWith('content'),
    );
    expect(found).toEqual(new Set(['file', 'other']));
  });

  test('brings back what was removed, unless the directory was synced', async () => {
    const disk = await diskWith('back');
    await disk.start().unlink('/file');
    disk.crash(NONE);
    expect(await contentOf(disk, '/file')).toBe('back');
    const fileSystem = disk.start();
    await fileSystem.unlink('/file');
    await fileSystem.syncDirectory('/');
    disk.crash(NONE);
    expect(await contentOf(disk, '/file')).toBeUndefined();
  });

  test('takes a directory with all that was synced in it, if its own name was not', async () => {
    const disk = new SimulatedDisk();
    const fileSystem = disk.start();
    await fileSystem.mkdir('/d');
    await (await write(fileSystem, '/d/file', 'deep')).sync();
    await fileSystem.syncDirectory('/d');
    disk.crash(NONE);
    expect(await disk.start().stat('/d')).toBeUndefined();
  });

  test('takes nothing of writes that are synced one by one', async () => {
    const disk = await diskWith('');
    const options = { access: 'read-write', syncWrites: true } as const;
    const file = await disk.start().open('/file', options);
    await file.write(bytes('durable'), 0);
    disk.crash(NONE);
    expect(await contentOf(disk, '/file')).toBe('durable');
  });

  test('the same seed leaves the same, others leave others', async () => {
    const play = async (power: number): Promise<string | undefined> => {
      const disk = await diskWith('x'.repeat(5000));
      await write(disk.start(), '/file', 'y'.repeat(5000));
      disk.crash({ power });
      return contentOf(disk, '/file');
    };
    for (const seed of SEEDS.slice(0, 20)) expect(await play(seed)).toBe(await play(seed));
    expect(new Set(await Promise.all(SEEDS.map(play))).size).toBeGreaterThan(20);
  });
});

describe('a crash of the program', () => {
  test('loses nothing that it wrote', async () => {
    const disk = new SimulatedDisk();
    await write(disk.start(), '/file', 'cached');
    disk.crash('process');
    expect(await contentOf(disk, '/file')).toBe('cached');
  });

  test('but the power that is lost later still takes it', async () => {
    const disk = new SimulatedDisk();
    await write(disk.start(), '/file', 'cached');
    disk.crash('process');
    disk.start();
    disk.crash(NONE);
    expect(await contentOf(disk, '/file')).toBeUndefined();
  });

  test.each([
    ['crash', 'old'],
    ['crash-amid', 'NEd'],
    ['crash-after', 'NEW!'],
  ] as const)('a planned %s in a write leaves %j', async (fault, content) => {
    const disk = await diskWith('old');
    const life = disk.start({ at: 1, fault });
    const file = await create(life, '/file');
    await Promise.race([file.write(bytes('NEW!'), 0), life.ended]);
    expect(life.operations).toBe(1);
    expect(await contentOf(disk, '/file')).toBe(content);
  });

  test('what a program does after its end never settles, and changes nothing', async () => {
    const disk = await diskWith('old');
    const dead = disk.start();
    const file = await create(dead, '/file');
    disk.crash('process');
    let isSettled = false;
    for (const call of [file.write(bytes('ghost'), 0), dead.unlink('/file'), dead.stat('/file')]) {
      void call.finally(() => (isSettled = true));
    }
    expect(await contentOf(disk, '/file')).toBe('old');
    await new Promise((resolve) => setImmediate(resolve));
    expect(isSettled).toBe(false);
  });
});

describe('a sync that fails', () => {
  const plan: FaultPlan = { at: 2, fault: 'sync-error' };

  test('shows what it lost, and no later sync writes it', async () => {
    const disk = await diskWith('');
    const fileSystem = disk.start(plan);
    const file = await write(fileSystem, '/file', 'lost');
    await expect(file.sync()).rejects.toMatchObject({ code: 'EIO' });
    expect(text(await file.read(0, 10))).toBe('lost');
    await file.write(bytes('!'), 4);
    await file.sync();
    disk.crash('process');
    await (await create(disk.start(), '/file')).sync();
    expect(await contentOf(disk, '/file')).toBe('lost!');
    disk.crash({ power: 'all' });
    expect(await contentOf(disk, '/file')).toBe('\0\0\0\0!');
  });

  test('to write it again helps', async () => {
    const disk = await diskWith('');
    const file = await write(disk.start(plan), '/file', 'again');
    await expect(file.sync()).rejects.toMatchObject({ code: 'EIO' });
    await file.write(bytes('again'), 0);
    await file.sync();
    disk.crash(NONE);
    expect(await contentOf(disk, '/file')).toBe('again');
  });

  test('or lies', async () => {
    const disk = await diskWith('');
    const file = await write(disk.start({ at: 2, fault: 'sync-lie' }), '/file', 'lost');
    await file.sync();
    disk.crash(NONE);
    expect(await contentOf(disk, '/file')).toBe('');
  });
});

describe('a disk that is full', () => {
  test('takes what fits, and more again when something is removed', async () => {
    const disk = new SimulatedDisk({ capacityBytes: 10 });
    const fileSystem = disk.start();
    await write(fileSystem, '/a', '12345678');
    await expect(write(fileSystem, '/b', 'abcd')).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(text(await fileSystem.readFile('/b', 10))).toBe('ab');
    await write(fileSystem, '/a', 'ABCD'); // over what is there
    await fileSystem.unlink('/a');
    await write(fileSystem, '/b', 'abcd');
    expect(text(await fileSystem.readFile('/b', 10))).toBe('abcd');
  });

  test.each([
    ['disk-full', 'ENOSPC'],
    ['write-error', 'EIO'],
  ] as const)('a planned %s fails once, with %s after part of the write', async (fault, code) => {
    const disk = await diskWith('old');
    const file = await create(disk.start({ at: 1, fault }), '/file');
    await expect(file.write(bytes('NEW!'), 0)).rejects.toMatchObject({ code });
    expect(text(await file.read(0, 10))).toBe('NEd');
    await file.write(bytes('NEW!'), 0);
    expect(text(await file.read(0, 10))).toBe('NEW!');
  });
});

describe('reading', () => {
  test('a rotten byte differs in one bit', async () => {
    const disk = await diskWith('abc');
    disk.corrupt('/file', 1);
    expect(await contentOf(disk, '/file')).toBe('arc');
    disk.crash(NONE);
    expect(await contentOf(disk, '/file')).toBe('arc');
    expect(() => disk.corrupt('/none', 0)).toThrow('/none');
  });

  test('a path that cannot be read says so until it can', async () => {
    const disk = await diskWith('abc');
    const fileSystem = disk.start();
    fileSystem.failReads('/file', 'EIO');
    await expect(fileSystem.readFile('/file', 10)).rejects.toMatchObject({ code: 'EIO' });
    const file = await create(fileSystem, '/file');
    await expect(file.read(0, 1)).rejects.toMatchObject({ code: 'EIO' });
    fileSystem.failReads('/file');
    expect(text(await file.read(0, 3))).toBe('abc');
    expect(fileSystem.operations).toBe(0); // to read is no persistence point
  });
});

describe('a clone of a disk', () => {
  /** Some of it durable, some not, one file under two names, a failed sync. */
  async function inTheMiddle(): Promise<SimulatedDisk> {
    const disk = await diskWith('before');
    const fileSystem = disk.start({ at: 8, fault: 'sync-error' });
    await fileSystem.mkdir('/folder');
    const file = await write(fileSystem, '/folder/file', 'x'.repeat(3_000));
    await file.sync();
    await fileSystem.rename('/file', '/folder/renamed');
    await write(fileSystem, '/folder/file', 'y'.repeat(2_000));
    await file.sync().catch(() => undefined);
    await write(fileSystem, '/folder/renamed', 'after');
    return disk;
  }

  const look = async (disk: SimulatedDisk): Promise<readonly (string | undefined)[]> => [
    await contentOf(disk, '/file').catch(() => 'no folder'),
    await contentOf(disk, '/folder/file').catch(() => 'no folder'),
    await contentOf(disk, '/folder/renamed').catch(() => 'no folder'),
  ];

  test('has the same future, whatever that is', async () => {
    const endings: readonly Ending[] = [
      'process',
      { power: 'none' },
      { power: 'all' },
      ...SEEDS.map((power) => ({ power })),
    ];
    const seen = new Set<string>();
    for (const ending of endings) {
      const original = await inTheMiddle();
      const clone = original.clone();
      original.crash(ending);
      clone.crash(ending);
      const [expected, found] = [await look(original), await look(clone)];
      expect(found).toEqual(expected);
      seen.add(JSON.stringify(found));
    }
    expect(seen.size).toBeGreaterThan(5);
  });

  test('has a future of its own', async () => {
    const original = await inTheMiddle();
    const clone = original.clone();
    const fileSystem = clone.start();
    await write(fileSystem, '/folder/renamed', 'mine');
    await fileSystem.unlink('/folder/file');
    await write(fileSystem, '/new', 'mine');
    clone.syncAll();
    expect(await look(original)).toEqual(await look(await inTheMiddle()));
    expect(await contentOf(original, '/new')).toBeUndefined();
    expect(await contentOf(clone, '/folder/renamed')).toBe('minere');
  });
});
