import assert from 'node:assert/strict';
import type { FileHandle, FileSystem } from '../file-system.ts';
import { joinPath } from '../paths.ts';

/** A directory for one test. */
export interface FileSystemPlace {
  readonly fileSystem: FileSystem;
  /** An empty directory. */
  readonly directory: string;
  /** Puts a symbolic link at a path, to an absolute path or, by default, to nothing. */
  plantLink(path: string, to?: string): Promise<void>;
  dispose?(): Promise<void>;
}

/** What the suite needs of the test runner, and where what is tested keeps its files. */
export interface FileSystemSuiteOptions {
  readonly describe: (name: string, body: () => void) => void;
  readonly test: (name: string, body: () => Promise<void>) => void;
  readonly place: () => Promise<FileSystemPlace>;
}

/** Defines the tests that every `FileSystem` must pass: each sentence of its contract is one. */
export function fileSystemSuite(name: string, options: FileSystemSuiteOptions): void {
  const { describe, test, place: makePlace } = options;
  describe(name, () => {
    for (const [title, body] of Object.entries(contract)) {
      test(title, async () => {
        const place = await makePlace();
        const at = (...names: readonly string[]): string => joinPath(place.directory, ...names);
        try {
          await body(place.fileSystem, at, place);
        } finally {
          await place.dispose?.();
        }
      });
    }
  });
}

type Scenario = (
  fs: FileSystem,
  at: (...names: readonly string[]) => string,
  place: FileSystemPlace,
) => Promise<void>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (read: Uint8Array): string => new TextDecoder().decode(read);

async function write(fs: FileSystem, path: string, content: string): Promise<void> {
  const file = await fs.open(path, { access: 'read-write', create: 'if-missing' });
  await file.truncate(0);
  await file.write(bytes(content), 0);
  await file.close();
}

async function rejects(work: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(work, (error: { code?: unknown }) => {
    assert.equal(error.code, code);
    return true;
  });
}

const contract: Readonly<Record<string, Scenario>> = {
  'what is written at a position is read there': async (fs, at) => {
    const file: FileHandle = await fs.open(at('a'), { access: 'read-write', create: 'exclusive' });
    await file.write(bytes('hello'), 0);
    await file.write(bytes('J'), 0);
    await file.write(bytes('!'), 7);
    assert.equal(await file.size(), 8);
    assert.equal(text(await file.read(0, 100)), 'Jello\0\0!');
    assert.equal(text(await file.read(4, 2)), 'o\0');
    assert.equal((await file.read(100, 5)).length, 0);
    await file.sync();
    await file.close();
    assert.equal(text(await fs.readFile(at('a'), 1000)), 'Jello\0\0!');
  },
  'a handle whose writes are synced writes as any other': async (fs, at) => {
    const options = { access: 'read-write', create: 'if-missing', syncWrites: true } as const;
    const file = await fs.open(at('a'), options);
    await file.write(bytes('durable'), 0);
    await file.close();
    assert.equal(text(await fs.readFile(at('a'), 100)), 'durable');
  },
  'reading a file gives no more than was asked for': async (fs, at) => {
    await write(fs, at('a'), 'x'.repeat(10_000));
    assert.equal((await fs.readFile(at('a'), 9)).length, 9);
    assert.equal((await fs.readFile(at('a'), 9_999)).length, 9_999);
    assert.equal((await fs.readFile(at('a'), 20_000)).length, 10_000);
    await write(fs, at('empty'), '');
    assert.equal((await fs.readFile(at('empty'), 10)).length, 0);
  },
  'a file is cut off, or extended with zeros': async (fs, at) => {
    const file = await fs.open(at('a'), { access: 'read-write', create: 'if-missing' });
    await file.write(bytes('abcdef'), 0);
    await file.truncate(3);
    await file.truncate(5);
    assert.equal(text(await file.read(0, 10)), 'abc\0\0');
    await file.close();
  },
  'opening: what has to exist, and what must not': async (fs, at) => {
    await rejects(fs.open(at('none'), { access: 'read' }), 'ENOENT');
    await rejects(
      fs.open(at('none', 'a'), { access: 'read-write', create: 'if-missing' }),
      'ENOENT',
    );
    await write(fs, at('a'), 'a');
    await rejects(fs.open(at('a'), { access: 'read-write', create: 'exclusive' }), 'EEXIST');
    await fs.mkdir(at('d'));
    await rejects(fs.open(at('d'), { access: 'read' }), 'EISDIR');
    await rejects(fs.open(at('d'), { access: 'read-write' }), 'EISDIR');
    await rejects(fs.readFile(at('d'), 10), 'EISDIR');
    await rejects(fs.readFile(at('none'), 10), 'ENOENT');
  },
  'no link is followed': async (fs, at, place) => {
    await place.plantLink(at('link'));
    await rejects(fs.open(at('link'), { access: 'read' }), 'ELOOP');
    await rejects(fs.open(at('link'), { access: 'read-write', create: 'if-missing' }), 'ELOOP');
    await rejects(fs.readFile(at('link'), 10), 'ELOOP');
    assert.equal((await fs.stat(at('link')))?.kind, 'symbolic-link');
    await fs.unlink(at('link'));
    assert.equal(await fs.stat(at('link')), undefined);
  },
  'a link is renamed, and replaced, itself': async (fs, at, place) => {
    await place.plantLink(at('link'));
    await fs.rename(at('link'), at('moved'));
    assert.equal((await fs.stat(at('moved')))?.kind, 'symbolic-link');
    await write(fs, at('a'), 'a');
    await fs.rename(at('a'), at('moved'));
    assert.deepEqual(await fs.readDirectory(at()), [{ name: 'moved', kind: 'file' }]);
  },
  'a directory may be reached, listed and synced through a link': async (fs, at, place) => {
    await fs.mkdir(at('d'));
    await place.plantLink(at('link'), at('d'));
    await write(fs, at('link', 'a'), 'below');
    assert.equal(text(await fs.readFile(at('d', 'a'), 10)), 'below');
    assert.deepEqual(await fs.readDirectory(at('link')), [{ name: 'a', kind: 'file' }]);
    await fs.syncDirectory(at('link'));
    await rejects(fs.rmdir(at('link')), 'ENOTDIR');
  },
  'a file is no directory': async (fs, at) => {
    await write(fs, at('a'), 'a');
    await rejects(fs.open(at('a', 'b'), { access: 'read' }), 'ENOTDIR');
    await rejects(fs.readFile(at('a', 'b'), 1), 'ENOTDIR');
    await rejects(fs.mkdir(at('a', 'b')), 'ENOTDIR');
    await rejects(fs.rmdir(at('a')), 'ENOTDIR');
    await rejects(fs.unlink(at('a', 'b')), 'ENOTDIR');
  },
  'what was opened to read cannot be written, what is closed cannot be used': async (fs, at) => {
    await write(fs, at('a'), 'a');
    const file = await fs.open(at('a'), { access: 'read' });
    await rejects(file.write(bytes('b'), 0), 'EBADF');
    await file.close();
    await rejects(file.read(0, 1), 'EBADF');
    await rejects(file.close(), 'EBADF');
  },
  'a rename replaces a file': async (fs, at) => {
    await write(fs, at('a'), 'new');
    await write(fs, at('b'), 'old');
    await fs.rename(at('a'), at('b'));
    assert.equal(text(await fs.readFile(at('b'), 10)), 'new');
    assert.equal(await fs.stat(at('a')), undefined);
    await rejects(fs.rename(at('a'), at('b')), 'ENOENT');
  },
  'a directory is renamed with all that it holds': async (fs, at) => {
    await fs.mkdir(at('d'));
    await write(fs, at('d', 'a'), 'inside');
    await fs.rename(at('d'), at('e'));
    assert.equal(text(await fs.readFile(at('e', 'a'), 10)), 'inside');
    await write(fs, at('b'), 'b');
    await rejects(fs.rename(at('b'), at('e')), 'EISDIR');
    await rejects(fs.rename(at('e'), at('b')), 'ENOTDIR');
    await rejects(fs.rename(at('e'), at('e', 'f')), 'EINVAL');
  },
  'an open file outlives its name': async (fs, at) => {
    await write(fs, at('a'), 'still here');
    const file = await fs.open(at('a'), { access: 'read' });
    await fs.unlink(at('a'));
    assert.equal(text(await file.read(0, 100)), 'still here');
    await file.close();
    await rejects(fs.unlink(at('a')), 'ENOENT');
  },
  'directories are made one by one, and removed when they are empty': async (fs, at) => {
    await rejects(fs.mkdir(at('d', 'e')), 'ENOENT');
    await fs.mkdir(at('d'));
    await rejects(fs.mkdir(at('d')), 'EEXIST');
    await fs.mkdir(at('d', 'e'));
    await rejects(fs.rmdir(at('d')), 'ENOTEMPTY');
    await fs.rmdir(at('d', 'e'));
    await fs.syncDirectory(at('d'));
    await fs.rmdir(at('d'));
    await rejects(fs.rmdir(at('d')), 'ENOENT');
    await rejects(fs.syncDirectory(at('d')), 'ENOENT');
  },
  'no file is taken for a directory, and no directory for a file': async (fs, at) => {
    await fs.mkdir(at('d'));
    await write(fs, at('a'), 'a');
    await assert.rejects(fs.unlink(at('d')));
    await rejects(fs.syncDirectory(at('none')), 'ENOENT');
    await fs.rename(at('a'), at('a'));
    assert.equal(text(await fs.readFile(at('a'), 10)), 'a');
  },
  'a directory is listed in the order of its names': async (fs, at, place) => {
    await write(fs, at('b'), 'bb');
    await fs.mkdir(at('c'));
    await place.plantLink(at('a'));
    assert.deepEqual(await fs.readDirectory(at()), [
      { name: 'a', kind: 'symbolic-link' },
      { name: 'b', kind: 'file' },
      { name: 'c', kind: 'directory' },
    ]);
    await rejects(fs.readDirectory(at('none')), 'ENOENT');
    await rejects(fs.readDirectory(at('b')), 'ENOTDIR');
  },
  'what is at a path': async (fs, at) => {
    await write(fs, at('b'), 'bb');
    assert.deepEqual(await fs.stat(at('b')), { kind: 'file', sizeBytes: 2 });
    assert.equal((await fs.stat(at()))?.kind, 'directory');
    assert.equal(await fs.stat(at('none')), undefined);
    assert.equal(await fs.stat(at('none', 'below')), undefined);
  },
};
