import type { Metrics } from '../metrics/index.ts';
import { formatAddress, isLoopback, isPort } from './address.ts';
import type { HostAndPort } from './address.ts';
import { HttpError } from './http-error.ts';
import type { MutualTls } from './mutual-tls.ts';
import type { SharedSecret } from './shared-secret.ts';
import type { TransportEvent } from './transport-events.ts';
import { TrustedPeers } from './trusted-peers.ts';
import type { TrustedPeer } from './trusted-peers.ts';

/** A body of a message, at most. */
export const BODY_BYTES_MAX = 4 * 1024 * 1024;
/** What waits for one peer, at most: a batch of the largest messages. */
export const QUEUE_BYTES_MAX = 64 * 1024 * 1024;

/** What may be wrong with whoever connects, and with what is sent to them. */
export interface TransportLimits {
  /** Of a body, in bytes, sent or received. Default 4 MiB. */
  readonly bodyBytesMax: number;
  /** Of the head of a request or a frame, in bytes. Default 16 KiB. */
  readonly headBytesMax: number;
  /** What may wait for one peer, in bytes; past it the newest is lost. Default 64 MiB. */
  readonly queueBytesMax: number;
  /** Connections that others may have to us, all together. Default 1,000. */
  readonly connectionsMax: number;
  /** Those of one host. Default 256. */
  readonly connectionsPerHostMax: number;
  /** How long the head of a request may take, and the greeting of a peer. Default 10 s. */
  readonly headTimeoutMs: number;
  /** How long a whole request may take. Default 30 s. */
  readonly requestTimeoutMs: number;
  /** How long the handshake of TLS may take. Default 10 s. */
  readonly tlsTimeoutMs: number;
  /** How long to connect may take, TLS included. Default 10 s. */
  readonly connectTimeoutMs: number;
}

const LIMITS: TransportLimits = {
  bodyBytesMax: BODY_BYTES_MAX,
  headBytesMax: 16 * 1024,
  queueBytesMax: QUEUE_BYTES_MAX,
  connectionsMax: 1_000,
  connectionsPerHostMax: 256,
  headTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  tlsTimeoutMs: 10_000,
  connectTimeoutMs: 10_000,
};

/** How a runtime is reached, and reaches others. */
export interface HttpTransportOptions {
  /** Where to listen: a host (a name or a number, of IPv4 or IPv6), and a port; 0 for any. */
  readonly listen: HostAndPort;
  /**
   * What others reach it by, where that is something else: behind a translation of addresses, or when
   * `listen` is any address. Default: what is listened on.
   */
  readonly advertise?: Partial<HostAndPort>;
  /**
   * How peers prove who they are: `mutualTls`, `mutualTlsFiles` or `sharedSecret`. Then whoever does not
   * is refused, a message whose sender has another address than the peer it comes from is refused, and
   * nothing is sent to whoever does not prove it in turn. Default: nobody has to.
   */
  readonly security?: MutualTls | SharedSecret;
  /**
   * With whom messages are exchanged, and by which names their certificates know them. Nobody else is
   * connected to, and with `security` nobody else is heard. Default: whoever has an address.
   */
  readonly peers?: readonly (string | TrustedPeer)[];
  /**
   * Whether anybody may send messages who can connect. Without it, and without `security`, only loopback
   * is listened on.
   */
  readonly insecure?: boolean;
  /**
   * Whether to ask peers for the binary protocol of Quorate. Each connection begins with one request
   * more; with false nothing but what libprocess sends goes out. Default true.
   */
  readonly upgrade?: boolean;
  /**
   * Which processes messages of others may reach, by their ids; the rest does not exist for them: 404.
   * Those that wait for the response to a request are always reached. Default: all.
   */
  readonly exposes?: readonly string[] | ((id: string) => boolean);
  /**
   * Whether a sender's pid must have the address that its connection comes from. (libprocess:
   * `require_peer_address_ip_match`) Default false.
   */
  readonly requirePeerAddressMatch?: boolean;
  readonly limits?: Partial<TransportLimits>;
  /** Where `transport/…` is added: messages, and what was refused for which reason. Default: nowhere. */
  readonly metrics?: Metrics;
  /** Hears of connections, and of what is refused. */
  readonly onEvent?: (event: TransportEvent) => void;
}

/** The options with their defaults filled in. */
export interface TransportSettings {
  readonly listen: HostAndPort;
  readonly upgrade: boolean;
  readonly exposes: (id: string) => boolean;
  readonly requirePeerAddressMatch: boolean;
  readonly security: MutualTls | SharedSecret | undefined;
  readonly peers: TrustedPeers;
  readonly limits: TransportLimits;
}

/** Throws `TRANSPORT_OPTION_INVALID` or `TRANSPORT_INSECURE`. */
export function checkTransportOptions(options: HttpTransportOptions): TransportSettings {
  const { listen, advertise, security } = options;
  checkHost('listen.host', listen.host);
  checkPort('listen.port', listen.port);
  if (advertise?.host !== undefined) checkHost('advertise.host', advertise.host);
  if (advertise?.port !== undefined) checkPort('advertise.port', advertise.port);
  const limits = { ...LIMITS, ...options.limits };
  for (const [name, value] of Object.entries(limits)) checkLimit(name, value);
  if (security?.kind === 'shared-secret' && options.upgrade === false) {
    throw invalid('upgrade', false, 'true with a shared secret, which plain messages cannot prove');
  }
  if (!isLoopback(listen.host) && !security && options.insecure !== true) {
    throw new HttpError(
      'TRANSPORT_INSECURE',
      `whoever reaches ${formatAddress(listen)} could send messages to any process: let peers prove who they are (security: mutualTls or sharedSecret), listen on 127.0.0.1 or ::1, or say insecure: true where the network keeps others out`,
    );
  }
  return {
    listen,
    upgrade: options.upgrade ?? true,
    exposes: exposing(options.exposes),
    requirePeerAddressMatch: options.requirePeerAddressMatch ?? false,
    security,
    peers: new TrustedPeers(options.peers),
    limits,
  };
}

function exposing(exposes: HttpTransportOptions['exposes']): (id: string) => boolean {
  if (typeof exposes === 'function') return exposes;
  const ids = exposes && new Set(exposes);
  return (id) => ids?.has(id) ?? true;
}

const ANY_ADDRESS = new Set(['0.0.0.0', '::']);

/** What pids of the runtime have behind `@`. Throws `TRANSPORT_OPTION_INVALID`. */
export function advertised(options: HttpTransportOptions, listening: HostAndPort): string {
  const host = options.advertise?.host ?? listening.host;
  if (ANY_ADDRESS.has(host)) {
    throw invalid('advertise.host', host, 'an address that others can connect to');
  }
  return formatAddress({ host, port: options.advertise?.port ?? listening.port });
}

function checkHost(option: string, host: string): void {
  if (typeof host !== 'string' || !/^[\w.:%-]+$/.test(host)) {
    throw invalid(option, host, 'the name or the number of a host');
  }
}

function checkPort(option: string, port: number): void {
  if (!isPort(port)) throw invalid(option, port, 'a port from 0 to 65535');
}

function checkLimit(name: string, value: number): void {
  if (!Object.hasOwn(LIMITS, name)) {
    throw invalid('limits', name, `one of ${Object.keys(LIMITS).join(', ')}`);
  }
  if (Number.isSafeInteger(value) && value >= 1) return;
  throw invalid(`limits.${name}`, value, 'an integer from 1');
}

function invalid(option: string, value: unknown, expected: string): HttpError {
  const message = `expected ${option} to be ${expected}, got ${JSON.stringify(value)}`;
  return new HttpError('TRANSPORT_OPTION_INVALID', message);
}
