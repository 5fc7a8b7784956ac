import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { formatAddress, plainHost } from './address.ts';
import type { HostAndPort } from './address.ts';
import { HttpError } from './http-error.ts';
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
}

type ReadHttp = (this: Server, socket: Socket) => void;

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
    // Node's time limits begin when it is given a connection: not before there is something to read.
    socket.once('readable', () => {
      if (socket.readableLength > 0) this.#readHttp.call(this.#server, socket);
      else socket.end();
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

function reasonOf(code: string | undefined): RefusalReason {
  if (code === 'HPE_HEADER_OVERFLOW') return 'too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'malformed';
}

/** Where a connection comes from, for people. */
export function peerName({ remoteAddress, remotePort }: Socket): string {
  return formatAddress({ host: plainHost(remoteAddress ?? 'unknown'), port: remotePort ?? 0 });
}
