import { textResponse } from './responses.ts';
import type { Route, RouteOptions } from './route-table.ts';

/** When a program can do its work. */
export interface HealthOptions extends RouteOptions {
  /** Why not yet, or not any more; undefined when it can. Failing is a reason as well. Default: it can. */
  readonly notReady?: () => string | undefined | PromiseLike<string | undefined>;
}

/** `/livez`: 200 as long as the program answers. `/readyz`: 200, or 503 with the reason. */
export function healthEndpoints(options: HealthOptions = {}): readonly Route[] {
  const { notReady, ...route } = options;
  return [
    {
      help: 'Whether the program is alive.',
      ...route,
      path: '/livez',
      handler: () => textResponse(200, 'ok'),
    },
    {
      help: 'Whether it can do its work.',
      ...route,
      path: '/readyz',
      handler: async () => {
        const reason = await reasonOf(notReady);
        return reason === undefined ? textResponse(200, 'ok') : textResponse(503, reason);
      },
    },
  ];
}

async function reasonOf(notReady: HealthOptions['notReady']): Promise<string | undefined> {
  try {
    return await notReady?.();
  } catch (error) {
    return (error as Error).message;
  }
}
