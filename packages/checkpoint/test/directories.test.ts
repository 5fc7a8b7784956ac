import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { makeDirectories, parentOf, removeTree } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { errnoError, failing, watched } from './support/watched-file-system.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

const at = temporaryDirectory();

/** Node's file system, and the directories that were synced, in order. */
function syncsOf(): { readonly fileSystem: ReturnType<typeof watched>; readonly synced: string[] } {
  const synced: string[] = [];
  const fileSystem = watched(nodeFileSystem(), (call, path) => {
    if (call === 'syncDirectory') synced.push(path);
  });
  return { fileSystem, synced };
}

describe('makeDirectories', () => {
  test('makes what is missing, for nobody else to read, and syncs the name of each', async () => {
    const { fileSystem, synced } = syncsOf();
    await makeDirectories(fileSystem, at('a', 'b', 'c'));
    expect(statSync(at('a', 'b', 'c')).mode & 0o777).toBe(0o700);
    expect(synced.slice(-3)).toEqual([at(), at('a'), at('a', 'b')]);
  });

  test('a directory that is there counts as durable only after a sync, and then for good', async () => {
    mkdirSync(at('a', 'b'), { recursive: true }); // as a program left it that crashed
    const { fileSystem, synced } = syncsOf();
    await makeDirectories(fileSystem, at('a', 'b'));
    expect(synced.slice(-2)).toEqual([at(), at('a')]);
    synced.length = 0;
    await makeDirectories(fileSystem, at('a', 'b'));
    await makeDirectories(fileSystem, at('a'));
    expect(synced).toEqual([]);
  });

  test('who comes second does not go on before the first one has synced', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isFirst = true;
    const synced: string[] = [];
    const fileSystem = watched(nodeFileSystem(), async (call, path) => {
      if (call !== 'syncDirectory' || path !== at()) return;
      if (isFirst) {
        isFirst = false;
        await held;
      }
      synced.push(path);
    });
    const first = makeDirectories(fileSystem, at('a'));
    while (!existsSync(at('a'))) await new Promise((resolve) => setImmediate(resolve));
    await makeDirectories(fileSystem, at('a', 'b'));
    expect(synced).toContain(at()); // by the second, as the first is still held
    release();
    await first;
  });

  test('a directory whose sync failed is made anew by who tries again', async () => {
    const made: string[] = [];
    const faulty = failing(nodeFileSystem(), 'syncDirectory', 'EIO', { path: /checkpoint-[^/]+$/ });
    const fileSystem = watched(faulty, (call, path) => {
      if (call === 'mkdir') made.push(path);
    });
    await expect(makeDirectories(fileSystem, at('a'))).rejects.toMatchObject({ code: 'EIO' });
    await makeDirectories(fileSystem, at('a'));
    expect(made).toEqual([at('a'), at('a')]);
  });

  test('what was removed is made, and synced, again', async () => {
    const { fileSystem, synced } = syncsOf();
    await makeDirectories(fileSystem, at('a', 'b'));
    await removeTree(fileSystem, at('a'));
    synced.length = 0;
    await makeDirectories(fileSystem, at('a', 'b'));
    expect(synced).toEqual([at(), at('a')]);
  });

  test('what somebody made in place of what was removed is synced again', async () => {
    const { fileSystem, synced } = syncsOf();
    await makeDirectories(fileSystem, at('a', 'b'));
    await removeTree(fileSystem, at('a'));
    synced.length = 0;
    mkdirSync(at('a', 'b'), { recursive: true });
    await makeDirectories(fileSystem, at('a', 'b'));
    expect(synced).toEqual([at(), at('a')]);
  });

  test('a parent may be a link, the directory itself may not', async () => {
    mkdirSync(at('disk'));
    symlinkSync(at('disk'), at('work'));
    await makeDirectories(nodeFileSystem(), at('work', 'meta'));
    expect(statSync(at('disk', 'meta')).isDirectory()).toBe(true);
    await expect(makeDirectories(nodeFileSystem(), at('work'))).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });

  test('a file in the way is an error', async () => {
    writeFileSync(at('file'), '');
    const fileSystem = nodeFileSystem();
    await expect(makeDirectories(fileSystem, at('file'))).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
    await expect(makeDirectories(fileSystem, at('file', 'a'))).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });

  test('parents that may not be read or synced do not matter if they were there', async () => {
    const fileSystem = watched(nodeFileSystem(), (call, path) => {
      if (call === 'syncDirectory' && path === parentOf(at())) throw errnoError('EACCES');
    });
    await makeDirectories(fileSystem, at('a'));
    expect(existsSync(at('a'))).toBe(true);
  });
});

describe('removeTree', () => {
  function plant(): void {
    mkdirSync(at('tree', 'a', 'b'), { recursive: true });
    writeFileSync(at('tree', 'file'), '');
    writeFileSync(at('tree', 'a', 'b', 'file'), '');
  }

  test('removes all, and syncs the directory that held it', async () => {
    plant();
    const { fileSystem, synced } = syncsOf();
    await removeTree(fileSystem, at('tree'));
    expect(readdirSync(at())).toEqual([]);
    expect(synced).toEqual([at()]);
  });

  test('removes links, and leaves what they point to', async () => {
    plant();
    mkdirSync(at('elsewhere'));
    writeFileSync(at('elsewhere', 'precious'), '');
    symlinkSync(at('elsewhere'), at('tree', 'a', 'link'));
    symlinkSync(at('elsewhere', 'precious'), at('tree', 'link'));
    symlinkSync(at('elsewhere'), at('link'));
    await removeTree(nodeFileSystem(), at('tree'));
    await removeTree(nodeFileSystem(), at('link'));
    expect(readdirSync(at())).toEqual(['elsewhere']);
    expect(readdirSync(at('elsewhere'))).toEqual(['precious']);
  });

  test('keepRoot empties a mount point and syncs it', async () => {
    plant();
    const { fileSystem, synced } = syncsOf();
    await removeTree(fileSystem, at('tree'), { keepRoot: true });
    expect(readdirSync(at())).toEqual(['tree']);
    expect(readdirSync(at('tree'))).toEqual([]);
    expect(synced).toEqual([at('tree')]);
  });

  test('nothing there is nothing to do, but who removed it may not have synced', async () => {
    const { fileSystem, synced } = syncsOf();
    await removeTree(fileSystem, at('tree'));
    expect(synced).toEqual([at()]);
    await removeTree(fileSystem, at('none', 'tree'));
  });

  test.each([false, true])('what appears meanwhile goes too, keepRoot %j', async (keepRoot) => {
    plant();
    let left = 3;
    const fileSystem = watched(nodeFileSystem(), (call, path) => {
      if (call === 'unlink' && path.startsWith(at('tree')) && left-- > 0) {
        writeFileSync(at('tree', `late-${left}`), '');
      }
    });
    await removeTree(fileSystem, at('tree'), { keepRoot });
    expect(readdirSync(at())).toEqual(keepRoot ? ['tree'] : []);
    if (keepRoot) expect(readdirSync(at('tree'))).toEqual([]);
  });

  test.each([false, true])('somebody who never stops wins, keepRoot %j', async (keepRoot) => {
    plant();
    let count = 0;
    const fileSystem = watched(nodeFileSystem(), (call) => {
      if (call === 'unlink' || call === 'rmdir') writeFileSync(at('tree', `late-${++count}`), '');
    });
    await expect(removeTree(fileSystem, at('tree'), { keepRoot })).rejects.toMatchObject({
      code: 'ENOTEMPTY',
    });
  });

  test('what vanishes meanwhile is no error, what cannot be removed is', async () => {
    plant();
    const vanishing = failing(nodeFileSystem(), 'unlink', 'ENOENT', { path: /b\/file$/ });
    await removeTree(vanishing, at('tree'));
    plant();
    const refusing = failing(nodeFileSystem(), 'unlink', 'EPERM', { path: /b\/file$/ });
    await expect(removeTree(refusing, at('tree'))).rejects.toMatchObject({ code: 'EPERM' });
    expect(existsSync(at('tree', 'a', 'b', 'file'))).toBe(true);
  });
});
