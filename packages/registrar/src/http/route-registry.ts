import { formatProtoJson, Registry } from '@quorate/messages';
import { jsonTextResponse, methodNotAllowed, route } from '@quorate/process/http';
import type { RouteOptions } from '@quorate/process/http';
import type { Registrar } from '../registrar.ts';

const HELP =
  'The registry as of the last operation that was acknowledged; `{}` before the recovery.';

/**
 * Shows the registry at `/registrar(1)/registry[?jsonp=name]` of every `serveHttp` of the registrar's
 * runtime, as JSON of the shape of Mesos' endpoint (log M13). Only GET and HEAD; others get 405. With a
 * `realm` it is for those who authenticate for it: Mesos has it in its read-only one.
 */
export function routeRegistry(registrar: Registrar, options: RouteOptions = {}): void {
  route(
    registrar.process,
    '/registry',
    ({ method, url }) => {
      if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed(['GET'], method);
      const registry = registrar.registry();
      const text = registry ? formatProtoJson(Registry, registry) : '{}';
      return jsonTextResponse(text, { jsonp: new URL(url).searchParams.get('jsonp') });
    },
    { help: HELP, ...options },
  );
}
