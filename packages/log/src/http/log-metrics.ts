import type { HttpTransport } from '@quorate/process/http';
import { PullGauge } from '@quorate/process/metrics';
import type { Log } from '../log.ts';

/**
 * What a log and its transport are at the moment, as gauges: those that Mesos has, where the log begins and
 * ends and what is missing, and counts of messages. A replica that has failed has no value for most.
 */
export function logMetrics(log: Log, transport: HttpTransport): readonly PullGauge[] {
  const { replica } = log;
  const gauge = (name: string, read: () => number | PromiseLike<number>): PullGauge =>
    new PullGauge(name, read);
  const missing = async (): Promise<number> => {
    const [begin, end] = [await replica.beginning(), await replica.ending()];
    return (await replica.missing(begin, end)).size;
  };
  return [
    ...Object.keys(log.metrics()).map((name) => gauge(name, () => log.metrics()[name] ?? 0)),
    gauge('log/begin', () => replica.beginning()),
    gauge('log/end', () => replica.ending()),
    gauge('log/missing', missing),
    gauge('log/promised', () => replica.promised()),
    gauge('transport/messages_sent', () => transport.counts.sent),
    gauge('transport/messages_received', () => transport.counts.received),
    gauge('transport/messages_lost', () => transport.counts.lost),
    gauge('transport/refused', () => transport.counts.refused),
  ];
}
