import type { SystemProcess } from '../node/system.ts';
import type { Pid } from '../pid.ts';
import type { Runtime } from '../runtime.ts';
import { jsonResponse } from './responses.ts';
import type { Route, RouteOptions } from './route-table.ts';

/** `/system/stats.json`: load, processors and memory of the machine. */
export function systemEndpoints(
  runtime: Runtime,
  system: Pid<SystemProcess>,
  options: RouteOptions = {},
): readonly Route[] {
  return [
    {
      help: 'Load, processors and memory of the machine.',
      ...options,
      path: '/system/stats.json',
      handler: async () => jsonResponse(await runtime.dispatch(system, 'stats')),
    },
  ];
}
