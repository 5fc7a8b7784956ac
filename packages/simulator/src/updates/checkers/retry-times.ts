import type { Forward, UpdateRecord } from '../update-history.ts';
import { nameOf } from './update-checker.ts';
import type { UpdateChecker } from './update-checker.ts';

/** Clocks and timers count in microseconds. */
const TOLERANCE_MS = 0.01;

/**
 * An update that is not acknowledged is forwarded again after `retryMsMin`, then after twice that, up to
 * `retryMsMax`, and never earlier (U2). That it is at all, is for the end of the run to see.
 */
export class RetryTimes implements UpdateChecker {
  readonly invariant = 'retry-times';
  readonly #limits: () => { readonly retryMsMin: number; readonly retryMsMax: number };

  constructor(limits: () => { readonly retryMsMin: number; readonly retryMsMax: number }) {
    this.#limits = limits;
  }

  forwarded(update: UpdateRecord, forward: Forward): string | undefined {
    const { life, resumes, atMs } = forward;
    const before = update.forwards.filter((each) => each.life === life && each.resumes === resumes);
    const last = before.at(-1);
    if (!last) return undefined;
    const { retryMsMin, retryMsMax } = this.#limits();
    const waitMs = Math.min(retryMsMin * 2 ** (before.length - 1), retryMsMax);
    const passedMs = atMs - last.atMs;
    if (passedMs >= waitMs - TOLERANCE_MS) return undefined;
    return `${nameOf(update)} is forwarded again after ${passedMs} ms, not ${waitMs}`;
  }
}
