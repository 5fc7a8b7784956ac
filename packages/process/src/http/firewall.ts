import { textResponse } from './responses.ts';

/** Sees the path of each request before anything else does; a response keeps it out. */
export type FirewallRule = (path: string, method: string) => Response | undefined;

/** Keeps requests out for exactly these paths: 403. */
export function disabledEndpoints(paths: readonly string[]): FirewallRule {
  const disabled = new Set(paths);
  return (path) =>
    disabled.has(path) ? textResponse(403, `Endpoint '${path}' is disabled`) : undefined;
}
