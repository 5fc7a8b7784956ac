import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import type { DiskSource, Resource } from '@quorate/messages';
import { PersistentVolumes, Resources, volumePlace } from '@quorate/resources';
import { disk, reservedBy } from './support/resources.ts';

describe('the place of a volume', () => {
  const onDisk = (source: DiskSource): Resource => disk(1, 'v1', { source });
  const path = (root: string): Resource => onDisk({ type: 'PATH', path: { root } });
  const mount = (root: string): Resource => onDisk({ type: 'MOUNT', mount: { root } });

  test.each([
    ['of a role', disk(1, 'v1'), '/work/volumes/roles/web/v1'],
    [
      'of a role below another, which gets spaces for slashes',
      disk(1, 'v1', { reservations: [reservedBy('eng/web/front')] }),
      '/work/volumes/roles/eng web front/v1',
    ],
    [
      'of a refined reservation, whose last role counts',
      disk(1, 'v1', { reservations: [reservedBy('eng'), reservedBy('eng/web')] }),
      '/work/volumes/roles/eng web/v1',
    ],
    ['on another disk', path('/mnt/big/'), '/mnt/big/volumes/roles/web/v1'],
    ['on a disk in the work directory', path('disks/1'), '/work/disks/1/volumes/roles/web/v1'],
    ['that is a whole disk', mount('/mnt/fast/'), '/mnt/fast'],
    ['that is a whole disk in the work directory', mount('disks/2'), '/work/disks/2'],
  ])('PersistentVolume: %s', (_, volume, expected) => {
    expect(volumePlace('/work', volume).path).toBe(expected);
  });

  test.each([
    ['a name that leaves the directory', disk(1, '..')],
    ['a name that is a path', disk(1, 'a/b')],
    ['a hidden name', disk(1, '.v1')],
    ['a name with a control character', disk(1, 'a\u0000b')],
    ['a name of 256 bytes', disk(1, 'v'.repeat(256))],
    ['no role', disk(1, 'v1', { reservations: [] })],
    ['a root that leaves the directory', path('../other')],
    ['a root in pieces', mount('/mnt/./fast')],
    ['a root that is the file system', mount('/')],
    ['a root that is the work directory', mount('/work')],
    ['a root around the work directory', mount('/')],
    ["a root that has the agent's own files", mount('/work/meta')],
    ["a root in the agent's own files", mount('meta/resources')],
    ['a disk without a file system', onDisk({ type: 'RAW' })],
    ['a disk of a provider', onDisk({ type: 'MOUNT', id: 'd1', mount: { root: '/mnt/x' } })],
  ])('is not given to one with %s', (_, volume) => {
    expect(() => volumePlace('/work', volume)).toThrow(
      expect.objectContaining({ code: 'VOLUME_PATH_INVALID' }),
    );
  });
});

describe('the directories of volumes, on a real disk', () => {
  const root = mkdtempSync(join(tmpdir(), 'quorate-volumes-'));
  const workDirectory = join(root, 'work');
  const volumes = new PersistentVolumes({ fileSystem: nodeFileSystem(), workDirectory });
  const folder = join(workDirectory, 'volumes/roles/web');
  const mountRoot = join(root, 'fast');
  const MOUNTED = disk(64, 'm1', { source: { type: 'MOUNT', mount: { root: mountRoot } } });
  const NONE = Resources.EMPTY;
  const V1 = Resources.of(disk(64, 'v1'));

  afterEach(() => {
    for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
  });

  afterAll(() => rmSync(root, { recursive: true }));

  test('PreparePersistentVolume: a directory is there after CREATE, with mode 0700', async () => {
    await volumes.sync(NONE, V1);
    await volumes.sync(NONE, V1); // as after a crash
    expect(readdirSync(folder)).toEqual(['v1']);
  });

  test('what is in a directory that is there already stays', async () => {
    mkdirSync(join(folder, 'v1'), { recursive: true });
    writeFileSync(join(folder, 'v1/data'), 'data');
    await volumes.sync(NONE, V1);
    expect(readdirSync(join(folder, 'v1'))).toEqual(['data']);
  });

  test('DESTROY removes all that is in it, and follows no link', async () => {
    mkdirSync(join(root, 'elsewhere'));
    writeFileSync(join(root, 'elsewhere/data'), 'data');
    await volumes.sync(NONE, V1);
    mkdirSync(join(folder, 'v1/a/b'), { recursive: true });
    symlinkSync(join(root, 'elsewhere'), join(folder, 'v1/a/link'));
    await volumes.sync(V1, NONE);
    await volumes.sync(V1, NONE); // as after a crash
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(join(root, 'elsewhere'))).toEqual(['data']);
  });

  test('the root of a MOUNT disk is emptied and stays', async () => {
    mkdirSync(mountRoot);
    await volumes.sync(NONE, Resources.of(MOUNTED));
    writeFileSync(join(mountRoot, 'data'), 'data');
    await volumes.sync(Resources.of(MOUNTED), NONE);
    expect(readdirSync(mountRoot)).toEqual([]);
  });

  test('a disk that is not mounted is neither made nor passed over', async () => {
    const mounted = Resources.of(MOUNTED);
    await expect(volumes.sync(NONE, mounted)).rejects.toMatchObject({
      code: 'VOLUME_CREATE_FAILED',
    });
    await expect(volumes.sync(mounted, NONE)).rejects.toMatchObject({
      code: 'VOLUME_REMOVE_FAILED',
    });
    expect(existsSync(mountRoot)).toBe(false);
  });

  test("a file or a link in a volume's place is refused", async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'v1'), 'a file');
    await expect(volumes.sync(NONE, V1)).rejects.toMatchObject({ code: 'VOLUME_CREATE_FAILED' });
    rmSync(join(folder, 'v1'));
    symlinkSync(root, join(folder, 'v1'));
    await expect(volumes.sync(NONE, V1)).rejects.toMatchObject({ code: 'VOLUME_CREATE_FAILED' });
    symlinkSync(root, mountRoot);
    const mounted = Resources.of(MOUNTED);
    await expect(volumes.sync(NONE, mounted)).rejects.toMatchObject({
      code: 'VOLUME_CREATE_FAILED',
    });
  });

  test('volumes that would share a directory are refused', async () => {
    mkdirSync(mountRoot);
    const twice = Resources.of(
      MOUNTED,
      disk(32, 'm2', { source: MOUNTED.disk?.source ?? { type: 'RAW' } }),
    );
    await expect(volumes.sync(NONE, twice)).rejects.toMatchObject({ code: 'VOLUME_PATH_INVALID' });
  });
});
