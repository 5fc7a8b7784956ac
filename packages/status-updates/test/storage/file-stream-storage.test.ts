// What only this storage does; the suite for all storages is in stream-storage.test.ts.
import { describe, expect, test } from '@jest/globals';
import type { FileSystem, OpenOptions } from '@quorate/checkpoint';
import { SimulatedDisk } from '@quorate/checkpoint/testing';
import { fileStreamStorage } from '@quorate/status-updates';
import { makeFile } from '../support/files.ts';

const at = (stream: number): string => `/streams/${stream}/updates`;
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

/** A file system on which a program may have so many files open. */
function limited(inner: FileSystem, filesMax: number) {
  const state = { open: 0, peak: 0, opened: 0 };
  const open = async (path: string, options: OpenOptions) => {
    if (state.open >= filesMax) throw Object.assign(new Error('EMFILE'), { code: 'EMFILE' });
    state.open++;
    state.opened++;
    state.peak = Math.max(state.peak, state.open);
    const handle = await inner.open(path, options);
    return {
      read: handle.read.bind(handle),
      write: handle.write.bind(handle),
      truncate: handle.truncate.bind(handle),
      size: handle.size.bind(handle),
      sync: handle.sync.bind(handle),
      close: () => {
        state.open--;
        return handle.close();
      },
    };
  };
  const methods = ['readFile', 'rename', 'unlink', 'mkdir', 'rmdir'] as const;
  const others = ['readDirectory', 'stat', 'syncDirectory'] as const;
  const rest = Object.fromEntries(
    [...methods, ...others].map((name) => [name, inner[name].bind(inner)]),
  );
  return { fileSystem: { ...rest, open } as FileSystem, state };
}

describe('open files', () => {
  test('those that were written last stay open, up to the limit', async () => {
    const { fileSystem, state } = limited(new SimulatedDisk().start(), 100);
    const storage = fileStreamStorage({ fileSystem, openFilesMax: 2 });
    for (const stream of [0, 1, 2]) {
      await storage.create(at(stream), 'refuse');
      await storage.append(at(stream), 0, bytes(stream));
    }
    expect(state.open).toBe(2);
    const { opened } = state;
    await storage.append(at(1), 1, bytes(1));
    await storage.append(at(2), 1, bytes(2));
    expect(state.opened).toBe(opened);
    await storage.append(at(0), 1, bytes(0));
    expect([state.opened, state.open]).toEqual([opened + 1, 2]);
    await storage.close();
    expect(state.open).toBe(0);
  });

  test('a program that may have fewer open closes one, and tries again', async () => {
    const { fileSystem, state } = limited(new SimulatedDisk().start(), 2);
    const storage = fileStreamStorage({ fileSystem });
    for (let stream = 0; stream < 5; stream++) {
      await storage.create(at(stream), 'refuse');
      await storage.append(at(stream), 0, bytes(stream));
    }
    expect(state.peak).toBe(2);
    for (let stream = 0; stream < 5; stream++) {
      await storage.append(at(stream), 1, bytes(9));
      expect(await storage.read(at(stream))).toEqual({ type: 'file', bytes: bytes(stream, 9) });
    }
    await storage.close();
  });

  test('appends to more files at once than may be open', async () => {
    const { fileSystem } = limited(new SimulatedDisk().start(), 50);
    const storage = fileStreamStorage({ fileSystem, openFilesMax: 3 });
    const streams = Array.from({ length: 20 }, (_, stream) => stream);
    await Promise.all(
      streams.map(async (stream) => {
        await storage.create(at(stream), 'refuse');
        await storage.append(at(stream), 0, bytes(1, 2));
        await storage.append(at(stream), 2, bytes(3));
      }),
    );
    for (const stream of streams) {
      expect(await storage.read(at(stream))).toEqual({ type: 'file', bytes: bytes(1, 2, 3) });
    }
  });
});

describe('appends', () => {
  test('a file that another program writes to is left alone', async () => {
    const fileSystem = new SimulatedDisk().start();
    await makeFile(fileSystem, at(0), bytes(1, 2, 3));
    const storage = fileStreamStorage({ fileSystem });
    const failed = { code: 'STREAM_FAILED', outcome: 'definite' };
    await expect(storage.append(at(0), 2, bytes())).rejects.toMatchObject(failed);
    await expect(storage.append(at(0), 4, bytes(5))).rejects.toMatchObject(failed);
    expect(await storage.read(at(0))).toEqual({ type: 'file', bytes: bytes(1, 2, 3) });
  });

  test('what is there may be written again, with more behind it', async () => {
    const fileSystem = new SimulatedDisk().start();
    await makeFile(fileSystem, at(0), bytes(1, 2, 3));
    const storage = fileStreamStorage({ fileSystem });
    await storage.append(at(0), 1, bytes(2, 3, 4));
    expect(await storage.read(at(0))).toEqual({ type: 'file', bytes: bytes(1, 2, 3, 4) });
  });

  test('a file that could not be made is not in the way of the next attempt', async () => {
    const disk = new SimulatedDisk();
    await makeFile(disk.start(), '/streams/0/other', bytes());
    const storage = fileStreamStorage({ fileSystem: disk.start({ at: 2, fault: 'sync-error' }) });
    await expect(storage.create(at(0), 'refuse')).rejects.toMatchObject({ code: 'EIO' });
    expect(await storage.create(at(0), 'refuse')).toBe(0);
  });
});
