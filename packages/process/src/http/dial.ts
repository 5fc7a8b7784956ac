import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import type { HostAndPort } from './address.ts';
import { HttpError } from './http-error.ts';
import { nameMismatch } from './mutual-tls.ts';
import type { MutualTls } from './mutual-tls.ts';
import type { SocketLayer } from './socket-layer.ts';

/** Whom to connect to, and how to know them. */
export interface DialOptions {
  readonly peer: HostAndPort;
  readonly sockets: SocketLayer;
  /** With TLS: the name that the peer's certificate has to have. */
  readonly tls?: { readonly credentials: MutualTls; readonly name: string } | undefined;
  readonly timeoutMs: number;
  /** Ends the attempt. */
  readonly signal: AbortSignal;
}

/**
 * A connection, on which nothing was said yet. With TLS it is that of the peer with that name; fails with
 * `TRANSPORT_PEER_UNTRUSTED` when it is not.
 */
export function dial({ peer, sockets, tls, timeoutMs, signal }: DialOptions): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = tls ? tlsSocket(peer, tls) : sockets.connect(peer);
    let isConnected = false;
    const timer = setTimeout(
      () => socket.destroy(new Error(`no connection within ${timeoutMs} ms`)),
      timeoutMs,
    );
    const onAbort = (): void => void socket.destroy(new Error('the connection is not wanted'));
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    const settled = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    socket.once('connect', () => (isConnected = true));
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      settled();
      resolve(prepared(socket));
    });
    // It stays: an error between here and whoever takes the socket over is not to end the program.
    socket.on('error', (error: Error) => {
      settled();
      reject(tls && isConnected && !signal.aborted ? untrusted(peer, error) : error);
    });
  });
}

function tlsSocket(
  { host, port }: HostAndPort,
  { credentials, name }: NonNullable<DialOptions['tls']>,
): TLSSocket {
  return connectTls({
    host,
    port,
    secureContext: credentials.context,
    // What a name of a host is for; a number has no server name.
    servername: isIP(name) === 0 ? name : '',
    rejectUnauthorized: true,
    checkServerIdentity: (_, certificate) => nameMismatch(certificate, name),
  });
}

const KEEP_ALIVE_MS = 30_000;

/** Batches are written whole, so nothing waits for more; a peer that is gone without a word is noticed. */
function prepared(socket: Socket): Socket {
  return socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS).setTimeout(0);
}

function untrusted({ host, port }: HostAndPort, cause: Error): HttpError {
  const message = `no TLS with ${host}:${port}: ${cause.message}`;
  return new HttpError('TRANSPORT_PEER_UNTRUSTED', message, { cause });
}
