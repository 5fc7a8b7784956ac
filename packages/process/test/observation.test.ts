import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Completer, detectLeaks, Process } from '@quorate/process';
import type { Future, Pid, ProcessChannels } from '@quorate/process';
import { waitsOf } from '@quorate/process/observation';
import { virtualCluster, virtualRuntime } from '@quorate/process/testing';

class Worker extends Process {
  declare readonly self: Pid<Worker>;
  readonly traces: (string | undefined)[] = [];
  readonly gate = new Completer<void>();

  constructor(id: string, handlers: 'serialized' | 'interleaved' = 'interleaved') {
    super({ id, handlers });
  }

  /** Waits for another one, and it for the next. */
  ask(...pids: readonly Pid<Worker>[]): Future<void> {
    const [next, ...rest] = pids;
    this.traces.push(this.trace);
    return next ? this.runtime.dispatch(next, 'ask', ...rest) : this.gate.future;
  }

  crash(): void {
    throw new Error('crashed');
  }

  pass(to: Pid, name: string): void {
    this.traces.push(this.trace);
    this.runtime.post(to, name, new Uint8Array(3), this.self);
  }

  protected override initialize(): void {
    this.install('note', () => void this.traces.push(this.trace));
    this.install('fatal', () => this.crash());
  }
}

describe('channels', () => {
  const subscriptions: (() => void)[] = [];
  afterEach(() => {
    for (const end of subscriptions.splice(0)) end();
  });

  function heard<Name extends keyof ProcessChannels>(name: Name): ProcessChannels[Name][] {
    const messages: ProcessChannels[Name][] = [];
    const listener = (message: unknown): void => void messages.push(message as never);
    subscribe(name, listener);
    subscriptions.push(() => unsubscribe(name, listener));
    return messages;
  }

  test('tell of births, deaths, events, dead letters and failures nobody looked at', async () => {
    const spawned = heard('quorate:process:spawned');
    const ended = heard('quorate:process:ended');
    const served = heard('quorate:process:served');
    const letters = heard('quorate:process:dead-letter');
    const failures = heard('quorate:process:unhandled-failure');
    const { runtime, clock } = virtualRuntime({ onUnhandledFailure: () => undefined });
    const pid = runtime.spawn(new Worker('one'));
    runtime.withTrace('t-1', () => runtime.tell(pid, 'crash'));
    runtime.post(pid, 'fatal', new Uint8Array());
    await clock.settle();
    runtime.post(pid, 'late', new Uint8Array());
    expect(spawned).toEqual([{ pid, type: 'Worker' }]);
    expect(served.map(({ event, name, trace }) => [event, name, trace])).toEqual([
      ['dispatch', 'crash', 't-1'],
      ['message', 'fatal', undefined],
    ]);
    expect(ended).toMatchObject([{ pid, reason: { message: 'crashed' } }]);
    expect(letters).toMatchObject([{ reason: 'no-such-process', name: 'late' }]);
    expect(failures).toMatchObject([{ address: runtime.address, error: { message: 'crashed' } }]);
  });

  test('are silent when nobody listens any more', async () => {
    const served = heard('quorate:process:served');
    for (const end of subscriptions.splice(0)) end();
    const { runtime, clock } = virtualRuntime();
    runtime.tell(runtime.spawn(new Worker('one')), 'ask');
    await clock.settle();
    expect(served).toEqual([]);
  });
});

describe('a snapshot', () => {
  test('shows every process, what it does, for how long, and what waits', async () => {
    const { runtime, clock } = virtualRuntime();
    const busy = runtime.spawn(new Worker('busy', 'serialized'));
    runtime.spawn(new Worker('idle'));
    runtime.tell(busy, 'ask');
    await clock.advance(250);
    runtime.tell(busy, 'crash');
    runtime.post(busy, 'note', new Uint8Array(3));
    runtime.terminate(busy, { inject: false });
    expect(JSON.parse(JSON.stringify(runtime.processes()))).toEqual([
      {
        id: 'busy',
        type: 'Worker',
        mailbox: 3,
        current: { type: 'DISPATCH', name: 'ask', ageMs: 250 },
        events: [
          { type: 'DISPATCH', name: 'crash' },
          { type: 'MESSAGE', name: 'note', from: '@', bodyBytes: 3 },
          { type: 'TERMINATE' },
        ],
        unanswered: 0,
      },
      { id: 'idle', type: 'Worker', mailbox: 0, events: [], unanswered: 0 },
    ]);
    expect(runtime.processes({ eventsMax: 1 })[0]?.events).toHaveLength(1);
  });

  test('taken by a handler shows the event that it serves', async () => {
    const { runtime, clock } = virtualRuntime();
    const pid = runtime.spawn(new Worker('one'));
    let current: unknown;
    runtime.tell(pid, () => (current = runtime.processes()[0]?.current));
    await clock.settle();
    expect(current).toEqual({ type: 'DISPATCH', ageMs: 0 });
  });
});

describe('who waits for whom', () => {
  const names = (groups: readonly (readonly Pid[])[]): string[] =>
    groups.map((group) =>
      group
        .map(({ id }) => id)
        .sort()
        .join(' '),
    );

  test('is the calls that have no result yet', async () => {
    const { runtime, clock } = virtualRuntime();
    const [a, b, c] = ['a', 'b', 'c'].map((id) => runtime.spawn(new Worker(id)));
    if (!a || !b || !c) throw new Error('three were spawned');
    const workers = new Map<string, Worker>();
    runtime.tell(c, (worker) => workers.set('c', worker));
    runtime.tell(a, 'ask', b, c);
    await clock.settle();
    expect(waitsOf(runtime).waits).toEqual([
      { from: a, to: b, method: 'ask', isBlocking: false },
      { from: b, to: c, method: 'ask', isBlocking: false },
    ]);
    expect(waitsOf(runtime).cycles).toEqual([]);
    workers.get('c')?.gate.set(undefined);
    await clock.settle();
    expect(waitsOf(runtime).waits).toEqual([]);
  });

  test('finds serialized processes that will never go on', async () => {
    const { runtime, clock } = virtualRuntime();
    const [a, b, c] = ['a', 'b', 'c'].map((id) => runtime.spawn(new Worker(id, 'serialized')));
    if (!a || !b || !c) throw new Error('three were spawned');
    runtime.tell(a, 'ask', b, c, a);
    const self = runtime.spawn(new Worker('self', 'serialized'));
    runtime.tell(self, 'ask', self);
    runtime.tell(runtime.spawn(new Worker('d')), 'ask', a);
    await clock.settle();
    const { waits, cycles } = waitsOf(runtime);
    expect(names(cycles)).toEqual(['a b c', 'self']);
    const deadlocked = waits.filter(({ isBlocking }) => isBlocking);
    expect(deadlocked.map(({ from, to }) => `${from.id} ${to.id}`).sort()).toEqual([
      'a b',
      'b c',
      'c a',
      'self self',
    ]);
  });
});

describe('a trace', () => {
  test('goes along with whatever is sent while it is served, to other runtimes too', async () => {
    const { runtimes, clock } = virtualCluster({ nodes: 2 });
    const [here, there] = runtimes;
    if (!here || !there) throw new Error('two nodes');
    const [first, second, far] = [new Worker('first'), new Worker('second'), new Worker('far')];
    const [a, b, c] = [here.spawn(first), here.spawn(second), there.spawn(far)];
    here.withTrace('00-trace-1', () => here.tell(a, 'ask', b));
    here.tell(a, 'ask', b);
    here.withTrace('00-trace-2', () => here.tell(b, 'pass', c, 'note'));
    here.delay(0, a, 'ask');
    await clock.settle();
    expect(first.traces).toEqual(['00-trace-1', undefined, undefined]);
    expect(second.traces).toEqual(['00-trace-2', '00-trace-1', undefined]);
    expect(far.traces).toEqual(['00-trace-2']);
    expect(here.trace).toBeUndefined();
  });
});

describe('the leak detector', () => {
  test('tells of a completer that was dropped, and of none that ended', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const leaks: string[] = [];
    const detector = detectLeaks(({ stack }) => leaks.push(stack));
    const futures = (() => {
      const [leaked, abandoned, ready] = [0, 1, 2].map(() => new Completer<void>());
      abandoned?.abandon();
      ready?.set(undefined);
      return [leaked, abandoned, ready].map((completer) => completer?.future);
    })();
    for (let round = 0; round < 50 && leaks.length === 0; round++) {
      await new Promise((resolve) => setImmediate(resolve));
      collectGarbage();
    }
    expect(futures).toHaveLength(3);
    expect(leaks).toHaveLength(1);
    expect(leaks[0]).toContain('observation.test');
    detector[Symbol.dispose]();
  });
});
