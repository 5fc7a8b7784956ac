/**
 * The registry over HTTP, beside whatever else `serveHttp` of `@quorate/process/http` shows.
 *
 * @packageDocumentation
 */
export { routeRegistry } from './route-registry.ts';
