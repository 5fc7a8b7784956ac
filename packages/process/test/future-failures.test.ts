// No failure is lost: one that nobody has looked at by the end of the turn is reported, once.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { awaitAll, collect } from '../src/futures/collect.ts';
import { Completer } from '../src/futures/completer.ts';
import { type FailureReporter } from '../src/futures/future-core.ts';
import { setUnhandledFailureReporter } from '../src/futures/future-failures.ts';
import { Future } from '../src/futures/future.ts';
import { loop } from '../src/futures/loop.ts';
import { select } from '../src/futures/select.ts';
import { turn } from './turns.ts';

const reporter = jest.fn<FailureReporter>();
const error = new Error('broken');
const none = (): void => undefined;

beforeEach(() => {
  reporter.mockClear();
  setUnhandledFailureReporter(reporter);
});

afterEach(() => {
  setUnhandledFailureReporter(undefined);
});

describe('a failed future', () => {
  test('that nobody looked at is reported at the end of the turn, once', async () => {
    const completer = new Completer<number>();
    completer.fail(error);
    await Promise.resolve();
    expect(reporter).not.toHaveBeenCalled();
    await turn();
    await turn();
    expect(reporter.mock.calls).toEqual([[error, completer.future]]);
  });

  test('that has callbacks for other outcomes only is reported', async () => {
    const { future } = new Completer<number>();
    const completer = new Completer<number>();
    completer.future.onReady(none).onDiscarded(none).onDiscard(none).onAbandoned(none);
    completer.fail(error);
    await turn();
    expect(reporter).toHaveBeenCalledTimes(1);
    expect(future.isPending).toBe(true);
  });

  const looks: [string, (future: Future<number>) => unknown][] = [
    ['onFailed', (future) => future.onFailed(none)],
    ['onAny', (future) => future.onAny(none)],
    ['isFailed', (future) => future.isFailed],
    ['failure()', (future) => future.isReady || future.failure()],
    ['recover', (future) => future.recover(() => 0)],
    ['repair', (future) => future.repair(() => 0)],
    ['then', (future) => future.then(none, none)],
    ['awaitAll', (future) => awaitAll([future])],
    ['select', (future) => select([future])],
  ];

  test.each(looks)('that was looked at by %s after it failed is not reported', async (_n, look) => {
    look(Future.failed<number>(error));
    await turn();
    expect(reporter).not.toHaveBeenCalled();
  });

  test.each(looks.filter(([name]) => name !== 'failure()'))(
    'that was looked at by %s before it failed is not reported',
    async (_name, look) => {
      const completer = new Completer<number>();
      look(completer.future);
      completer.fail(error);
      await turn();
      expect(reporter).not.toHaveBeenCalled();
    },
  );

  test('hands the duty on: only the end of a chain is reported', async () => {
    const completer = new Completer<number>();
    const follower = new Completer<number>();
    follower.associate(completer.future.andThen((n) => n).undiscardable());
    const tail = follower.future.then((n) => n);
    completer.fail(error);
    await turn(); // `then` fails in a microtask of this turn
    await turn();
    expect(reporter.mock.calls).toEqual([[error, tail]]);
  });
});

describe('the reporter', () => {
  test('of a completer is inherited by what is derived, associated, collected or looped', async () => {
    const own = jest.fn<FailureReporter>();
    const make = (): Future<number> => {
      const completer = new Completer<number>({ reporter: own });
      completer.fail(error);
      return completer.future;
    };
    make();
    make().andThen((n) => n);
    make().recover(() => {
      throw error;
    });
    new Completer<number>().set(make());
    Future.try(make);
    collect([make(), make()]);
    loop(make, () => ({ type: 'continue' }));
    await turn();
    await turn();
    expect(reporter).not.toHaveBeenCalled();
    expect(own).toHaveBeenCalledTimes(7);
  });

  // What goes uncaught would end jest, so this runs in a process of its own.
  test('that throws hides no failure, and without one failures are uncaught', async () => {
    const script = `
      const { Future } = require('./packages/process/src/futures/future.ts');
      const failures = require('./packages/process/src/futures/future-failures.ts');
      const uncaught = [];
      process.on('uncaughtException', (error) => uncaught.push(error.message));
      process.on('exit', () => console.log(JSON.stringify(uncaught)));
      Future.failed('default');
      setTimeout(() => {
        failures.setUnhandledFailureReporter((error) => {
          uncaught.push('told: ' + error.message);
          throw new Error('reporter broken by ' + error.message);
        });
        Future.failed('first');
        Future.failed('second');
      }, 10);`;
    const args = ['-r', './scripts/dev-register.cjs', '-e', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: join(__dirname, '../../..'),
    });
    expect(JSON.parse(stdout)).toEqual([
      ...['default', 'told: first', 'told: second'],
      ...['first', 'reporter broken by first', 'second', 'reporter broken by second'],
    ]);
  });
});
