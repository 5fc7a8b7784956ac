import fc from 'fast-check';
import type { KvInput, Operation, RegisterInput } from '@quorate/simulator/linearizability';

/** Takes an input to the next state and the output that it gives. */
export type Execute<State, Input, Output> = (state: State, input: Input) => [State, Output];

/** How one operation of an execution looks from outside. */
interface View<Input> {
  readonly input: Input;
  /** How long before and after its effect it begins and ends: 10 is the distance of two effects. */
  readonly lead: number;
  readonly lag: number;
  /** `lost`: took effect, and nobody was told; `failed` and `never`: did not. */
  readonly fate: 'told' | 'lost' | 'never' | 'failed';
}

export interface ExecutionOptions {
  readonly operationsMax: number;
  /** How far intervals reach: 10 for each operation that they may overlap. */
  readonly reach: number;
}

/** Histories of a real object: operations take effect one after the other, seen as overlapping intervals. */
export function executions<State, Input, Output>(
  inputs: fc.Arbitrary<Input>,
  initial: State,
  execute: Execute<State, Input, Output>,
  { operationsMax, reach }: ExecutionOptions,
): fc.Arbitrary<readonly Operation<Input, Output>[]> {
  const view: fc.Arbitrary<View<Input>> = fc.record({
    input: inputs,
    lead: fc.integer({ min: 0, max: reach }),
    lag: fc.integer({ min: 0, max: reach }),
    fate: fc.oneof(
      { weight: 9, arbitrary: fc.constant('told' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('lost' as const, 'never' as const, 'failed' as const),
      },
    ),
  });
  return fc.array(view, { maxLength: operationsMax, size: 'max' }).map((views) => {
    let state = initial;
    return views.map(({ input, lead, lag, fate }, index): Operation<Input, Output> => {
      const effect = 10 * index;
      const common = { client: `c${index}`, input, invoked: effect - lead };
      if (fate === 'failed') return { ...common, outcome: { type: 'failed' } };
      if (fate === 'never') return { ...common, outcome: { type: 'unknown' } };
      const [next, output] = execute(state, input);
      state = next;
      if (fate === 'lost') return { ...common, outcome: { type: 'unknown' } };
      return { ...common, outcome: { type: 'succeeded', at: effect + lag, output } };
    });
  });
}

/** Histories of no object: any outputs at any times. */
export function anyHistories<Input, Output>(
  inputs: fc.Arbitrary<Input>,
  outputs: (input: Input) => fc.Arbitrary<Output>,
  operationsMax: number,
): fc.Arbitrary<readonly Operation<Input, Output>[]> {
  const operation = inputs.chain((input) =>
    fc.record({
      client: fc.constant('c'),
      input: fc.constant(input),
      invoked: fc.integer({ min: 0, max: 20 }),
      duration: fc.integer({ min: 0, max: 8 }),
      output: outputs(input),
      type: fc.constantFrom(
        ...(['succeeded', 'succeeded', 'succeeded', 'succeeded', 'unknown', 'failed'] as const),
      ),
    }),
  );
  return fc.array(operation, { maxLength: operationsMax, size: 'max' }).map((drawn) =>
    drawn.map(({ client, input, invoked, duration, output, type }): Operation<Input, Output> => {
      if (type !== 'succeeded') return { client, input, invoked, outcome: { type } };
      return { client, input, invoked, outcome: { type, at: invoked + duration, output } };
    }),
  );
}

const value = fc.integer({ min: 0, max: 2 });

export const registerInputs: fc.Arbitrary<RegisterInput> = fc.oneof(
  fc.constant({ type: 'read' as const }),
  fc.record({ type: fc.constant('write' as const), value }),
  fc.record({ type: fc.constant('cas' as const), from: value, to: value }),
);

const key = fc.constantFrom('x', 'y');
const text = fc.constantFrom('a', 'b');

export const kvInputs: fc.Arbitrary<KvInput> = fc.oneof(
  fc.record({ type: fc.constant('get' as const), key }),
  fc.record({ type: fc.constantFrom('put' as const, 'append' as const), key, value: text }),
);
