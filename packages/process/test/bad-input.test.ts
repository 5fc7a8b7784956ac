// What nobody should do, and what comes of it: a typed error, and never a hang or a word unsaid.
import { describe, expect, test } from '@jest/globals';
import {
  Completer,
  Future,
  Pid,
  Process,
  seededRandom,
  VirtualClock,
  withDeadline,
} from '@quorate/process';
import {
  expectAbandoned,
  expectDiscarded,
  expectFailed,
  virtualCluster,
  virtualRuntime,
} from '@quorate/process/testing';

class Plain extends Process {
  declare readonly self: Pid<Plain>;
  readonly #throwIn: string | undefined;
  readonly seen: string[] = [];

  constructor(id?: string, throwIn?: string) {
    super({ ...(id !== undefined && { id }) });
    this.#throwIn = throwIn;
    this.#maybeThrow('constructor');
  }

  say(what: string): string {
    this.seen.push(what);
    return what;
  }

  ask(pid: Pid<Plain>): Future<string> {
    return this.runtime.dispatch(pid, 'say', 'asked');
  }

  linkTo(pid: Pid): void {
    this.link(pid);
  }

  end(): void {
    this.runtime.terminate(this.self);
  }

  protected override initialize(): void {
    this.#maybeThrow('initialize');
  }

  protected override finalize(): void {
    this.#maybeThrow('finalize');
  }

  protected override exited(pid: Pid, reason: Error | undefined): void {
    this.seen.push(`exited ${pid.id} ${reason?.message ?? 'terminated'}`);
  }

  #maybeThrow(where: string): void {
    if (this.#throwIn === where) throw new Error(where);
  }
}

function world() {
  const failures: string[] = [];
  const made = virtualRuntime({ onUnhandledFailure: ({ message }) => failures.push(message) });
  const plain = new Plain('plain');
  return { ...made, failures, plain, pid: made.runtime.spawn(plain) };
}

describe('spawn and terminate', () => {
  test('an id that is taken is refused, and free again after the end', async () => {
    const { runtime, pid } = world();
    expect(() => runtime.spawn(new Plain('plain'))).toThrow(
      expect.objectContaining({ code: 'PROCESS_ID_TAKEN' }),
    );
    runtime.terminate(pid);
    await runtime.wait(pid);
    runtime.spawn(new Plain('plain'));
  });

  test('a generated id passes one by that somebody has chosen', () => {
    const { runtime } = world();
    runtime.spawn(new Plain('(1)'));
    expect(runtime.spawn(new Plain()).id).toBe('(2)');
  });

  test('a constructor that throws leaves nothing behind', () => {
    const { runtime } = world();
    expect(() => runtime.spawn(new Plain('x', 'constructor'))).toThrow('constructor');
    runtime.spawn(new Plain('x'));
  });

  test.each(['initialize', 'finalize'])('a throw in %s is the reason of the end', async (where) => {
    const { runtime, clock, plain, pid } = world();
    const failing = runtime.spawn(new Plain('failing', where));
    runtime.tell(pid, 'linkTo', failing);
    runtime.terminate(failing, { inject: false });
    await clock.settle();
    expect(plain.seen).toEqual([`exited failing ${where}`]);
  });

  test('a termination with a reason ends as a failure, after the event being served, without finalize', async () => {
    class Doubtful extends Plain {
      doubt(): string {
        this.runtime.terminate(this.self, { reason: new Error('in doubt') });
        return this.say('served');
      }

      protected override finalize(): void {
        this.say('finalize');
      }
    }
    const { runtime, clock, plain, pid } = world();
    const doubtful = new Doubtful('doubtful');
    const other = runtime.spawn(doubtful);
    runtime.tell(pid, 'linkTo', other);
    await clock.settle();
    const served = runtime.dispatch(other, 'doubt');
    const dropped = runtime.dispatch(other, 'say', 'dropped');
    await clock.settle();
    expect([served.value(), doubtful.seen]).toEqual(['served', ['served']]);
    await expectAbandoned(dropped);
    expect(plain.seen).toEqual(['exited doubtful in doubt']);
  });

  test('terminating twice, what is gone, or oneself in a handler is no error', async () => {
    const { runtime, clock, pid } = world();
    runtime.terminate(pid);
    runtime.terminate(pid);
    await clock.settle();
    runtime.terminate(pid);
    runtime.terminate(new Pid('nobody', runtime.address));
    const other = runtime.spawn(new Plain());
    const ended = runtime.dispatch(other, 'end');
    await clock.settle();
    expect([ended.isReady, runtime.processes()]).toEqual([true, []]);
  });

  test('waiting for what is not there gives false at once; with a limit, in time', async () => {
    const { runtime, clock, pid } = world();
    expect(runtime.wait(new Pid('nobody', runtime.address)).value()).toBe(false);
    const waiting = runtime.wait(pid, { timeoutMs: 10 });
    await clock.advance(10);
    expect(waiting.value()).toBe(false);
    const given = runtime.wait(pid);
    given.discard();
    await expectDiscarded(given);
  });
});

describe('send and dispatch', () => {
  test('to nobody, to a name that is no method, to oneself', async () => {
    const { runtime, clock, pid, failures } = world();
    await expectAbandoned(runtime.dispatch(new Pid<Plain>('nobody', runtime.address), 'say', 'x'));
    const unknown = runtime.dispatch(pid, 'unknown' as 'say', 'x').onFailed(() => undefined);
    const base = runtime.dispatch(pid, 'initialize' as 'say', 'x').onFailed(() => undefined);
    const own = runtime.dispatch(pid, 'ask', pid);
    runtime.tell(pid, 'constructor' as 'say', 'x');
    await clock.settle();
    expect(unknown.failure()).toMatchObject({ code: 'DISPATCH_METHOD_UNKNOWN' });
    expect(base.failure()).toMatchObject({ code: 'DISPATCH_METHOD_UNKNOWN' });
    expect(own.value()).toBe('asked'); // of an interleaved process, no deadlock
    expect(failures).toEqual([expect.stringContaining('"constructor"')]);
  });

  test('to another runtime by a call fails, or throws if nobody waits', async () => {
    const { runtimes } = virtualCluster({ nodes: 2 });
    const [here, there] = runtimes;
    if (!here || !there) throw new Error('two nodes');
    const pid = there.spawn(new Plain());
    await expectFailed(here.dispatch(pid, 'say', 'x'), 'DISPATCH_REMOTE');
    expect(() => here.tell(pid, 'say', 'x')).toThrow(
      expect.objectContaining({ code: 'DISPATCH_REMOTE' }),
    );
  });

  test.each<unknown>([undefined, null, 42, true, Symbol('say'), ['say', 'x']])(
    'a call of %p is refused, also when it is delayed',
    async (value) => {
      const { runtime, clock, plain, pid, failures } = world();
      const target = value as 'say';
      await expectFailed(runtime.dispatch(pid, target, 'x'), 'DISPATCH_METHOD_UNKNOWN');
      const unknown = expect.objectContaining({ code: 'DISPATCH_METHOD_UNKNOWN' });
      expect(() => runtime.tell(pid, target, 'x')).toThrow(unknown);
      expect(() => runtime.withTrace('t', () => runtime.tell(pid, target, 'x'))).toThrow(unknown);
      runtime.delay(5, pid, target, 'x');
      runtime.delay(5, pid, 'say', 'next');
      await clock.advance(5);
      expect(failures).toEqual([expect.stringContaining('expected a method or a function')]);
      expect(plain.seen).toEqual(['next']);
    },
  );

  test.each([0, -1, -Infinity])(
    'an ask with a deadline of %p is over in the next turn, and its answer is dropped',
    async (timeoutMs) => {
      const { runtime, clock } = world();
      const answer = new Completer<string>();
      class Slow extends Process {
        answer(): Future<string> {
          return answer.future;
        }
      }
      const pid = runtime.spawn(new Slow());
      const asked = withDeadline(runtime.dispatch(pid, 'answer'), clock, timeoutMs);
      asked.onFailed(() => undefined);
      expect(asked.isPending).toBe(true);
      await clock.settle();
      await expectFailed(asked, 'FUTURE_TIMEOUT');
      expect([answer.future.hasDiscard, answer.set('late')]).toEqual([true, true]);
    },
  );

  test('a deadline that is no number is refused, wherever one may be given', async () => {
    const { runtime, clock, pid } = world();
    await expectFailed(withDeadline(new Completer().future, clock, NaN), 'DELAY_INVALID');
    const invalid = expect.objectContaining({ code: 'DELAY_INVALID' });
    expect(() => runtime.wait(pid, { timeoutMs: NaN })).toThrow(invalid);
    expect(() => runtime.delay(NaN, pid, 'say', 'x')).toThrow(invalid);
  });

  test('arguments that are changed after a call are seen changed: they are not copied', async () => {
    const { runtime, clock } = world();
    const seen: string[] = [];
    class Reader extends Process {
      read(words: readonly string[]): void {
        seen.push(...words);
      }
    }
    const words = ['before'];
    runtime.tell(runtime.spawn(new Reader()), 'read', words);
    words[0] = 'after';
    await clock.settle();
    expect(seen).toEqual(['after']);
  });

  test('bytes may be changed after they were sent', async () => {
    const { runtime, clock } = world();
    let received: Uint8Array | undefined;
    class Receiver extends Process {
      protected override initialize(): void {
        this.install('bytes', (_, body) => void (received = body));
      }
    }
    const bytes = new Uint8Array([1, 2, 3]);
    runtime.post(runtime.spawn(new Receiver()), 'bytes', bytes);
    bytes.fill(9);
    await clock.settle();
    expect(received).toEqual(new Uint8Array([1, 2, 3]));
  });

  test('a link to oneself is refused, a second one is the first, one to nobody is told at once', async () => {
    const { runtime, clock, plain, pid } = world();
    await expectFailed(runtime.dispatch(pid, 'linkTo', pid), 'LINK_SELF');
    const other = runtime.spawn(new Plain('other'));
    for (let time = 0; time < 2; time++) runtime.tell(pid, 'linkTo', other);
    runtime.tell(pid, 'linkTo', new Pid('nobody', runtime.address));
    await clock.settle();
    runtime.terminate(other);
    await clock.settle();
    expect(plain.seen.sort()).toEqual(['exited nobody terminated', 'exited other terminated']);
  });
});

describe('delays', () => {
  test('0 and below are the next turn, in order; infinity is never', async () => {
    const { runtime, clock } = world();
    const order: number[] = [];
    for (const delay of [-5, 0, -0, -Infinity]) {
      runtime.after(delay).onReady(() => order.push(delay));
    }
    runtime.after(Infinity).onReady(() => order.push(Infinity));
    expect(order).toEqual([]);
    await clock.advance(1e15);
    expect(order).toEqual([-5, 0, -0, -Infinity]);
  });

  test('a result of the instant of its deadline counts if its timer was made first', async () => {
    const { clock } = world();
    const [first, second] = [new Completer<number>(), new Completer<number>()];
    clock.after(10, () => first.set(1));
    const results = [first, second].map(({ future }) => withDeadline(future, clock, 10));
    clock.after(10, () => second.set(2));
    const [inTime, late] = results.map((result) => result.onFailed(() => undefined));
    await clock.advance(10);
    expect(inTime?.value()).toBe(1);
    expect(late?.failure()).toMatchObject({ code: 'FUTURE_TIMEOUT' });
  });

  test('a delayed call to another runtime is reported, and the other timers fire', async () => {
    const { runtime, clock, plain, pid, failures } = world();
    runtime.delay(5, new Pid<Plain>('x', 'elsewhere'), 'say', 'x');
    runtime.delay(5, pid, 'say', 'next');
    await clock.advance(5);
    expect([failures.length, failures[0], plain.seen]).toEqual([
      ...[1, expect.stringContaining('x@elsewhere'), ['next']],
    ]);
  });

  test('a timer is cancelled once: not when it has fired, nor from within', async () => {
    const { clock } = world();
    const fired: string[] = [];
    const timer = clock.after(1, () => fired.push(`one ${timer.cancel()}`));
    const other = clock.after(1, () => fired.push('other'));
    expect([other.cancel(), other.cancel()]).toEqual([true, false]);
    await clock.advance(1);
    expect([fired, timer.cancel()]).toEqual([['one false'], false]);
  });

  test('a hundred thousand timers at one instant fire in the order of their making', async () => {
    const { clock } = world();
    const fired: number[] = [];
    for (let index = 0; index < 100_000; index++) clock.after(5, () => fired.push(index));
    await clock.advance(5);
    expect(fired).toHaveLength(100_000);
    expect(fired.every((value, index) => value === index)).toBe(true);
  });

  test('a process that ends before its delay is over hears nothing of it', async () => {
    const { runtime, clock, plain, pid } = world();
    runtime.delay(5, pid, 'say', 'late');
    runtime.terminate(pid);
    await clock.advance(5);
    expect([plain.seen, runtime.deadLetters.count('no-such-process')]).toEqual([[], 1]);
  });

  test.each([-1, NaN, Infinity, '5' as unknown as number])('time cannot advance by %p', (ms) => {
    expect(() => new VirtualClock().advance(ms)).toThrow(
      expect.objectContaining({ code: 'DELAY_INVALID' }),
    );
  });
});

describe('futures', () => {
  test('the first outcome counts, whatever comes after it', async () => {
    const completer = new Completer<number>();
    const tries = [
      completer.set(1),
      completer.set(2),
      completer.fail('late'),
      completer.discard(),
      completer.abandon(),
      completer.associate(Future.ready(3)),
    ];
    expect(tries).toEqual([true, false, false, false, false, false]);
    expect(await completer.future).toBe(1);
  });

  test('a future that would wait for itself fails', async () => {
    const [one, other] = [new Completer<number>(), new Completer<number>()];
    one.associate(other.future);
    other.associate(one.future);
    await expectFailed(one.future, 'FUTURE_CYCLE');
    const self = new Completer<number>();
    self.associate(self.future);
    await expectFailed(self.future, 'FUTURE_CYCLE');
  });

  test('what is thrown need not be an error', async () => {
    const thrown = Future.try(() => {
      throw 'a text'; // eslint-disable-line @typescript-eslint/only-throw-error
    });
    expect((await expectFailed(thrown)).message).toContain('a text');
  });
});

describe('pids', () => {
  test.each([
    ['id@host:5050', 'id', 'host:5050'],
    ['a(1)@[::1]:5050', 'a(1)', '[::1]:5050'],
    ['log-replica(1)@127.0.0.1:0', 'log-replica(1)', '127.0.0.1:0'],
    ['ünïcode@örtlich', 'ünïcode', 'örtlich'],
    ['a%28b@c', 'a%28b', 'c'],
  ])('%j is one', (text, id, address) => {
    expect(Pid.parse(text)).toMatchObject({ id, address });
    expect(`${Pid.parse(text)}`).toBe(text);
  });

  test.each(['', '@', 'id', 'id@', '@host', 'id@host ', ' id@host', 'i d@host', 'id@ho@st'])(
    '%j is none',
    (text) => {
      expect(() => Pid.parse(text)).toThrow(
        expect.objectContaining({
          code: 'PID_MALFORMED',
          message: expect.stringContaining('id@address'),
        }),
      );
    },
  );

  test('a text of 10 kB that is none is not repeated in full', () => {
    try {
      Pid.parse('x'.repeat(10_000));
    } catch (error) {
      expect((error as Error).message.length).toBeLessThan(200);
    }
    expect.assertions(1);
  });
});

test('chance that is seeded repeats itself', () => {
  const [one, other] = [seededRandom(7), seededRandom(7)];
  expect(Array.from({ length: 9 }, () => one.next())).toEqual(
    Array.from({ length: 9 }, () => other.next()),
  );
});
