// Messages to a process in a worker thread and from it, and what a runtime does with its threads when
// it settles or loses its power.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { MemoryNetwork, Process, Runtime } from '@quorate/process';
import type { Pid } from '@quorate/process';
import { expectAbandoned, expectFailed, virtualRuntime } from '@quorate/process/testing';
import { spawnWorker } from '@quorate/process/worker';
import type { Counter } from './processes.ts';
import { Text } from './text.ts';

const MODULE = join(__dirname, 'processes.ts');

const runtimes: Runtime[] = [];

afterEach(async () => {
  for (const runtime of runtimes.splice(0)) await runtime.close();
});

function newRuntime(options: ConstructorParameters<typeof Runtime>[0] = {}): Runtime {
  const runtime = new Runtime(options);
  runtimes.push(runtime);
  return runtime;
}

const spawnCounter = (runtime: Runtime): Pid<Counter> =>
  spawnWorker<Counter>({ module: MODULE, export: 'Counter', runtime, id: 'counter' });

/** Keeps what it hears. */
class Correspondent extends Process {
  readonly heard: string[] = [];

  protected override initialize(): void {
    this.install(Text, (from, text) => {
      this.heard.push(`${text} from ${from} (${this.trace})`);
    });
  }

  write(to: Pid, text: string): void {
    this.send(to, Text, text);
  }
}

describe('messages', () => {
  test('reach the process in the thread with their sender, and its answers come from its pid', async () => {
    const runtime = newRuntime();
    const pid = spawnCounter(runtime);
    const correspondent = new Correspondent({ id: 'correspondent' });
    const other = runtime.spawn(correspondent);
    await runtime.withTrace('abc', () => runtime.dispatch(other, 'write', pid, 'hello'));
    expect(await runtime.dispatch(pid, 'heard')).toEqual([`hello from ${other} (abc)`]);
    await runtime.settle();
    expect(correspondent.heard).toEqual([`hello, too from ${pid} (abc)`]);
  });

  test('and calls are served in the order in which they were sent', async () => {
    const runtime = newRuntime();
    const pid = spawnCounter(runtime);
    const numbers = Array.from({ length: 2_000 }, (_, i) => i);
    const seen = numbers.map((i) => {
      runtime.post(pid, 'bytes', Uint8Array.of(i % 256));
      return runtime.dispatch(pid, 'heardCount');
    });
    expect(await Promise.all(seen)).toEqual(numbers.map((i) => i + 1));
  });

  test('of bytes are copied when they are sent, also out of a pool', async () => {
    const runtime = newRuntime();
    const pid = spawnCounter(runtime);
    const bytes = Buffer.from([1, 2, 3]);
    runtime.post(pid, 'bytes', bytes);
    bytes.fill(9);
    expect(await runtime.dispatch(pid, 'heard')).toEqual(['1,2,3 from @']);
  });

  test('a request is answered', async () => {
    const runtime = newRuntime();
    const pid = spawnCounter(runtime);
    expect(await runtime.request(pid, Text, 'ask', Text)).toBe('ask, too');
    const answers = ['a', 'b', 'c'].map((text) => runtime.request(pid, Text, text, Text));
    expect(await Promise.all(answers)).toEqual(['a, too', 'b, too', 'c, too']);
  });

  test('come from other runtimes, and go to them', async () => {
    const network = new MemoryNetwork();
    const here = newRuntime({ transport: network.transport('here') });
    const there = newRuntime({ transport: network.transport('there') });
    const pid = spawnCounter(here);
    const correspondent = new Correspondent({ id: 'correspondent' });
    const other = there.spawn(correspondent);
    expect(await there.request(pid, Text, 'far', Text)).toBe('far, too');
    await here.dispatch(pid, 'sendLater', `${other}`, 'good-bye');
    await here.settle();
    await there.settle();
    expect(correspondent.heard).toEqual([`good-bye from counter@here (undefined)`]);
  });

  test('of another process in the thread bear the pid that it has there', async () => {
    const runtime = newRuntime();
    const pid = spawnCounter(runtime);
    const correspondent = new Correspondent({ id: 'correspondent' });
    const other = runtime.spawn(correspondent);
    const sender = await runtime.dispatch(pid, 'sendFromAnother', `${other}`, 'hello');
    await runtime.dispatch(pid, 'add', 1, 1);
    await runtime.settle();
    expect(sender).toMatch(/^another@worker-/);
    expect(correspondent.heard).toEqual([`hello from ${sender} (undefined)`]);
  });

  test('whose handler throws end the process with that', async () => {
    const runtime = newRuntime();
    const pid = spawnCounter(runtime);
    const waiting = runtime.dispatch(pid, 'wait');
    runtime.send(pid, Text, 'crash');
    expect((await expectFailed(waiting)).message).toBe('crashed by a message');
    expect(await runtime.wait(pid)).toBe(false);
    await expectAbandoned(runtime.request(pid, Text, 'late', Text));
  });

  test('to a thread that has gone are dead letters', async () => {
    const runtime = newRuntime();
    const pid = spawnCounter(runtime);
    await runtime.dispatch(pid, 'add', 1, 1);
    const ended = runtime.wait(pid);
    runtime.tell(pid, 'finish');
    while (!(await hasEnded(ended))) runtime.post(pid, 'bytes', Uint8Array.of(1));
    const before = runtime.deadLetters.total;
    runtime.post(pid, 'bytes', Uint8Array.of(1));
    expect(runtime.deadLetters.total).toBe(before + 1);
  });

  test('a request from the thread to outside is refused, since no answer would find its way', async () => {
    const runtime = newRuntime();
    const pid = spawnCounter(runtime);
    const other = runtime.spawn(new Correspondent());
    const asked = runtime.dispatch(pid, 'requestOutside', `${other}`);
    await expectFailed(asked, 'WORKER_REQUEST_OUTSIDE');
  });

  test('a link from the thread to outside is broken at once', async () => {
    const runtime = newRuntime();
    const pid = spawnCounter(runtime);
    const other = runtime.spawn(new Correspondent());
    await runtime.dispatch(pid, 'linkTo', `${other}`);
    expect(await runtime.dispatch(pid, 'heard')).toEqual([`exited ${other}`]);
  });
});

async function hasEnded(ended: PromiseLike<boolean>): Promise<boolean> {
  return Promise.race([ended, new Promise<boolean>((resolve) => setImmediate(resolve, false))]);
}

describe('to settle', () => {
  test('waits for calls, and for messages and their answers', async () => {
    const { runtime, clock } = virtualRuntime();
    runtimes.push(runtime);
    const pid = spawnCounter(runtime);
    const call = runtime.dispatch(pid, 'lingerLonger');
    await clock.settle();
    expect(call.value()).toBe('lingered');
    const answer = runtime.request(pid, Text, 'ask', Text);
    await clock.settle();
    expect(answer.value()).toBe('ask, too');
    runtime.tell(pid, 'lingerLonger');
    expect(runtime.isIdle()).toBe(false);
    await clock.settle();
    expect(runtime.isIdle()).toBe(true);
    expect(clock.now()).toBe(0);
  });

  test('waits no longer for one that was told to end and does not', async () => {
    const { runtime, clock } = virtualRuntime();
    runtimes.push(runtime);
    const options = { module: MODULE, export: 'Counter', runtime, shutdownMs: 1_000 };
    const pid = spawnWorker<Counter>(options);
    await runtime.dispatch(pid, 'add', 1, 1);
    const spinning = runtime.dispatch(pid, 'spin');
    spinning.onFailed(() => undefined);
    await new Promise<void>((resolve) => setImmediate(resolve));
    runtime.terminate(pid);
    await clock.advance(1_000);
    await expectFailed(spinning, 'WORKER_STUCK');
  });

  test('waits no longer when the thread ends', async () => {
    const { runtime, clock } = virtualRuntime();
    runtimes.push(runtime);
    const pid = spawnCounter(runtime);
    const waiting = runtime.dispatch(pid, 'wait');
    runtime.tell(pid, 'finish');
    await clock.settle();
    expect(waiting.isAbandoned).toBe(true);
    expect(runtime.isIdle()).toBe(true);
  });
});

describe('to halt', () => {
  test('kills the threads, and nobody hears of it', async () => {
    const runtime = newRuntime();
    const signs = new Int32Array(new SharedArrayBuffer(4));
    const options = { module: MODULE, export: 'Counter', runtime, args: [0, signs] };
    const [idle, busy] = [spawnWorker<Counter>(options), spawnWorker<Counter>(options)];
    for (const pid of [idle, busy]) await runtime.dispatch(pid, 'add', 1, 1);
    const waiting = runtime.dispatch(idle, 'wait');
    runtime.send(busy, Text, 'spin');
    const emit = jest.spyOn(Worker.prototype, 'emit');
    await runtime.halt();
    const exits = emit.mock.calls.filter(([event]) => event === 'exit');
    emit.mockRestore();
    expect(exits).toHaveLength(2);
    expect(signs[0]).toBe(1); // not finalized
    expect([waiting.isPending, waiting.isAbandoned]).toEqual([true, false]);
    await runtime.close();
  });

  test('has nothing to kill before a thread was started', async () => {
    const runtime = newRuntime();
    spawnCounter(runtime);
    await runtime.halt();
    expect(runtime.isIdle()).toBe(true);
  });
});
