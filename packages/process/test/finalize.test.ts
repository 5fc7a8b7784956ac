// A process whose finalize takes its time has ended when that is over, not before.

import { describe, expect, test } from '@jest/globals';
import { Completer, Process } from '@quorate/process';
import type { Pid } from '@quorate/process';
import { expectAbandoned, expectReady, virtualRuntime } from '@quorate/process/testing';

class Slow extends Process {
  declare readonly self: Pid<Slow>;
  readonly gate = new Completer<void>();
  readonly #form: 'future' | 'promise';
  served = 0;

  constructor(form: 'future' | 'promise') {
    super({ id: 'slow' });
    this.#form = form;
  }

  serve(): number {
    return ++this.served;
  }

  protected override finalize(): PromiseLike<void> {
    return this.#form === 'future' ? this.gate.future : Promise.resolve(this.gate.future);
  }
}

class Watcher extends Process {
  readonly exits: (Error | undefined)[] = [];

  protected override exited(_pid: Pid, reason: Error | undefined): void {
    this.exits.push(reason);
  }
}

function world(form: 'future' | 'promise') {
  const { runtime, clock } = virtualRuntime();
  const [process, watcher] = [new Slow(form), new Watcher()];
  const pid = runtime.spawn(process);
  const watcherPid = runtime.spawn(watcher);
  runtime.link(watcherPid, pid);
  return { runtime, clock, process, pid, watcher };
}

describe.each(['future', 'promise'] as const)('a finalize that returns a %s', (form) => {
  test('keeps the process from having ended, and serves nothing', async () => {
    const { runtime, clock, process, pid, watcher } = world(form);
    const before = runtime.dispatch(pid, 'serve');
    runtime.terminate(pid, { inject: false });
    await clock.settle();
    expect(await before).toBe(1);
    const late = runtime.dispatch(pid, 'serve');
    const ended = runtime.wait(pid);
    await clock.advance(1_000);
    expect([ended.isPending, late.isPending, process.served]).toEqual([true, true, 1]);
    expect(watcher.exits).toEqual([]);
    expect(() => runtime.spawn(new Slow(form))).toThrow('slow');
    const [snapshot] = runtime.processes().filter(({ id }) => id === 'slow');
    expect(snapshot?.current?.type).toBe('TERMINATE');
    process.gate.set(undefined);
    expect(await expectReady(ended)).toBe(true);
    await expectAbandoned(late);
    await clock.settle();
    expect(watcher.exits).toEqual([undefined]);
    runtime.spawn(new Slow(form)); // the id is free
  });

  test('that fails is the reason', async () => {
    const { runtime, clock, process, pid, watcher } = world(form);
    runtime.terminate(pid);
    await clock.settle();
    process.gate.fail(new Error('no disk'));
    await clock.settle();
    expect(watcher.exits).toMatchObject([{ message: 'no disk' }]);
    expect(await runtime.wait(pid)).toBe(false);
  });

  test('is waited for when the runtime is closed', async () => {
    const { runtime, clock, process } = world(form);
    const closing = runtime.close();
    await clock.settle();
    expect(closing.isPending).toBe(true);
    process.gate.set(undefined);
    await expectReady(closing);
  });

  test('and never completes is named when the runtime is closed', async () => {
    const { runtime, clock } = world(form);
    const closing = runtime.close().onFailed(() => undefined);
    await clock.advance(30_000);
    expect(closing.failure()).toMatchObject({
      code: 'RUNTIME_CLOSE_TIMEOUT',
      message: expect.stringContaining('slow'),
    });
  });

  test('does not run for a process that ends with a reason', async () => {
    const { runtime, clock, pid, watcher } = world(form);
    const reason = new Error('enough');
    runtime.terminate(pid, { reason });
    await clock.settle();
    expect(watcher.exits).toEqual([reason]);
  });
});

test('a finalize whose future nobody can complete any more ends the process', async () => {
  const { runtime, clock, process, pid } = world('future');
  runtime.terminate(pid);
  const ended = runtime.wait(pid);
  await clock.settle();
  process.gate.abandon();
  expect(await expectReady(ended)).toBe(true);
});
