import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkLinearizable, checkVersionChain, History } from '@quorate/simulator/linearizability';
import type {
  Model,
  Operation,
  VersionInput,
  VersionOutput,
} from '@quorate/simulator/linearizability';
import { anyHistories } from './support/executions.ts';

type VersionHistory = readonly Operation<VersionInput, VersionOutput>[];

/** What the check is about, as a model: a search for a linearization must come to the same. */
const versions: Model<string, VersionInput, VersionOutput> = {
  initial: 'v0',
  step(state, input, output) {
    if (input.type === 'fetch') return output === undefined || output === state ? state : undefined;
    if (input.replaces === state) return input.makes;
    return output === undefined ? state : undefined;
  },
  describe: (input) => input.type,
};

const ruleOf = (history: VersionHistory) => checkVersionChain(history, 'v0')?.rule;

const store = (replaces: string, makes: string): VersionInput => ({
  type: 'store',
  replaces,
  makes,
});

/** Of one client; an operation ends with an output, or is `failed` or `unknown`. */
function sequence(
  ...steps: readonly (readonly [input: VersionInput, end: string])[]
): VersionHistory {
  const history = new History<VersionInput, VersionOutput>();
  for (const [input, end] of steps) {
    history.invoke('a', input);
    if (end === 'failed') history.fail('a');
    else if (end === 'unknown') history.lose('a');
    else history.succeed('a', end);
  }
  return history.operations;
}

const fetch: VersionInput = { type: 'fetch' };

describe('a chain of versions', () => {
  test('is one of stores that replace each other, found in that order', () => {
    expect(ruleOf([])).toBeUndefined();
    const history = sequence(
      [fetch, 'v0'],
      [store('v0', 'v1'), ''],
      [store('v0', 'v7'), 'failed'],
      [store('v1', 'v2'), 'unknown'],
      [store('v1', 'v8'), 'unknown'],
      [fetch, 'v1'],
      [store('v2', 'v3'), ''],
      [fetch, 'v3'],
    );
    expect(ruleOf(history)).toBeUndefined();
  });

  test.each([
    ['unique-versions', sequence([store('v0', 'v1'), ''], [store('v1', 'v1'), ''])],
    ['unique-versions', sequence([store('v0', 'v1'), ''], [store('v1', 'v0'), ''])],
    ['effective-stores', sequence([store('v9', 'v1'), ''])],
    ['effective-stores', sequence([store('v0', 'v1'), 'failed'], [fetch, 'v1'])],
    ['effective-stores', sequence([store('v0', 'v1'), 'failed'], [store('v1', 'v2'), ''])],
    ['one-chain', sequence([store('v0', 'v1'), ''], [store('v0', 'v2'), ''])],
    ['one-chain', sequence([store('v1', 'v2'), ''], [store('v2', 'v1'), ''])],
    ['one-chain', sequence([store('v0', 'v1'), 'unknown'], [store('v0', 'v2'), ''], [fetch, 'v1'])],
    ['real-time-order', sequence([store('v0', 'v1'), ''], [fetch, 'v0'])],
    ['real-time-order', sequence([fetch, 'v1'], [store('v0', 'v1'), ''])],
    ['real-time-order', sequence([store('v1', 'v2'), ''], [store('v0', 'v1'), ''])],
    [
      'real-time-order',
      sequence([store('v1', 'v2'), ''], [store('v0', 'v1'), 'unknown'], [fetch, 'v2']),
    ],
  ] as const)('is none: %s (case %#)', (rule, history) => {
    const violation = checkVersionChain(history, 'v0');
    expect(violation?.rule).toBe(rule);
    expect(violation?.message).toContain("client a's ");
    expect(violation?.operations.every((operation) => history.includes(operation))).toBe(true);
    // A search says the same, except that it knows no rule against making a version twice.
    if (rule === 'unique-versions') return;
    expect(checkLinearizable(versions, history).verdict).toBe('illegal');
  });

  test('names who contradicts whom', () => {
    const history = sequence([store('v0', 'v1'), ''], [fetch, 'v0']);
    expect(checkVersionChain(history, 'v0')).toEqual({
      rule: 'real-time-order',
      message:
        "client a's store of v1 over v0 (from 1 to 2) was before client a's fetch (from 3 to 4), " +
        'but stands behind it in the chain',
      operations: [history[0], history[1]],
    });
  });

  test('may be long', () => {
    const history = new History<VersionInput, VersionOutput>();
    for (let index = 0; index < 50_000; index++) {
      history.invoke('a', store(`v${index}`, `v${index + 1}`));
      history.invoke('b', fetch);
      history.succeed('a', '');
      history.succeed('b', `v${index + (index % 2)}`);
    }
    expect(ruleOf(history.operations)).toBeUndefined();
  });
});

/** The same operation, some time before. */
function earlier(
  operation: Operation<VersionInput, VersionOutput>,
  shift: number,
): Operation<VersionInput, VersionOutput> {
  const { outcome } = operation;
  const invoked = operation.invoked - shift;
  if (outcome.type !== 'succeeded') return { ...operation, invoked };
  return { ...operation, invoked, outcome: { ...outcome, at: outcome.at - shift } };
}

describe('the verdict is that of a search for a linearization', () => {
  const inputs = fc.oneof(
    fc.constant(fetch),
    // Most stores replace the version before theirs.
    fc.constantFrom('1', '1', '1', '2').map((back) => store(back, '')),
  );
  /** Versions are named by the number of the operation, so that they are unique. */
  const named = (history: VersionHistory): VersionHistory => {
    const made = ['v0'];
    return history.map((operation): Operation<VersionInput, VersionOutput> => {
      const { input } = operation;
      if (input.type === 'fetch') return operation;
      const makes = `v${made.length}`;
      const replaces = made.at(-Number(input.replaces)) ?? 'v0';
      made.push(makes);
      return { ...operation, input: store(replaces, makes) };
    });
  };

  test('for stores and fetches that do anything', () => {
    const outputs = (input: VersionInput) =>
      input.type === 'fetch' ? fc.constantFrom('v0', 'v1', 'v2') : fc.constant('');
    const counts = { ok: 0, illegal: 0, unknown: 0 };
    fc.assert(
      fc.property(anyHistories(inputs, outputs, 5).map(named), (history) => {
        const { verdict } = checkLinearizable(versions, history);
        counts[verdict]++;
        expect(ruleOf(history) === undefined ? 'ok' : 'illegal').toBe(verdict);
      }),
      { numRuns: 5000, seed: 5 },
    );
    expect(Math.min(counts.ok, counts.illegal)).toBeGreaterThan(500);
  });

  test('for what a register did, and what it did not', () => {
    const view = fc.record({
      isStore: fc.boolean(),
      isLost: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
      lead: fc.integer({ min: 0, max: 30 }),
      lag: fc.integer({ min: 0, max: 30 }),
    });
    const histories = fc.array(view, { maxLength: 60, size: 'max' }).map((views) => {
      let made = 0;
      return views.map(
        ({ isStore, isLost, lead, lag }, index): Operation<VersionInput, VersionOutput> => {
          const input = isStore ? store(`v${made}`, `v${++made}`) : fetch;
          const outcome = { type: 'succeeded', at: 10 * index + lag, output: `v${made}` } as const;
          const common = { client: `c${index}`, input, invoked: 10 * index - lead };
          return { ...common, outcome: isLost ? { type: 'unknown' } : outcome };
        },
      );
    });
    let illegal = 0;
    fc.assert(
      fc.property(histories, fc.nat(), fc.integer({ min: 0, max: 60 }), (history, at, shift) => {
        expect(ruleOf(history)).toBeUndefined();
        const changed = history.map((operation, index) =>
          index === at % history.length ? earlier(operation, shift) : operation,
        );
        const { verdict } = checkLinearizable(versions, changed);
        if (verdict === 'illegal') illegal++;
        expect(ruleOf(changed) === undefined ? 'ok' : 'illegal').toBe(verdict);
      }),
      { numRuns: 500, seed: 6 },
    );
    expect(illegal).toBeGreaterThan(50);
  });
});
