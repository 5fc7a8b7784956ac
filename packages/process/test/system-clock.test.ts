import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Process, Runtime, SystemClock, withDeadline } from '@quorate/process';
import { eventLoopTurns } from './event-loop-turns.ts';

const ROOT = join(__dirname, '../../..');

class Echo extends Process {
  say(what: number): number {
    return what;
  }
}

describe('the system clock', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('fires in the order of the deadlines, and never early', async () => {
    const clock = new SystemClock();
    const begin = clock.now();
    const fired: string[] = [];
    await new Promise<void>((resolve) => {
      clock.after(20, () => {
        fired.push(`late ${clock.now() - begin >= 20}`);
        resolve();
      });
      clock.after(5, () => fired.push(`soon ${clock.now() - begin >= 5}`));
      clock.after(0, () => fired.push('at once'));
      clock.after(1, () => fired.push('never')).cancel();
      expect(fired).toEqual([]);
    });
    expect(fired).toEqual(['at once', 'soon true', 'late true']);
  });

  test('takes one timer of the host for any number of calls with a time limit', async () => {
    const armed = jest.spyOn(globalThis, 'setTimeout');
    const runtime = new Runtime();
    const pid = runtime.spawn(new Echo());
    for (let call = 0; call < 1000; call++) {
      const answer = withDeadline(runtime.dispatch(pid, 'say', call), runtime.clock, 60_000);
      expect(await answer).toBe(call);
    }
    expect(armed.mock.calls.length).toBeLessThanOrEqual(1);
    await runtime.close();
  });

  test('timers of one instant, however many, fire in order and leave the event loop its turns', async () => {
    const clock = new SystemClock();
    const time = jest.spyOn(clock, 'now').mockReturnValue(1_000);
    const count = 50_000;
    let [next, seen, most, isInOrder] = [0, 0, 0, true];
    for (let index = 0; index < count; index++) {
      clock.after(1, () => (isInOrder &&= index === next++));
    }
    using turns = eventLoopTurns(() => {
      most = Math.max(most, next - seen);
      seen = next;
    });
    time.mockReturnValue(1_001);
    await new Promise<void>((resolve) => clock.after(0, resolve));
    expect([next, isInOrder]).toEqual([count, true]);
    expect(most).toBeLessThanOrEqual(4_096);
    expect(turns.count).toBeGreaterThanOrEqual(Math.floor(count / 4_096));
  });

  test('a timer that throws costs no other one its turn', () => {
    const program = `const { SystemClock } = require('@quorate/process'); const clock = new SystemClock();
      process.on('uncaughtException', ({ message }) => console.log(message));
      clock.now = () => 1_000;
      clock.after(0, () => { throw new Error('thrown'); });
      clock.after(0, () => console.log('fired'));`;
    expect(run(program)).toEqual([0, 'thrown\nfired\n', '']);
  });

  test('a timer that was left by its block is cancelled', async () => {
    const clock = new SystemClock();
    let fired = false;
    {
      using timer = clock.after(1, () => (fired = true));
      expect(timer.cancel).toBeInstanceOf(Function);
    }
    await new Promise<void>((resolve) => clock.after(10, resolve));
    expect(fired).toBe(false);
  });

  test.each([
    ['a timer that was cancelled', 'clock.after(60_000, () => {}).cancel();', ''],
    ['a time that never comes', 'clock.after(Infinity, () => {});', ''],
    [
      'one that was cancelled, when another one is wanted',
      "clock.after(60_000, () => {}).cancel(); clock.after(50, () => console.log('fired'));",
      'fired\n',
    ],
  ])('the program does not wait for %s', (_, code, output) => {
    const program = `const { SystemClock } = require('@quorate/process'); const clock = new SystemClock(); ${code}`;
    expect(run(program)).toEqual([0, output, '']);
  });
});

/** Of a program of its own: how it ended, and what it said. */
function run(program: string): readonly unknown[] {
  const register = join(ROOT, 'scripts', 'dev-register.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', register, '-e', program], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return [status, stdout, stderr];
}
