import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { read, redirect, write } from '@quorate/process/node';
import { expectDiscarded, expectFailed, expectReady } from '@quorate/process/testing';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorate-io-'));
  path = join(folder, 'file');
});

afterEach(() => rmSync(folder, { recursive: true }));

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** Runs `use` with a descriptor of a file that holds `content`. */
async function withFile<T>(content: string, use: (fd: number) => PromiseLike<T>): Promise<T> {
  writeFileSync(path, content);
  const fd = openSync(path, 'r+');
  try {
    return await use(fd);
  } finally {
    closeSync(fd);
  }
}

/** Runs `use` with both ends of a connection. */
async function withSockets(use: (near: Socket, far: Socket) => Promise<void>): Promise<void> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const near = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const far = await new Promise<Socket>((resolve) => server.once('connection', resolve));
  try {
    await use(near, far);
  } finally {
    near.destroy();
    far.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('IOTest', () => {
  test('Read: what is there, at once, and nothing at the end', async () => {
    const stream = new PassThrough();
    expect(await read(stream, 0)).toHaveLength(0);
    const waiting = read(stream, 3);
    expect(waiting.isPending).toBe(true);
    stream.write('hello');
    expect(text(await waiting)).toBe('hel');
    expect(text(await read(stream, 100))).toBe('lo');
    const discarded = read(stream, 3);
    discarded.discard();
    await expectDiscarded(discarded);
    stream.end('world'); // nothing of it is lost
    expect(text(await read(stream, 5))).toBe('world');
    expect(await read(stream, 5)).toHaveLength(0);
    expect(await read(stream, 5)).toHaveLength(0);
  });

  test('Read: a descriptor that may block, or is closed, fails', async () => {
    await withSockets(async (near) => {
      const { fd } = (near as unknown as { _handle: { fd: number } })._handle;
      await expectFailed(read(fd, 1), 'IO_DESCRIPTOR_BLOCKING');
      await expectFailed(write(fd, 'x'), 'IO_DESCRIPTOR_BLOCKING');
    });
    const closed = await withFile('', (fd) => Promise.resolve(fd));
    const { cause } = await expectFailed(read(closed, 1), 'IO_FAILED');
    expect(cause).toMatchObject({ code: 'EBADF' });
    await expectFailed(write(closed, 'x'), 'IO_FAILED');
  });

  test('BufferedRead: all of a file, and of a pipe, however much that is', async () => {
    const content = 'x'.repeat(300_000);
    expect(text(await withFile(content, (fd) => read(fd)))).toBe(content);
    const stream = new PassThrough();
    const all = read(stream);
    stream.end(content);
    expect(text(await all)).toBe(content);
    expect(await read(stream)).toHaveLength(0);
    stream.destroy();
    const broken = new PassThrough();
    const partly = read(broken);
    broken.write('x');
    broken.destroy();
    await expectFailed(partly, 'IO_CLOSED');
    await expectFailed(read(broken), 'IO_CLOSED');
  });

  test('Write: all of it; a pipe that nobody reads fails', async () => {
    const stream = new PassThrough();
    await write(stream, '');
    await write(stream, 'hello ');
    await write(stream, new TextEncoder().encode('world'));
    expect(text(await read(stream, 100))).toBe('hello world');
    stream.end();
    await expectFailed(write(stream, 'x'), 'IO_CLOSED');
    expect(
      await withFile('', async (fd) => {
        await write(fd, 'hello ');
        await write(fd, 'x'.repeat(200_000));
        return readFileSync(path, 'utf8').length;
      }),
    ).toBe(200_006);
    await withSockets(async (near, far) => {
      far.resetAndDestroy();
      const broken = async (): Promise<void> => {
        for (;;) await write(near, 'x'.repeat(100_000));
      };
      await expect(broken()).rejects.toMatchObject({ code: expect.stringMatching(/^IO_/) });
    });
  });

  test('BlockingWrite: waits until there is room, and may be given up until then', async () => {
    const stream = new PassThrough({ highWaterMark: 10 });
    const full = 'x'.repeat(200_000);
    const first = write(stream, full);
    const second = write(stream, 'second');
    expect([first.isPending, second.isPending]).toEqual([true, true]);
    second.discard();
    await expectDiscarded(second);
    const all = read(stream);
    await expectReady(first);
    stream.end();
    expect(text(await all)).toBe(full);
  });

  test('Redirect: all that comes goes there, and the hook sees it before', async () => {
    const seen: string[] = [];
    const from = new PassThrough();
    const written = await withFile('', async (fd) => {
      const redirected = redirect(from, fd, { onData: (chunk) => seen.push(text(chunk)) });
      from.write('hello ');
      await new Promise((resolve) => setImmediate(resolve));
      expect(redirected.isPending).toBe(true);
      from.end('world');
      await redirected;
      return readFileSync(path, 'utf8');
    });
    expect([written, seen.join('')]).toEqual(['hello world', 'hello world']);
    const nowhere = new PassThrough();
    nowhere.end('lost');
    await expectReady(redirect(nowhere, undefined));
    await expectFailed(redirect(-1, undefined), 'IO_OPTION_INVALID');
    await expectFailed(redirect(nowhere, -1), 'IO_OPTION_INVALID');
  });
});

describe('io', () => {
  test('a write is stopped by a discard before its next piece', async () => {
    const pieces: (() => void)[] = [];
    const slow = new Writable({
      highWaterMark: 10,
      write: (_chunk, _encoding, callback) => void pieces.push(callback),
    });
    const writing = write(slow, 'x'.repeat(200_000));
    writing.discard();
    pieces.shift()?.();
    await expectDiscarded(writing);
    expect(pieces).toEqual([]);
  });

  test('a redirection is stopped by a discard, and what is not read yet stays', async () => {
    const [from, to] = [new PassThrough(), new PassThrough()];
    const redirected = redirect(from, to);
    from.write('one');
    expect(text(await read(to, 10))).toBe('one');
    redirected.discard();
    await expectDiscarded(redirected);
    from.write('two');
    expect(text(await read(from, 10))).toBe('two');
  });

  test('a hook that throws fails the redirection', async () => {
    const from = new PassThrough();
    from.end('x');
    const failing = redirect(from, undefined, {
      onData: () => {
        throw new Error('seen enough');
      },
    });
    expect((await expectFailed(failing)).message).toBe('seen enough');
  });

  test('an error of a stream is its cause', async () => {
    const stream = new PassThrough();
    const reading = read(stream);
    stream.destroy(new Error('torn'));
    for (const use of [() => reading, () => read(stream), () => write(stream, 'x')]) {
      expect((await expectFailed(use(), 'IO_FAILED')).cause).toMatchObject({ message: 'torn' });
    }
  });

  test('leaves no listeners behind', async () => {
    const stream = new PassThrough();
    const listeners = (): number =>
      stream.eventNames().reduce((sum, name) => sum + stream.listenerCount(name), 0);
    const before = listeners();
    for (let i = 0; i < 20; i++) {
      await write(stream, 'x');
      await read(stream, 1);
      const given = read(stream, 1);
      given.discard();
      await expectDiscarded(given);
    }
    expect(listeners()).toBe(before);
  });

  test.each([
    ['no stream', () => read({} as never)],
    ['a stream that cannot be written to', () => write({ read: () => null } as never, 'x')],
    ['a descriptor that is none', () => read(1.5, 1)],
    ['a size that is none', () => read(new PassThrough(), -1)],
  ])('%s is refused', async (_, use) => {
    await expectFailed(use(), 'IO_OPTION_INVALID');
  });
});
