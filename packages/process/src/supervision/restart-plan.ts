import type { Decision, Restart, Strategy } from './child-spec.ts';

/** What a plan needs to know of a child. */
export interface ChildState {
  readonly id: string;
  readonly restart: Restart;
  /** It runs, or is about to: it has to be stopped before it can be started. */
  readonly isUp: boolean;
}

/** Which children a failure takes with it. */
export interface RestartPlan {
  /** To be stopped, in this order: that of their starts reversed. */
  readonly stops: readonly string[];
  /** To be started once those are down, in this order. */
  readonly starts: readonly string[];
}

/**
 * What to do so that `failedId`, which is down, and all that the strategy binds to it start anew.
 *
 * Of those, children that had been stopped come back, too, and temporary ones do not.
 *
 * @param children in the order in which they were first started
 */
export function planRestart(
  strategy: Strategy,
  children: readonly ChildState[],
  failedId: string,
): RestartPlan {
  const bound = boundTo(strategy, children, failedId);
  const others = bound.filter(({ id, isUp }) => isUp && id !== failedId);
  const wanted = bound.filter(({ id, restart }) => restart !== 'temporary' || id === failedId);
  return { stops: others.map(idOf).reverse(), starts: wanted.map(idOf) };
}

function boundTo(
  strategy: Strategy,
  children: readonly ChildState[],
  failedId: string,
): readonly ChildState[] {
  const index = children.findIndex(({ id }) => id === failedId);
  switch (strategy) {
    case 'one-for-one':
      return children.slice(index, index + 1);
    case 'rest-for-one':
      return children.slice(index);
    case 'one-for-all':
      return children;
  }
}

function idOf({ id }: ChildState): string {
  return id;
}

/**
 * Whether a child may be started while others wait for the end of their back-off.
 *
 * @param order the child's place among its siblings
 * @param firstInBackOff the least place of those that wait; undefined when none does
 */
export function mayStart(
  strategy: Strategy,
  order: number,
  firstInBackOff: number | undefined,
): boolean {
  if (firstInBackOff === undefined) return true;
  switch (strategy) {
    case 'one-for-one':
      return true;
    case 'rest-for-one':
      return order < firstInBackOff;
    case 'one-for-all':
      return false;
  }
}

/**
 * What becomes of a child that has ended by itself.
 *
 * @param reason what it ended with; undefined when it was told to end
 * @param decide asked about a failure; a temporary child is not restarted whatever it says
 */
export function decideOn(
  restart: Restart,
  reason: Error | undefined,
  decide: (reason: Error) => Decision,
): Decision {
  if (!reason) return restart === 'permanent' ? 'restart' : 'stop';
  const decision = decide(reason);
  return decision === 'restart' && restart === 'temporary' ? 'stop' : decision;
}
