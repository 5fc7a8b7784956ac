import { describe, expect, test } from '@jest/globals';
import { Future, Pid, Process, ProcessError, Runtime } from '@quorate/process';
import type { MessageType } from '@quorate/process';
import {
  expectAbandoned,
  expectFailed,
  expectPending,
  expectReady,
  virtualCluster,
  virtualRuntime,
} from '@quorate/process/testing';

const TEXT: MessageType<string> = {
  typeName: 'test.Text',
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => {
    const text = new TextDecoder().decode(bytes);
    if (text === 'malformed') throw new Error('malformed');
    return text;
  },
};

/** Writes down what happens to it. */
class Recorder extends Process {
  declare readonly self: Pid<Recorder>;
  readonly events: string[];

  constructor(events: string[] = [], id?: string) {
    super(id === undefined ? { idPrefix: 'recorder' } : { id });
    this.events = events;
    this.install(TEXT, (from, text) => {
      if (text === 'throw') throw new Error('thrown by a handler');
      this.events.push(text);
      if (from.id !== '') this.reply(TEXT, `re: ${text}`);
    });
  }

  note(text: string): number {
    this.events.push(text);
    return this.events.length;
  }
  later(text: string): Future<string> {
    return Future.ready(text);
  }
  async awaited(text: string): Promise<string> {
    await Promise.resolve();
    return text;
  }
  fail(): never {
    throw new RangeError('thrown on purpose');
  }
  stopSelf(): void {
    this.runtime.terminate(this.self);
    this.events.push('still running');
  }
  watch(pid: Pid): void {
    this.link(pid);
  }
  generic<T>(value: T): T {
    return value;
  }
  deferred(): () => Future<number> {
    return this.defer(() => this.note('deferred'));
  }
  delayed(delayMs: number): void {
    this.delay(delayMs, () => this.note(`at ${this.runtime.clock.now()}`));
  }
  protected override initialize(): void {
    this.events.push('initialize');
  }
  protected override finalize(): void {
    this.events.push('finalize');
  }
  protected override exited(pid: Pid, reason: Error | undefined): void {
    this.events.push(`exited ${pid.id}${reason ? `: ${reason.message}` : ''}`);
  }
}

describe('ProcessTest', () => {
  test('Spawn: initialize and finalize run once, in the context of the process', async () => {
    const { runtime } = virtualRuntime();
    const recorder = new Recorder();
    const pid = runtime.spawn(recorder);
    expect(`${pid}`).toBe('recorder(1)@node-1');
    expect(recorder.events).toEqual([]);
    expect(runtime.wait(pid, { timeoutMs: 0 }).isPending).toBe(true);
    await runtime.settle();
    expect(recorder.events).toEqual(['initialize']);
    runtime.terminate(pid);
    expect(await expectReady(runtime.wait(pid))).toBe(true);
    expect(recorder.events).toEqual(['initialize', 'finalize']);
    expect(await expectReady(runtime.wait(pid))).toBe(false);
  });

  test('Dispatch: values, futures, promises and void, typed by method name', async () => {
    const { runtime } = virtualRuntime();
    const pid = runtime.spawn(new Recorder());
    const count: Future<number> = runtime.dispatch(pid, 'note', 'a');
    const later: Future<string> = runtime.dispatch(pid, 'later', 'b');
    const awaited: Future<string> = runtime.dispatch(pid, 'awaited', 'c');
    const closure: Future<number> = runtime.dispatch(pid, (recorder) => recorder.generic(7));
    expect(await expectReady(count)).toBe(2);
    expect(await expectReady(later)).toBe('b');
    expect(await expectReady(awaited)).toBe('c');
    expect(await expectReady(closure)).toBe(7);
    // @ts-expect-error a number is not a text
    runtime.dispatch(pid, 'note', 1).onFailed(() => undefined);
    // @ts-expect-error methods of the base class cannot be dispatched
    await expectFailed(runtime.dispatch(pid, 'send'), 'DISPATCH_METHOD_UNKNOWN');
    // @ts-expect-error there is no such method
    await expectFailed(runtime.dispatch(pid, 'nope'), 'DISPATCH_METHOD_UNKNOWN');
  });

  test('a handler that throws fails its dispatch and nothing else', async () => {
    const { runtime } = virtualRuntime();
    const pid = runtime.spawn(new Recorder());
    expect(await expectFailed(runtime.dispatch(pid, 'fail'))).toBeInstanceOf(RangeError);
    expect(await expectReady(runtime.dispatch(pid, 'note', 'alive'))).toBe(2);
  });

  test('a failure of tell is reported as unhandled', async () => {
    const failures: Error[] = [];
    const { runtime } = virtualRuntime({ onUnhandledFailure: (error) => failures.push(error) });
    const pid = runtime.spawn(new Recorder());
    runtime.tell(pid, 'fail');
    await runtime.settle();
    expect(failures.map((error) => error.message)).toEqual(['thrown on purpose']);
  });

  test('Defer: a deferred function runs in the process, later', async () => {
    const { runtime } = virtualRuntime();
    const recorder = new Recorder();
    const pid = runtime.spawn(recorder);
    const deferred = await expectReady(runtime.dispatch(pid, 'deferred'));
    const result = deferred();
    expect(result.isPending).toBe(true);
    expect(await expectReady(result)).toBe(2);
    const byName = runtime.defer(pid, 'note');
    expect(await expectReady(Future.ready('x').andThen(byName))).toBe(3);
  });

  test('Delay: fires when the clock has been advanced, not before', async () => {
    const { runtime, clock } = virtualRuntime();
    const recorder = new Recorder();
    const pid = runtime.spawn(recorder);
    runtime.delay(5_000, pid, 'note', 'timer');
    runtime.tell(pid, 'delayed', 2_500);
    await clock.advance(4_999);
    expect(recorder.events).toEqual(['initialize', 'at 2500']);
    await clock.advance(1);
    expect(recorder.events).toEqual(['initialize', 'at 2500', 'timer']);
  });

  test('Handlers: messages reach the installed handler, replies come back', async () => {
    const { runtime } = virtualRuntime();
    const events: string[] = [];
    const pid = runtime.spawn(new Recorder(events));
    runtime.send(pid, TEXT, 'hello');
    runtime.post(pid, 'test.Unknown', new Uint8Array());
    runtime.post(pid, TEXT.typeName, TEXT.encode('malformed'));
    expect(await expectReady(runtime.request(pid, TEXT, 'ask', TEXT))).toBe('re: ask');
    expect(events).toEqual(['initialize', 'hello', 'ask']);
    expect(runtime.deadLetters.total).toBe(1);
  });

  test('reply outside a message handler is refused', async () => {
    class Replier extends Process {
      answer(): void {
        this.reply(TEXT, 'to whom?');
      }
    }
    const { runtime } = virtualRuntime();
    await expectFailed(
      runtime.dispatch(runtime.spawn(new Replier()), 'answer'),
      'REPLY_OUTSIDE_HANDLER',
    );
  });

  test('Exited: a linked process is seen to end, with the reason of a failure', async () => {
    const { runtime } = virtualRuntime();
    const watcher = new Recorder();
    const watching = runtime.spawn(watcher);
    const [a, b] = [runtime.spawn(new Recorder([], 'a')), runtime.spawn(new Recorder([], 'b'))];
    runtime.tell(watching, 'watch', a);
    runtime.tell(watching, 'watch', a);
    runtime.tell(watching, 'watch', b);
    runtime.tell(watching, 'watch', new Pid('missing', runtime.address));
    await runtime.settle();
    runtime.terminate(a);
    runtime.send(b, TEXT, 'throw');
    await runtime.settle();
    expect(watcher.events).toEqual([
      'initialize',
      'exited missing',
      'exited a',
      'exited b: thrown by a handler',
    ]);
    await expectFailed(runtime.dispatch(watching, 'watch', watching), 'LINK_SELF');
  });

  test('Inheritance: dispatch through the pid of a base class', async () => {
    class Derived extends Recorder {
      override note(text: string): number {
        return super.note(`derived ${text}`);
      }
    }
    const { runtime } = virtualRuntime();
    const derived = new Derived();
    const pid: Pid<Recorder> = runtime.spawn(derived);
    await expectReady(runtime.dispatch(pid, 'note', 'a'));
    expect(derived.events).toEqual(['initialize', 'derived a']);
  });
});

describe('termination', () => {
  test('initialize runs even when terminate came first', async () => {
    const { runtime } = virtualRuntime();
    const recorder = new Recorder();
    const pid = runtime.spawn(recorder);
    const dropped = runtime.dispatch(pid, 'note', 'never');
    runtime.terminate(pid);
    await runtime.settle();
    expect(recorder.events).toEqual(['initialize', 'finalize']);
    await expectAbandoned(dropped);
  });

  test('injected: what is queued is dropped and abandoned; not injected: it is served', async () => {
    const { runtime } = virtualRuntime();
    const events: string[] = [];
    const pid = runtime.spawn(new Recorder(events));
    const served = runtime.dispatch(pid, 'note', 'served');
    runtime.terminate(pid, { inject: false });
    const late = runtime.dispatch(pid, 'note', 'late');
    await expectReady(served);
    await expectAbandoned(late);
    expect(events).toEqual(['initialize', 'served', 'finalize']);
  });

  test('the purge of an injected terminate stops at the first terminate of either kind', async () => {
    const { runtime } = virtualRuntime();
    const events: string[] = [];
    const pid = runtime.spawn(new Recorder(events));
    await runtime.settle();
    runtime.tell(pid, 'note', 'purged');
    runtime.terminate(pid, { inject: false });
    runtime.tell(pid, 'note', 'behind');
    runtime.terminate(pid, { inject: true });
    await runtime.settle();
    expect(events).toEqual(['initialize', 'finalize']);
  });

  test('a handler that terminates its own process completes first', async () => {
    const { runtime } = virtualRuntime();
    const events: string[] = [];
    const pid = runtime.spawn(new Recorder(events));
    await expectReady(runtime.dispatch(pid, 'stopSelf'));
    await runtime.settle();
    expect(events).toEqual(['initialize', 'still running', 'finalize']);
  });

  test('the id can be spawned again as soon as wait is ready, and an old pid reaches the new one', async () => {
    const { runtime } = virtualRuntime();
    const pid = runtime.spawn(new Recorder([], 'same'));
    expect(() => runtime.spawn(new Recorder([], 'same'))).toThrow(ProcessError);
    const respawned = runtime.wait(pid).andThen(() => runtime.spawn(new Recorder([], 'same')));
    runtime.terminate(pid);
    await expectReady(respawned);
    expect(await expectReady(runtime.dispatch(pid, 'note', 'to the new one'))).toBe(2);
  });

  test('a failure in initialize ends the process with a reason', async () => {
    class Broken extends Process {
      protected override initialize(): void {
        throw new Error('no start');
      }
    }
    const { runtime } = virtualRuntime();
    const watcher = new Recorder();
    const broken = runtime.spawn(new Broken({ id: 'broken' }));
    runtime.tell(runtime.spawn(watcher), 'watch', broken);
    const late = runtime.dispatch(broken, () => 1);
    await runtime.settle();
    await expectAbandoned(late);
    expect(watcher.events.at(-1)).toMatch(/^exited broken/);
  });
});

describe('bad input', () => {
  test.each(['', 'a@b', 'a/b', 'a b', 'a%20', 'a+b', 'x'.repeat(256)])(
    'the id %j is refused',
    (id) => {
      const { runtime } = virtualRuntime();
      expect(() => runtime.spawn(new Recorder([], id))).toThrow(
        expect.objectContaining({ code: 'PROCESS_ID_INVALID' }),
      );
    },
  );

  test('a process is spawned once', () => {
    const { runtime } = virtualRuntime();
    const recorder = new Recorder();
    runtime.spawn(recorder);
    expect(() => runtime.spawn(recorder)).toThrow(
      expect.objectContaining({ code: 'PROCESS_SPAWNED_ALREADY' }),
    );
  });

  test('spawn after close, dispatch to nobody, to another runtime, to an unspawned process', async () => {
    const { runtimes } = virtualCluster({ nodes: 2 });
    const [first, second] = runtimes as [(typeof runtimes)[number], (typeof runtimes)[number]];
    const elsewhere = second.spawn(new Recorder());
    await expectFailed(first.dispatch(elsewhere, 'note', 'x'), 'DISPATCH_REMOTE');
    await expectFailed(first.dispatch(new Recorder().self, 'note', 'x'), 'PROCESS_NOT_SPAWNED');
    await expectAbandoned(first.dispatch(new Pid<Recorder>('nobody', first.address), 'note', 'x'));
    await first.close();
    expect(() => first.spawn(new Recorder())).toThrow(
      expect.objectContaining({ code: 'RUNTIME_CLOSED' }),
    );
  });

  test.each([NaN, undefined as unknown as number, '5' as unknown as number])(
    'a delay of %p',
    (delay) => {
      const { runtime } = virtualRuntime();
      expect(() => runtime.after(delay)).toThrow(
        expect.objectContaining({ code: 'DELAY_INVALID' }),
      );
    },
  );

  test.each(['no-at', '@address', 'id@', 'id@a@b', 'a b@c', ''])(
    'the pid %j is refused',
    (text) => {
      expect(() => Pid.parse(text)).toThrow(expect.objectContaining({ code: 'PID_MALFORMED' }));
    },
  );

  test.each([0, -1, 1.5, NaN])('a mailbox limit of %p is refused', (mailboxLimit) => {
    expect(() => virtualRuntime({ mailboxLimit })).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID' }),
    );
  });

  test('a full mailbox refuses the newest, never system events', async () => {
    const { runtime } = virtualRuntime({ mailboxLimit: 2 });
    const recorder = new Recorder();
    const pid = runtime.spawn(recorder);
    void runtime.dispatch(pid, 'note', '1');
    void runtime.dispatch(pid, 'note', '2');
    const refused = runtime.dispatch(pid, 'note', '3');
    runtime.send(pid, TEXT, 'dropped too');
    runtime.terminate(pid, { inject: false });
    await expectFailed(refused, 'MAILBOX_FULL');
    await runtime.settle();
    expect(recorder.events).toEqual(['initialize', '1', '2', 'finalize']);
    expect(runtime.deadLetters.count('mailbox-full')).toBe(2);
  });
});

describe('order and fairness', () => {
  test('events of one sender are served in order, and never inside the call', async () => {
    const { runtime } = virtualRuntime();
    const recorder = new Recorder();
    const pid = runtime.spawn(recorder);
    const numbers = Array.from({ length: 5_000 }, (_, index) => `${index}`);
    for (const number of numbers) runtime.tell(pid, 'note', number);
    expect(recorder.events).toEqual([]);
    await runtime.settle();
    expect(recorder.events).toEqual(['initialize', ...numbers]);
  });

  test('an endless volley starves neither timers nor I/O', async () => {
    class Volley extends Process {
      declare readonly self: Pid<Volley>;
      count = 0;
      async hit(): Promise<void> {
        this.count++;
        await Promise.resolve(); // comes back in a microtask: the budget must span those
        this.runtime.tell(this.self, 'hit');
      }
    }
    const runtime = new Runtime();
    const volley = new Volley();
    const pid = runtime.spawn(volley);
    runtime.tell(pid, 'hit');
    await runtime.after(20);
    expect(volley.count).toBeGreaterThan(0);
    runtime.terminate(pid);
    await runtime.close();
  });
});

describe('runtimes', () => {
  test('a relay through a hundred thousand processes overflows no stack', async () => {
    class Relay extends Process {
      readonly #next: Pid<Relay> | undefined;

      constructor(next: Pid<Relay> | undefined) {
        super();
        this.#next = next;
      }

      pass(hops: number): Future<number> | number {
        return this.#next ? this.runtime.dispatch(this.#next, 'pass', hops + 1) : hops;
      }
    }
    const { runtime, clock } = virtualRuntime();
    let first = runtime.spawn(new Relay(undefined));
    for (let hop = 0; hop < 100_000; hop++) first = runtime.spawn(new Relay(first));
    const passed = runtime.dispatch(first, 'pass', 0);
    await clock.settle();
    expect(passed.value()).toBe(100_000);
  });

  test('messages cross a memory network in order; halt breaks links', async () => {
    const { runtimes, clock, network } = virtualCluster({ nodes: 2 });
    const [first, second] = runtimes as [(typeof runtimes)[number], (typeof runtimes)[number]];
    const [near, far] = [new Recorder(), new Recorder()];
    const [nearPid, farPid] = [first.spawn(near), second.spawn(far)];
    first.tell(nearPid, 'watch', farPid);
    expect(await expectReady(first.request(farPid, TEXT, 'hello', TEXT))).toBe('re: hello');
    network.cut('node-1', 'node-2');
    await clock.settle();
    expect(near.events.at(-1)).toBe('exited recorder(1)');
    await expectPending(first.request(farPid, TEXT, 'lost', TEXT), clock);
    network.heal();
    first.tell(nearPid, 'watch', farPid);
    await clock.settle();
    await second.halt();
    await clock.settle();
    expect(near.events.filter((event) => event.startsWith('exited'))).toHaveLength(2);
    expect(far.events).toEqual(['initialize', 'hello']);
  });

  test('close ends processes youngest first, after what they have queued', async () => {
    const { runtime } = virtualRuntime();
    const events: string[] = [];
    const [a, b] = [runtime.spawn(new Recorder(events)), runtime.spawn(new Recorder(events))];
    runtime.tell(a, 'note', 'a');
    runtime.tell(b, 'note', 'b');
    await runtime.close();
    expect(events).toEqual(['initialize', 'a', 'initialize', 'b', 'finalize', 'finalize']);
    expect(runtime.close().isReady).toBe(true);
  });

  test('close names the I/O that does not end', async () => {
    const runtime = new Runtime({ closeTimeoutMs: 20 });
    runtime.track('writing to a dead disk', new Promise(() => undefined));
    const error = await expectFailed(runtime.close(), 'RUNTIME_CLOSE_TIMEOUT');
    expect(error.message).toContain('writing to a dead disk');
  });

  test('tracked work is waited for by settle', async () => {
    const { runtime, clock } = virtualRuntime();
    let finish = (_value: number): void => undefined;
    const tracked = runtime.track('work', new Promise<number>((resolve) => (finish = resolve)));
    const settling = clock.settle();
    setTimeout(() => finish(7), 10);
    await settling;
    expect(tracked.value()).toBe(7);
    await expectFailed(runtime.track('failing', Promise.reject(new Error('no'))));
  });
});
