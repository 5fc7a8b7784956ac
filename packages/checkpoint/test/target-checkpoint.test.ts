import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { replaceFile, TargetCheckpoint } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { bytes, text } from './support/bytes.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';
import { errnoError, failing, watched } from './support/watched-file-system.ts';
import type { FileSystemCall } from './support/watched-file-system.ts';

const at = temporaryDirectory();

/** The state: the names of directories that have to exist, and no others. */
type Volumes = readonly string[];

let steps: string[] = [];
beforeEach(() => {
  steps = [];
});

function checkpointOf(fileSystem: FileSystem = nodeFileSystem()): TargetCheckpoint<Volumes> {
  return new TargetCheckpoint<Volumes>({
    fileSystem,
    path: at('meta', 'state'),
    targetPath: at('meta', 'state.target'),
    encode: (volumes) => bytes(JSON.stringify(volumes)),
    decode: (content) => JSON.parse(text(content)) as Volumes,
  });
}

/** Notes what it is asked for. */
async function apply(committed: Volumes | undefined, target: Volumes): Promise<void> {
  steps.push(`${committed?.join() ?? 'nothing'} to ${target.join()}`);
}

const refuse = async (): Promise<void> => {
  throw new Error('no device');
};

const onDisk = (name: string): unknown =>
  existsSync(at('meta', name)) ? JSON.parse(readFileSync(at('meta', name), 'utf8')) : undefined;

function plant(name: string, content: unknown): void {
  mkdirSync(at('meta'), { recursive: true });
  writeFileSync(at('meta', name), JSON.stringify(content));
}

describe('in fair weather', () => {
  test('nothing is there at first; each commit takes the steps from the state before', async () => {
    const checkpoint = checkpointOf();
    expect(await checkpoint.recover(apply)).toBeUndefined();
    await checkpoint.commit(['a'], apply);
    await checkpoint.commit(['a', 'b'], apply);
    expect(steps).toEqual(['nothing to a', 'a to a,b']);
    expect(checkpoint.committed).toEqual(['a', 'b']);
    expect(readdirSync(at('meta'))).toEqual(['state']);
    expect(await checkpointOf().recover(apply)).toEqual(['a', 'b']);
    expect(steps).toHaveLength(2);
  });

  test('the target is durable before the steps, and committed, durably, after them', async () => {
    const calls: (FileSystemCall | 'apply')[] = [];
    const fileSystem = watched(nodeFileSystem(), (call) => void calls.push(call));
    const checkpoint = checkpointOf(fileSystem);
    await checkpoint.recover(apply);
    await checkpoint.commit(['a'], apply);
    calls.length = 0;
    await checkpoint.commit(['b'], async () => {
      expect(onDisk('state.target')).toEqual(['b']);
      expect(onDisk('state')).toEqual(['a']);
      expect(checkpoint.committed).toEqual(['a']);
      calls.push('apply');
    });
    const from = calls.indexOf('write');
    expect(calls.slice(from)).toEqual([
      ...['write', 'sync', 'close', 'rename', 'syncDirectory'],
      ...['syncDirectory', 'apply', 'rename', 'syncDirectory'],
    ]);
  });
});

describe('a target that was left', () => {
  test('is finished before anything else', async () => {
    plant('state', ['a']);
    plant('state.target', ['a', 'b']);
    const checkpoint = checkpointOf();
    const recovered = await checkpoint.recover(async (committed, target) => {
      expect(onDisk('state')).toEqual(['a']);
      await apply(committed, target);
    });
    expect(recovered).toEqual(['a', 'b']);
    expect(steps).toEqual(['a to a,b']);
    expect(readdirSync(at('meta'))).toEqual(['state']);
  });

  test('of a first commit, too', async () => {
    plant('state.target', ['a']);
    expect(await checkpointOf().recover(apply)).toEqual(['a']);
    expect(steps).toEqual(['nothing to a']);
  });

  test('stays as long as the steps fail, and is never told as done', async () => {
    plant('state', ['a']);
    plant('state.target', ['b']);
    for (let start = 1; start <= 3; start++) {
      const checkpoint = checkpointOf();
      await expect(checkpoint.recover(refuse)).rejects.toMatchObject({
        code: 'CHECKPOINT_FAILED',
        message: expect.stringContaining('no device'),
      });
      expect(onDisk('state')).toEqual(['a']);
      expect(onDisk('state.target')).toEqual(['b']);
    }
    expect(await checkpointOf().recover(apply)).toEqual(['b']);
  });

  test('temporary files of these two are swept, those of others are not', async () => {
    plant('.state.4.tmp', []);
    plant('.state.target.5.tmp', []);
    plant('.other.6.tmp', []);
    await checkpointOf().recover(apply);
    expect(readdirSync(at('meta'))).toEqual(['.other.6.tmp']);
  });
});

describe('an error puts it out of use until the next start', () => {
  test('in the steps: the target stays, and the next start takes them', async () => {
    const checkpoint = checkpointOf();
    await checkpoint.recover(apply);
    await checkpoint.commit(['a'], apply);
    await expect(checkpoint.commit(['b'], refuse)).rejects.toMatchObject({
      code: 'CHECKPOINT_FAILED',
      outcome: 'unknown',
      message: expect.stringContaining('no device'),
    });
    expect(checkpoint.committed).toEqual(['a']);
    for (const call of [checkpoint.commit(['c'], apply), checkpoint.recover(apply)]) {
      await expect(call).rejects.toMatchObject({
        code: 'CHECKPOINT_FAILED',
        outcome: 'definite',
        message: expect.stringContaining('no device'),
      });
    }
    steps = [];
    expect(await checkpointOf().recover(apply)).toEqual(['b']);
    expect(steps).toEqual(['a to b']);
  });

  test('an errno of the steps is not taken for one of the file', async () => {
    const checkpoint = checkpointOf();
    await checkpoint.recover(apply);
    const committing = checkpoint.commit(['a'], async () => {
      throw errnoError('ENOENT');
    });
    await expect(committing).rejects.toMatchObject({ code: 'CHECKPOINT_FAILED' });
  });

  test.each([
    ['write', 1, 'ENOSPC', 'CHECKPOINT_DISK_FULL', ['a']],
    ['sync', 1, 'EIO', 'CHECKPOINT_SYNC_FAILED', ['a']],
    ['rename', 1, 'EIO', 'CHECKPOINT_FAILED', ['a']],
    ['rename', 2, 'EIO', 'CHECKPOINT_FAILED', ['b']],
    ['syncDirectory', 1, 'EIO', 'CHECKPOINT_SYNC_FAILED', ['b']],
    ['syncDirectory', 2, 'EIO', 'CHECKPOINT_SYNC_FAILED', ['b']],
    ['syncDirectory', 3, 'EIO', 'CHECKPOINT_SYNC_FAILED', ['b']],
  ] as const)('%s number %i fails with %s: %s, then %j', async (call, nth, errno, code, then) => {
    let isArmed = false;
    let count = 0;
    const fileSystem = watched(nodeFileSystem(), (made) => {
      if (isArmed && made === call && ++count === nth) throw errnoError(errno);
    });
    const checkpoint = checkpointOf(fileSystem);
    await checkpoint.recover(apply);
    await checkpoint.commit(['a'], apply);
    isArmed = true;
    await expect(checkpoint.commit(['b'], apply)).rejects.toMatchObject({ code });
    expect(checkpoint.committed).toEqual(['a']);
    await expect(checkpoint.commit(['b'], apply)).rejects.toMatchObject({
      code: 'CHECKPOINT_FAILED',
    });
    expect(await checkpointOf().recover(apply)).toEqual(then);
  });

  test('no steps are taken for a target whose name could not be synced', async () => {
    plant('state.target', ['a']);
    const fileSystem = failing(nodeFileSystem(), 'syncDirectory', 'EIO');
    await expect(checkpointOf(fileSystem).recover(apply)).rejects.toMatchObject({
      code: 'CHECKPOINT_SYNC_FAILED',
    });
    expect(steps).toEqual([]);
  });
});

describe('files that cannot be read', () => {
  test.each(['state', 'state.target'])('%s holds no state: named, and left alone', async (name) => {
    plant('state', ['a']);
    plant('state.target', ['b']);
    writeFileSync(at('meta', name), '["a"');
    const checkpoint = checkpointOf();
    await expect(checkpoint.recover(apply)).rejects.toMatchObject({
      code: 'CHECKPOINT_CORRUPT',
      message: expect.stringContaining(at('meta', name)),
    });
    expect(steps).toEqual([]);
    expect(readFileSync(at('meta', name), 'utf8')).toBe('["a"');
    await expect(checkpoint.commit(['c'], apply)).rejects.toMatchObject({
      code: 'CHECKPOINT_FAILED',
    });
  });

  test('an error of reading is not taken for an empty start', async () => {
    plant('state', ['a']);
    const fileSystem = failing(nodeFileSystem(), 'readFile', 'EIO');
    await expect(checkpointOf(fileSystem).recover(apply)).rejects.toMatchObject({
      code: 'CHECKPOINT_FAILED',
    });
  });
});

describe('use', () => {
  test('recover comes first, once, and commits one at a time', async () => {
    const checkpoint = checkpointOf();
    const code = 'CHECKPOINT_OPTION_INVALID';
    await expect(checkpoint.commit(['a'], apply)).rejects.toMatchObject({ code });
    await checkpoint.recover(apply);
    await expect(checkpoint.recover(apply)).rejects.toMatchObject({ code });
    const first = checkpoint.commit(['a'], apply);
    await expect(checkpoint.commit(['b'], apply)).rejects.toMatchObject({
      code,
      outcome: 'definite',
    });
    await first; // which the refused call did not harm
    await checkpoint.commit(['b'], apply);
    expect(checkpoint.committed).toEqual(['b']);
  });

  test('both files are in one directory', () => {
    expect(
      () =>
        new TargetCheckpoint<Volumes>({
          fileSystem: nodeFileSystem(),
          path: '/a/state',
          targetPath: '/b/state',
          encode: () => new Uint8Array(),
          decode: () => [],
        }),
    ).toThrow(expect.objectContaining({ code: 'CHECKPOINT_OPTION_INVALID' }));
  });

  test('a state too large to be read again is not written', async () => {
    const checkpoint = new TargetCheckpoint<Volumes>({
      fileSystem: nodeFileSystem(),
      path: at('meta', 'state'),
      targetPath: at('meta', 'state.target'),
      encode: () => ({ length: 2 ** 28 + 1 }) as Uint8Array,
      decode: () => [],
    });
    await checkpoint.recover(apply);
    await expect(checkpoint.commit(['a'], apply)).rejects.toMatchObject({
      code: 'CHECKPOINT_TOO_LARGE',
      outcome: 'definite',
    });
    expect(steps).toEqual([]);
    expect(existsSync(at('meta'))).toBe(false);
  });

  test('a second file in another format is kept in step from the steps', async () => {
    const fileSystem = nodeFileSystem();
    const withLegacy = async (_: Volumes | undefined, target: Volumes): Promise<void> =>
      replaceFile(fileSystem, at('meta', 'legacy'), bytes(JSON.stringify(target.length)));
    const checkpoint = checkpointOf(fileSystem);
    await checkpoint.recover(withLegacy);
    await checkpoint.commit(['a', 'b'], withLegacy);
    expect(onDisk('legacy')).toBe(2);
    plant('state.target', ['a']); // a crash before the steps
    await checkpointOf(fileSystem).recover(withLegacy);
    expect(onDisk('legacy')).toBe(1);
  });
});
