import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { fileSystemSuite } from '@quorate/checkpoint/testing';
import { bytes, text } from './support/bytes.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

fileSystemSuite('the file system of Node', {
  describe,
  test,
  place: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'checkpoint-'));
    return {
      fileSystem: nodeFileSystem(),
      directory,
      plantLink: async (path, to = 'nowhere') => symlinkSync(to, path),
      dispose: async () => rmSync(directory, { recursive: true }),
    };
  },
});

/** Of POSIX: nothing that a package brings. */
const MAKE_PIPE = 'mkfifo';

const at = temporaryDirectory();
const fileSystem = nodeFileSystem();

test('files and directories are for nobody else', async () => {
  const before = process.umask(0);
  try {
    const file = await fileSystem.open(at('file'), { access: 'read-write', create: 'exclusive' });
    await file.close();
    await fileSystem.mkdir(at('directory'));
  } finally {
    process.umask(before);
  }
  expect(statSync(at('file')).mode & 0o777).toBe(0o600);
  expect(statSync(at('directory')).mode & 0o777).toBe(0o700);
});

test.each([0, 1, 4095, 4096, 4097, 8192, 100_000])('a file of %i bytes is read', async (size) => {
  const content = new Uint8Array(size).map((_, index) => index * 31);
  writeFileSync(at('file'), content);
  for (const max of [2 ** 30, size, size >> 1]) {
    const expected = content.subarray(0, max);
    expect(Buffer.compare(await fileSystem.readFile(at('file'), max), expected)).toBe(0);
  }
});

test('files that are read side by side do not mix', async () => {
  const names = Array.from({ length: 500 }, (_, index) => `file-${index}`);
  for (const name of names) writeFileSync(at(name), name.repeat(1 + (name.length % 3) * 400));
  const contents = await Promise.all(names.map((name) => fileSystem.readFile(at(name), 10_000)));
  contents.forEach((content, index) => {
    const name = names[index] ?? '';
    expect(text(content)).toBe(name.repeat(1 + (name.length % 3) * 400));
  });
});

test('many readers leave room for others', async () => {
  writeFileSync(at('file'), 'content');
  let turns = 0;
  let isReading = true;
  const turn = (): void => {
    turns++;
    if (isReading) setImmediate(turn);
  };
  setImmediate(turn);
  const end = performance.now() + 400;
  const read = async (): Promise<void> => {
    while (performance.now() < end) await fileSystem.readFile(at('file'), 100);
  };
  await Promise.all(Array.from({ length: 32 }, read));
  isReading = false;
  expect(turns).toBeGreaterThan(15); // of 80; 3 if each of the readers took its 5 ms in one turn
});

test('what was read does not change when the next file is read', async () => {
  writeFileSync(at('a'), 'aaaa');
  writeFileSync(at('b'), 'bbbb');
  const first = await fileSystem.readFile(at('a'), 100);
  await fileSystem.readFile(at('b'), 100);
  expect(text(first)).toBe('aaaa');
  expect(first.buffer.byteLength).toBe(4); // and holds no more memory than it needs
});

test('a huge length does not allocate', async () => {
  writeFileSync(at('file'), 'abc');
  const file = await fileSystem.open(at('file'), { access: 'read' });
  expect(text(await file.read(1, Number.MAX_SAFE_INTEGER))).toBe('bc');
  await file.close();
});

test('a pipe in place of a file lets nobody wait', async () => {
  execFileSync(MAKE_PIPE, [at('pipe')]);
  expect((await fileSystem.stat(at('pipe')))?.kind).toBe('other');
  await expect(fileSystem.readFile(at('pipe'), 10)).rejects.toMatchObject({ code: 'ESPIPE' });
});

test('a directory behind a link is listed and synced, as an operator set it up', async () => {
  mkdirSync(at('disk'));
  writeFileSync(at('disk', 'file'), '');
  symlinkSync(at('disk'), at('work'));
  expect(await fileSystem.readDirectory(at('work'))).toEqual([{ name: 'file', kind: 'file' }]);
  await fileSystem.syncDirectory(at('work'));
});

test('a closed file is not used, though its number may be by another', async () => {
  const file = await fileSystem.open(at('a'), { access: 'read-write', create: 'exclusive' });
  await file.close();
  const other = await fileSystem.open(at('b'), { access: 'read-write', create: 'exclusive' });
  for (const call of [
    file.write(bytes('lost'), 0),
    file.sync(),
    file.truncate(0),
    file.size(),
    file.close(),
  ]) {
    await expect(call).rejects.toMatchObject({ code: 'EBADF' });
  }
  expect(await other.size()).toBe(0);
  await other.close();
});
