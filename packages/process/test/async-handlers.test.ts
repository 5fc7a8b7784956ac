import { describe, expect, test } from '@jest/globals';
import { abortOnDiscard, Completer, discardOnAbort, Process, withDeadline } from '@quorate/process';
import type { HandlerMode, Pid } from '@quorate/process';
import {
  expectAbandoned,
  expectDiscarded,
  expectFailed,
  expectReady,
  virtualRuntime,
} from '@quorate/process/testing';

/** A gate that each handler waits at, by name. */
class Gated extends Process {
  declare readonly self: Pid<Gated>;
  readonly log: string[] = [];
  readonly gates = new Map<string, Completer<void>>();
  readonly signals = new Map<string, AbortSignal>();

  constructor(handlers?: HandlerMode) {
    super({ ...(handlers && { handlers }) });
  }

  async work(name: string): Promise<string> {
    this.signals.set(name, this.signal);
    this.log.push(`begin ${name}`);
    await this.#gate(name).future;
    this.log.push(`end ${name}`);
    return name;
  }

  note(what: string): void {
    this.log.push(what);
  }

  open(name: string): void {
    this.#gate(name).set(undefined);
  }

  fail(name: string): void {
    this.#gate(name).fail(new Error(`${name} failed`));
  }

  protected override initialize(): void {
    this.install('wait', async (_, body) => {
      await this.work(String.fromCharCode(...body));
    });
  }

  protected override finalize(): void {
    this.log.push('finalize');
  }

  #gate(name: string): Completer<void> {
    const gate = this.gates.get(name) ?? new Completer<void>();
    this.gates.set(name, gate);
    return gate;
  }
}

function spawned(handlers?: HandlerMode) {
  const failures: string[] = [];
  const world = virtualRuntime({ onUnhandledFailure: ({ message }) => failures.push(message) });
  const process = new Gated(handlers);
  return { ...world, process, pid: world.runtime.spawn(process), failures };
}

describe('async handlers', () => {
  test('interleaved: the next event is served when a handler gives way', async () => {
    const { runtime, clock, process, pid } = spawned();
    const done = runtime.dispatch(pid, 'work', 'a');
    runtime.tell(pid, 'note', 'between');
    await clock.settle();
    expect(process.log).toEqual(['begin a', 'between']);
    process.open('a');
    expect(await expectReady(done)).toBe('a');
  });

  test('serialized: the next event waits until a handler has come to its end', async () => {
    const { runtime, clock, process, pid } = spawned('serialized');
    const done = runtime.dispatch(pid, 'work', 'a');
    runtime.tell(pid, 'work', 'b');
    runtime.tell(pid, 'note', 'after');
    await clock.settle();
    expect(process.log).toEqual(['begin a']);
    process.open('a');
    await clock.settle();
    expect(process.log).toEqual(['begin a', 'end a', 'begin b']);
    process.open('b');
    await clock.settle();
    expect(process.log).toEqual(['begin a', 'end a', 'begin b', 'end b', 'after']);
    await expectReady(done);
  });

  test('serialized: a handler that fails lets the next one go on', async () => {
    const { runtime, clock, process, pid, failures } = spawned('serialized');
    const failing = runtime.dispatch(pid, 'work', 'a').onFailed(() => undefined);
    runtime.tell(pid, 'work', 'b');
    runtime.tell(pid, 'note', 'after');
    process.fail('a');
    process.fail('b');
    await clock.settle();
    expect((await expectFailed(failing)).message).toBe('a failed');
    expect(failures).toEqual(['b failed']);
    expect(process.log).toEqual(['begin a', 'begin b', 'after']);
  });

  test('serialized: a handler of messages is waited for, too', async () => {
    const { runtime, clock, process, pid } = spawned('serialized');
    runtime.post(pid, 'wait', new Uint8Array([0x61]));
    runtime.tell(pid, 'note', 'after');
    await clock.settle();
    expect(process.log).toEqual(['begin a']);
    process.open('a');
    await clock.settle();
    expect(process.log).toEqual(['begin a', 'end a', 'after']);
  });

  test('serialized: termination waits for the handler, then drops what was behind it', async () => {
    const { runtime, clock, process, pid } = spawned('serialized');
    const done = runtime.dispatch(pid, 'work', 'a');
    const dropped = runtime.dispatch(pid, 'note', 'never');
    const ended = runtime.wait(pid);
    await clock.settle();
    runtime.terminate(pid);
    await clock.settle();
    expect(ended.isPending).toBe(true);
    process.open('a');
    await clock.settle();
    expect(process.log).toEqual(['begin a', 'end a', 'finalize']);
    await expectReady(done);
    await expectAbandoned(dropped);
    expect(ended.value()).toBe(true);
  });

  test.each(['interleaved', 'serialized'] as const)(
    '%s: a handler of messages that rejects ends the process, with that as the reason',
    async (handlers) => {
      const { runtime, clock, process, pid, failures } = spawned(handlers);
      let reason: Error | undefined;
      class Watcher extends Process {
        protected override initialize(): void {
          this.link(pid);
        }
        protected override exited(_: Pid, why: Error | undefined): void {
          reason = why;
        }
      }
      runtime.spawn(new Watcher());
      runtime.post(pid, 'wait', new Uint8Array([0x61]));
      await clock.settle();
      process.fail('a');
      await clock.settle();
      expect(reason?.message).toBe('a failed');
      expect(failures).toEqual([]);
      expect(await runtime.wait(pid)).toBe(false);
    },
  );
});

describe('cancellation reaches the work', () => {
  test('a discard of the call aborts the signal of its handler, and of no other', async () => {
    const { runtime, clock, process, pid } = spawned();
    const [a] = ['a', 'b'].map((name) => runtime.dispatch(pid, 'work', name));
    await clock.settle();
    a?.discard();
    expect(process.signals.get('a')?.aborted).toBe(true);
    expect(process.signals.get('b')?.aborted).toBe(false);
    process.open('b');
    await clock.settle();
    expect(process.signals.get('b')?.aborted).toBe(false);
  });

  test('a call that was discarded before it is served finds its signal aborted', async () => {
    const { runtime, clock, process, pid } = spawned();
    runtime.dispatch(pid, 'work', 'a').discard();
    await clock.settle();
    expect(process.signals.get('a')?.aborted).toBe(true);
  });

  test('the end of the process aborts the signals of all of its handlers', async () => {
    const { runtime, clock, process, pid } = spawned();
    runtime.dispatch(pid, 'work', 'a').onAny(() => undefined);
    runtime.tell(pid, 'work', 'b');
    await clock.settle();
    runtime.terminate(pid);
    await clock.settle();
    expect([...process.signals.values()].map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  test('an abort discards a future, at once if it has happened already', async () => {
    const controller = new AbortController();
    const completer = new Completer<number>();
    completer.future.onDiscard(() => completer.discard());
    const future = discardOnAbort(completer.future, controller.signal);
    expect(future.isPending).toBe(true);
    controller.abort();
    await expectDiscarded(future);
    const late = new Completer<number>();
    expect(discardOnAbort(late.future, controller.signal).hasDiscard).toBe(true);
  });

  test('an abort after the end changes nothing', () => {
    const controller = new AbortController();
    const completer = new Completer<number>();
    const future = discardOnAbort(completer.future, controller.signal);
    completer.set(1);
    controller.abort();
    expect(future.hasDiscard).toBe(false);
  });

  test('a discard aborts a signal, and a result does not', () => {
    const [one, other] = [new Completer<void>(), new Completer<void>()];
    const [first, second] = [one, other].map(({ future }) => abortOnDiscard(future));
    one.future.discard();
    other.set(undefined);
    other.future.discard();
    expect([first?.aborted, second?.aborted]).toEqual([true, false]);
  });

  test('a deadline fails the future and discards the work', async () => {
    const { clock } = virtualRuntime();
    const completer = new Completer<number>();
    const late = withDeadline(completer.future, clock, 1000).onFailed(() => undefined);
    await clock.advance(999);
    expect(late.isPending).toBe(true);
    await clock.advance(1);
    expect(await expectFailed(late)).toMatchObject({ code: 'FUTURE_TIMEOUT' });
    expect(completer.future.hasDiscard).toBe(true);
  });

  test('a result in time needs no deadline', async () => {
    const { clock } = virtualRuntime();
    const completer = new Completer<number>();
    const result = withDeadline(completer.future, clock, 1000);
    completer.set(7);
    await clock.advance(5000);
    expect(await expectReady(result)).toBe(7);
    expect(withDeadline(new Completer<number>().future, clock, Infinity).isPending).toBe(true);
    await expectFailed(withDeadline(new Completer<number>().future, clock, NaN));
  });
});
