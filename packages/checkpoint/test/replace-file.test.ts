import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { joinPath, replaceFile, sweepTemporaryFiles } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { bytes } from './support/bytes.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';
import { errnoError, failing, watched } from './support/watched-file-system.ts';
import type { FileSystemCall } from './support/watched-file-system.ts';

const at = temporaryDirectory();
const contentOf = (path: string): string => readFileSync(path, 'utf8');

test('creates a file, and replaces it, for nobody else to read', async () => {
  await replaceFile(nodeFileSystem(), at('file'), bytes('old'));
  await replaceFile(nodeFileSystem(), at('file'), bytes('new'));
  expect(contentOf(at('file'))).toBe('new');
  expect(statSync(at('file')).mode & 0o777).toBe(0o600);
  expect(readdirSync(at())).toEqual(['file']);
});

test('the content is on disk before it has the name, and the name before it is told', async () => {
  const calls: FileSystemCall[] = [];
  const fileSystem = watched(nodeFileSystem(), (call) => void calls.push(call));
  await replaceFile(fileSystem, at('file'), bytes('new'));
  expect(calls).toEqual(['stat', 'open', 'write', 'sync', 'close', 'rename', 'syncDirectory']);
});

test('an empty file, and one of a few megabytes', async () => {
  await replaceFile(nodeFileSystem(), at('file'), new Uint8Array());
  expect(statSync(at('file')).size).toBe(0);
  const large = new Uint8Array(5_000_000).map((_, index) => index * 7);
  await replaceFile(nodeFileSystem(), at('file'), large);
  expect(readFileSync(at('file')).equals(large)).toBe(true);
});

test('a name as long as a name may be', async () => {
  for (const name of ['x'.repeat(255), '𝄞'.repeat(63), '語'.repeat(85)]) {
    await replaceFile(nodeFileSystem(), at(name), bytes(name));
    expect(contentOf(at(name))).toBe(name);
  }
});

test('calls for one path that overlap: one of the contents, whole', async () => {
  const fileSystem = nodeFileSystem();
  const contents = Array.from({ length: 30 }, (_, index) => String(index).repeat(10_000 + index));
  let seen = 0;
  const writing = Promise.all(
    contents.map((content) => replaceFile(fileSystem, at('file'), bytes(content))),
  );
  let isWriting = true;
  void writing.finally(() => (isWriting = false));
  while (isWriting) {
    const found = await fileSystem.readFile(at('file'), 1_000_000).catch(() => undefined);
    if (!found) continue;
    seen++;
    expect(contents).toContain(new TextDecoder().decode(found));
  }
  await writing;
  expect(seen).toBeGreaterThan(0);
  expect(readdirSync(at())).toEqual(['file']);
});

test('a temporary file of another program that has the number is passed over', async () => {
  // The number that comes next is not known: take them all.
  await replaceFile(nodeFileSystem(), at('file'), bytes('first'));
  const taken: string[] = [];
  const fileSystem = watched(nodeFileSystem(), (call, path) => {
    if (call !== 'open' || taken.length === 3) return;
    taken.push(path);
    writeFileSync(path, 'of another program');
  });
  await replaceFile(fileSystem, at('file'), bytes('second'));
  expect(contentOf(at('file'))).toBe('second');
  expect(new Set(taken).size).toBe(3);
  for (const path of taken) expect(contentOf(path)).toBe('of another program');
});

describe('what fails leaves the old content and no temporary file', () => {
  const failures: readonly (readonly [FileSystemCall, string, string])[] = [
    ['stat', 'EACCES', 'CHECKPOINT_FAILED'],
    ['open', 'EROFS', 'CHECKPOINT_FAILED'],
    ['open', 'EMFILE', 'CHECKPOINT_FAILED'],
    ['open', 'ENOSPC', 'CHECKPOINT_DISK_FULL'],
    ['write', 'ENOSPC', 'CHECKPOINT_DISK_FULL'],
    ['write', 'EDQUOT', 'CHECKPOINT_DISK_FULL'],
    ['write', 'EIO', 'CHECKPOINT_FAILED'],
    ['sync', 'EIO', 'CHECKPOINT_SYNC_FAILED'],
    ['sync', 'ENOSPC', 'CHECKPOINT_DISK_FULL'],
    ['rename', 'ENOSPC', 'CHECKPOINT_DISK_FULL'],
    ['rename', 'EXDEV', 'CHECKPOINT_CROSS_DEVICE'],
    ['rename', 'EISDIR', 'CHECKPOINT_TARGET_INVALID'],
    ['rename', 'EIO', 'CHECKPOINT_FAILED'],
  ];

  test.each(failures)('%s fails with %s: %s', async (call, errno, code) => {
    writeFileSync(at('file'), 'old');
    const fileSystem = failing(nodeFileSystem(), call, errno);
    await expect(replaceFile(fileSystem, at('file'), bytes('new'))).rejects.toMatchObject({
      name: 'CheckpointError',
      code,
      outcome: 'definite',
      message: expect.stringContaining(at()),
      cause: { code: errno },
    });
    expect(contentOf(at('file'))).toBe('old');
    expect(readdirSync(at())).toEqual(['file']);
    await replaceFile(nodeFileSystem(), at('file'), bytes('new'));
  });

  test('a close that fails', async () => {
    const fileSystem = closeFailing(nodeFileSystem());
    writeFileSync(at('file'), 'old');
    await expect(replaceFile(fileSystem, at('file'), bytes('new'))).rejects.toMatchObject({
      code: 'CHECKPOINT_FAILED',
      outcome: 'definite',
    });
    expect(contentOf(at('file'))).toBe('old');
    expect(readdirSync(at())).toEqual(['file']);
  });

  test('what failed first is told, not what failed when tidying up', async () => {
    const full = failing(nodeFileSystem(), 'write', 'ENOSPC');
    const fileSystem = failing(closeFailing(full), 'unlink', 'EIO');
    await expect(replaceFile(fileSystem, at('file'), bytes('new'))).rejects.toMatchObject({
      code: 'CHECKPOINT_DISK_FULL',
    });
  });

  /** Closes, and says that it did not. */
  function closeFailing(inner: FileSystem): FileSystem {
    return {
      ...inner,
      open: async (path, options) => {
        const file = await inner.open(path, options);
        return {
          read: (position, length) => file.read(position, length),
          write: (content, position) => file.write(content, position),
          truncate: (size) => file.truncate(size),
          size: () => file.size(),
          sync: () => file.sync(),
          close: async () => {
            await file.close();
            throw errnoError('EIO');
          },
        };
      },
    };
  }
});

test('when the name could not be synced, nobody knows which content a loss of power leaves', async () => {
  writeFileSync(at('file'), 'old');
  const fileSystem = failing(nodeFileSystem(), 'syncDirectory', 'EIO');
  await expect(replaceFile(fileSystem, at('file'), bytes('new'))).rejects.toMatchObject({
    code: 'CHECKPOINT_SYNC_FAILED',
    outcome: 'unknown',
  });
  expect(contentOf(at('file'))).toBe('new');
  expect(readdirSync(at())).toEqual(['file']);
});

describe('targets that are refused', () => {
  test('a link is not followed, to a file or to nothing', async () => {
    writeFileSync(at('precious'), 'precious');
    symlinkSync(at('precious'), at('link'));
    symlinkSync(at('nothing'), at('dangling'));
    for (const path of [at('link'), at('dangling')]) {
      await expect(replaceFile(nodeFileSystem(), path, bytes('new'))).rejects.toMatchObject({
        code: 'CHECKPOINT_TARGET_INVALID',
        outcome: 'definite',
        message: expect.stringContaining('symbolic-link'),
      });
    }
    expect(contentOf(at('precious'))).toBe('precious');
    expect(readdirSync(at())).toEqual(['dangling', 'link', 'precious']);
  });

  test('a directory', async () => {
    mkdirSync(at('directory'));
    await expect(
      replaceFile(nodeFileSystem(), at('directory'), bytes('new')),
    ).rejects.toMatchObject({ code: 'CHECKPOINT_TARGET_INVALID' });
  });

  test('a file below a file', async () => {
    writeFileSync(at('file'), '');
    for (const makeParents of [false, true]) {
      await expect(
        replaceFile(nodeFileSystem(), at('file', 'a'), bytes('new'), { makeParents }),
      ).rejects.toMatchObject({ code: 'CHECKPOINT_TARGET_INVALID', outcome: 'definite' });
    }
  });

  test('a name or a path that is too long, or holds a NUL', async () => {
    const long = joinPath(at(), ...Array.from({ length: 100 }, () => 'x'.repeat(60)));
    for (const path of [at('x'.repeat(256)), long, `${at('a')}\0b`]) {
      await expect(replaceFile(nodeFileSystem(), path, bytes('new'))).rejects.toMatchObject({
        code: 'CHECKPOINT_PATH_INVALID',
        outcome: 'definite',
      });
    }
  });

  test('more than a file is written with', async () => {
    const content = { length: 2 ** 31 } as Uint8Array;
    await expect(replaceFile(nodeFileSystem(), at('file'), content)).rejects.toMatchObject({
      code: 'CHECKPOINT_TOO_LARGE',
      outcome: 'definite',
    });
    expect(readdirSync(at())).toEqual([]);
  });
});

test('a missing parent is an error, or is made, durably', async () => {
  const synced: string[] = [];
  const fileSystem = watched(nodeFileSystem(), (call, path) => {
    if (call === 'syncDirectory') synced.push(path);
  });
  const path = at('a', 'b', 'file');
  await expect(replaceFile(fileSystem, path, bytes('new'))).rejects.toMatchObject({
    code: 'CHECKPOINT_PARENT_MISSING',
    outcome: 'definite',
    message: expect.stringContaining('makeParents'),
  });
  await replaceFile(fileSystem, path, bytes('new'), { makeParents: true });
  expect(contentOf(path)).toBe('new');
  expect(synced.slice(-3)).toEqual([at(), at('a'), at('a', 'b')]);
});

test('the temporary file is never on another device: it stands beside the target', async () => {
  const shared = mkdtempSync('/dev/shm/checkpoint-');
  try {
    // What would fail from a directory for temporary files does not from here.
    await replaceFile(nodeFileSystem(), joinPath(shared, 'file'), bytes('new'));
    expect(contentOf(joinPath(shared, 'file'))).toBe('new');
    if (statSync(shared).dev === statSync(at()).dev) return;
    writeFileSync(at('other'), '');
    const crossing = { ...nodeFileSystem(), rename: renameAcross(at('other'), shared) };
    await expect(
      replaceFile(crossing, joinPath(shared, 'file'), bytes('newer')),
    ).rejects.toMatchObject({ code: 'CHECKPOINT_CROSS_DEVICE', outcome: 'definite' });
    expect(contentOf(joinPath(shared, 'file'))).toBe('new');
    expect(readdirSync(shared)).toEqual(['file']);
  } finally {
    rmSync(shared, { recursive: true });
  }

  /** A mount point that came between the two names: the system itself says EXDEV. */
  function renameAcross(from: string, directory: string): FileSystem['rename'] {
    return () => nodeFileSystem().rename(from, joinPath(directory, 'across'));
  }
});

describe('sweepTemporaryFiles', () => {
  /** Leaves a temporary file for `name`, as a program that was killed does. */
  async function crashWhileReplacing(name: string): Promise<void> {
    const fileSystem = watched(nodeFileSystem(), (call) => {
      if (call === 'rename' || call === 'unlink') throw errnoError('EIO');
    });
    await replaceFile(fileSystem, at(name), bytes('half')).catch(() => undefined);
  }

  test('removes orphans and nothing else', async () => {
    await crashWhileReplacing('file');
    await crashWhileReplacing('file');
    await crashWhileReplacing('x'.repeat(255));
    for (const name of ['file', 'file.tmp', '.file', '.file.tmp', 'a.1.tmp']) {
      writeFileSync(at(name), '');
    }
    mkdirSync(at('.directory.1.tmp'));
    expect(readdirSync(at())).toHaveLength(9);
    expect(await sweepTemporaryFiles(nodeFileSystem(), at())).toBe(3);
    expect(readdirSync(at())).toEqual(
      ['.directory.1.tmp', '.file', '.file.tmp', 'a.1.tmp', 'file', 'file.tmp'].sort(),
    );
  });

  test('of some files only, as others of the directory may be in use', async () => {
    await crashWhileReplacing('ours');
    await crashWhileReplacing('ours.not');
    await crashWhileReplacing('x'.repeat(255));
    expect(await sweepTemporaryFiles(nodeFileSystem(), at(), ['ours'])).toBe(1);
    expect(await sweepTemporaryFiles(nodeFileSystem(), at(), ['x'.repeat(255)])).toBe(1);
    expect(readdirSync(at())).toEqual([expect.stringMatching(/^\.ours\.not\.\d+\.tmp$/)]);
  });

  test('a directory behind a link is swept, one that is not there is clean', async () => {
    await crashWhileReplacing('file');
    symlinkSync(at(), at('link'));
    expect(await sweepTemporaryFiles(nodeFileSystem(), at('link'))).toBe(1);
    expect(await sweepTemporaryFiles(nodeFileSystem(), at('none'))).toBe(0);
  });
});
