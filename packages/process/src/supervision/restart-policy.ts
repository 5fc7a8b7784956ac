import type { Random } from '../random.ts';
import { backOffMs, failuresAfter } from './back-off.ts';
import { checkDecision } from './child-spec.ts';
import type { Decision } from './child-spec.ts';
import type { Child } from './child.ts';
import { withRestart } from './restart-intensity.ts';
import { decideOn } from './restart-plan.ts';
import type { SupervisorSettings } from './supervisor-options.ts';

/** Whether and when a child that has ended by itself is started again. */
export class RestartPolicy {
  readonly #settings: SupervisorSettings;
  /** Restarts that count, where those of all children are counted together. */
  #recentRestarts: readonly number[] = [];

  constructor(settings: SupervisorSettings) {
    this.#settings = settings;
  }

  /** Throws what the decider throws, and `SUPERVISOR_OPTION_INVALID` for what it should not say. */
  decide(child: Child, reason: Error | undefined): Decision {
    const decider = child.spec.decider ?? this.#settings.decider;
    return decideOn(child.restart, reason, (error) => checkDecision(decider(error, child.id)));
  }

  /** Whether one more restart, at `now`, is within the limits; it is counted then. */
  take(child: Child, now: number): boolean {
    const perChild = this.#settings.intensityPer === 'child';
    const before = perChild ? child.recentRestarts : this.#recentRestarts;
    const after = withRestart(before, now, this.#settings);
    if (!after) return false;
    if (perChild) child.recentRestarts = after;
    else this.#recentRestarts = after;
    return true;
  }

  /** The delay before the start of a child that has failed at `now`, once more. */
  backOffMs(child: Child, now: number, random: Random): number {
    const { backOff } = this.#settings;
    const failures = failuresAfter(backOff, child.failures, now - (child.runningSince ?? now));
    child.failures = failures + 1;
    return backOffMs(backOff, failures, random);
  }
}
