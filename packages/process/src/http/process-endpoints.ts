import type { EventSnapshot } from '../process-snapshot.ts';
import type { Runtime } from '../runtime.ts';
import { jsonResponse } from './responses.ts';
import type { Route, RouteOptions } from './route-table.ts';

/**
 * What the processes of a runtime do, as it is at this instant: no process is asked, and none can keep
 * the answer. `/__processes__` has libprocess' shape, `/processes` all that `Runtime.processes` says.
 */
export function processEndpoints(runtime: Runtime, options: RouteOptions = {}): readonly Route[] {
  return [
    {
      help: 'Every process, and the events that wait for it.',
      ...options,
      path: '/__processes__',
      handler: () =>
        jsonResponse(
          runtime.processes().map(({ id, events }) => ({ id, events: events.map(upstreamEvent) })),
        ),
    },
    {
      help: 'Every process: its class, what it serves and since when, and what waits for it.',
      ...options,
      path: '/processes',
      handler: () => jsonResponse(runtime.processes()),
    },
  ];
}

/** As libprocess shows it: only messages have more than a type. Bodies are nobody's business. */
function upstreamEvent({ type, name, from }: EventSnapshot): Readonly<Record<string, string>> {
  if (type !== 'MESSAGE') return { type };
  return { type, name: name ?? '', from: from ?? '' };
}
