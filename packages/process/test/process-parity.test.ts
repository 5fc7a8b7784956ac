import { describe, expect, test } from '@jest/globals';
import { defaultRuntime, loop, proceed, Process } from '@quorate/process';
import type { DeadLetter, Pid } from '@quorate/process';
import {
  expectAbandoned,
  expectFailed,
  expectReady,
  virtualRuntime,
} from '@quorate/process/testing';

class Echo extends Process {
  declare readonly self: Pid<Echo>;
  readonly events: string[] = [];

  say(what: string): string {
    this.events.push(what);
    return what;
  }

  watch(pid: Pid): void {
    this.link(pid);
  }

  pass(name: string, to: Pid): void {
    this.delegate(name, to);
  }

  handle(name: string): void {
    this.install(name, (from) => void this.events.push(`handled ${name} of ${from.id}`));
  }

  later(what: string): void {
    this.delay(0, () => void this.say(what));
  }

  async nest(): Promise<boolean> {
    const pid = this.runtime.spawn(new Echo());
    this.runtime.terminate(pid);
    return this.runtime.wait(pid);
  }

  protected override exited(pid: Pid): void {
    this.events.push(`exited ${pid.id}`);
  }
}

function world() {
  const made = virtualRuntime();
  const [one, other] = [new Echo({ id: 'one' }), new Echo({ id: 'other' })];
  const { runtime } = made;
  return { ...made, one, other, onePid: runtime.spawn(one), otherPid: runtime.spawn(other) };
}

describe('ProcessTest', () => {
  test('Event: a filter sees what kind of event it is, whose, and of whom', async () => {
    const { runtime, clock, events, onePid, otherPid } = world();
    const [call, message, exit] = (['dispatch', 'message', 'exited'] as const).map((type) =>
      events.next({ type, to: onePid }),
    );
    runtime.tell(onePid, 'watch', otherPid);
    runtime.post(onePid, 'hello', new Uint8Array(), otherPid);
    runtime.terminate(otherPid, { inject: false });
    await clock.settle();
    expect(call?.value()).toEqual({ type: 'dispatch', to: onePid, name: 'watch', from: undefined });
    expect(message?.value()).toEqual({
      type: 'message',
      to: onePid,
      name: 'hello',
      from: otherPid,
    });
    expect(exit?.value()).toEqual({ type: 'exited', to: onePid, name: undefined, from: otherPid });
  });

  test('Defer1: what is given to a deferred call arrives, from none to many, and is not copied', async () => {
    const { runtime, clock, onePid } = world();
    const mine = { what: 'mine' };
    const gathered = runtime.defer(onePid, (...given: readonly unknown[]) => given);
    const calls = [[], [1], [1, 'two'], [1, 'two', undefined, null, mine]].map((given) => ({
      given,
      done: gathered(...given),
    }));
    const name = runtime.defer(onePid, 'say');
    const said = name('by its name');
    await clock.settle();
    for (const { given, done } of calls) expect(done.value()).toEqual(given);
    expect((calls[3]?.done.value() ?? [])[4]).toBe(mine);
    expect(said.value()).toBe('by its name');
  });

  test('Defers: a deferred call gives what the call gives: a value, nothing, a future, a failure', async () => {
    const { runtime, clock, onePid } = world();
    const value = runtime.defer(onePid, () => 7)();
    const nothing = runtime.defer(onePid, () => undefined)();
    const later = runtime.defer(onePid, () => runtime.after(5).andThen(() => 'later'))();
    const failure = runtime.defer(onePid, () => {
      throw new Error('failed');
    })();
    const failed = expectFailed(failure);
    await clock.advance(5);
    expect([value.value(), nothing.value(), later.value()]).toEqual([7, undefined, 'later']);
    expect((await failed).message).toBe('failed');
  });

  test('Defer2: a callback of a future runs in the process', async () => {
    const { runtime, clock, one, onePid } = world();
    const done = runtime.after(5).andThen(runtime.defer(onePid, () => one.say('deferred')));
    await clock.advance(5);
    expect(await expectReady(done)).toBe('deferred');
  });

  test('Defer3: a deferred function never runs inside the call', async () => {
    const { runtime, clock, one, onePid } = world();
    const said = runtime.defer(onePid, 'say')('later');
    expect(one.events).toEqual([]);
    await clock.settle();
    expect(said.value()).toBe('later');
  });

  test('Expect: calls and messages can be kept from a process', async () => {
    const { runtime, clock, events, one, onePid } = world();
    const letters: DeadLetter[] = [];
    runtime.deadLetters.subscribe((letter) => letters.push(letter));
    using calls = events.drop({ type: 'dispatch', name: 'say', to: onePid }, 1);
    using messages = events.drop({ type: 'message' });
    const dropped = runtime.dispatch(onePid, 'say', 'dropped');
    const served = runtime.dispatch(onePid, 'say', 'served');
    runtime.post(onePid, 'hello', new Uint8Array());
    await clock.settle();
    await expectAbandoned(dropped);
    expect(served.value()).toBe('served');
    expect([calls.dropped, messages.dropped, one.events]).toEqual([1, 1, ['served']]);
    expect(letters.map(({ reason }) => reason)).toEqual(['filtered', 'filtered']);
  });

  test('Action: whoever hears of an event may wait for the next one', async () => {
    const { runtime, clock, events, onePid } = world();
    const heard: string[] = [];
    const listen = (): void => {
      events.next({ type: 'dispatch' }).onReady(({ name }) => {
        heard.push(name ?? '');
        listen();
      });
    };
    listen();
    for (const what of ['a', 'b']) runtime.tell(onePid, 'say', what);
    await clock.settle();
    expect(heard).toEqual(['say', 'say']);
  });

  test('Thunk: a closure runs as an event, and gives its result', async () => {
    const { runtime, clock, onePid } = world();
    const sum = runtime.dispatch(onePid, () => 1 + 2);
    await clock.settle();
    expect(sum.value()).toBe(3);
  });

  test('Delegate: a message without a handler goes on to another process, from whom it came', async () => {
    const { runtime, clock, one, other, onePid, otherPid } = world();
    const sender = runtime.spawn(new Echo({ id: 'sender' }));
    runtime.tell(onePid, 'pass', 'func', otherPid);
    runtime.tell(otherPid, 'handle', 'func');
    await clock.settle();
    runtime.post(onePid, 'func', new Uint8Array(), sender);
    await clock.settle();
    expect(other.events).toEqual(['handled func of sender']);
    runtime.tell(onePid, 'handle', 'func');
    runtime.tell(onePid, 'pass', 'func', otherPid); // the handler has it
    await clock.settle();
    runtime.post(onePid, 'func', new Uint8Array(), sender);
    await clock.settle();
    expect([one.events, other.events]).toEqual([
      ['handled func of sender'],
      ['handled func of sender'],
    ]);
  });

  test('Donate: a handler may spawn, end and wait for others', async () => {
    const { runtime, clock, onePid } = world();
    const nested = runtime.dispatch(onePid, 'nest');
    await clock.settle();
    expect(nested.value()).toBe(true);
  });

  test('InjectExited: an end that did not happen', async () => {
    const { runtime, clock, one, onePid, otherPid } = world();
    runtime.injectExited(onePid, otherPid);
    await clock.settle();
    expect(one.events).toEqual(['exited other']);
    expect(runtime.processes().map(({ id }) => id)).toContain('other');
  });

  test('FutureExited: an end is seen before it is told', async () => {
    const { runtime, clock, events, one, onePid, otherPid } = world();
    runtime.tell(onePid, 'watch', otherPid);
    await clock.settle();
    const exit = events.next({ type: 'exited', from: otherPid, to: onePid });
    exit.onReady(() => expect(one.events).toEqual([]));
    runtime.terminate(otherPid);
    await clock.settle();
    expect([exit.isReady, one.events]).toEqual([true, ['exited other']]);
  });

  test('DropExited: an end can be kept from a process', async () => {
    const { runtime, clock, events, one, onePid, otherPid } = world();
    using exits = events.drop({ type: 'exited', from: otherPid });
    runtime.tell(onePid, 'watch', otherPid);
    runtime.terminate(otherPid, { inject: false });
    await clock.settle();
    expect([exits.dropped, one.events]).toEqual([1, []]);
  });

  test('Settle: covers what is spawned, told and delayed by 0 on the way', async () => {
    const { runtime, clock, one, onePid } = world();
    runtime.tell(onePid, 'later', 'told');
    const nested = runtime.dispatch(onePid, 'nest');
    await clock.settle();
    expect([one.events, nested.isReady]).toEqual([['told'], true]);
  });

  test('Pid: the pid of a class is that of its base, and texts come back as pids', () => {
    const { onePid } = world();
    const base: Pid<Process> = onePid;
    expect(base.equals(onePid)).toBe(true);
    expect(`${base}`).toBe('one@node-1');
  });

  test('Listener: a process is addressed as any of the types that it is', async () => {
    const { runtime, clock, onePid } = world();
    const speaker: Pid<{ say(what: string): string }> = onePid;
    const nester: Pid<{ nest(): Promise<boolean> }> = onePid;
    const [said, nested] = [
      runtime.dispatch(speaker, 'say', 'a'),
      runtime.dispatch(nester, 'nest'),
    ];
    await clock.settle();
    expect([said.value(), nested.value()]).toEqual(['a', true]);
  });

  test('ProcessesEndpointNoHang: a snapshot waits for nobody', async () => {
    const { runtime, clock, onePid } = world();
    const pending = runtime.dispatch(onePid, 'say', 'late');
    expect(runtime.processes().map(({ id }) => id)).toEqual(['one', 'other']);
    expect(pending.isPending).toBe(true);
    runtime.terminate(onePid);
    await clock.settle();
    await expectAbandoned(pending);
  });

  test('TimerAfterReinitialize: timers fire after everything was closed and begun anew', async () => {
    const before = defaultRuntime();
    await before.after(0);
    const lost = before.after(60_000);
    await before.close();
    expect(before.isClosed).toBe(true);
    const after = defaultRuntime();
    expect(after).not.toBe(before);
    await after.after(1);
    expect(lost.isAbandoned).toBe(true);
    await after.close();
  });
});

describe('AfterTest', () => {
  test('After: ready when so much time has passed, and not before', async () => {
    const { runtime, clock } = virtualRuntime();
    const after = runtime.after(42_000);
    await clock.advance(41_999);
    expect(after.isPending).toBe(true);
    await clock.advance(1);
    expect(after.isReady).toBe(true);
  });

  test('Loop: one time after the other, until it is discarded', async () => {
    const { runtime, clock } = virtualRuntime();
    let rounds = 0;
    const looping = loop<void, void>(
      () => runtime.after(1000),
      () => {
        rounds++;
        return proceed();
      },
    );
    await clock.advance(3500);
    expect(rounds).toBe(3);
    looping.discard();
    await clock.settle();
    expect(looping.isDiscarded).toBe(true);
    await clock.advance(5000);
    expect(rounds).toBe(3);
  });
});
