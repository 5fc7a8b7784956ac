import type { Metrics, MetricsSnapshot } from '../metrics/metrics.ts';
import type { RateLimiter } from '../sync/rate-limiter.ts';
import { parseDuration } from './duration.ts';
import { jsonResponse, sized, textResponse } from './responses.ts';
import type { Route, RouteHandler, RouteOptions } from './route-table.ts';

/** How metrics are shown. */
export interface MetricsEndpointOptions extends RouteOptions {
  /** How often a snapshot is taken at most; requests wait for their turn. Default: at any time. */
  readonly limiter?: RateLimiter;
}

const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * `/metrics/snapshot[?timeout=2secs][&jsonp=name]` is JSON of the shape that libprocess gives, by name;
 * `/metrics[?timeout=2secs]` is the text that Prometheus reads. A metric without a value in time is
 * left out. 400 for a timeout that is none.
 */
export function metricsEndpoints(
  metrics: Metrics,
  options: MetricsEndpointOptions = {},
): readonly Route[] {
  const { limiter, ...route } = options;
  const showing =
    (show: (snapshot: MetricsSnapshot, query: URLSearchParams) => Response): RouteHandler =>
    async ({ url }) => {
      const { searchParams } = new URL(url);
      const timeout = searchParams.get('timeout');
      const timeoutMs = timeout === null ? Infinity : parseDuration(timeout);
      if (timeoutMs === undefined) return textResponse(400, `no duration: '${timeout}'.`);
      await limiter?.acquire();
      return show(await metrics.snapshot({ timeoutMs }), searchParams);
    };
  return [
    {
      help: 'All metrics as JSON. `timeout`: how long to wait for their values, as in `2secs`.',
      ...route,
      path: '/metrics/snapshot',
      handler: showing(({ values }, query) => jsonResponse(values, { jsonp: query.get('jsonp') })),
    },
    {
      help: 'All metrics, as Prometheus reads them.',
      ...route,
      path: '/metrics',
      handler: showing(({ values }) => sized(prometheusText(values), 200, PROMETHEUS)),
    },
  ];
}

/** Names that Prometheus would not take have `_` for what is foreign to it. */
function prometheusText(values: Readonly<Record<string, number>>): string {
  const seen = new Set<string>();
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    const clean = name.replace(/[^a-zA-Z0-9_:]/g, '_').replace(/^(?=\d)/, '_');
    // Two of one name are no text that can be read.
    if (seen.has(clean)) continue;
    seen.add(clean);
    text += `# TYPE ${clean} gauge\n${clean} ${value}\n`;
  }
  return text;
}
