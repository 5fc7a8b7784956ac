import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Completer, Pid, Process } from '@quorate/process';
import type { DeadLetter, FilteredEvent, ProcessOptions } from '@quorate/process';
import {
  expectAbandoned,
  expectFailed,
  expectReady,
  virtualRuntime,
} from '@quorate/process/testing';
import { isUserEvent, nameOf } from '../src/event.ts';
import type { DispatchEvent, Event } from '../src/event.ts';
import { Mailbox } from '../src/mailbox.ts';
import { Ring } from '../src/ring.ts';

class Slow extends Process {
  declare readonly self: Pid<Slow>;
  readonly served: string[] = [];

  take(what: string): string {
    this.served.push(what);
    return what;
  }

  protected override exited(pid: Pid): void {
    this.served.push(`exited ${pid.id}`);
  }

  watch(pid: Pid): void {
    this.link(pid);
  }
}

function full(options: ProcessOptions) {
  const world = virtualRuntime();
  const slow = new Slow({ id: 'slow', mailboxLimit: 2, ...options });
  const pid = world.runtime.spawn(slow);
  const letters: DeadLetter[] = [];
  world.runtime.deadLetters.subscribe((letter) => letters.push(letter));
  const call = (what: string) =>
    world.runtime.dispatch(pid, 'take', what).onFailed(() => undefined);
  const calls = [call('a'), call('b'), call('c'), call('d')] as const;
  return { ...world, slow, pid, calls, letters };
}

describe('a mailbox that is full', () => {
  test('reject: the newest is not taken, and its caller is told', async () => {
    const { clock, slow, calls, letters } = full({ overflow: 'reject' });
    await clock.settle();
    expect(slow.served).toEqual(['a', 'b']);
    expect((await expectFailed(calls[2])).message).toContain('2 events waiting');
    expect(letters.map(({ reason, name }) => `${reason} ${name}`)).toEqual(
      Array(2).fill('mailbox-full take'),
    );
  });

  test('drop-newest: the newest is not taken, and its caller is abandoned', async () => {
    const { clock, slow, calls, runtime } = full({ overflow: 'drop-newest' });
    await clock.settle();
    expect(slow.served).toEqual(['a', 'b']);
    for (const call of calls.slice(2)) await expectAbandoned(call);
    expect(runtime.deadLetters.count('mailbox-full')).toBe(2);
  });

  test('drop-oldest: the oldest makes room, and its caller is abandoned', async () => {
    const { clock, slow, calls, runtime } = full({ overflow: 'drop-oldest' });
    await clock.settle();
    expect(slow.served).toEqual(['c', 'd']);
    for (const call of calls.slice(0, 2)) await expectAbandoned(call);
    await expectReady(calls[3]);
    expect(runtime.deadLetters.count('mailbox-full')).toBe(2);
  });

  test.each(['reject', 'drop-newest', 'drop-oldest'] as const)(
    '%s: system events are never dropped, and never counted out',
    async (overflow) => {
      const { runtime, clock } = virtualRuntime();
      const slow = new Slow({ mailboxLimit: 1, overflow });
      const pid = runtime.spawn(slow);
      const other = runtime.spawn(new Slow({ id: 'other' }));
      runtime.tell(pid, 'watch', other);
      await clock.settle();
      runtime.terminate(other);
      await clock.settle();
      expect(slow.served).toEqual(['exited other']);
      for (let round = 0; round < 3; round++) runtime.tell(pid, 'take', `${round}`);
      runtime.terminate(pid, { inject: false });
      await clock.settle();
      expect(slow.served).toEqual(['exited other', overflow === 'drop-oldest' ? '2' : '0']);
      expect(await runtime.wait(pid)).toBe(false);
    },
  );

  test('system events that wait take no room of others', async () => {
    const { runtime, clock } = virtualRuntime();
    const slow = new Slow({ mailboxLimit: 1 });
    const pid = runtime.spawn(slow);
    await clock.settle();
    runtime.injectExited(pid, new Pid('other', 'elsewhere'));
    runtime.injectExited(pid, new Pid('third', 'elsewhere'));
    const first = runtime.dispatch(pid, 'take', 'a');
    const second = runtime.dispatch(pid, 'take', 'b').onFailed(() => undefined);
    await expectReady(first);
    expect(await expectFailed(second)).toMatchObject({ code: 'MAILBOX_FULL' });
    expect(slow.served).toEqual(['exited other', 'exited third', 'a']);
    expect(runtime.deadLetters.total).toBe(1);
  });

  test.each([false, true])(
    'system events leave no room behind when they are served, or filtered: %p',
    async (isFiltered) => {
      const eventFilter = ({ type }: FilteredEvent): boolean => isFiltered && type === 'exited';
      const { runtime, clock } = virtualRuntime({ eventFilter });
      const pid = runtime.spawn(new Slow({ mailboxLimit: 1 }));
      for (const id of ['other', 'third']) runtime.injectExited(pid, new Pid(id, 'elsewhere'));
      await clock.settle();
      const first = runtime.dispatch(pid, 'take', 'a');
      const second = runtime.dispatch(pid, 'take', 'b').onFailed(() => undefined);
      await expectReady(first);
      expect(await expectFailed(second)).toMatchObject({ code: 'MAILBOX_FULL' });
    },
  );

  test('the limit of a process comes before that of its runtime', async () => {
    const { runtime, clock } = virtualRuntime({ mailboxLimit: 1 });
    const slow = new Slow({ mailboxLimit: 3 });
    const pid = runtime.spawn(slow);
    for (const what of ['a', 'b', 'c']) runtime.tell(pid, 'take', what);
    await clock.settle();
    expect(slow.served).toEqual(['a', 'b', 'c']);
  });

  test.each([
    [{ mailboxLimit: 0 }, 'mailboxLimit'],
    [{ mailboxLimit: 1.5 }, 'mailboxLimit'],
    [{ mailboxLimit: NaN }, 'mailboxLimit'],
    [{ overflow: 'drop' as never }, 'overflow'],
    [{ handlers: 'serial' as never }, 'handlers'],
  ])('%j is refused', (options, name) => {
    expect(() => new Slow(options)).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID', message: expect.stringContaining(name) }),
    );
  });
});

describe('dead letters', () => {
  test('tell of every event that is not served, and why', async () => {
    const { runtime, clock } = virtualRuntime();
    const letters: string[] = [];
    const subscription = runtime.deadLetters.subscribe(({ reason, to, type, name }) => {
      letters.push(`${reason} ${to.id} ${type} ${name}`);
    });
    const pid = runtime.spawn(new Slow({ id: 'slow' }));
    runtime.post(pid, 'unknown', new Uint8Array());
    await clock.settle();
    const waiting = runtime.dispatch(pid, 'take', 'never');
    runtime.post(pid, 'behind', new Uint8Array());
    runtime.terminate(pid);
    await clock.settle();
    await expectAbandoned(waiting);
    runtime.tell(pid, 'take', 'late');
    runtime.tell(pid, () => undefined);
    expect(letters).toEqual([
      'no-handler slow message unknown',
      'process-ended slow dispatch take',
      'process-ended slow message behind',
      'no-such-process slow dispatch take',
      'no-such-process slow dispatch undefined',
    ]);
    expect(runtime.deadLetters.total).toBe(5);
    expect(runtime.deadLetters.count('process-ended')).toBe(2);
    subscription[Symbol.dispose]();
    runtime.tell(pid, 'take', 'later');
    expect(letters).toHaveLength(5);
    expect(runtime.deadLetters.total).toBe(6);
  });

  test('a listener that throws is reported, and hinders nobody', async () => {
    const failures: string[] = [];
    const { runtime } = virtualRuntime({
      onUnhandledFailure: (error) => failures.push(error.message),
    });
    const pid = runtime.spawn(new Slow({ id: 'slow' }));
    let heard = 0;
    runtime.deadLetters.subscribe(() => {
      throw new Error('bad listener');
    });
    runtime.deadLetters.subscribe(() => heard++);
    runtime.terminate(pid);
    await runtime.wait(pid);
    runtime.tell(pid, 'take', 'late');
    expect(failures).toEqual(['bad listener']);
    expect(heard).toBe(1);
  });
});

test('a ring is a queue', () => {
  const step = fc.oneof(fc.integer(), fc.constant('shift' as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const ring = new Ring<number>();
      const model: number[] = [];
      for (const step of steps) {
        if (step === 'shift') {
          expect(ring.shift()).toBe(model.shift());
        } else {
          ring.push(step);
          model.push(step);
        }
        expect(ring.length).toBe(model.length);
      }
    }),
  );
});

test('a ring lets go of what a burst took', () => {
  const ring = new Ring<number>();
  for (let round = 0; round < 2; round++) {
    for (let item = 0; item < 5_000; item++) ring.push(item);
    const items = Array.from({ length: 5_000 }, () => ring.shift());
    expect(items).toEqual(Array.from({ length: 5_000 }, (_, item) => item));
    expect(ring.shift()).toBeUndefined();
  }
});

describe('a mailbox', () => {
  const LIMIT = 4;
  const call = (target: string | (() => unknown)): DispatchEvent => ({
    type: 'dispatch',
    target,
    args: [target],
    completer: new Completer<unknown>(),
    caller: undefined,
    trace: undefined,
  });
  const message = (name: string): Event => ({
    type: 'message',
    from: new Pid('sender', 'elsewhere'),
    name,
    body: new Uint8Array(),
    trace: 'a trace',
  });
  const exited: Event = {
    type: 'exited',
    pid: new Pid('sender', 'elsewhere'),
    reason: undefined,
  };
  const put = (mailbox: Mailbox, event: Event): void => {
    if (event.type !== 'dispatch') return mailbox.push(event);
    mailbox.pushCall(event.target, event.args, event.completer, event.caller);
  };

  test('is a queue out of which the first of a kind can be taken, and keeps what is being served', () => {
    const event = fc.oneof(
      fc.constantFrom('a', 'b', 'c').map(call),
      fc.constant(() => 1).map(call),
      fc.constantFrom('a', 'b', 'c').map(message),
      fc.constant(exited),
    );
    const step = fc.oneof(
      { weight: 3, arbitrary: event },
      fc.constantFrom('take' as const, 'shift' as const, 'release' as const),
      fc.constantFrom('a', 'b', 'c').map((name) => ({ remove: name })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const mailbox = new Mailbox(LIMIT);
        const model: Event[] = [];
        let taken: Event | undefined;
        for (const step of steps) {
          if (step === 'take') {
            expect(mailbox.take()).toBe(model.length > 0);
            const next = model.shift();
            if (next && !isUserEvent(next)) mailbox.takeRoom();
            taken = next ?? taken;
          } else if (step === 'shift') {
            expect(mailbox.remove()).toEqual(model.shift());
          } else if (step === 'release') {
            mailbox.release();
            taken = undefined;
          } else if ('remove' in step) {
            const isWanted = (event: Event): boolean => nameOf(event) === step.remove;
            const index = model.findIndex(isWanted);
            expect(mailbox.remove(isWanted)).toEqual(
              index < 0 ? undefined : model.splice(index, 1)[0],
            );
          } else {
            put(mailbox, step);
            model.push(step);
          }
          expect([...mailbox]).toEqual(model);
          expect(mailbox.length).toBe(model.length);
          expect(mailbox.isFull).toBe(model.filter(isUserEvent).length >= LIMIT);
          expect(mailbox.peek()).toEqual(model[0]);
          expect(mailbox.taken).toEqual(taken);
          if (taken?.type === 'dispatch') {
            expect(mailbox.target).toBe(taken.target);
            expect(mailbox.args).toBe(taken.args);
            expect(mailbox.completer).toBe(taken.completer);
          } else {
            expect(mailbox.target).toBe(taken);
          }
        }
      }),
    );
  });

  test('lets go of what was served, and of what a burst took', () => {
    const mailbox = new Mailbox(Infinity);
    for (let round = 0; round < 2; round++) {
      for (let count = 0; count < 5_000; count++) put(mailbox, call('a'));
      let served = 0;
      while (mailbox.take()) served++;
      expect(served).toBe(5_000);
      mailbox.release();
      expect(mailbox.taken).toBeUndefined();
    }
  });
});
