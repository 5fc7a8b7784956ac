import { LinearizabilityError } from './errors.ts';
import type { Model } from './model.ts';
import { checkTimes } from './operation.ts';
import type { Operation } from './operation.ts';
import { Search } from './search.ts';
import type { Linearization } from './search.ts';

/** `unknown`: the search was given up. */
export type Verdict = 'ok' | 'illegal' | 'unknown';

/** When to give up the search. */
export interface LinearizabilityOptions {
  /**
   * How often an operation may be tried in a state, over all partitions, before the search is given
   * up; each costs up to some 50 bytes of memory. Default: 20,000,000.
   */
  readonly stepsMax?: number;
  /** Asked every few thousand steps; the search is given up when it says so. Default: never. */
  readonly isExpired?: () => boolean;
}

/** The verdict on a history, and on each part of it. */
export interface LinearizabilityResult<Input, Output> {
  /** `illegal` if one partition is, else `unknown` if one is. */
  readonly verdict: Verdict;
  readonly steps: number;
  readonly partitions: readonly PartitionResult<Input, Output>[];
}

/** The verdict on one part of a history. */
export interface PartitionResult<Input, Output> {
  /** What the model's `partition` gave; undefined for a model without one. */
  readonly key: string | undefined;
  /** `unknown` also where the search ended because another partition was found illegal. */
  readonly verdict: Verdict;
  /** Without those that failed. */
  readonly operations: number;
  /** One of all, if the verdict is `ok`; else the longest that were found, for each end a different one. */
  readonly linearizations: readonly Linearization<Input, Output>[];
}

const STEPS_MAX = 20_000_000;
/** What a partition gets before the next one has its turn: one that is hard keeps none waiting. */
const TURN_STEPS = 4096;

/**
 * Whether a history is linearizable: whether its operations can be put in an order in which the model
 * gives the same outputs, and an operation that succeeded before another was invoked comes before it.
 *
 * Stops at the first partition that is illegal. The same history gives the same result and steps.
 * Throws `HISTORY_INVALID` for times that are not in order, and `LINEARIZABILITY_OPTION_INVALID`.
 */
export function checkLinearizable<State, Input, Output>(
  model: Model<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
  { stepsMax = STEPS_MAX, isExpired = () => false }: LinearizabilityOptions = {},
): LinearizabilityResult<Input, Output> {
  checkTimes(history);
  if (!(stepsMax >= 0)) {
    const message = `stepsMax is a number from 0 on, not ${stepsMax}`;
    throw new LinearizabilityError('LINEARIZABILITY_OPTION_INVALID', message);
  }
  const partitions = partitionsOf(model, history);
  const steps = searchInTurns([...partitions.values()], stepsMax, isExpired);
  const results = Array.from(partitions, ([key, search]) => resultOf(key, search));
  return { verdict: overall(results.map(({ verdict }) => verdict)), steps, partitions: results };
}

function partitionsOf<State, Input, Output>(
  model: Model<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
): ReadonlyMap<string | undefined, Search<State, Input, Output>> {
  const effective = history.filter(({ outcome }) => outcome.type !== 'failed');
  const groups = new Map<string | undefined, Operation<Input, Output>[]>();
  for (const operation of effective) {
    const key = model.partition?.(operation.input);
    const group = groups.get(key);
    if (group) group.push(operation);
    else groups.set(key, [operation]);
  }
  return new Map(Array.from(groups, ([key, group]) => [key, new Search(model, group)]));
}

type Resumable = Pick<Search<unknown, unknown, unknown>, 'run' | 'steps' | 'verdict'>;

/** Gives the number of steps. */
function searchInTurns(
  searches: readonly Resumable[],
  stepsMax: number,
  isExpired: () => boolean,
): number {
  let steps = 0;
  let unfinished = searches;
  while (unfinished.length > 0) {
    for (const search of unfinished) {
      if (steps >= stepsMax || isExpired()) return steps;
      const before = search.steps;
      search.run(Math.min(TURN_STEPS, stepsMax - steps));
      steps += search.steps - before;
      if (search.verdict === 'illegal') return steps;
    }
    unfinished = unfinished.filter(({ verdict }) => verdict === undefined);
  }
  return steps;
}

function resultOf<State, Input, Output>(
  key: string | undefined,
  search: Search<State, Input, Output>,
): PartitionResult<Input, Output> {
  return {
    key,
    verdict: search.verdict ?? 'unknown',
    operations: search.operationCount,
    linearizations: search.linearizations(),
  };
}

function overall(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('illegal')) return 'illegal';
  return verdicts.includes('unknown') ? 'unknown' : 'ok';
}
