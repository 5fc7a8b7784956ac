import type { Model, Operation } from '@quorate/simulator/linearizability';

type Judged = Operation<unknown, unknown>;

const returned = ({ outcome }: Judged): number =>
  outcome.type === 'succeeded' ? outcome.at : Infinity;

/**
 * The definition of linearizability, word by word: tries every order, without partitions, memory or
 * short cuts. For a handful of operations.
 */
export function isLinearizable<State, Input, Output>(
  model: Model<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
): boolean {
  const extend = (state: State, left: readonly Operation<Input, Output>[]): boolean => {
    if (left.every(({ outcome }) => outcome.type === 'unknown')) return true;
    const firstReturn = Math.min(...left.map(returned));
    return left.some((operation) => {
      if (operation.invoked > firstReturn) return false;
      const { input, outcome } = operation;
      const output = outcome.type === 'succeeded' ? outcome.output : undefined;
      const next = model.step(state, input, output);
      const others = left.filter((other) => other !== operation);
      return next !== undefined && extend(next, others);
    });
  };
  return extend(
    model.initial,
    history.filter(({ outcome }) => outcome.type !== 'failed'),
  );
}

/** Whether an order of operations respects the model and real time, and lacks none that returned. */
export function isOrderOf<State, Input, Output>(
  model: Model<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
  order: readonly Operation<Input, Output>[],
): boolean {
  const succeeded = history.filter(({ outcome }) => outcome.type === 'succeeded');
  if (!succeeded.every((operation) => order.includes(operation))) return false;
  if (new Set(order).size !== order.length) return false;
  let state: State | undefined = model.initial;
  for (const [index, { input, outcome, invoked }] of order.entries()) {
    if (order.slice(index).some((later) => returned(later) < invoked)) return false;
    const output = outcome.type === 'succeeded' ? outcome.output : undefined;
    state = model.step(state, input, output);
    if (state === undefined) return false;
  }
  return true;
}
