import {
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { frameRecords, RECORD_FILE_SIZE_BYTES_MAX, RecordFile } from '@quorate/checkpoint';
import type { RecordFileOptions } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { bytes, hex, text } from './support/bytes.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';
import { failing, watched } from './support/watched-file-system.ts';
import type { FileSystemCall } from './support/watched-file-system.ts';

const at = temporaryDirectory();
const opened: RecordFile[] = [];

async function open(options: Partial<RecordFileOptions> = {}): Promise<RecordFile> {
  const defaults = { fileSystem: nodeFileSystem(), path: at('records') };
  const file = await RecordFile.open({ ...defaults, ...options });
  opened.push(file);
  return file;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((file) => file.close().catch(() => undefined)));
});

const texts = (file: RecordFile): readonly string[] => file.records.map(({ bytes }) => text(bytes));
const onDisk = (): Uint8Array => new Uint8Array(readFileSync(at('records')));

describe.each(['none', 'crc32c'] as const)('checksum %s', (checksum) => {
  const headerBytes = checksum === 'none' ? 4 : 8;

  test('what was appended is there when it is opened again, in order', async () => {
    await using file = await open({ checksum });
    expect(await file.append([bytes('a'), bytes('bb')])).toBe(0);
    expect(await file.append([bytes('c')])).toBe(2 * headerBytes + 3);
    expect(file.sizeBytes).toBe(3 * headerBytes + 4);
    expect(file.sizeBytes).toBe(statSync(at('records')).size);
    await file.close();
    const again = await open({ checksum });
    expect(texts(again)).toEqual(['a', 'bb', 'c']);
    expect(again.records.map(({ offset }) => offset)[2]).toBe(2 * headerBytes + 3);
    expect(again.cutBytes).toBe(0);
  });

  test('a torn end is cut off, durably, before anything is appended', async () => {
    const whole = frameRecords([bytes('whole')], checksum);
    const torn = frameRecords([bytes('torn')], checksum).subarray(0, -1);
    writeFileSync(at('records'), Buffer.concat([whole, torn]));
    const calls: FileSystemCall[] = [];
    const fileSystem = watched(nodeFileSystem(), (call) => void calls.push(call));
    const file = await open({ checksum, fileSystem });
    expect(texts(file)).toEqual(['whole']);
    expect(file.cutBytes).toBe(torn.length);
    expect(onDisk()).toEqual(whole);
    const changes = checksum === 'none' ? ['truncate'] : ['truncate', 'write'];
    expect(calls.slice(3)).toEqual([...changes, 'sync', 'syncDirectory']);
    await file.append([bytes('next')]);
    await file.close();
    expect(texts(await open({ checksum }))).toEqual(['whole', 'next']);
  });

  test('damage is an error that names its place and changes nothing, unless it may be cut', async () => {
    const first = frameRecords([bytes('first')], checksum);
    const damaged = frameRecords([bytes('damaged')], checksum);
    damaged[1] = 0x40; // of the length
    const file = Buffer.concat([first, damaged, frameRecords([bytes('last')], checksum)]);
    writeFileSync(at('records'), file);
    await expect(open({ checksum })).rejects.toMatchObject({
      code: 'CHECKPOINT_CORRUPT',
      message: expect.stringContaining(`at byte ${first.length}`),
    });
    expect(onDisk()).toEqual(new Uint8Array(file));
    expect(texts(await open({ checksum, onCorrupt: 'truncate' }))).toEqual(['first']);
    expect(onDisk()).toEqual(first);
  });

  test('read with the wrong checksum nothing is cut off', async () => {
    const file = frameRecords([bytes('one'), bytes('two')], checksum);
    writeFileSync(at('records'), file);
    const wrong = checksum === 'none' ? 'crc32c' : 'none';
    await expect(open({ checksum: wrong, onCorrupt: 'truncate' })).rejects.toMatchObject({
      code: 'CHECKPOINT_OPTION_INVALID',
      message: expect.stringContaining(`'${checksum}'`),
    });
    expect(onDisk()).toEqual(file);
  });
});

test('the framing without checksums is that of Mesos', async () => {
  const file = await open();
  await file.append([bytes('ab'), bytes('c')]);
  expect(onDisk()).toEqual(hex('02 00 00 00 61 62 01 00 00 00 63'));
});

test('what it finds it makes durable: who wrote it may have crashed before the sync', async () => {
  writeFileSync(at('records'), frameRecords([bytes('a')]));
  const calls: FileSystemCall[] = [];
  const fileSystem = watched(nodeFileSystem(), (call) => void calls.push(call));
  await open({ fileSystem, create: 'never' });
  expect(calls).toEqual(['open', 'size', 'read', 'sync', 'syncDirectory']);
});

describe('group commit', () => {
  test('appends that wait share one write and one sync, in the order of the calls', async () => {
    const counts = { write: 0, sync: 0 };
    const fileSystem = watched(nodeFileSystem(), (call) => {
      if (call === 'write' || call === 'sync') counts[call]++;
    });
    const file = await open({ fileSystem });
    counts.sync = 0;
    const appends = Array.from({ length: 100 }, (_, index) => file.append([bytes(`${index}`)]));
    const offsets = await Promise.all(appends);
    expect(counts).toEqual({ write: 2, sync: 2 }); // the first, and all that came meanwhile
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    await file.close();
    const again = await open();
    expect(texts(again)).toEqual(appends.map((_, index) => `${index}`));
    expect(again.records.map(({ offset }) => offset)).toEqual(offsets);
  });

  test('nothing resolves before its sync', async () => {
    let release: () => void = () => undefined;
    let hold = false;
    const held = new Promise<void>((resolve) => (release = resolve));
    const fileSystem = watched(nodeFileSystem(), (call) =>
      hold && call === 'sync' ? held : undefined,
    );
    const file = await open({ fileSystem });
    hold = true;
    let isDone = false;
    const appending = file.append([bytes('a')]).then(() => (isDone = true));
    while (onDisk().length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(isDone).toBe(false);
    expect(file.sizeBytes).toBe(0);
    release();
    await appending;
    expect(file.sizeBytes).toBe(5);
  });

  test('no records are appended, and that is durable too', async () => {
    const file = await open();
    await file.append([bytes('a')]);
    expect(await file.append([])).toBe(5);
    expect(onDisk().length).toBe(5);
  });
});

describe('after a failure it is out of use', () => {
  test.each([
    ['write', 'EIO', 'CHECKPOINT_FAILED'],
    ['write', 'ENOSPC', 'CHECKPOINT_DISK_FULL'],
    ['sync', 'EIO', 'CHECKPOINT_SYNC_FAILED'],
    ['sync', 'ENOSPC', 'CHECKPOINT_DISK_FULL'],
  ] as const)('%s fails with %s: %s', async (call, errno, code) => {
    const nth = call === 'sync' ? 2 : 1; // the first sync is that of the opening
    const counts = { write: 0, sync: 0 };
    const fileSystem = watched(failing(nodeFileSystem(), call, errno, { nth }), (made) => {
      if (made === 'write' || made === 'sync') counts[made]++;
    });
    const file = await open({ fileSystem });
    const first = file.append([bytes('a')]);
    const waiting = file.append([bytes('b')]);
    await expect(first).rejects.toMatchObject({ code, outcome: 'unknown', cause: { code: errno } });
    await expect(waiting).rejects.toMatchObject({
      code: 'CHECKPOINT_FAILED',
      outcome: 'definite',
      message: expect.stringContaining(errno),
      cause: { code },
    });
    const before = { ...counts };
    await expect(file.append([bytes('c')])).rejects.toMatchObject({
      code: 'CHECKPOINT_FAILED',
      outcome: 'definite',
      message: expect.stringContaining(errno),
    });
    expect(counts).toEqual(before); // an fsync is not tried again
    await file.close();
  });
});

describe('opening', () => {
  test('creates the file for nobody else to read; exclusively, or not at all', async () => {
    await expect(open({ create: 'never' })).rejects.toMatchObject({
      code: 'CHECKPOINT_PARENT_MISSING',
    });
    await open({ create: 'exclusive' });
    expect(statSync(at('records')).mode & 0o777).toBe(0o600);
    await expect(open({ create: 'exclusive' })).rejects.toMatchObject({
      code: 'CHECKPOINT_EXISTS',
      outcome: 'definite',
    });
    await open({ create: 'never' });
  });

  test('refuses links, directories and missing parents', async () => {
    writeFileSync(at('precious'), 'precious');
    symlinkSync(at('precious'), at('link'));
    mkdirSync(at('directory'));
    const code = 'CHECKPOINT_TARGET_INVALID';
    await expect(open({ path: at('link') })).rejects.toMatchObject({ code });
    await expect(open({ path: at('directory') })).rejects.toMatchObject({ code });
    await expect(open({ path: at('none', 'file') })).rejects.toMatchObject({
      code: 'CHECKPOINT_PARENT_MISSING',
    });
    expect(readFileSync(at('precious'), 'utf8')).toBe('precious');
  });

  test.each([
    ['open', 'EACCES', 'CHECKPOINT_FAILED'],
    ['size', 'EIO', 'CHECKPOINT_FAILED'],
    ['read', 'EIO', 'CHECKPOINT_FAILED'],
    ['sync', 'EIO', 'CHECKPOINT_SYNC_FAILED'],
    ['syncDirectory', 'EIO', 'CHECKPOINT_SYNC_FAILED'],
  ] as const)('%s fails with %s: %s, and nothing stays open', async (call, errno, code) => {
    let openCount = 0;
    const fileSystem = watched(failing(nodeFileSystem(), call, errno), (made) => {
      if (made === 'open' && call !== 'open') openCount++;
      if (made === 'close') openCount--;
    });
    await expect(open({ fileSystem })).rejects.toMatchObject({ code });
    expect(openCount).toBe(0);
  });

  test('a file whose name could not be synced is created anew by who tries again', async () => {
    const fileSystem = failing(nodeFileSystem(), 'syncDirectory', 'EIO');
    await expect(open({ fileSystem })).rejects.toMatchObject({ code: 'CHECKPOINT_SYNC_FAILED' });
    expect(existsSync(at('records'))).toBe(false);
    writeFileSync(at('records'), frameRecords([bytes('a')]));
    const again = failing(nodeFileSystem(), 'syncDirectory', 'EIO');
    await expect(open({ fileSystem: again })).rejects.toMatchObject({});
    expect(existsSync(at('records'))).toBe(true); // with records it stays
  });

  test('a file that is too large to be read is refused unread', async () => {
    writeFileSync(at('records'), '');
    truncateSync(at('records'), RECORD_FILE_SIZE_BYTES_MAX + 1); // sparse
    await expect(open()).rejects.toMatchObject({ code: 'CHECKPOINT_TOO_LARGE' });
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 31])('recordSizeBytesMax %p is refused', async (max) => {
    await expect(open({ recordSizeBytesMax: max })).rejects.toMatchObject({
      code: 'CHECKPOINT_OPTION_INVALID',
    });
    expect(existsSync(at('records'))).toBe(false);
  });
});

describe('limits', () => {
  test('a record that is too large is refused, alone', async () => {
    const file = await open({ recordSizeBytesMax: 3 });
    const [tooLarge, fits] = [
      file.append([bytes('a'), bytes('four')]),
      file.append([bytes('abc')]),
    ];
    await expect(tooLarge).rejects.toMatchObject({
      code: 'CHECKPOINT_TOO_LARGE',
      outcome: 'definite',
    });
    expect(await fits).toBe(0);
    await file.close();
    await expect(open({ recordSizeBytesMax: 2 })).rejects.toMatchObject({
      code: 'CHECKPOINT_CORRUPT',
    });
  });

  test('a file that would be too large to be read again is not written', async () => {
    const file = await open({ recordSizeBytesMax: 2 ** 30 });
    const sized = (length: number): Uint8Array => ({ length }) as Uint8Array;
    const appending = file.append([bytes('a')]);
    const full = RECORD_FILE_SIZE_BYTES_MAX - 4;
    // The first one would fit without the append under way, which counts.
    for (const length of [full, full - 4]) {
      await expect(file.append([sized(length)])).rejects.toMatchObject({
        code: 'CHECKPOINT_TOO_LARGE',
        outcome: 'definite',
      });
    }
    expect(await appending).toBe(0);
    await file.append([bytes('b')]);
  });

  test('an empty record looks like zeros at the end, unless it has a checksum', async () => {
    const file = await open();
    await expect(file.append([bytes('a'), new Uint8Array()])).rejects.toMatchObject({
      code: 'CHECKPOINT_OPTION_INVALID',
      outcome: 'definite',
    });
    const summed = await open({ path: at('summed'), checksum: 'crc32c' });
    await summed.append([new Uint8Array()]);
    await summed.close();
    expect(texts(await open({ path: at('summed'), checksum: 'crc32c' }))).toEqual(['']);
    writeFileSync(at('records'), Buffer.concat([frameRecords([bytes('a')]), Buffer.alloc(12)]));
    await expect(open()).rejects.toMatchObject({ code: 'CHECKPOINT_CORRUPT' });
  });
});

describe('closing', () => {
  test('waits for the appends, once, and refuses what comes then', async () => {
    const file = await open();
    const appending = file.append([bytes('a')]);
    const closing = file.close();
    await expect(file.append([bytes('b')])).rejects.toMatchObject({
      code: 'CHECKPOINT_CLOSED',
      outcome: 'definite',
    });
    await closing;
    expect(await appending).toBe(0);
    expect(file.close()).toBe(closing);
    await file[Symbol.asyncDispose]();
    expect(texts(await open())).toEqual(['a']);
  });
});
