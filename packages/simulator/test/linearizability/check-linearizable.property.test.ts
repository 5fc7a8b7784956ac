import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkLinearizable, kv, register } from '@quorate/simulator/linearizability';
import type {
  KvInput,
  KvOutput,
  Model,
  Operation,
  RegisterInput,
  RegisterOutput,
  RegisterValue,
} from '@quorate/simulator/linearizability';
import { isLinearizable, isOrderOf } from './support/brute-force.ts';
import { anyHistories, executions, kvInputs, registerInputs } from './support/executions.ts';
import type { Execute } from './support/executions.ts';

const executeRegister: Execute<RegisterValue, RegisterInput, RegisterOutput> = (state, input) => {
  if (input.type === 'read') return [state, state];
  if (input.type === 'write') return [input.value, true];
  return input.from === state ? [input.to, true] : [state, false];
};

type KvState = Readonly<Record<string, string>>;

const executeKv: Execute<KvState, KvInput, KvOutput> = (state, input) => {
  const old = state[input.key] ?? '';
  if (input.type === 'get') return [state, old];
  const value = input.type === 'put' ? input.value : old + input.value;
  return [{ ...state, [input.key]: value }, ''];
};

/** The whole map as one state, and states as objects: nothing of it is shared with the model `kv`. */
const wholeMap: Model<KvState, KvInput, KvOutput> = {
  initial: {},
  step(state, input, output) {
    const [next, expected] = executeKv(state, input);
    return input.type !== 'get' || output === undefined || output === expected ? next : undefined;
  },
  equal: (one, other) =>
    [...Object.keys(one), ...Object.keys(other)].every(
      (key) => (one[key] ?? '') === (other[key] ?? ''),
    ),
  describe: kv.describe,
};

const LONG = { operationsMax: 150, reach: 60 };
const SHORT = { operationsMax: 6, reach: 40 };

/** Changes what one operation returned, or moves it. */
function mutated<Input, Output>(
  histories: fc.Arbitrary<readonly Operation<Input, Output>[]>,
  outputs: (input: Input) => fc.Arbitrary<Output>,
): fc.Arbitrary<readonly Operation<Input, Output>[]> {
  return fc
    .tuple(histories, fc.nat(), fc.integer({ min: -30, max: 30 }))
    .chain(([history, chosen, shift]) => {
      const victim = history[chosen % Math.max(history.length, 1)];
      if (victim?.outcome.type !== 'succeeded') return fc.constant(history);
      const { at } = victim.outcome;
      const moved = { ...victim, invoked: victim.invoked + shift };
      return outputs(victim.input).map((output) =>
        history.map((operation) =>
          operation === victim
            ? { ...moved, outcome: { type: 'succeeded' as const, at: at + shift, output } }
            : operation,
        ),
      );
    });
}

const registerOutputs = (input: RegisterInput): fc.Arbitrary<RegisterOutput> => {
  if (input.type === 'read') return fc.constantFrom(null, 0, 1, 2);
  return input.type === 'cas' ? fc.boolean() : fc.constant(true);
};
const kvOutputs = (input: KvInput): fc.Arbitrary<KvOutput> =>
  input.type === 'get' ? fc.constantFrom('', 'a', 'b', 'ab', 'ba') : fc.constant('');

describe('what an object did is linearizable', () => {
  test('for a register', () => {
    fc.assert(
      fc.property(executions(registerInputs, null, executeRegister, LONG), (history) => {
        const { verdict, partitions } = checkLinearizable(register, history);
        expect(verdict).toBe('ok');
        for (const { linearizations } of partitions) {
          expect(linearizations.map(({ blocked }) => blocked)).toEqual([undefined]);
          expect(isOrderOf(register, history, linearizations[0]?.operations ?? [])).toBe(true);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('for a map, key by key', () => {
    fc.assert(
      fc.property(executions(kvInputs, {}, executeKv, { ...LONG, reach: 40 }), (history) => {
        const { verdict, partitions } = checkLinearizable(kv, history);
        expect(verdict).toBe('ok');
        for (const { key, operations, linearizations } of partitions) {
          const ofKey = history.filter(
            ({ input, outcome }) => input.key === key && outcome.type !== 'failed',
          );
          expect(operations).toBe(ofKey.length);
          expect(isOrderOf(kv, ofKey, linearizations[0]?.operations ?? [])).toBe(true);
        }
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  test('with few steps for each operation, though they overlap', () => {
    const histories = executions(registerInputs, null, executeRegister, {
      operationsMax: 3000,
      reach: 20,
    });
    for (const history of fc.sample(histories, { numRuns: 5, seed: 3 })) {
      const { verdict, steps } = checkLinearizable(register, history, { stepsMax: 1_000_000 });
      expect(verdict).toBe('ok');
      expect(steps).toBeLessThan(100 * (history.length + 1));
    }
  });
});

describe('the verdict is that of trying every order', () => {
  function agrees<State, Input, Output, Whole>(
    histories: fc.Arbitrary<readonly Operation<Input, Output>[]>,
    model: Model<State, Input, Output>,
    definition: Model<Whole, Input, Output>,
  ): void {
    const counts = { ok: 0, illegal: 0, unknown: 0 };
    fc.assert(
      fc.property(histories, (history) => {
        const { verdict } = checkLinearizable(model, history);
        counts[verdict]++;
        expect(verdict).toBe(isLinearizable(definition, history) ? 'ok' : 'illegal');
      }),
      { numRuns: 4000, seed: 4 },
    );
    expect(counts.unknown).toBe(0);
    expect(Math.min(counts.ok, counts.illegal)).toBeGreaterThan(400);
  }

  test('for a register that did what it did not', () => {
    const histories = executions(registerInputs, null, executeRegister, SHORT);
    agrees(mutated(histories, registerOutputs), register, register);
  });

  test('for a register that does anything', () => {
    agrees(anyHistories(registerInputs, registerOutputs, 6), register, register);
  });

  test('for a map that did what it did not, searched key by key', () => {
    const histories = executions(kvInputs, {}, executeKv, SHORT);
    agrees(mutated(histories, kvOutputs), kv, wholeMap);
  });

  test('for a map that does anything, searched as a whole with states that are objects', () => {
    agrees(anyHistories(kvInputs, kvOutputs, 6), wholeMap, wholeMap);
  });

  test('for a model whose hashes are all the same', () => {
    const colliding = { ...register, hash: () => 7 };
    agrees(anyHistories(registerInputs, registerOutputs, 6), colliding, register);
  });
});
