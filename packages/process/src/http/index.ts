/**
 * Runtimes that reach each other over the network, by libprocess' HTTP or, among themselves, by a
 * faster protocol. Needs Node.
 *
 * @packageDocumentation
 */
export { HttpError } from './http-error.ts';
export type { HttpErrorCode } from './http-error.ts';
export { HttpTransport, httpTransport } from './http-transport.ts';
export type { HostAndPort } from './address.ts';
export { BODY_BYTES_MAX, QUEUE_BYTES_MAX } from './transport-options.ts';
export type { HttpTransportOptions, TransportLimits } from './transport-options.ts';
export type {
  RefusalReason,
  TransportCounts,
  TransportEvent,
  TransportProtocol,
} from './transport-events.ts';
