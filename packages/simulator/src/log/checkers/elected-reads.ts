import type { Operation } from '../history.ts';
import type { Checker } from './checker.ts';

/**
 * A writer that was elected can read the whole log where it runs, up to the position it was elected
 * with: all of it is learned there before the election ends.
 */
export class ElectedReads implements Checker {
  readonly invariant = 'elected-reads';

  returned({ node, isAfterElection, code }: Operation): string | undefined {
    if (!isAfterElection || code === undefined || !MISSED.has(code)) return undefined;
    return `${node} was elected and cannot read its log: ${code}`;
  }
}

/** A read may fail for other reasons: the disk, a truncation meanwhile, the end of the program. */
const MISSED: ReadonlySet<string> = new Set(['READ_MISSING', 'READ_PENDING', 'READ_PAST_END']);
