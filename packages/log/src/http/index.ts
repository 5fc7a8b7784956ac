/**
 * Replicas as programs, and clients of theirs, over HTTP. Needs Node.
 *
 * @packageDocumentation
 */
export type { ExchangeOptions } from './exchange.ts';
export { LogClient } from './log-client.ts';
export type { LogClientOptions, MemberStatus } from './log-client.ts';
export type { LogFailure, LogPage, LogPageEntry, LogStatus, LogWritten } from './log-messages.ts';
export { LOG_REQUEST_TIMEOUT_MS, LogService } from './log-service.ts';
export type { LogServiceOptions } from './log-service.ts';
export { ReplicaServer, serveReplica } from './replica-server.ts';
export type { ReplicaServerOptions } from './replica-server.ts';
