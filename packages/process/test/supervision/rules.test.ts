import { describe, expect, test } from '@jest/globals';
import { seededRandom } from '@quorate/process';
import type { Decision, Restart, Strategy } from '@quorate/process/supervision';
import fc from 'fast-check';
import { backOffMs, failuresAfter } from '../../src/supervision/back-off.ts';
import { withRestart } from '../../src/supervision/restart-intensity.ts';
import { decideOn, mayStart, planRestart } from '../../src/supervision/restart-plan.ts';
import type { ChildState } from '../../src/supervision/restart-plan.ts';

const strategies = fc.constantFrom<Strategy>('one-for-one', 'one-for-all', 'rest-for-one');
const restarts = fc.constantFrom<Restart>('permanent', 'transient', 'temporary');

/** A family, and which of its members has failed. */
const families = fc
  .array(fc.record({ restart: restarts, isUp: fc.boolean() }), { minLength: 1, maxLength: 8 })
  .chain((states) =>
    fc.record({
      failed: fc.nat({ max: states.length - 1 }),
      children: fc.constant(states.map((state, index) => ({ ...state, id: `${index}` }))),
    }),
  )
  .map(({ failed, children }) => ({
    failed,
    children: children.map((child, index): ChildState =>
      index === failed ? { ...child, isUp: false } : child,
    ),
  }));

describe('planRestart', () => {
  test('carried out, it leaves the bound ones that are not temporary up, and all others alone', () => {
    fc.assert(
      fc.property(strategies, families, (strategy, { failed, children }) => {
        const { stops, starts } = planRestart(strategy, children, `${failed}`);
        const up = new Set(children.filter(({ isUp }) => isUp).map(({ id }) => id));
        for (const id of stops) expect(up.delete(id)).toBe(true); // it was up
        for (const id of starts) expect(up.has(id)).toBe(false); // it is down
        for (const id of starts) up.add(id);
        children.forEach(({ id, restart, isUp }, index) => {
          const isBound =
            strategy === 'one-for-all' ||
            index === failed ||
            (strategy === 'rest-for-one' && index > failed);
          const shouldBeUp = isBound ? restart !== 'temporary' || index === failed : isUp;
          expect([id, up.has(id)]).toEqual([id, shouldBeUp]);
        });
        expect(stops).toEqual([...stops].sort().reverse());
        expect(starts).toEqual([...starts].sort());
      }),
    );
  });

  test('a child may start when none that it is bound to is in its back-off', () => {
    expect(mayStart('one-for-all', 3, undefined)).toBe(true);
    expect(mayStart('one-for-all', 1, 2)).toBe(false);
    expect(mayStart('rest-for-one', 1, 2)).toBe(true);
    expect(mayStart('rest-for-one', 3, 2)).toBe(false);
    expect(mayStart('one-for-one', 3, 2)).toBe(true);
  });
});

describe('decideOn', () => {
  test.each<[Restart, Decision | 'ended', Decision]>([
    ['permanent', 'ended', 'restart'],
    ['permanent', 'restart', 'restart'],
    ['permanent', 'stop', 'stop'],
    ['permanent', 'escalate', 'escalate'],
    ['transient', 'ended', 'stop'],
    ['transient', 'restart', 'restart'],
    ['transient', 'stop', 'stop'],
    ['transient', 'escalate', 'escalate'],
    ['temporary', 'ended', 'stop'],
    ['temporary', 'restart', 'stop'],
    ['temporary', 'stop', 'stop'],
    ['temporary', 'escalate', 'escalate'],
  ])('%s, %s: %s', (restart, what, expected) => {
    const reason = what === 'ended' ? undefined : new Error('oops');
    expect(decideOn(restart, reason, () => what as Decision)).toBe(expected);
  });
});

describe('withRestart', () => {
  const limits = fc.record({ restartsMax: fc.nat(5), withinMs: fc.integer({ min: 1, max: 20 }) });

  test('refuses a restart exactly when there were as many as allowed within the time', () => {
    fc.assert(
      fc.property(limits, fc.array(fc.nat(8)), (intensity, gaps) => {
        const made: number[] = []; // the model: all restarts that were ever made
        let recent: readonly number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const within = made.filter((instant) => now - instant <= intensity.withinMs);
          const next = withRestart(recent, now, intensity);
          expect(next !== undefined).toBe(within.length < intensity.restartsMax);
          if (!next) continue;
          recent = next;
          made.push(now);
          expect(recent.length).toBeLessThanOrEqual(intensity.restartsMax); // its memory is bounded
        }
      }),
    );
  });
});

describe('backOffMs', () => {
  const backOffs = fc
    .record({
      minMs: fc.integer({ min: 0, max: 1_000 }),
      more: fc.integer({ min: 0, max: 60_000 }),
      factor: fc.double({ min: 1, max: 10, noNaN: true }),
      jitter: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ more, ...rest }) => ({ ...rest, maxMs: rest.minMs + more }));
  const failureCounts = fc.nat(10_000);

  test('lies within the jitter below its ideal, and never above the greatest delay', () => {
    fc.assert(
      fc.property(backOffs, failureCounts, fc.nat(), (backOff, failures, seed) => {
        const delayMs = backOffMs(backOff, failures, seededRandom(seed));
        const idealMs = backOffMs({ ...backOff, jitter: 0 }, failures, seededRandom(seed));
        expect(idealMs).toBeGreaterThanOrEqual(backOff.minMs);
        expect(idealMs).toBeLessThanOrEqual(backOff.maxMs);
        expect(delayMs).toBeLessThanOrEqual(idealMs);
        expect(delayMs).toBeGreaterThanOrEqual(idealMs * (1 - backOff.jitter) * (1 - 1e-9));
      }),
    );
  });

  test('never shrinks from one failure in a row to the next', () => {
    fc.assert(
      fc.property(backOffs, failureCounts, (backOff, failures) => {
        const delayAfter = (count: number): number =>
          backOffMs({ ...backOff, jitter: 0 }, count, seededRandom(1));
        expect(delayAfter(failures + 1)).toBeGreaterThanOrEqual(delayAfter(failures));
      }),
    );
  });

  test('a run of the greatest delay makes up for all failures before', () => {
    const backOff = { minMs: 1, maxMs: 50, factor: 2, jitter: 0 };
    expect([49, 50].map((ranMs) => failuresAfter(backOff, 7, ranMs))).toEqual([7, 0]);
  });
});
