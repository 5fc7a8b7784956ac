import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Completer, dispatch, Process, Runtime, SystemClock } from '@quorate/process';
import type { Future, Pid } from '@quorate/process';
import { waitsOf } from '@quorate/process/observation';
import { Supervisor } from '@quorate/process/supervision';
import {
  expectAbandoned,
  expectDiscarded,
  expectFailed,
  virtualRuntime,
} from '@quorate/process/testing';
import { spawnWorker, transfer, WorkerError, workerProcess } from '@quorate/process/worker';
import type { WorkerOptions } from '@quorate/process/worker';
import type { Counter } from './processes.ts';

const MODULE = join(__dirname, 'processes.ts');
const MISFITS = join(__dirname, 'misfits.cjs');

const runtimes: Runtime[] = [];

afterEach(async () => {
  for (const runtime of runtimes.splice(0)) await runtime.close();
});

interface World {
  readonly runtime: Runtime;
  readonly failures: Error[];
  spawn(options?: Partial<WorkerOptions>): Pid<Counter>;
}

function world(): World {
  const failures: Error[] = [];
  const runtime = new Runtime({ onUnhandledFailure: (error) => failures.push(error) });
  runtimes.push(runtime);
  const spawn = (options: Partial<WorkerOptions> = {}): Pid<Counter> =>
    spawnWorker<Counter>({ module: MODULE, export: 'Counter', runtime, ...options });
  return { runtime, failures, spawn };
}

/** The reason a process ends with, as one sees it that is linked to it. */
function endOf(runtime: Runtime, pid: Pid): Future<Error | undefined> {
  const ended = new Completer<Error | undefined>();
  class Watcher extends Process {
    protected override exited(_: Pid, reason: Error | undefined): void {
      ended.set(reason);
    }
  }
  runtime.link(runtime.spawn(new Watcher()), pid);
  return ended.future;
}

/** What it has shared with a worker: 0, then 1 when it has come up, 2 when it has gone down. */
const newSigns = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

const quietly = <T>(future: Future<T>): Future<T> => future.onFailed(() => undefined);

describe('a process in a worker thread', () => {
  test('is called by the names of its methods, from when it is spawned on', async () => {
    const { runtime, spawn } = world();
    const pid = spawn({ args: [100], idPrefix: 'counter', module: pathToFileURL(MODULE) });
    expect(`${pid}`).toBe(`counter(1)@${runtime.address}`);
    expect(await runtime.dispatch(pid, 'add', 1, 2)).toBe(103);
    expect(await dispatch(pid, 'later')).toBe('later');
    expect(await runtime.dispatch(pid, 'thread')).toBeGreaterThan(0);
    expect(await runtime.defer(pid, 'add')(3, 4)).toBe(107);
  });

  test('answers calls in their order, each once', async () => {
    const { runtime, spawn } = world();
    const pid = spawn();
    const calls = Array.from({ length: 5_000 }, (_, i) => runtime.dispatch(pid, 'add', i, 1));
    expect(await Promise.all(calls)).toEqual(calls.map((_, i) => i + 1));
  });

  test('knows the trace that a call belongs to', async () => {
    const { runtime, spawn } = world();
    const pid = spawn();
    expect(await runtime.withTrace('abc', () => runtime.dispatch(pid, 'traced'))).toBe('abc');
    expect(await runtime.dispatch(pid, 'traced')).toBeUndefined();
  });

  test('a call that throws fails with the same error, and the process goes on', async () => {
    const { runtime, failures, spawn } = world();
    const pid = spawn();
    const error = await expectFailed(runtime.dispatch(pid, 'fail'), 'TOLD');
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'RangeError', message: 'told to fail' });
    expect(error.cause).toMatchObject({ name: 'ProcessError', code: 'MAILBOX_FULL' });
    expect(error.stack).toContain('processes.ts');
    const thrown = await expectFailed(runtime.dispatch(pid, 'throwText'));
    expect(thrown.message).toBe('only a text');
    await expectFailed(runtime.dispatch(pid, 'nothing' as 'fail'), 'DISPATCH_METHOD_UNKNOWN');
    await expectFailed(runtime.dispatch(pid, 'install' as 'fail'), 'DISPATCH_METHOD_UNKNOWN');
    runtime.tell(pid, 'fail');
    expect(await runtime.dispatch(pid, 'add', 1, 1)).toBe(2);
    await runtime.settle();
    expect(failures).toMatchObject([{ code: 'TOLD' }]); // of the tell
  });

  test('a discard reaches the call, and so does what becomes of it', async () => {
    const { runtime, spawn } = world();
    const pid = spawn();
    const waiting = runtime.dispatch(pid, 'wait');
    await runtime.dispatch(pid, 'add', 0, 0);
    expect(waiting.isPending).toBe(true);
    waiting.discard();
    await expectDiscarded(waiting);
    await expectAbandoned(runtime.dispatch(pid, 'abandoned'));
    const early = runtime.dispatch(pid, 'wait');
    early.discard(); // before it has left
    await expectDiscarded(early);
  });

  test('is in who waits for whom', async () => {
    const { runtime, spawn } = world();
    const pid = spawn();
    class Asker extends Process {
      ask(): Future<string> {
        return this.runtime.dispatch(pid, 'wait');
      }
    }
    const asked = runtime.dispatch(runtime.spawn(new Asker({ id: 'asker' })), 'ask');
    await runtime.settle();
    expect(JSON.stringify(waitsOf(runtime))).toContain('asker');
    asked.discard();
    await expectDiscarded(asked);
  });
});

describe('what goes to another thread', () => {
  test('changes hands when it is marked, there and back', async () => {
    const { runtime, spawn } = world();
    const pid = spawn();
    const buffer = new Uint8Array([1, 2, 3]).buffer;
    const copied = new Uint8Array([4, 5]).buffer;
    expect(await runtime.dispatch(pid, 'sum', transfer(buffer, [buffer]))).toBe(6);
    expect(await runtime.dispatch(pid, 'sum', copied)).toBe(9);
    expect([buffer.byteLength, copied.byteLength]).toEqual([0, 2]);
    const { bytes } = await runtime.dispatch(pid, 'fill', 3);
    expect([...new Uint8Array(bytes)]).toEqual([7, 7, 7]);
    const { port1, port2 } = new MessageChannel();
    const heard = new Promise((resolve) => port1.once('message', resolve));
    runtime.tell(pid, 'answer', transfer(port2, [port2]));
    expect(await heard).toBe('hello from a thread');
    port1.close();
  });

  test('two calls may mark the same', async () => {
    const { runtime, spawn } = world();
    const pid = spawn();
    const buffer = new Uint8Array([1, 2]).buffer;
    const calls = [1, 2].map(() => runtime.dispatch(pid, 'sum', transfer(buffer, [buffer])));
    expect(await Promise.all(calls)).toEqual([3, 3]); // they were in one message
    const late = quietly(runtime.dispatch(pid, 'sum', buffer));
    await expectFailed(late, 'DISPATCH_NOT_CLONEABLE');
  });

  test('arguments of the constructor are taken at once', async () => {
    const { runtime, spawn } = world();
    const args = [1];
    const pid = spawn({ args });
    args[0] = 100;
    expect(await runtime.dispatch(pid, 'add', 0, 0)).toBe(1);
  });

  test('is refused by itself when it cannot be cloned', async () => {
    const { runtime, failures, spawn } = world();
    const pid = spawn();
    const buffer = new Uint8Array([1]).buffer;
    const first = runtime.dispatch(pid, 'add', 1, 1);
    const refused = quietly(runtime.dispatch(pid, 'add', 1, (() => 1) as never));
    const third = runtime.dispatch(pid, 'sum', transfer(buffer, [buffer]));
    const port = quietly(runtime.dispatch(pid, 'take', new MessageChannel().port1));
    const noTransferable = quietly(runtime.dispatch(pid, 'take', transfer({}, [{}])));
    const result = quietly(runtime.dispatch(pid, 'closure'));
    expect([await first, await third]).toEqual([2, 1]);
    expect(buffer.byteLength).toBe(0);
    const { message } = await expectFailed(refused, 'DISPATCH_NOT_CLONEABLE');
    expect(message).toMatch(/^argument 2 of add cannot go to another thread: .* not be cloned/);
    for (const failed of [port, noTransferable, result]) {
      await expectFailed(failed, 'DISPATCH_NOT_CLONEABLE');
    }
    runtime.tell(pid, 'take', () => 1);
    runtime.tell(pid, 'closure'); // nobody wants it
    expect(await runtime.dispatch(pid, 'add', 1, 1)).toBe(2);
    await runtime.settle(); // failures are reported in a turn of their own
    expect(failures).toMatchObject([{ code: 'DISPATCH_NOT_CLONEABLE' }]);
  });

  test('is never a closure', async () => {
    const { runtime, failures, spawn } = world();
    const pid = spawn();
    const failed = await expectFailed(
      runtime.dispatch(pid, (counter) => counter.add(1, 1)),
      'DISPATCH_NOT_CLONEABLE',
    );
    expect(failed).toBeInstanceOf(WorkerError);
    runtime.tell(pid, () => undefined);
    await expectFailed(runtime.defer(pid, () => 1)(), 'DISPATCH_NOT_CLONEABLE');
    await runtime.settle(); // failures are reported in a turn of their own
    expect(failures).toMatchObject([{ code: 'DISPATCH_NOT_CLONEABLE' }]);
  });

  test('goes in one message per turn, and so do results', async () => {
    const post = jest.spyOn(Worker.prototype, 'postMessage');
    const emit = jest.spyOn(Worker.prototype, 'emit');
    try {
      const { runtime, spawn } = world();
      const pid = spawn();
      await runtime.dispatch(pid, 'add', 0, 0);
      post.mockClear();
      emit.mockClear();
      const calls = Array.from({ length: 500 }, (_, i) => runtime.dispatch(pid, 'add', i, 1));
      runtime.tell(pid, 'add', 1, 1);
      await Promise.all(calls);
      await runtime.settle();
      expect(post).toHaveBeenCalledTimes(1);
      expect(emit.mock.calls.filter(([event]) => event === 'message')).toHaveLength(1);
    } finally {
      post.mockRestore();
      emit.mockRestore();
    }
  });

  test('is not more than inFlightMax calls at a time', async () => {
    const { runtime, failures, spawn } = world();
    const pid = spawn({ inFlightMax: 2 });
    const waiting = runtime.dispatch(pid, 'wait');
    const second = runtime.dispatch(pid, 'add', 1, 1);
    await expectFailed(runtime.dispatch(pid, 'add', 1, 1), 'WORKER_BUSY');
    runtime.tell(pid, 'add', 1, 1);
    expect(await second).toBe(2);
    expect(await runtime.dispatch(pid, 'add', 2, 2)).toBe(4); // there is room again
    await runtime.settle(); // failures are reported in a turn of their own
    expect(failures).toMatchObject([{ code: 'WORKER_BUSY' }]);
    waiting.discard();
    await expectDiscarded(waiting);
  });
});

describe('the end of it', () => {
  test('terminated, it finalizes and its thread ends, before anybody hears of its end', async () => {
    const { runtime, spawn } = world();
    const signs = newSigns();
    const pid = spawn({ args: [0, signs] });
    const ended = endOf(runtime, pid);
    runtime.tell(pid, 'linger');
    expect(await runtime.dispatch(pid, 'add', 1, 1)).toBe(2);
    expect(signs[0]).toBe(1);
    const waiting = runtime.dispatch(pid, 'wait');
    await runtime.settle();
    const exited = threadExit();
    runtime.terminate(pid);
    const late = runtime.dispatch(pid, 'add', 1, 1);
    expect(await runtime.wait(pid)).toBe(true);
    expect(exited.seen).toBe(1);
    expect(signs[0]).toBe(2);
    expect(await ended).toBeUndefined();
    await expectAbandoned(waiting);
    await expectAbandoned(late);
    expect(await runtime.wait(pid)).toBe(false);
  });

  test('told to end after what it was asked, it answers that first', async () => {
    const { runtime, spawn } = world();
    const pid = spawn();
    const last = runtime.dispatch(pid, 'add', 1, 1);
    runtime.terminate(pid, { inject: false });
    expect(await last).toBe(2);
    expect(await runtime.wait(pid)).toBe(true);
  });

  test('closing its runtime waits for it', async () => {
    const { runtime, spawn } = world();
    const signs = [newSigns(), newSigns()];
    for (const sign of signs) spawn({ args: [0, sign] });
    const exited = threadExit();
    await runtime.close(); // they have not even come up yet
    expect(signs.map(([sign]) => sign)).toEqual([2, 2]);
    expect(exited.seen).toBe(2);
  });

  test('it may end itself', async () => {
    const { runtime, spawn } = world();
    const pid = spawn();
    const ended = endOf(runtime, pid);
    const waiting = runtime.dispatch(pid, 'wait');
    runtime.tell(pid, 'finish');
    expect(await ended).toBeUndefined();
    await expectAbandoned(waiting);
  });

  test.each([
    ['the process fails', 'crash', { message: 'crashed', code: 'CRASH' }],
    ['nobody catches an error', 'throwOutside', { name: 'TypeError', message: /outside/ }],
    ['the thread exits', 'exit', { code: 'WORKER_EXITED', message: /exit code 3/ }],
  ] as const)(
    'when %s, its linkers see that, and calls fail with it',
    async (_, method, reason) => {
      const { runtime, spawn } = world();
      const pid = spawn();
      const ended = endOf(runtime, pid);
      const waiting = quietly(runtime.dispatch(pid, 'wait'));
      const told = quietly(runtime.dispatch(pid, method));
      const expected = Object.fromEntries(
        Object.entries(reason).map(([key, value]) => [
          key,
          value instanceof RegExp ? expect.stringMatching(value) : value,
        ]),
      );
      const seen = await ended;
      expect(seen).toMatchObject(expected);
      expect(seen).toBeInstanceOf(Error);
      expect(await expectFailed(waiting)).toBe(seen);
      expect(told.isPending && !told.isAbandoned).toBe(false);
      expect(await runtime.wait(pid)).toBe(false);
      await expectAbandoned(runtime.dispatch(pid, 'add', 1, 1));
    },
  );

  test('one that never comes back from a handler is killed', async () => {
    const { runtime, spawn } = world();
    const pid = spawn({ shutdownMs: 50 });
    await runtime.dispatch(pid, 'add', 1, 1);
    const ended = endOf(runtime, pid);
    const spinning = quietly(runtime.dispatch(pid, 'spin'));
    await runtime.settle();
    runtime.terminate(pid);
    expect(await ended).toMatchObject({ code: 'WORKER_STUCK' });
    await expectFailed(spinning, 'WORKER_STUCK');
  });

  test('the patience with it is of the clock of the runtime', async () => {
    const { runtime, clock } = virtualRuntime();
    runtimes.push(runtime);
    const options = { module: MODULE, export: 'Counter', runtime, shutdownMs: 1_000_000 };
    const pid = spawnWorker<Counter>(options);
    await runtime.dispatch(pid, 'add', 1, 1);
    quietly(runtime.dispatch(pid, 'spin'));
    runtime.terminate(pid);
    await clock.advance(999_999);
    expect(runtime.processes().map(({ current }) => current?.type)).toEqual(['TERMINATE']);
    const ended = runtime.wait(pid);
    await clock.advance(1);
    expect(await ended).toBe(true);
  });

  test('ended with a reason, its thread is killed', async () => {
    const { runtime, spawn } = world();
    const signs = newSigns();
    const pid = spawn({ args: [0, signs] });
    await runtime.dispatch(pid, 'add', 1, 1);
    const ended = endOf(runtime, pid);
    const [reason, exited] = [new Error('enough'), threadExit()];
    await runtime.settle();
    runtime.terminate(pid, { reason });
    expect(await ended).toBe(reason);
    expect([signs[0], exited.seen]).toEqual([1, 1]); // not finalized
  });

  test('a supervisor starts it anew', async () => {
    const { runtime } = world();
    const supervisor = new Supervisor({
      runtime,
      children: [
        {
          id: 'counter',
          start: () =>
            workerProcess<Counter>({ module: MODULE, export: 'Counter', id: 'counter', args: [5] }),
        },
      ],
      backOff: { minMs: 1, maxMs: 1 },
    });
    const pid = (await supervisor.pidOf('counter')) as Pid<Counter>;
    const before = await runtime.dispatch(pid, 'thread');
    quietly(runtime.dispatch(pid, 'crash'));
    await endOf(runtime, pid);
    await new Promise<void>((resolve) => new SystemClock().after(50, resolve));
    expect(await runtime.dispatch(pid, 'thread')).not.toBe(before);
    expect(await runtime.dispatch(pid, 'add', 1, 1)).toBe(7);
    await supervisor.close();
  });
});

describe('one that cannot start', () => {
  test.each([
    ['a module is not there', { module: '/nowhere/module.js' }, 'WORKER_MODULE_FAILED'],
    ['a package is not there', { module: 'no-such-package' }, 'WORKER_MODULE_FAILED'],
    ['a module throws', { module: join(__dirname, 'failing-module.cjs') }, 'WORKER_MODULE_FAILED'],
    ['an export is missing', { export: 'Nothing' }, 'WORKER_EXPORT_MISSING'],
    ['an export is no class', { module: MISFITS, export: 'seven' }, 'WORKER_EXPORT_INVALID'],
    ['an export is a function', { module: MISFITS, export: 'arrow' }, 'WORKER_EXPORT_INVALID'],
    [
      'an export is another class',
      { module: MISFITS, export: 'NoProcess' },
      'WORKER_EXPORT_INVALID',
    ],
    ['its initialize fails', { module: MISFITS, export: 'FailingProcess' }, 'NOT_TODAY'],
    ['its constructor fails', { module: MISFITS, export: 'FailingConstructor' }, undefined],
    [
      'node refuses its options',
      { execArgv: ['--max-old-space-size=100', '--title=x'] },
      'WORKER_OPTION_INVALID',
    ],
  ] satisfies readonly (readonly [string, Partial<WorkerOptions>, string | undefined])[])(
    'when %s: ends with that',
    async (_, options, code) => {
      const { runtime, spawn } = world();
      const pid = spawn(options);
      const ended = endOf(runtime, pid);
      const call = quietly(runtime.dispatch(pid, 'add', 1, 1));
      expect((await ended) as { code?: unknown }).toMatchObject(
        code === undefined ? { message: 'not even made' } : { code },
      );
      expect(call.isAbandoned || call.isFailed).toBe(true);
    },
  );

  test.each([
    ['module', { module: '' }],
    ['module', { module: undefined as never }],
    ['module', { module: new URL('https://example.org/a.js') }],
    ['export', { export: '' }],
    ['args', { args: 'abc' as never }],
    ['inFlightMax', { inFlightMax: 0 }],
    ['inFlightMax', { inFlightMax: NaN }],
    ['shutdownMs', { shutdownMs: -1 }],
    ['execArgv', { execArgv: '-r x' as never }],
  ] satisfies readonly (readonly [string, Partial<WorkerOptions>])[])(
    'a wrong %s is refused at once',
    (name, options) => {
      const { runtime, spawn } = world();
      const message = expect.stringContaining(name) as unknown as string;
      expect(() => spawn(options)).toThrow(
        expect.objectContaining({ code: 'WORKER_OPTION_INVALID', message }),
      );
      expect(runtime.processes()).toEqual([]);
    },
  );

  test('arguments that cannot be cloned are refused at once', () => {
    const { spawn } = world();
    expect(() => spawn({ args: [1, () => 1] })).toThrow(
      expect.objectContaining({
        code: 'DISPATCH_NOT_CLONEABLE',
        message: expect.stringContaining('argument 2 of new Counter') as unknown as string,
      }),
    );
  });

  test('in a runtime that is closed it is refused, and no thread started', async () => {
    const { runtime, spawn } = world();
    await runtime.close();
    expect(() => spawn()).toThrow(expect.objectContaining({ code: 'RUNTIME_CLOSED' }));
  });
});

/** Counts the threads that have ended from now on. */
function threadExit(): { readonly seen: number } {
  const emit = jest.spyOn(Worker.prototype, 'emit');
  return {
    get seen() {
      return emit.mock.calls.filter(([event]) => event === 'exit').length;
    },
  };
}

afterEach(() => {
  jest.restoreAllMocks();
});
