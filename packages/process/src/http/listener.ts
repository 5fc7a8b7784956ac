import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Server as TlsServer, TLSSocket } from 'node:tls';
import { formatAddress, plainHost } from './address.ts';
import type { HostAndPort } from './address.ts';
import { HttpError } from './http-error.ts';
import { oddity } from './request-oddity.ts';
import { Pace } from './pace.ts';
import type { PaceVerdict } from './pace.ts';
import type { MutualTls } from './mutual-tls.ts';
import { tcp } from './socket-layer.ts';
import type { SocketLayer } from './socket-layer.ts';
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
  /** Default: TCP. */
  readonly sockets?: SocketLayer;
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
  readonly #socketLayer: SocketLayer;
  /** What Node does with a connection. */
  readonly #readHttp: ReadHttp;
  readonly #sockets = new Set<Socket>();
  readonly #byHost = new Map<string, number>();
  readonly #tls: TlsServer | undefined;
  /** How fast connections have to be. */
  readonly pace: Pace;
  #requests = 0;
  /** Those that were told already that they are not served any more. */
  readonly #refused = new WeakSet<Socket>();
  readonly #forgetTls: () => void;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#socketLayer = options.sockets ?? tcp;
    const { limits, handlers } = options;
    this.pace = new Pace(limits, (socket, verdict) => this.#onPace(socket, verdict));
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
      (request, response) => this.#onRequest(request, response),
    );
    if (handlers.upgrade) this.#server.on('upgrade', handlers.upgrade);
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
      this.#onClientError(error, socket as Socket),
    );
    this.#server.maxHeadersCount = 0; // else what is past it would silently not be there
    this.#readHttp = this.#server.listeners('connection')[0] as ReadHttp;
    this.#server.removeAllListeners('connection');
    this.#server.on('connection', (socket: Socket) => this.#onConnection(socket));
    const { tls } = options;
    this.#tls = tls && this.#tlsServer(tls);
    this.#forgetTls = tls?.onReplaced(() => this.#tls?.setSecureContext(tls.options)) ?? nothing;
  }

  /** Fails with `TRANSPORT_LISTEN_FAILED`. Gives where it listens. */
  async listen(at: HostAndPort): Promise<HostAndPort> {
    try {
      return await this.#socketLayer.listen(this.#server, at);
    } catch (cause) {
      const message = `cannot listen on ${formatAddress(at)}: ${(cause as Error).message}`;
      throw new HttpError('TRANSPORT_LISTEN_FAILED', message, { cause });
    }
  }

  /** Breaks every connection, and frees the port. */
  close(): Promise<void> {
    this.#forgetTls();
    const closed = this.#socketLayer.close(this.#server);
    for (const socket of this.#sockets) socket.destroy();
    return closed;
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
    if (!this.#tls) {
      this.#serve(socket);
      return;
    }
    socket.allowHalfOpen = false; // a handshake that breaks off is over
    this.#tls.emit('connection', socket);
  }

  #onRequest(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const odd = oddity(request);
    if (odd !== undefined) {
      this.#refused.add(socket);
      this.#options.monitor.refuse(peerName(socket), 'bad-request', odd);
      response.writeHead(400, { Connection: 'close', 'Content-Length': 0 }).end();
      response.once('finish', () => socket.destroySoon());
      return;
    }
    const unit = ++this.#requests;
    this.pace.receiving(socket, () => (request.complete ? undefined : unit));
    this.#options.handlers.request(request, response);
  }

  #onPace(socket: Socket, verdict: PaceVerdict): void {
    if (verdict !== 'idle' && !this.#refused.has(socket)) {
      this.#options.monitor.refuse(peerName(socket), 'too-slow', verdict);
    }
    socket.destroy();
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
      this.pace.trust(socket);
      return;
    }
    const hasCertificate = Object.keys(socket.getPeerCertificate()).length > 0;
    const reason = hasCertificate ? 'wrong-credentials' : 'unauthenticated';
    const why = hasCertificate ? String(socket.authorizationError) : 'it showed none';
    this.#options.monitor.refuse(peerName(socket), reason, `certificate: ${why}`);
    socket.end(UNAUTHORIZED, () => socket.destroy());
  }

  #serve(socket: Socket): void {
    this.pace.watch(socket);
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
    if (this.#refused.has(socket)) return;
    if (GONE.has(error.code) || !socket.writable) {
      socket.destroy();
      return;
    }
    this.#refused.add(socket);
    this.#options.monitor.refuse(peerName(socket), reasonOf(error.code), error.message);
    socket.end(BAD_REQUEST, () => socket.destroy());
  }
}

/** The client has left in the middle of a request: by itself, which is no reason to blame it. */
const GONE = new Set<string | undefined>(['ECONNRESET', 'HPE_INVALID_EOF_STATE']);

const nothing = (): void => undefined;

function reasonOf(code: string | undefined): RefusalReason {
  if (code === 'HPE_HEADER_OVERFLOW') return 'too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'malformed';
}

/** Where a connection comes from, for people. */
export function peerName({ remoteAddress, remotePort }: Socket): string {
  return formatAddress({ host: plainHost(remoteAddress ?? 'unknown'), port: remotePort ?? 0 });
}
