import { Future } from '@quorate/process';
import { catchUp } from './catch-up.ts';
import type { CatchUpOptions } from './catch-up.ts';
import type { Consensus } from './consensus.ts';
import { LogError } from '../errors.ts';
import type { RecoverOutcome } from '../protocol/recover.ts';
import { IntervalSet } from '../protocol/interval-set.ts';
import { toPosition } from '../protocol/types.ts';
import type { Position } from '../protocol/types.ts';
import { RECOVER_TIMEOUT_MS } from './recover.ts';

export interface CatchUpVotingOptions extends Pick<CatchUpOptions, 'timeoutMs'> {
  readonly clusterSize: number;
  readonly onPosition?: (position: Position, begin: Position, end: Position) => void;
}

/**
 * Makes a replica that votes already learn what it missed, so that it can be read from. Ready
 * with the highest position that may be read.
 *
 * The last position of the log is left out on purpose: an explicit promise for the position that
 * the coordinator is writing to would demote it. Fails with `REPLICA_NOT_VOTING`,
 * `CATCH_UP_FAILED` when no quorum votes or there is nothing but one position, or the code of the
 * storage or network that failed. After Mesos src/log/catchup.cpp.
 */
export function catchUpVoting(
  consensus: Consensus,
  options: CatchUpVotingOptions,
): Future<Position> {
  return consensus.replica.status().andThen((status) => {
    if (status === 'voting') return findBounds(consensus, options);
    const what = `the local replica is ${status}: it catches up by itself while it recovers`;
    return Future.failed<Position>(new LogError('REPLICA_NOT_VOTING', what));
  });
}

function findBounds(consensus: Consensus, options: CatchUpVotingOptions): Future<Position> {
  const { clusterSize } = options;
  const { quorum } = consensus;
  const question = { status: 'voting', autoInitialize: false, quorum, clusterSize } as const;
  return consensus.recover(question, RECOVER_TIMEOUT_MS).andThen((outcome) => {
    if (outcome.type === 'recovering') return catchUpTo(consensus, options, outcome);
    if (outcome.type === 'undecided' && outcome.timedOut) return findBounds(consensus, options);
    const what = `no quorum of ${quorum} voting replicas to learn the bounds of the log from`;
    return Future.failed<Position>(new LogError('CATCH_UP_FAILED', what));
  });
}

function catchUpTo(
  consensus: Consensus,
  options: CatchUpVotingOptions,
  bounds: RecoverOutcome & { readonly type: 'recovering' },
): Future<Position> {
  if (bounds.begin === bounds.end) {
    const what = `the log has no position but ${bounds.end}, and the last one is never caught up`;
    return Future.failed(new LogError('CATCH_UP_FAILED', what));
  }
  const end = toPosition(bounds.end - 1);
  return consensus.replica.beginning().andThen((localBegin) => {
    // From the lowest begin known, our own included: so the replica meets the truncation, or a
    // tombstone left by it, and still knows after a restart where its log begins.
    const begin = toPosition(Math.min(localBegin, bounds.begin));
    const { onPosition, timeoutMs } = options;
    return catchUp(consensus, IntervalSet.closed(begin, end), {
      ...(timeoutMs !== undefined && { timeoutMs }),
      ...(onPosition && { onPosition: (position) => onPosition(position, begin, end) }),
    }).andThen(() => end);
  });
}
