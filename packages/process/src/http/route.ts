import type { Process } from '../process.ts';
import type { Runtime } from '../runtime.ts';
import { RouteTable } from './route-table.ts';
import type { RouteHandler, RouteOptions } from './route-table.ts';

/** Routes of the processes of each runtime, by their ids. */
const tables = new WeakMap<Runtime, Map<string, RouteTable>>();

/**
 * Lets a process answer requests for `/id/path` of every `serveHttp` of its runtime, until it ends.
 * Call it in `initialize`. The handler runs as an event of the process, in the order in which the
 * requests arrived.
 *
 * A path below has the same handler, unless another route is longer. `/` is `/id` itself, and nothing
 * below. Throws `ROUTE_INVALID`, and `PROCESS_NOT_SPAWNED` in a constructor.
 */
export function route(
  process: Process,
  path: string,
  handler: RouteHandler,
  options: RouteOptions = {},
): void {
  tableOf(process).add({ ...options, path, handler });
}

/** The routes of each process that has some, by its id. */
export function routesOf(runtime: Runtime): ReadonlyMap<string, RouteTable> {
  return tables.get(runtime) ?? new Map<string, RouteTable>();
}

function tableOf({ runtime, self }: Process): RouteTable {
  const ofRuntime = tables.get(runtime) ?? new Map<string, RouteTable>();
  tables.set(runtime, ofRuntime);
  const found = ofRuntime.get(self.id);
  if (found) return found;
  const table = new RouteTable();
  ofRuntime.set(self.id, table);
  runtime.wait(self).onAny(() => {
    if (ofRuntime.get(self.id) === table) ofRuntime.delete(self.id);
  });
  return table;
}
