/**
 * Runtimes that reach each other over the network, by libprocess' HTTP or, among themselves, by a
 * faster protocol; and processes that answer HTTP. Needs Node.
 *
 * @packageDocumentation
 */
export { basicAuthenticator, unauthorized } from './authentication.ts';
export type { Authenticator, BasicOptions, Principal } from './authentication.ts';
export { bearerAuthenticator } from './bearer.ts';
export type { BearerOptions } from './bearer.ts';
export { disabledEndpoints } from './firewall.ts';
export type { FirewallRule } from './firewall.ts';
export { healthEndpoints } from './health-endpoints.ts';
export type { HealthOptions } from './health-endpoints.ts';
export { helpEndpoints, helpText } from './help.ts';
export type { HelpParts } from './help.ts';
export { HttpError } from './http-error.ts';
export type { HttpErrorCode } from './http-error.ts';
export { HttpTransport, httpTransport } from './http-transport.ts';
export { JWT_SECRET_BYTES_MIN, signJwt, verifyJwt } from './jwt.ts';
export type { JwtClaims, JwtKey, JwtVerifyOptions } from './jwt.ts';
export { loggingEndpoints } from './logging-endpoints.ts';
export type { LeveledLogger } from './logging-endpoints.ts';
export { metricsEndpoints } from './metrics-endpoints.ts';
export type { MetricsEndpointOptions } from './metrics-endpoints.ts';
export { MutualTls, mutualTls, MutualTlsFiles, mutualTlsFiles } from './mutual-tls.ts';
export type { TlsCredentials, TlsFiles, TlsFilesOptions } from './mutual-tls.ts';
export { processEndpoints } from './process-endpoints.ts';
export { provide } from './provide.ts';
export { jsonResponse, jsonTextResponse, methodNotAllowed, textResponse } from './responses.ts';
export { route } from './route.ts';
export type { Route, RouteContext, RouteHandler, RouteOptions } from './route-table.ts';
export { serveHttp } from './serve-http.ts';
export type { Authorization, HttpService, HttpServiceOptions } from './serve-http.ts';
export { SHARED_SECRET_BYTES_MIN, SharedSecret, sharedSecret } from './shared-secret.ts';
export type { SharedKey } from './shared-secret.ts';
export { systemEndpoints } from './system-endpoints.ts';
export type { HostAndPort } from './address.ts';
export { BODY_BYTES_MAX, QUEUE_BYTES_MAX } from './transport-options.ts';
export type { HttpTransportOptions, TransportLimits } from './transport-options.ts';
export type { TrustedPeer } from './trusted-peers.ts';
export type {
  RefusalReason,
  TransportCounts,
  TransportEvent,
  TransportProtocol,
} from './transport-events.ts';
