import type { Log } from '../log.ts';
import type { LogStatus } from './log-messages.ts';

const RANGES_MAX = 100;

/** What the replica of a log is at the moment. Fails as it does, once it has. */
export async function logStatus(log: Log, waitingFor?: string): Promise<LogStatus> {
  const { replica, network, group } = log;
  const votes = log.recovered.isReady;
  const begin = await replica.beginning();
  const end = await replica.ending();
  const missing = await replica.missing(begin, end);
  return {
    replica: replica.pid.toString(),
    status: await replica.status(),
    votes,
    promised: await replica.promised(),
    begin,
    end,
    missing: missing.size,
    missingRanges: missing.intervals().slice(0, RANGES_MAX),
    ...group,
    members: network.members.map(String),
    ...(!votes && waitingFor !== undefined && { waitingFor }),
  };
}
