import { Agreement } from './agreement.ts';
import type { Checker } from './checker.ts';
import { CompleteCatchUp } from './complete-catch-up.ts';
import { DurableReplies } from './durable-replies.ts';
import { EqualLogs } from './equal-logs.ts';
import { LearnedValues } from './learned-values.ts';
import { MonotonePromises } from './monotone-promises.ts';
import { SingleWrites } from './single-writes.ts';
import { TrueDiagnoses } from './true-diagnoses.ts';

/** What must hold in a group of replicas, whoever uses the log and for what. */
export function groupCheckers(quorum: number): readonly Checker[] {
  return [
    new Agreement(quorum),
    new LearnedValues(quorum),
    new DurableReplies(),
    new MonotonePromises(),
    new SingleWrites(),
    new CompleteCatchUp(),
    new EqualLogs(),
    new TrueDiagnoses(quorum),
  ];
}
