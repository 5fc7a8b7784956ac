import { describe, expect, test } from '@jest/globals';
import type { Clock } from '@quorate/process';
import { Completer, Pid, Process, Runtime } from '@quorate/process';
import { Supervisor, SupervisorProcess } from '@quorate/process/supervision';
import type { ChildSpec, Decider, Decision, SupervisorOptions } from '@quorate/process/supervision';
import { expectFailed, expectReady, virtualRuntime } from '@quorate/process/testing';
import type { VirtualRuntime } from '@quorate/process/testing';
import { FAIL, fail, listeningLogger, statuses, taken, Worker, workers } from './worker.ts';
import type { LogLine } from './worker.ts';

/** A back-off that is easily followed: 100, 200, 400, 800, 800, … ms. */
const BACK_OFF = { minMs: 100, maxMs: 800, factor: 2, jitter: 0 };

interface Fixture extends VirtualRuntime {
  readonly journal: string[];
  readonly log: LogLine[];
  supervise(options: SupervisorOptions): Supervisor;
}

function fixture(): Fixture {
  const log: LogLine[] = [];
  const world = virtualRuntime({ logger: listeningLogger(log) });
  const supervise = (options: SupervisorOptions): Supervisor =>
    new Supervisor({ backOff: BACK_OFF, runtime: world.runtime, ...options });
  return { ...world, journal: [], log, supervise };
}

function pidIn(supervisor: Supervisor, id: string): string {
  return `${supervisor.children().find((child) => child.id === id)?.pid?.id}`;
}

describe('a supervisor', () => {
  test('starts its children in order and stops them in reverse', async () => {
    const { runtime, journal, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a', 'b', 'c']) });
    expect(supervisor.children()).toEqual([]); // it has not had its turn
    await runtime.settle();
    expect(taken(journal)).toBe('+a +b +c');
    expect(statuses(supervisor)).toBe('a running, b running, c running');
    await expectReady(supervisor.close());
    expect(taken(journal)).toBe('-c -b -a');
    expect(await expectReady(runtime.wait(supervisor.pid))).toBe(false);
  });

  test('is closed by await using', async () => {
    const { runtime, journal, supervise } = fixture();
    {
      await using supervisor = supervise({ children: workers(journal, ['a']) });
      await runtime.settle();
      expect(statuses(supervisor)).toBe('a running');
    }
    expect(taken(journal)).toBe('+a -a');
  });

  test('waits for one child to have ended before it stops the next', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const slow = slowChild(journal, 'slow');
    const supervisor = supervise({ children: [...workers(journal, ['a']), slow.spec] });
    await runtime.settle();
    await slow.hold(supervisor, runtime);
    const closing = supervisor.close();
    await clock.advance(4_999);
    expect(taken(journal)).toBe('+a +slow');
    slow.release();
    await expectReady(closing);
    expect(taken(journal)).toBe('-slow -a');
  });

  test('leaves a child behind that does not end, and names it', async () => {
    const { runtime, clock, journal, log, supervise } = fixture();
    const slow = slowChild(journal, 'slow');
    const supervisor = supervise({ children: [...workers(journal, ['a']), slow.spec] });
    await runtime.settle();
    await slow.hold(supervisor, runtime);
    const closing = supervisor.close();
    closing.onFailed(() => undefined);
    await clock.advance(5_000);
    expect(taken(journal)).toBe('+a +slow -a');
    const error = await expectFailed(closing, 'SUPERVISOR_CHILD_STUCK');
    expect(error.message).toBe(
      'child slow was told to end and has not within 5000 ms; which handler holds it?',
    );
    expect(log).toMatchObject([
      { level: 'error', child: 'slow', err: { code: 'SUPERVISOR_CHILD_STUCK' } },
    ]);
    slow.release();
    await runtime.settle();
    expect(taken(journal)).toBe('-slow'); // it was told to, after all
  });

  test('starts nothing in a runtime that closes', async () => {
    const { runtime, journal, log, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a', 'b']) });
    await expectReady(runtime.close());
    expect(taken(journal)).toBe('');
    expect(supervisor.crashes).toBe(0);
    expect(log).toEqual([]);
  });

  test('works in a runtime whose mailboxes are small', async () => {
    const { runtime, clock } = virtualRuntime({ mailboxLimit: 2 });
    const journal: string[] = [];
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const backOff = { ...BACK_OFF, minMs: 1 };
    const supervisor = new Supervisor({ runtime, backOff, children: workers(journal, ids) });
    await runtime.settle();
    for (const id of ids) fail(runtime, supervisor, id);
    await clock.advance(1); // six timers at one instant
    expect(taken(journal)).toBe('+a +b +c +d +e +f +a +b +c +d +e +f');
  });

  test('told to terminate by somebody else, it still tells its children, in order', async () => {
    const { runtime, journal, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a', 'b', 'c']) });
    await runtime.settle();
    taken(journal);
    const asked = supervisor.startChild(workers(journal, ['late'])[0] as ChildSpec);
    runtime.terminate(supervisor.pid);
    await expectFailed(asked, 'SUPERVISOR_ENDED');
    await expectReady(supervisor.ended());
    await runtime.settle();
    expect(taken(journal)).toBe('-c -b -a');
  });

  test('ends quietly along with its runtime', async () => {
    const { runtime, journal, log, supervise } = fixture();
    const children = workers(journal, ['a', 'b', 'c', 'd', 'e', 'f']);
    const supervisor = supervise({ children, backOff: { minMs: 0 } });
    const grouped = supervise({ children, strategy: 'one-for-all', backOff: { minMs: 0 } });
    await runtime.settle();
    taken(journal);
    await expectReady(runtime.close());
    await expectReady(supervisor.ended());
    await expectReady(grouped.close());
    expect(taken(journal)).toBe('-f -f -e -e -d -d -c -c -b -b -a -a');
    expect(log).toEqual([]);
  });
});

describe('strategies', () => {
  test.each([
    ['one-for-one', '+b'],
    ['rest-for-one', '-d -c +b +c +d'],
    ['one-for-all', '-d -c -a +a +b +c +d'],
  ] as const)('%s: when b of a, b, c, d fails: %s', async (strategy, expected) => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({ strategy, children: workers(journal, ['a', 'b', 'c', 'd']) });
    await runtime.settle();
    taken(journal);
    fail(runtime, supervisor, 'b');
    await clock.advance(99);
    expect(journal.filter((entry) => entry.startsWith('+'))).toEqual([]);
    await clock.advance(1);
    expect(taken(journal)).toBe(expected);
    expect(statuses(supervisor)).toBe('a running, b running, c running, d running');
  });

  test('those that are restarted begin anew, the others keep their state', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const [a, b] = workers(journal, ['a', 'b']) as [ChildSpec<Worker>, ChildSpec<Worker>];
    const supervisor = supervise({ children: [a, b] });
    for (const spec of [a, b]) {
      const pid = await expectReady(supervisor.pidOf(spec));
      await expectReady(runtime.dispatch(pid, 'count'));
    }
    fail(runtime, supervisor, 'b');
    await clock.advance(100);
    const counts = [a, b].map(async (spec) => {
      const pid = await expectReady(supervisor.pidOf(spec));
      return expectReady(runtime.dispatch(pid, 'count'));
    });
    expect(await Promise.all(counts)).toEqual([2, 1]);
  });

  test('a group takes its temporary members down for good, and brings stopped ones back', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({
      strategy: 'one-for-all',
      children: [
        ...workers(journal, ['a']),
        ...workers(journal, ['temporary'], { restart: 'temporary' }),
        ...workers(journal, ['stopped']),
      ],
    });
    await runtime.settle();
    await expectReady(supervisor.terminateChild('stopped'));
    expect(statuses(supervisor)).toBe('a running, temporary running, stopped stopped');
    taken(journal);
    fail(runtime, supervisor, 'a');
    await clock.advance(100);
    expect(taken(journal)).toBe('-temporary +a +stopped');
    expect(statuses(supervisor)).toBe('a running, stopped running');
  });

  test('all children fail at one instant: one restart of the group, each crash counted', async () => {
    const { runtime, clock, journal, log, supervise } = fixture();
    const supervisor = supervise({
      strategy: 'one-for-all',
      restartsMax: 1,
      children: workers(journal, ['a', 'b', 'c']),
    });
    await runtime.settle();
    taken(journal);
    for (const id of ['c', 'a', 'b']) fail(runtime, supervisor, id);
    await clock.advance(100);
    expect(taken(journal)).toBe('+a +b +c');
    expect(supervisor.crashes).toBe(3);
    expect(log.map(({ child }) => child)).toEqual(['c', 'a', 'b']);
  });

  test('a child of the group fails while the group is being stopped: it is restarted once', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const slow = slowChild(journal, 'slow');
    const supervisor = supervise({
      strategy: 'one-for-all',
      restartsMax: 1,
      children: [...workers(journal, ['a', 'b']), slow.spec],
    });
    await runtime.settle();
    await slow.hold(supervisor, runtime);
    taken(journal);
    fail(runtime, supervisor, 'b');
    await clock.advance(1_000); // b's back-off is over, slow has not ended
    fail(runtime, supervisor, 'a');
    await clock.settle();
    expect(statuses(supervisor)).toBe('a waiting, b waiting, slow stopping');
    slow.release();
    await clock.settle();
    expect(taken(journal)).toBe('-slow +a +b +slow');
    expect(supervisor.children().map(({ restarts }) => restarts)).toEqual([1, 1, 1]);
  });

  test('a member that is being stopped for good stays so, though its group restarts', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const slow = slowChild(journal, 'slow');
    const supervisor = supervise({
      strategy: 'one-for-all',
      children: [slow.spec, ...workers(journal, ['b'])],
    });
    await runtime.settle();
    await slow.hold(supervisor, runtime);
    const terminated = supervisor.terminateChild('slow');
    fail(runtime, supervisor, 'b');
    await clock.advance(100);
    slow.release();
    await expectReady(terminated);
    await runtime.settle();
    expect(taken(journal)).toBe('+slow +b -slow +b');
    expect(statuses(supervisor)).toBe('slow stopped, b running');
  });

  test('rest-for-one: an earlier child fails while a later one is in its back-off', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({
      strategy: 'rest-for-one',
      children: workers(journal, ['a', 'b', 'c']),
    });
    await runtime.settle();
    taken(journal);
    fail(runtime, supervisor, 'b');
    await clock.advance(50);
    expect(statuses(supervisor)).toBe('a running, b waiting, c waiting');
    fail(runtime, supervisor, 'a');
    await clock.advance(50);
    expect(taken(journal)).toBe('-c'); // b's back-off is over, a's is not
    await clock.advance(50);
    expect(taken(journal)).toBe('+a +b +c');
  });

  test('a sibling that does not end keeps its group from restarting: the supervisor escalates', async () => {
    const { runtime, clock, journal, log, supervise } = fixture();
    const slow = slowChild(journal, 'slow');
    const supervisor = supervise({
      strategy: 'one-for-all',
      children: [...workers(journal, ['a', 'b']), slow.spec],
    });
    await runtime.settle();
    await slow.hold(supervisor, runtime);
    const ended = supervisor.ended();
    ended.onFailed(() => undefined);
    fail(runtime, supervisor, 'b');
    await clock.advance(5_000);
    await expectFailed(ended, 'SUPERVISOR_CHILD_STUCK');
    expect(taken(journal)).toBe('+a +b +slow -a');
    expect(log.map(({ child, err }) => `${child}: ${err?.message}`)).toEqual([
      'b: oops',
      'slow: child slow was told to end and has not within 5000 ms; which handler holds it?',
    ]);
  });
});

describe('restart types', () => {
  test.each([
    ['permanent', 'ends', 'a running', '-a +a'],
    ['permanent', 'fails', 'a running', '+a'],
    ['transient', 'ends', 'a stopped', '-a'],
    ['transient', 'fails', 'a running', '+a'],
    ['temporary', 'ends', '', '-a'],
    ['temporary', 'fails', '', ''],
  ] as const)('a %s child %s: %s', async (restart, what, status, events) => {
    const { runtime, clock, journal, supervise } = fixture();
    const [spec] = workers(journal, ['a'], { restart }) as [ChildSpec<Worker>];
    const supervisor = supervise({ children: [spec] });
    const pid = await expectReady(supervisor.pidOf(spec));
    taken(journal);
    if (what === 'ends') runtime.tell(pid, 'finish');
    else fail(runtime, supervisor, 'a');
    await clock.advance(100);
    expect(statuses(supervisor)).toBe(status);
    expect(taken(journal)).toBe(events);
  });

  test('a child is restarted under its own id, and the old pid reaches the new process', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const spec = { id: 'a', start: () => new Worker(journal, 'a', { id: 'known' }) };
    const supervisor = supervise({ children: [spec] });
    const pid = await expectReady(supervisor.pidOf(spec));
    await expectReady(runtime.dispatch(pid, 'count'));
    fail(runtime, supervisor, 'a');
    await clock.advance(100);
    expect(await expectReady(runtime.dispatch(pid, 'count'))).toBe(1);
    expect(await expectReady(supervisor.pidOf(spec))).not.toBe(pid);
  });
});

describe('intensity', () => {
  test('one restart too many within the time: it stops all children and ends with a reason', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({
      restartsMax: 2,
      withinMs: 1_000,
      children: workers(journal, ['a', 'b', 'c']),
    });
    await runtime.settle();
    taken(journal);
    for (const expected of ['+b', '+b']) {
      fail(runtime, supervisor, 'b');
      await clock.advance(200);
      expect(taken(journal)).toBe(expected);
    }
    const ended = supervisor.ended();
    fail(runtime, supervisor, 'b', 'the third');
    const error = await expectFailed(ended, 'SUPERVISOR_INTENSITY_REACHED');
    expect(error.message).toBe('child b would need one restart more than 2 within 1000 ms');
    expect(error.cause).toEqual(new Error('the third'));
    expect(taken(journal)).toBe('-c -a');
    await expectFailed(supervisor.pidOf('a'), 'SUPERVISOR_ENDED');
  });

  test('restarts that lie further apart go on for ever', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({
      restartsMax: 2,
      withinMs: 1_000,
      children: workers(journal, ['a']),
    });
    for (let restart = 0; restart < 50; restart++) {
      await runtime.settle();
      fail(runtime, supervisor, 'a');
      await clock.advance(800);
    }
    expect(supervisor.children()).toMatchObject([{ status: 'running', restarts: 50, crashes: 50 }]);
  });

  test('no restart at all is allowed', async () => {
    const { runtime, journal, supervise } = fixture();
    const supervisor = supervise({ restartsMax: 0, children: workers(journal, ['a']) });
    await runtime.settle();
    const ended = supervisor.ended();
    fail(runtime, supervisor, 'a');
    await expectFailed(ended, 'SUPERVISOR_INTENSITY_REACHED');
  });

  test('a hundred children that fail once each at one instant take nobody down', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const ids = Array.from({ length: 100 }, (_, index) => `c${index}`);
    const supervisor = supervise({ restartsMax: 1, children: workers(journal, ids) });
    await runtime.settle();
    taken(journal);
    for (const id of ids) fail(runtime, supervisor, id);
    await clock.advance(100);
    expect(taken(journal)).toBe(ids.map((id) => `+${id}`).join(' '));
    expect(supervisor.crashes).toBe(100);
  });

  test('unless the supervisor counts them together, as OTP does', async () => {
    const { runtime, journal, supervise } = fixture();
    const supervisor = supervise({
      intensityPer: 'supervisor',
      restartsMax: 2,
      children: workers(journal, ['a', 'b', 'c', 'd']),
    });
    await runtime.settle();
    taken(journal);
    const ended = supervisor.ended();
    for (const id of ['a', 'b', 'c']) fail(runtime, supervisor, id);
    const error = await expectFailed(ended, 'SUPERVISOR_INTENSITY_REACHED');
    expect(error.message).toBe('child c would need one restart more than 2 within 5000 ms');
    expect(taken(journal)).toBe('-d');
  });
});

describe('back-off', () => {
  test('grows with each failure in a row, and begins anew after a good run', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({ restartsMax: 100, children: workers(journal, ['a']) });
    await runtime.settle();
    for (const delayMs of [100, 200, 400, 800, 800]) {
      taken(journal);
      fail(runtime, supervisor, 'a');
      await clock.advance(delayMs - 1);
      expect(taken(journal)).toBe('');
      await clock.advance(1);
      expect(taken(journal)).toBe('+a');
    }
    await clock.advance(800);
    fail(runtime, supervisor, 'a');
    await clock.advance(100);
    expect(taken(journal)).toBe('+a');
  });

  test('one child in its back-off keeps no other from being restarted', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a', 'b']) });
    await runtime.settle();
    taken(journal);
    fail(runtime, supervisor, 'a');
    await clock.advance(100);
    fail(runtime, supervisor, 'a');
    await clock.advance(100);
    fail(runtime, supervisor, 'b');
    await clock.advance(100);
    expect(taken(journal)).toBe('+a +a +b');
  });

  test('the jitter is drawn from the chance of the runtime', async () => {
    const downMs = async (draw: number): Promise<number> => {
      const random = { next: () => draw, intBelow: () => 0, bytes: () => new Uint8Array() };
      const { runtime, clock } = virtualRuntime({ random });
      const journal: string[] = [];
      const backOff = { ...BACK_OFF, jitter: 0.5 };
      const supervisor = new Supervisor({ runtime, backOff, children: workers(journal, ['a']) });
      await runtime.settle();
      fail(runtime, supervisor, 'a');
      for (let ms = 0; ms <= 200; ms++, await clock.advance(1)) {
        if (journal.length === 2) return ms;
      }
      return NaN;
    };
    expect([await downMs(0), await downMs(0.5), await downMs(0.99)]).toEqual([100, 75, 51]);
  });

  test('closed while a restart is pending, it does not start the child any more', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a', 'b']) });
    await runtime.settle();
    fail(runtime, supervisor, 'a');
    await clock.advance(50);
    const waiting = supervisor.pidOf('a');
    await expectReady(supervisor.close());
    await expectFailed(waiting, 'SUPERVISOR_ENDED');
    await clock.advance(1_000);
    expect(taken(journal)).toBe('+a +b -b');
  });

  test('a restart of a child that waits comes at once, and makes up for its failures', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a']) });
    await runtime.settle();
    fail(runtime, supervisor, 'a');
    await runtime.settle();
    await expectReady(supervisor.restartChild('a'));
    await clock.advance(500);
    expect(taken(journal)).toBe('+a +a');
    fail(runtime, supervisor, 'a');
    await clock.advance(100);
    expect(taken(journal)).toBe('+a');
  });
});

describe('failed starts', () => {
  /** Its constructor, or its `initialize`, throws the first `times`. */
  function flaky(journal: string[], where: 'constructor' | 'initialize', times: number): ChildSpec {
    let left = times;
    class Flaky extends Process {
      constructor() {
        super({ id: 'flaky' });
        if (where === 'constructor' && left-- > 0) throw new Error('no constructor');
      }
      protected override initialize(): void {
        if (where === 'initialize' && left-- > 0) throw new Error('no initialize');
        journal.push('+flaky');
      }
    }
    return { id: 'flaky', start: () => new Flaky() };
  }

  test.each(['constructor', 'initialize'] as const)(
    'a child whose %s throws is tried again, and those behind it wait no longer than they must',
    async (where) => {
      const { clock, journal, log, supervise } = fixture();
      const children = [flaky(journal, where, 2), ...workers(journal, ['b'])];
      const supervisor = supervise({ strategy: 'rest-for-one', children });
      await clock.advance(299);
      expect(statuses(supervisor)).toBe('flaky waiting, b waiting');
      await clock.advance(1);
      expect(taken(journal)).toBe('+flaky +b');
      expect(supervisor.children()[0]).toMatchObject({ restarts: 2, crashes: 2 });
      expect(log).toHaveLength(2);
      expect(log).toMatchObject([
        { level: 'error', child: 'flaky', err: { message: `no ${where}` }, decision: 'restart' },
        { level: 'error', child: 'flaky', err: { message: `no ${where}` }, decision: 'restart' },
      ]);
    },
  );

  test.each(['constructor', 'initialize'] as const)(
    'a child whose %s never succeeds: the supervisor escalates',
    async (where) => {
      const { clock, journal, supervise } = fixture();
      const children = [...workers(journal, ['a']), flaky(journal, where, Infinity)];
      const ended = supervise({ children }).ended();
      ended.onFailed(() => undefined);
      await clock.advance(10_000);
      await expectFailed(ended, 'SUPERVISOR_INTENSITY_REACHED');
      expect(taken(journal)).toBe('+a -a');
    },
  );

  test.each(['constructor', 'initialize'] as const)(
    'a call that adds a child whose %s throws fails, and adds nothing',
    async (where) => {
      const { clock, journal, log, supervise } = fixture();
      const supervisor = supervise({});
      const spec = flaky(journal, where, 1);
      const error = await expectFailed(
        supervisor.startChild(spec),
        'SUPERVISOR_CHILD_START_FAILED',
      );
      expect(error.cause).toEqual(new Error(`no ${where}`));
      expect(error.message).toBe(`child flaky did not start: no ${where}`);
      await clock.advance(10_000);
      expect(supervisor.children()).toEqual([]);
      expect(supervisor.crashes).toBe(1);
      expect(log).toHaveLength(1);
      await expectReady(supervisor.startChild(spec));
      expect(statuses(supervisor)).toBe('flaky running');
    },
  );

  test('an id that is taken, and a process that is used twice, are failed starts', async () => {
    const { runtime, clock, journal, log, supervise } = fixture();
    runtime.spawn(new Worker(journal, 'other', { id: 'taken' }));
    const once = new Worker(journal, 'once');
    const supervisor = supervise({
      children: [
        { id: 'taken', start: () => new Worker(journal, 'taken', { id: 'taken' }) },
        { id: 'once', start: () => once },
      ],
    });
    await runtime.settle();
    runtime.terminate(once.self);
    await clock.advance(100);
    supervisor.ended().onFailed(() => undefined);
    expect(log.map(({ child, err }) => `${child} ${err?.code}`)).toEqual([
      'taken PROCESS_ID_TAKEN',
      'once undefined',
      'taken PROCESS_ID_TAKEN',
      'once PROCESS_SPAWNED_ALREADY',
    ]);
  });
});

describe('deciders', () => {
  test('of the supervisor or of the child: restart, stop or escalate, by reason and id', async () => {
    const { runtime, clock, journal, log, supervise } = fixture();
    const supervisor = supervise({
      decider: ({ message }, id) => (message === `stop ${id}` ? 'stop' : 'restart'),
      children: [
        ...workers(journal, ['a', 'b']),
        ...workers(journal, ['c'], { decider: () => 'escalate' }),
      ],
    });
    await runtime.settle();
    fail(runtime, supervisor, 'a', 'stop a');
    fail(runtime, supervisor, 'b', 'stop a');
    await clock.advance(1_000);
    expect(statuses(supervisor)).toBe('a stopped, b running, c running');
    const ended = supervisor.ended();
    fail(runtime, supervisor, 'c', 'stop c');
    const error = await expectFailed(ended, 'SUPERVISOR_ESCALATED');
    expect(error.cause).toEqual(new Error('stop c'));
    expect(log.map(({ child, decision }) => `${child} ${decision}`)).toEqual([
      'a stop',
      'b restart',
      'c escalate',
    ]);
  });

  const confused: readonly (readonly [string, Decider])[] = [
    [
      'throws',
      () => {
        throw new Error('no idea');
      },
    ],
    ['says something else', () => 'resume' as Decision],
  ];
  test.each(confused)('one that %s escalates', async (_what, decider) => {
    const { runtime, journal, log, supervise } = fixture();
    const supervisor = supervise({ decider, children: workers(journal, ['a', 'b']) });
    await runtime.settle();
    const ended = supervisor.ended();
    fail(runtime, supervisor, 'a');
    const error = await expectFailed(ended, 'SUPERVISOR_ESCALATED');
    expect(error.cause).toEqual(new Error('oops'));
    expect(log.map(({ message }) => message)).toEqual([
      'a decider failed',
      'a supervised child has failed',
    ]);
    expect(taken(journal)).toBe('+a +b -b');
  });

  test('a member of a group that fails beyond repair escalates, though the group restarts', async () => {
    const { runtime, journal, supervise } = fixture();
    const supervisor = supervise({
      strategy: 'one-for-all',
      decider: ({ message }) => (message === 'fatal' ? 'escalate' : 'restart'),
      children: workers(journal, ['a', 'b']),
    });
    await runtime.settle();
    const ended = supervisor.ended();
    fail(runtime, supervisor, 'a');
    fail(runtime, supervisor, 'b', 'fatal');
    await expectFailed(ended, 'SUPERVISOR_ESCALATED');
  });
});

describe('supervisors of supervisors', () => {
  test('an escalation goes through two levels, each stopping its children first', async () => {
    const { runtime, clock, journal, log, supervise } = fixture();
    const start = (): Process =>
      new SupervisorProcess({
        id: 'inner',
        restartsMax: 1,
        backOff: BACK_OFF,
        children: workers(journal, ['x', 'y']),
      });
    const outer = supervise({
      restartsMax: 1,
      strategy: 'rest-for-one',
      children: [...workers(journal, ['a']), { id: 'inner', start }, ...workers(journal, ['b'])],
    });
    await runtime.settle();
    expect(journal.splice(0).sort()).toEqual(['+a', '+b', '+x', '+y']);

    const failX = async (): Promise<void> => {
      const pid = (await expectReady(outer.pidOf('inner'))) as SupervisorProcess['self'];
      const child = await expectReady(runtime.dispatch(pid, (process) => process.pidOf('x')));
      runtime.terminate(child);
      await clock.advance(100);
    };
    await failX();
    expect(taken(journal)).toBe('-x +x');
    await failX(); // once more than inner allows: outer restarts it, and b behind it
    expect(taken(journal)).toBe('-x -y -b +x +b +y'); // y after x has initialised, and b, too
    await failX();
    expect(taken(journal)).toBe('-x +x');
    const ended = outer.ended();
    ended.onFailed(() => undefined);
    await failX(); // and once more than outer allows
    expect(taken(journal)).toBe('-x -y -b -a');
    const error = await expectFailed(ended, 'SUPERVISOR_INTENSITY_REACHED');
    expect(error.cause).toMatchObject({ code: 'SUPERVISOR_INTENSITY_REACHED' });
    expect(log.filter(({ level }) => level === 'error').map(({ child }) => child)).toEqual([
      'inner',
      'inner',
    ]);
  });

  test('a tree is stopped from its end, each level in reverse order', async () => {
    const { runtime, journal, supervise } = fixture();
    const level = (id: string, names: readonly string[]): ChildSpec => ({
      id,
      start: () => new SupervisorProcess({ id, children: workers(journal, names) }),
    });
    const supervisor = supervise({
      children: [
        level('first', ['a', 'b']),
        ...workers(journal, ['m']),
        level('second', ['x', 'y']),
      ],
    });
    await runtime.settle();
    taken(journal);
    await expectReady(supervisor.close());
    expect(taken(journal)).toBe('-y -x -m -b -a');
  });

  test('a supervisor whose children take too long is ended without them', async () => {
    const { runtime, clock, journal, log, supervise } = fixture();
    const slow = slowChild(journal, 'slow');
    const start = (): SupervisorProcess =>
      new SupervisorProcess({ id: 'inner', children: [slow.spec, ...workers(journal, ['x'])] });
    const supervisor = supervise({ children: [{ id: 'inner', start, shutdownMs: 1_000 }] });
    await runtime.settle();
    const pid = (await expectReady(supervisor.pidOf('inner'))) as SupervisorProcess['self'];
    const slowPid = await expectReady(runtime.dispatch(pid, (inner) => inner.pidOf(slow.spec)));
    slow.holdPid(runtime, slowPid);
    await runtime.settle();
    const closing = supervisor.close();
    closing.onFailed(() => undefined);
    await clock.advance(1_000);
    await expectFailed(closing, 'SUPERVISOR_CHILD_STUCK');
    expect(await expectReady(runtime.wait(pid))).toBe(false); // it has ended
    await clock.advance(5_000);
    expect(log.map(({ child, err }) => `${child} ${err?.code}`)).toEqual([
      'inner SUPERVISOR_CHILD_STUCK',
      'slow SUPERVISOR_CHILD_STUCK',
    ]);
    slow.release();
    await runtime.settle();
    expect(taken(journal)).toBe('+slow +x -x -slow');
  });
});

describe('children that come and go', () => {
  test('are started, looked up, stopped, started again and removed', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a']) });
    const [b] = workers(journal, ['b']) as [ChildSpec<Worker>];
    const pid = await expectReady(supervisor.startChild(b));
    expect(await expectReady(runtime.dispatch(pid, 'count'))).toBe(1);
    expect(await expectReady(supervisor.pidOf(b))).toBe(pid);
    fail(runtime, supervisor, 'b');
    await clock.advance(100);
    expect(supervisor.children()).toMatchObject([
      { id: 'a', status: 'running', restarts: 0, crashes: 0 },
      { id: 'b', status: 'running', restarts: 1, crashes: 1 },
    ]);
    await expectReady(supervisor.terminateChild('b'));
    await expectFailed(supervisor.pidOf('b'), 'SUPERVISOR_CHILD_STOPPED');
    await expectReady(supervisor.terminateChild('b'));
    expect(`${await expectReady(supervisor.restartChild('b'))}`).toBe('b(3)@node-1');
    expect(`${await expectReady(supervisor.restartChild('b'))}`).toBe('b(4)@node-1');
    expect(taken(journal)).toBe('+a +b +b -b +b -b +b');
    await expectReady(supervisor.removeChild('b'));
    expect(statuses(supervisor)).toBe('a running');
    await expectFailed(supervisor.removeChild('b'), 'SUPERVISOR_CHILD_UNKNOWN');
    await expectFailed(supervisor.terminateChild('b'), 'SUPERVISOR_CHILD_UNKNOWN');
    await expectFailed(supervisor.restartChild('b'), 'SUPERVISOR_CHILD_UNKNOWN');
    await expectFailed(supervisor.pidOf('b'), 'SUPERVISOR_CHILD_UNKNOWN');
    await expectFailed(supervisor.startChild({ ...b, id: 'a' }), 'SUPERVISOR_CHILD_EXISTS');
  });

  test('one that is restarted and does not start fails the call, and is tried again', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    let starts = 0;
    const start = (): Process => {
      if (++starts === 2) throw new Error('not now');
      return new Worker(journal, 'a');
    };
    const supervisor = supervise({ children: [{ id: 'a', start }] });
    await runtime.settle();
    const error = await expectFailed(supervisor.restartChild('a'), 'SUPERVISOR_CHILD_START_FAILED');
    expect(error.cause).toEqual(new Error('not now'));
    await clock.advance(100);
    expect(taken(journal)).toBe('+a -a +a');
  });

  test('a time limit that passes at the moment of the end is too late', async () => {
    const thunks: (() => void)[] = [];
    const cancelsTooLate: Clock = {
      now: () => 0,
      after: (_delayMs, thunk) => {
        thunks.push(thunk);
        return { cancel: () => false, [Symbol.dispose]: () => undefined };
      },
    };
    const runtime = new Runtime({ clock: cancelsTooLate });
    const journal: string[] = [];
    const supervisor = new Supervisor({ runtime, children: workers(journal, ['a']) });
    await runtime.settle();
    await expectReady(supervisor.restartChild('a'));
    for (const thunk of thunks) thunk();
    await runtime.settle();
    expect(statuses(supervisor)).toBe('a running');
    expect(taken(journal)).toBe('+a -a +a');
  });

  test('a look-up waits until the child runs, or is given up', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a']) });
    await runtime.settle();
    fail(runtime, supervisor, 'a');
    await runtime.settle();
    const [waiting, discarded] = [supervisor.pidOf('a'), supervisor.pidOf('a')];
    await runtime.settle();
    discarded.discard();
    expect([waiting.isPending, discarded.isDiscarded]).toEqual([true, true]);
    await clock.advance(100);
    expect((await expectReady(waiting)).id).toBe(pidIn(supervisor, 'a'));
    fail(runtime, supervisor, 'a');
    await runtime.settle();
    const inVain = supervisor.pidOf('a');
    await expectReady(supervisor.terminateChild('a'));
    await expectFailed(inVain, 'SUPERVISOR_CHILD_STOPPED');
    await clock.advance(1_000);
    expect(statuses(supervisor)).toBe('a stopped');
  });

  test('calls that overtake each other all come to an end', async () => {
    const { runtime, journal, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a']) });
    await runtime.settle();
    const restarted = supervisor.restartChild('a');
    const terminated = supervisor.terminateChild('a');
    const restartedAgain = supervisor.restartChild('a');
    const removed = supervisor.removeChild('a');
    const terminatedAgain = supervisor.terminateChild('a');
    await expectFailed(restarted, 'SUPERVISOR_CHILD_STOPPED');
    await expectFailed(restartedAgain, 'SUPERVISOR_CHILD_STOPPED');
    await expectReady(terminated);
    await expectReady(removed);
    await expectReady(terminatedAgain);
    expect(taken(journal)).toBe('+a -a');
    expect(supervisor.children()).toEqual([]);
  });

  test('one that asks for its own end as it starts is stopped, and stays so', async () => {
    class Shy extends Process {
      readonly #leave: () => void;

      constructor(leave: () => void) {
        super();
        this.#leave = leave;
      }
      protected override initialize(): void {
        this.#leave();
      }
    }
    const { clock, supervise } = fixture();
    const supervisor = supervise({});
    const leave = (): void => void supervisor.terminateChild('shy');
    const started = supervisor.startChild({ id: 'shy', start: () => new Shy(leave) });
    await expectFailed(started, 'SUPERVISOR_CHILD_STOPPED');
    await clock.advance(1_000);
    expect(statuses(supervisor)).toBe('shy stopped');
  });

  test('what is heard of a process too late is not taken for news of the next', async () => {
    let starts = 0;
    const initialized: number[] = [];
    class Flaky extends Process {
      readonly #number = ++starts;

      protected override initialize(): void {
        if (this.#number === 1) throw new Error('not at first');
        initialized.push(this.#number);
      }
    }
    const { supervise } = fixture();
    const supervisor = supervise({});
    const started = supervisor.startChild({ id: 'a', start: () => new Flaky() });
    const terminated = supervisor.terminateChild('a');
    const restarted = supervisor.restartChild('a').andThen(() => [...initialized]);
    await expectFailed(started, 'SUPERVISOR_CHILD_STOPPED');
    await expectReady(terminated);
    expect(await expectReady(restarted)).toEqual([2]);
  });

  test('one that does not end fails the call, is shown as stuck, and may end later', async () => {
    const { runtime, clock, journal, supervise } = fixture();
    const slow = slowChild(journal, 'slow');
    const supervisor = supervise({ children: [slow.spec, ...workers(journal, ['b'])] });
    await runtime.settle();
    await slow.hold(supervisor, runtime);
    const [terminated, restarted] = [
      supervisor.terminateChild('slow'),
      supervisor.restartChild('slow'),
    ];
    for (const future of [terminated, restarted]) future.onFailed(() => undefined);
    await clock.advance(5_000);
    await expectFailed(terminated, 'SUPERVISOR_CHILD_STUCK');
    await expectFailed(restarted, 'SUPERVISOR_CHILD_STUCK');
    expect(statuses(supervisor)).toBe('slow stuck, b running');
    await expectFailed(supervisor.restartChild('slow'), 'SUPERVISOR_CHILD_STUCK');
    await expectReady(supervisor.terminateChild('b')); // the others are not kept waiting
    slow.release();
    await runtime.settle();
    expect(statuses(supervisor)).toBe('slow stopped, b stopped');
    await expectReady(supervisor.restartChild('slow'));
  });

  test('one that is flooded before its first turn, and drops what it cannot hold, runs all the same', async () => {
    class Flooder extends Process {
      flood(pid: Pid<Worker>): void {
        for (let n = 0; n < 3; n++) this.runtime.tell(pid, 'count');
      }
    }
    const { runtime, journal, supervise } = fixture();
    const flooder = runtime.spawn(new Flooder());
    const options = { id: 'flooded', mailboxLimit: 1, overflow: 'drop-oldest' } as const;
    const start = (): Worker => {
      runtime.tell(flooder, 'flood', new Pid<Worker>('flooded', runtime.address));
      return new Worker(journal, 'flooded', options);
    };
    const pid = await expectReady(supervise({}).startChild({ id: 'a', start }));
    expect(runtime.deadLetters.count('mailbox-full')).toBe(3); // what asked whether it runs is among them
    expect(await expectReady(runtime.dispatch(pid, 'count'))).toBe(2);
  });

  test('ten thousand of them', async () => {
    const { runtime, journal, supervise } = fixture();
    const ids = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    const supervisor = supervise({});
    const started = workers(journal, ids).map((spec) => supervisor.startChild(spec));
    await expectReady(started.at(-1) ?? supervisor.pidOf('none'));
    for (const { pid } of supervisor.children()) if (pid) runtime.send(pid, FAIL, 'oops');
    await runtime.settle();
    expect(supervisor.crashes).toBe(10_000);
    await expectReady(supervisor.close());
    expect(journal).toHaveLength(10_000);
  });

  test('a failure as it ends is logged and counted, and changes nothing', async () => {
    class Bad extends Process {
      protected override finalize(): void {
        throw new Error('bad end');
      }
    }
    const { runtime, journal, log, supervise } = fixture();
    const children = [...workers(journal, ['a']), { id: 'bad', start: () => new Bad() }];
    const supervisor = supervise({ children });
    await runtime.settle();
    await expectReady(supervisor.close());
    expect(taken(journal)).toBe('+a -a');
    expect(supervisor.crashes).toBe(1);
    expect(log).toMatchObject([{ child: 'bad', err: { message: 'bad end' }, decision: 'stop' }]);
  });
});

describe('bad input', () => {
  const start = (): Process => new Worker([], 'x');
  test.each([
    [{ strategy: 'all-for-one' }, 'strategy'],
    [{ restartsMax: -1 }, 'restartsMax'],
    [{ restartsMax: 1.5 }, 'restartsMax'],
    [{ restartsMax: Infinity }, 'restartsMax'],
    [{ withinMs: 0 }, 'withinMs'],
    [{ withinMs: NaN }, 'withinMs'],
    [{ withinMs: '5' }, 'withinMs'],
    [{ intensityPer: 'parent' }, 'intensityPer'],
    [{ decider: 'restart' }, 'decider'],
    [{ backOff: { minMs: -1 } }, 'backOff.minMs'],
    [{ backOff: { minMs: NaN } }, 'backOff.minMs'],
    [{ backOff: { minMs: 200, maxMs: 100 } }, 'backOff.maxMs'],
    [{ backOff: { maxMs: Infinity } }, 'backOff.maxMs'],
    [{ backOff: { factor: 0.5 } }, 'backOff.factor'],
    [{ backOff: { jitter: 1.1 } }, 'backOff.jitter'],
    [{ backOff: { jitter: '0' } }, 'backOff.jitter'],
    [{ id: 7 }, 'id'],
    [{ children: 'a' }, 'children'],
    [{ children: [undefined] }, 'child'],
    [{ children: [null] }, 'child'],
    [{ children: [{ id: '', start }] }, 'id of a child'],
    [{ children: [{ id: 7, start }] }, 'id of a child'],
    [{ children: [{ id: 'a' }] }, 'start of child "a"'],
    [{ children: [{ id: 'a', start, restart: 'always' }] }, 'restart of child "a"'],
    [{ children: [{ id: 'a', start, shutdownMs: -1 }] }, 'shutdownMs of child "a"'],
    [{ children: [{ id: 'a', start, shutdownMs: NaN }] }, 'shutdownMs of child "a"'],
    [{ children: [{ id: 'a', start, decider: true }] }, 'decider of child "a"'],
  ])('%j is refused', async (options, name) => {
    const { supervise } = fixture();
    const message: unknown = expect.stringContaining(`expected ${name} to be `);
    const refusal = { code: 'SUPERVISOR_OPTION_INVALID', message };
    expect(() => supervise(options as SupervisorOptions)).toThrow(expect.objectContaining(refusal));
    const { children } = options as { readonly children?: readonly ChildSpec[] };
    if (!Array.isArray(children)) return;
    const [spec] = children as [ChildSpec];
    expect(await expectFailed(supervise({}).startChild(spec))).toMatchObject(refusal);
  });

  test('two children of one id are refused', () => {
    const children = [
      { id: 'a', start },
      { id: 'a', start },
    ];
    expect(() => new SupervisorProcess({ children })).toThrow(
      expect.objectContaining({ code: 'SUPERVISOR_CHILD_EXISTS' }),
    );
  });

  test('after its end every call fails, but for closing it', async () => {
    const { journal, supervise } = fixture();
    const supervisor = supervise({ children: workers(journal, ['a']) });
    await expectReady(supervisor.close());
    await expectReady(supervisor.close());
    await expectReady(supervisor.ended());
    await expectFailed(supervisor.startChild({ id: 'b', start }), 'SUPERVISOR_ENDED');
    await expectFailed(supervisor.terminateChild('a'), 'SUPERVISOR_ENDED');
    await expectFailed(supervisor.restartChild('a'), 'SUPERVISOR_ENDED');
    await expectFailed(supervisor.removeChild('a'), 'SUPERVISOR_ENDED');
    await expectFailed(supervisor.pidOf('a'), 'SUPERVISOR_ENDED');
  });
});

/** A child that can be kept from ending. */
function slowChild(journal: string[], id: string): SlowChild {
  const held = new Completer<void>();
  const options = { idPrefix: id, handlers: 'serialized' } as const;
  const spec: ChildSpec<Worker> = { id, start: () => new Worker(journal, id, options) };
  const holdPid = (runtime: Runtime, pid: Worker['self']): void => {
    runtime.tell(pid, 'hold', held.future);
  };
  return {
    spec,
    holdPid,
    hold: async (supervisor, runtime) => {
      holdPid(runtime, await expectReady(supervisor.pidOf(spec)));
      await runtime.settle();
    },
    release: () => void held.set(undefined),
  };
}

interface SlowChild {
  readonly spec: ChildSpec<Worker>;
  hold(supervisor: Supervisor, runtime: Runtime): Promise<void>;
  holdPid(runtime: Runtime, pid: Worker['self']): void;
  release(): void;
}
