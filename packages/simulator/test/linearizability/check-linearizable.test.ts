import { describe, expect, test } from '@jest/globals';
import { checkLinearizable, History, kv, register } from '@quorate/simulator/linearizability';
import type {
  KvInput,
  KvOutput,
  Model,
  Operation,
  RegisterInput,
  RegisterOutput,
} from '@quorate/simulator/linearizability';

type RegisterOperation = Operation<RegisterInput, RegisterOutput>;

const write = (value: number, invoked: number, at: number): RegisterOperation => ({
  client: 'writer',
  input: { type: 'write', value },
  invoked,
  outcome: { type: 'succeeded', at, output: true },
});

const read = (output: number | null, invoked: number, at: number): RegisterOperation => ({
  client: 'reader',
  input: { type: 'read' },
  invoked,
  outcome: { type: 'succeeded', at, output },
});

const cas = (from: number, to: number, output: boolean, invoked: number, at: number) =>
  ({
    client: 'setter',
    input: { type: 'cas', from, to },
    invoked,
    outcome: { type: 'succeeded', at, output },
  }) satisfies RegisterOperation;

const without = (operation: RegisterOperation, type: 'failed' | 'unknown'): RegisterOperation => ({
  ...operation,
  outcome: { type },
});

const verdictOf = (...history: readonly RegisterOperation[]) =>
  checkLinearizable(register, history).verdict;

describe('a register', () => {
  test('holds nothing at first', () => {
    expect(verdictOf()).toBe('ok');
    expect(verdictOf(read(null, 1, 2))).toBe('ok');
    expect(verdictOf(read(0, 1, 2))).toBe('illegal');
  });

  test('shows what was written last', () => {
    expect(verdictOf(write(1, 1, 2), write(2, 3, 4), read(2, 5, 6))).toBe('ok');
    expect(verdictOf(write(1, 1, 2), write(2, 3, 4), read(1, 5, 6))).toBe('illegal');
  });

  test('orders concurrent writes in one way for all', () => {
    const writes = [write(1, 1, 4), write(2, 2, 3)];
    expect(verdictOf(...writes, read(1, 5, 6), read(1, 7, 8))).toBe('ok');
    expect(verdictOf(...writes, read(2, 5, 6), read(2, 7, 8))).toBe('ok');
    expect(verdictOf(...writes, read(1, 5, 6), read(2, 7, 8))).toBe('illegal');
  });

  test('lets a concurrent read see the old value or the new, but not the old after the new', () => {
    const pending = write(1, 1, 10);
    expect(verdictOf(pending, read(null, 2, 3), read(1, 4, 5))).toBe('ok');
    expect(verdictOf(pending, read(1, 2, 3), read(null, 4, 5))).toBe('illegal');
  });

  test('compares before it sets', () => {
    expect(verdictOf(write(1, 1, 2), cas(1, 2, true, 3, 4), read(2, 5, 6))).toBe('ok');
    expect(verdictOf(write(1, 1, 2), cas(3, 2, true, 3, 4))).toBe('illegal');
    expect(verdictOf(write(1, 1, 2), cas(3, 2, false, 3, 4), read(1, 5, 6))).toBe('ok');
    expect(verdictOf(write(1, 1, 2), cas(1, 2, false, 3, 4))).toBe('illegal');
  });

  test('takes operations that touch at one time for concurrent', () => {
    expect(verdictOf(write(1, 1, 2), read(null, 2, 3))).toBe('ok');
    expect(verdictOf(read(1, 1, 2), write(1, 2, 2))).toBe('ok');
    expect(verdictOf(read(1, 1, 2), write(1, 2.5, 2.5))).toBe('illegal');
  });
});

describe('an operation of unknown outcome', () => {
  const lost = without(write(7, 5, 6), 'unknown');

  test('may take effect at once, long after, or never', () => {
    const before = write(1, 1, 2);
    expect(verdictOf(before, lost, read(7, 7, 8))).toBe('ok');
    expect(verdictOf(before, lost, read(1, 7, 8), read(1, 20, 21), read(7, 100, 101))).toBe('ok');
    expect(verdictOf(before, lost, read(1, 7, 8), read(1, 100, 101))).toBe('ok');
  });

  test('takes effect once, and not before it was invoked', () => {
    expect(verdictOf(lost, read(7, 7, 8), write(1, 9, 10), read(7, 11, 12))).toBe('illegal');
    expect(verdictOf(read(7, 1, 4), lost)).toBe('illegal');
  });

  test('places no constraint when it is a read, or a comparison that may have failed', () => {
    const reads = [without(read(null, 1, 2), 'unknown'), without(cas(1, 2, true, 1, 2), 'unknown')];
    expect(verdictOf(...reads, read(null, 3, 4))).toBe('ok');
    expect(verdictOf(...reads, write(1, 3, 4), read(2, 5, 6))).toBe('ok');
    expect(verdictOf(...reads, read(2, 5, 6))).toBe('illegal');
  });

  test('makes the search of a history with many of them no longer than it has to be', () => {
    const writes = Array.from({ length: 24 }, (_, index) => without(write(index, 1, 2), 'unknown'));
    const reads = Array.from({ length: 20 }, (_, index) =>
      read(index, 10 * index + 10, 10 * index + 11),
    );
    const ok = checkLinearizable(register, [...writes, ...reads]);
    expect([ok.verdict, ok.steps < 10_000]).toEqual(['ok', true]);
    // The first value a second time: of 2^24 sets of writes that may have come before, few are looked at.
    const illegal = checkLinearizable(register, [...writes, ...reads, read(0, 500, 501)]);
    expect([illegal.verdict, illegal.steps < 100_000]).toEqual(['illegal', true]);
  });
});

test('an operation that failed takes no effect', () => {
  const failed = without(write(7, 1, 2), 'failed');
  expect(verdictOf(failed, read(null, 3, 4))).toBe('ok');
  expect(verdictOf(failed, read(7, 3, 4))).toBe('illegal');
});

describe('partitions', () => {
  type KvOperation = Operation<KvInput, KvOutput>;
  const put = (key: string, value: string, invoked: number): KvOperation => ({
    client: 'a',
    input: { type: 'put', key, value },
    invoked,
    outcome: { type: 'succeeded', at: invoked + 0.5, output: '' },
  });
  const get = (key: string, output: string, invoked: number): KvOperation => ({
    client: 'b',
    input: { type: 'get', key },
    invoked,
    outcome: { type: 'succeeded', at: invoked + 0.5, output },
  });

  test('are judged one by one, and tell which is illegal and what has no place', () => {
    const stale = get('y', '', 4);
    const history = [put('x', '1', 1), put('y', '2', 2), get('x', '1', 3), stale, get('y', '2', 5)];
    const { verdict, partitions } = checkLinearizable(kv, history);
    expect(verdict).toBe('illegal');
    expect(partitions).toEqual([
      {
        ...{ key: 'x', verdict: 'ok', operations: 2 },
        linearizations: [{ operations: [history[0], history[2]], blocked: undefined }],
      },
      {
        ...{ key: 'y', verdict: 'illegal', operations: 3 },
        linearizations: [{ operations: [history[1]], blocked: stale }],
      },
    ]);
  });

  test('are not searched any more when one is illegal', () => {
    const others = Array.from({ length: 50 }, (_, index) => put(`k${index}`, 'v', index + 10));
    const result = checkLinearizable(kv, [get('x', '1', 1), ...others]);
    expect([result.verdict, result.steps]).toEqual(['illegal', 1]);
    expect(result.partitions.map(({ verdict }) => verdict)).toEqual([
      'illegal',
      ...others.map(() => 'unknown'),
    ]);
  });

  test('take turns: one that is hard hides none that is illegal', () => {
    const hard = Array.from({ length: 30 }, (_, index) => ({
      ...put('x', `${index}`, 1),
      outcome: { type: 'succeeded', at: 1000, output: '' } as const,
    }));
    const history = [...hard, get('x', 'nothing of it', 2000), get('y', 'never put', 1)];
    const { verdict, steps } = checkLinearizable(kv, history, { stepsMax: 20_000 });
    expect([verdict, steps < 10_000]).toEqual(['illegal', true]);
  });
});

describe('a search that is given up', () => {
  const writes = Array.from({ length: 30 }, (_, index) => write(index, 1, 1000));
  const hopeless = [...writes, read(99, 2000, 2001)];

  test('for its steps has an unknown verdict, and what it found', () => {
    const { verdict, steps, partitions } = checkLinearizable(register, hopeless, {
      stepsMax: 5000,
    });
    expect([verdict, steps]).toEqual(['unknown', 5000]);
    expect(partitions[0]?.linearizations[0]?.operations).toHaveLength(30);
    expect(partitions[0]?.linearizations[0]?.blocked).toBe(hopeless[30]);
  });

  test('for its time has an unknown verdict', () => {
    let asked = 0;
    const isExpired = () => ++asked > 3;
    const { verdict, steps } = checkLinearizable(register, hopeless, { isExpired });
    expect([verdict, steps, asked]).toEqual(['unknown', 3 * 4096, 4]);
  });

  test('before it began has found nothing', () => {
    const { verdict, partitions } = checkLinearizable(register, hopeless, { stepsMax: 0 });
    expect(verdict).toBe('unknown');
    expect(partitions[0]?.linearizations).toEqual([{ operations: [], blocked: hopeless[0] }]);
    expect(checkLinearizable(register, [], { stepsMax: 0 }).verdict).toBe('ok');
  });

  test('is the same each time', () => {
    const [one, other] = [0, 1].map(() =>
      checkLinearizable(register, hopeless, { stepsMax: 7000 }),
    );
    expect(one).toEqual(other);
  });
});

test('the longest orders that were found end at different operations', () => {
  const [first, second] = [read(1, 5, 10), read(2, 5, 11)];
  const { partitions } = checkLinearizable(register, [
    write(1, 1, 4),
    write(2, 1, 4),
    first,
    second,
  ]);
  const ends = partitions[0]?.linearizations.map(({ blocked }) => blocked);
  expect(new Set(ends)).toEqual(new Set([first, second]));
  expect(partitions[0]?.linearizations.map(({ operations }) => operations.length)).toEqual([3, 3]);
});

test('a model of one’s own needs no more than an initial state, a step and a description', () => {
  type Queue = readonly string[];
  const queue: Model<Queue, { readonly put?: string }, string | null> = {
    initial: [],
    step(state, { put }, output) {
      if (put !== undefined) return [...state, put];
      const [head = null, ...rest] = state;
      return output === undefined || output === head ? rest : undefined;
    },
    describe: ({ put }, output) => (put === undefined ? `take → ${output}` : `put ${put}`),
  };
  const history = new History<{ readonly put?: string }, string | null>();
  history.invoke('a', { put: 'x' });
  history.invoke('b', { put: 'y' });
  history.succeed('b', null);
  history.succeed('a', null);
  history.invoke('a', {});
  history.succeed('a', 'y');
  expect(checkLinearizable(queue, history.operations).verdict).toBe('ok');
  history.invoke('b', {});
  history.succeed('b', 'y');
  expect(checkLinearizable(queue, history.operations).verdict).toBe('illegal');
});

describe('refused are', () => {
  test.each([
    ['an end before the beginning', write(1, 3, 2)],
    ['a beginning that is no number', write(1, NaN, 2)],
    ['an end that never comes', write(1, 1, Infinity)],
    ['no beginning', without(write(1, -Infinity, 2), 'unknown')],
  ])('%s', (_, operation) => {
    expect(() => verdictOf(operation)).toThrow(
      expect.objectContaining({
        code: 'HISTORY_INVALID',
        message: expect.stringContaining('operation 0, of client writer, was invoked at'),
      }),
    );
  });

  test.each([NaN, -1])('%d steps', (stepsMax) => {
    expect(() => checkLinearizable(register, [], { stepsMax })).toThrow(
      expect.objectContaining({ code: 'LINEARIZABILITY_OPTION_INVALID' }),
    );
  });
});
