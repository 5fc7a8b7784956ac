import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Server as TlsServer, TLSSocket } from 'node:tls';
import { formatAddress, plainHost } from './address.ts';
import type { HostAndPort } from './address.ts';
import { HttpError } from './http-error.ts';
import type { MutualTls } from './mutual-tls.ts';
import type { RefusalReason, TransportMonitor } from './transport-events.ts';
import type { TransportLimits } from './transport-options.ts';

/** Who serves what a `Listener` takes in. */
export interface ListenerHandlers {
  readonly request: (request: IncomingMessage, response: ServerResponse) => void;
  /** Default: nobody upgrades to anything, and the request is answered as if it did not ask. */
  readonly upgrade?: (request: IncomingMessage, socket: Socket, head: Buffer) => void;
}

/** What a `Listener` needs. */
export interface ListenerOptions {
  readonly limits: TransportLimits;
  readonly monitor: TransportMonitor;
  readonly handlers: ListenerHandlers;
  /** With it only TLS is spoken, and only with those whose certificate is trusted. */
  readonly tls?: MutualTls | undefined;
}

type ReadHttp = (this: Server, socket: Socket) => void;

const UNAUTHORIZED = 'HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
const BAD_REQUEST = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/**
 * Takes in connections and lets Node read HTTP from them, within limits. A link of libprocess is a
 * connection that never sends anything, and one that did may be silent for hours: only a request that
 * has begun has to come to its end in time.
 */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #server: Server;
  /** What Node does with a connection. */
  readonly #readHttp: ReadHttp;
  readonly #sockets = new Set<Socket>();
  readonly #byHost = new Map<string, number>();
  readonly #tls: TlsServer | undefined;
  readonly #forgetTls: () => void;

  constructor(options: ListenerOptions) {
    this.#options = options;
    const { limits, handlers } = options;
    this.#server = createServer(
      {
        maxHeaderSize: limits.headBytesMax,
        headersTimeout: Math.min(limits.headTimeoutMs, limits.requestTimeoutMs),
        requestTimeout: limits.requestTimeoutMs,
        keepAliveTimeout: 0,
        connectionsCheckingInterval: Math.min(1_000, limits.headTimeoutMs),
        insecureHTTPParser: false,
        keepAlive: true,
        noDelay: true,
      },
      handlers.request,
    );
    if (handlers.upgrade) this.#server.on('upgrade', handlers.upgrade);
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
      this.#onClientError(error, socket as Socket),
    );
    this.#readHttp = this.#server.listeners('connection')[0] as ReadHttp;
    this.#server.removeAllListeners('connection');
    this.#server.on('connection', (socket: Socket) => this.#onConnection(socket));
    const { tls } = options;
    this.#tls = tls && this.#tlsServer(tls);
    this.#forgetTls = tls?.onReplaced(() => this.#tls?.setSecureContext(tls.options)) ?? nothing;
  }

  /** Fails with `TRANSPORT_LISTEN_FAILED`. Gives where it listens. */
  listen({ host, port }: HostAndPort): Promise<HostAndPort> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', (cause) => {
        const message = `cannot listen on ${formatAddress({ host, port })}: ${cause.message}`;
        reject(new HttpError('TRANSPORT_LISTEN_FAILED', message, { cause }));
      });
      this.#server.listen({ host, port }, () => {
        this.#server.removeAllListeners('error');
        const { address, port: bound } = this.#server.address() as AddressInfo;
        resolve({ host: address, port: bound });
      });
    });
  }

  /** Breaks every connection, and frees the port. */
  close(): Promise<void> {
    this.#forgetTls();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  #onConnection(socket: Socket): void {
    const host = plainHost(socket.remoteAddress ?? '');
    const count = this.#byHost.get(host) ?? 0;
    const { connectionsMax, connectionsPerHostMax } = this.#options.limits;
    socket.on('error', () => undefined); // it is closed, and nothing else is to be done
    if (this.#sockets.size >= connectionsMax || count >= connectionsPerHostMax) {
      const message = `${this.#sockets.size} connections, ${count} of this host`;
      this.#options.monitor.refuse(peerName(socket), 'too-many-connections', message);
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    this.#byHost.set(host, count + 1);
    socket.once('close', () => {
      this.#sockets.delete(socket);
      const left = (this.#byHost.get(host) ?? 1) - 1;
      if (left === 0) this.#byHost.delete(host);
      else this.#byHost.set(host, left);
    });
    if (this.#tls) this.#tls.emit('connection', socket);
    else this.#serve(socket);
  }

  #tlsServer(tls: MutualTls): TlsServer {
    const { tlsTimeoutMs } = this.#options.limits;
    // Who is not trusted is refused below, where it can be said why.
    const server = createTlsServer({
      ...tls.options,
      handshakeTimeout: tlsTimeoutMs,
      requestCert: true,
      rejectUnauthorized: false,
    });
    server.on('secureConnection', (socket) => this.#onSecured(socket));
    server.on('tlsClientError', (error: NodeJS.ErrnoException, socket) => {
      const isSlow = error.code === 'ERR_TLS_HANDSHAKE_TIMEOUT';
      const reason = isSlow ? 'too-slow' : 'unauthenticated';
      this.#options.monitor.refuse(peerName(socket), reason, `no TLS: ${error.message}`);
      socket.destroy();
    });
    return server;
  }

  #onSecured(socket: TLSSocket): void {
    socket.on('error', () => undefined);
    if (socket.authorized) {
      this.#serve(socket);
      return;
    }
    const hasCertificate = Object.keys(socket.getPeerCertificate()).length > 0;
    const reason = hasCertificate ? 'wrong-credentials' : 'unauthenticated';
    const why = hasCertificate ? String(socket.authorizationError) : 'it showed none';
    this.#options.monitor.refuse(peerName(socket), reason, `certificate: ${why}`);
    socket.end(UNAUTHORIZED, () => socket.destroy());
  }

  #serve(socket: Socket): void {
    // Node's time limits begin when it is given a connection: not before there is something to read.
    socket.once('readable', () => {
      if (socket.readableLength === 0) {
        socket.end();
        return;
      }
      this.#readHttp.call(this.#server, socket);
      // Node's parser, reading from TLS by itself, loses what is decrypted while it is paused: with a listener
      // for data it reads what the socket gives it.
      if (this.#tls) socket.on('data', nothing);
    });
  }

  #onClientError(error: NodeJS.ErrnoException, socket: Socket): void {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    this.#options.monitor.refuse(peerName(socket), reasonOf(error.code), error.message);
    socket.end(BAD_REQUEST, () => socket.destroy());
  }
}

const nothing = (): void => undefined;

function reasonOf(code: string | undefined): RefusalReason {
  if (code === 'HPE_HEADER_OVERFLOW') return 'too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'malformed';
}

/** Where a connection comes from, for people. */
export function peerName({ remoteAddress, remotePort }: Socket): string {
  return formatAddress({ host: plainHost(remoteAddress ?? 'unknown'), port: remotePort ?? 0 });
}
