import { PullGauge } from '../metrics/index.ts';
import type { Metric } from '../metrics/index.ts';
import { REFUSAL_REASONS } from './transport-events.ts';
import type { TransportMonitor } from './transport-events.ts';

/** What a transport shows: `transport/messages_sent`, `…_received`, `…_lost`, `transport/refused` and by reason. */
export function transportMetrics(monitor: TransportMonitor): readonly Metric[] {
  return [
    new PullGauge('transport/messages_sent', () => monitor.sent),
    new PullGauge('transport/messages_received', () => monitor.received),
    new PullGauge('transport/messages_lost', () => monitor.lost),
    new PullGauge('transport/refused', () => monitor.refused),
    ...REFUSAL_REASONS.map(
      (reason) =>
        new PullGauge(`transport/refused/${reason.replaceAll('-', '_')}`, () =>
          monitor.refusals(reason),
        ),
    ),
  ];
}
