import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkLinearizable, checkLogOrder } from '@quorate/simulator/linearizability';
import type {
  LogEntry,
  LogInput,
  LogOperation,
  LogOutput,
  LogRule,
  Model,
} from '@quorate/simulator/linearizability';
import { anyHistories } from './support/executions.ts';

const ruleOf = (...history: readonly LogOperation[]): LogRule | undefined =>
  checkLogOrder(history)?.rule;

const append = (value: string, position: number, invoked: number, at: number): LogOperation => ({
  client: 'writer',
  input: { type: 'append', value },
  invoked,
  outcome: { type: 'succeeded', at, output: position },
});

const without = (value: string, invoked: number, type: 'failed' | 'unknown'): LogOperation => ({
  client: 'writer',
  input: { type: 'append', value },
  invoked,
  outcome: { type },
});

/** Of positions 0 to 100; entries are given as in `1a`. */
const read = (entries: readonly string[], invoked: number, at: number): LogOperation => ({
  client: 'reader',
  input: { type: 'read', from: 0, to: 100 },
  invoked,
  outcome: {
    type: 'succeeded',
    at,
    output: entries.map((text) => ({
      position: Number.parseInt(text),
      value: text.replace(/^\d+/, ''),
    })),
  },
});

describe('a log keeps its rules', () => {
  test('when it has nothing', () => {
    expect(ruleOf()).toBeUndefined();
    expect(ruleOf(read([], 1, 2))).toBeUndefined();
  });

  test('when positions rise in real time, gaps between them or not', () => {
    expect(
      ruleOf(append('a', 1, 1, 2), append('b', 2, 3, 4), append('c', 7, 5, 6)),
    ).toBeUndefined();
  });

  test('when concurrent appends have any order', () => {
    const history = [append('a', 3, 1, 5), append('b', 1, 2, 6), append('c', 2, 3, 4)];
    expect(ruleOf(...history, read(['1b', '2c', '3a'], 7, 8))).toBeUndefined();
  });

  test('when a read that overlaps an append sees it or not', () => {
    expect(ruleOf(append('a', 1, 1, 10), read(['1a'], 2, 3))).toBeUndefined();
    expect(ruleOf(append('a', 1, 1, 10), read([], 2, 11))).toBeUndefined();
    expect(ruleOf(read(['1a'], 1, 3), append('a', 1, 3, 4))).toBeUndefined();
    expect(ruleOf(append('a', 1, 1, 10), append('b', 2, 1, 2), read(['2b'], 3, 4))).toBeUndefined();
  });

  test('when an append of unknown outcome is there once, or never', () => {
    const lost = without('a', 1, 'unknown');
    expect(ruleOf(lost, append('b', 1, 2, 3), read(['1b'], 4, 5))).toBeUndefined();
    expect(ruleOf(lost, append('b', 1, 2, 3), read(['1b', '9a'], 4, 5))).toBeUndefined();
  });

  test('when a value was appended twice and is there twice', () => {
    const retried = [without('a', 1, 'unknown'), append('a', 2, 3, 4)];
    expect(ruleOf(...retried, read(['1a', '2a'], 5, 6))).toBeUndefined();
    expect(ruleOf(...retried, read(['2a'], 5, 6))).toBeUndefined();
  });

  test('when a read of a part has only that', () => {
    const part: LogOperation = {
      ...read(['2b'], 5, 6),
      input: { type: 'read', from: 2, to: 2 },
    };
    expect(ruleOf(append('a', 1, 1, 2), append('b', 2, 3, 4), part)).toBeUndefined();
  });

  test('when what did not end is ignored', () => {
    const lost: LogOperation = { ...read([], 3, 4), outcome: { type: 'unknown' } };
    expect(ruleOf(append('a', 1, 1, 2), lost)).toBeUndefined();
  });
});

describe('a log breaks a rule', () => {
  const a = append('a', 1, 1, 2);
  const lost = without('l', 1, 'unknown');
  test.each<[LogRule, string, readonly LogOperation[]]>([
    ['unique-positions', 'one position for two', [a, append('b', 1, 1, 2)]],
    ['one-value-per-position', 'another value than acknowledged', [a, read(['1b'], 3, 4)]],
    [
      'one-value-per-position',
      'two reads, two values',
      [lost, without('m', 1, 'unknown'), read(['1l'], 3, 4), read(['1m'], 3, 4)],
    ],
    ['append-once', 'unknown, twice', [lost, read(['1l', '2l'], 3, 4)]],
    ['append-once', 'unknown, twice in two reads', [lost, read(['1l'], 3, 4), read(['2l'], 5, 6)]],
    ['append-once', 'acknowledged, twice', [a, read(['1a', '2a'], 3, 4)]],
    ['append-once', 'failed', [without('f', 1, 'failed'), read(['1f'], 3, 4)]],
    ['append-once', 'never appended', [read(['1x'], 3, 4)]],
    ['real-time-order', 'backwards', [append('b', 2, 1, 2), append('a', 1, 3, 4)]],
    [
      'real-time-order',
      'backwards, far apart',
      [append('c', 9, 1, 2), append('d', 10, 1, 9), append('a', 1, 3, 9), append('b', 2, 1, 9)],
    ],
    [
      'real-time-order',
      'unknown, found in front of what was acknowledged before',
      [append('b', 2, 1, 2), without('l', 3, 'unknown'), read(['1l', '2b'], 5, 6)],
    ],
    ['no-future-reads', 'read before it was appended', [read(['1a'], 1, 2), append('a', 1, 3, 4)]],
    ['no-future-reads', 'unknown', [read(['1l'], 1, 2), without('l', 3, 'unknown')]],
    ['read-complete', 'lost', [a, read([], 3, 4)]],
    ['read-complete', 'lost in the middle', [a, append('b', 2, 3, 4), read(['2b'], 5, 6)]],
    ['read-complete', 'lost at the end', [a, append('b', 2, 3, 4), read(['1a'], 5, 6)]],
    ['read-complete', 'out of order', [a, append('b', 2, 1, 2), read(['2b', '1a'], 3, 4)]],
    ['read-complete', 'twice', [a, read(['1a', '1a'], 3, 4)]],
    ['read-complete', 'outside the range', [append('a', 101, 1, 2), read(['101a'], 3, 4)]],
  ])('%s: %s', (rule, _, history) => {
    const violation = checkLogOrder(history);
    expect(violation?.rule).toBe(rule);
    expect(violation?.operations.every((operation) => history.includes(operation))).toBe(true);
  });

  test('and says which operations contradict each other', () => {
    const history = [append('b', 2, 1, 2), append('a', 1, 3, 4)];
    expect(checkLogOrder(history)).toEqual({
      rule: 'real-time-order',
      message:
        "client writer's append of b (from 1 to 2) was before client writer's append of a " +
        '(from 3 to 4), but has position 2, not below 1',
      operations: history,
    });
  });
});

/** A log of which only the last position counts. */
const positions: Model<number, LogInput, LogOutput> = {
  initial: -1,
  step: (state, _, output) => (Number(output) > state ? Number(output) : undefined),
  describe: ({ type }) => type,
};

test('of appends alone the verdict is that of a search for a linearization', () => {
  const inputs = fc.constant<LogInput>({ type: 'append', value: '' });
  const histories = anyHistories<LogInput, LogOutput>(
    inputs,
    () => fc.integer({ min: 0, max: 9 }),
    6,
  );
  const counts = { ok: 0, illegal: 0, unknown: 0 };
  fc.assert(
    fc.property(histories, (drawn) => {
      const history = drawn
        .filter(({ outcome }) => outcome.type === 'succeeded')
        .map((operation, index): LogOperation => {
          return { ...operation, input: { type: 'append', value: `${index}` } };
        });
      const { verdict } = checkLinearizable(positions, history);
      counts[verdict]++;
      expect(ruleOf(...history) === undefined ? 'ok' : 'illegal').toBe(verdict);
    }),
    { numRuns: 3000, seed: 7 },
  );
  expect(Math.min(counts.ok, counts.illegal)).toBeGreaterThan(300);
});

/** What a log did: appends and reads take effect one after the other, seen as overlapping intervals. */
const logs = fc
  .array(
    fc.record({
      type: fc.constantFrom('append', 'append', 'lost', 'failed', 'read'),
      gap: fc.integer({ min: 1, max: 3 }),
      lead: fc.integer({ min: 0, max: 40 }),
      lag: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 80, size: 'max' },
  )
  .map((views) => {
    const entries: LogEntry[] = [];
    return views.map(({ type, gap, lead, lag }, index): LogOperation => {
      const [invoked, at] = [10 * index - lead, 10 * index + lag];
      if (type === 'read') {
        const end = entries.at(-1)?.position ?? 0;
        const outcome = { type: 'succeeded', at, output: [...entries] } as const;
        return { client: 'r', input: { type, from: 0, to: end }, invoked, outcome };
      }
      const value = `value ${index}`;
      if (type === 'failed') return without(value, invoked, 'failed');
      const position = (entries.at(-1)?.position ?? -1) + gap;
      entries.push({ position, value });
      if (type === 'lost') return without(value, invoked, 'unknown');
      return append(value, position, invoked, at);
    });
  });

test('what a log did keeps all rules, and breaks one when an entry is missing or another', () => {
  fc.assert(
    fc.property(logs, fc.nat(), fc.boolean(), (history, chosen, isMissing) => {
      expect(checkLogOrder(history)).toBeUndefined();
      // Behind all that happened, so that nothing is concurrent with it.
      const acknowledged = history.flatMap(({ input, outcome }) =>
        input.type === 'append' && outcome.type === 'succeeded'
          ? [{ position: Number(outcome.output), value: input.value }]
          : [],
      );
      fc.pre(acknowledged.length > 0);
      const index = chosen % acknowledged.length;
      const wrong = isMissing
        ? acknowledged.filter((_, at) => at !== index)
        : acknowledged.map((entry, at) => (at === index ? { ...entry, value: 'x' } : entry));
      const last: LogOperation = {
        client: 'last',
        input: { type: 'read', from: 0, to: 1000 },
        invoked: 10_000,
        outcome: { type: 'succeeded', at: 10_001, output: wrong },
      };
      const rule = isMissing ? 'read-complete' : 'one-value-per-position';
      expect(ruleOf(...history, last)).toBe(rule);
    }),
    { numRuns: 400, seed: 8 },
  );
});

test('a long history takes no longer than it has to', () => {
  const history: LogOperation[] = [];
  for (let index = 0; index < 50_000; index++) {
    history.push(append(`${index}`, index, 10 * index, 10 * index + 25));
    // Of a range that has only its beginning yet: what is appended later is not looked at.
    history.push({
      client: 'reader',
      input: { type: 'read', from: index, to: 1_000_000 },
      invoked: 10 * index + 5,
      outcome: { type: 'succeeded', at: 10 * index + 6, output: [] },
    });
  }
  expect(checkLogOrder(history)).toBeUndefined();
});

describe('refused is', () => {
  const succeeded = (output: LogOutput) => ({ type: 'succeeded', at: 2, output }) as const;
  test.each<[string, LogOperation]>([
    ['an append that returned entries', { ...append('a', 1, 1, 2), outcome: succeeded([]) }],
    ['an append at no position', append('a', 1.5, 1, 2)],
    ['a read that returned a position', { ...read([], 1, 2), outcome: succeeded(3) }],
    ['an end before the beginning', append('a', 1, 2, 1)],
  ])('%s', (_, operation) => {
    expect(() => checkLogOrder([operation])).toThrow(
      expect.objectContaining({ code: 'HISTORY_INVALID' }),
    );
  });
});
