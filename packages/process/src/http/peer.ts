import { microtask } from '../adapters/turn.ts';
import type { Message } from '../transport/transport.ts';
import type { HostAndPort } from './address.ts';
import { FrameEncoder } from './frames.ts';
import { openConnection } from './handshake.ts';
import type { OpenConnection } from './handshake.ts';
import { messageText } from './message-text.ts';
import type { SocketLayer } from './socket-layer.ts';
import type { TransportMonitor, TransportProtocol } from './transport-events.ts';
import type { TransportSettings } from './transport-options.ts';

/** What a message costs beyond its body while it waits. */
const MESSAGE_BYTES = 256;
/** Below this, pieces are copied into one. */
const COPY_BYTES_MAX = 16 * 1024;

/** What a `Peer` needs of the transport. */
export interface PeerHost {
  readonly settings: TransportSettings;
  readonly sockets: SocketLayer;
  readonly monitor: TransportMonitor;
  /** Our own address. */
  readonly address: string;
  /** The connection broke, or could not be made; what waited for it will not be sent. */
  closed(peer: Peer, unsent: readonly Message[]): void;
}

/**
 * The one connection to a peer that messages leave by, in their order. What is sent in one turn goes
 * out in one write; what is sent before there is a connection waits for it.
 */
export class Peer {
  readonly address: string;
  readonly #target: HostAndPort;
  readonly #host: PeerHost;
  #waiting: Message[] = [];
  #waitingBytes = 0;
  #attempt = new AbortController();
  #connection: OpenConnection | undefined;
  #encoder = new FrameEncoder();
  #isFlushing = false;
  #isClosed = false;
  #onDrained: (() => void) | undefined;

  constructor(address: string, target: HostAndPort, host: PeerHost) {
    this.address = address;
    this.#target = target;
    this.#host = host;
    this.#connect();
  }

  /** Undefined while there is no connection. */
  get protocol(): TransportProtocol | undefined {
    return this.#connection?.protocol;
  }

  /** False when too much waits already. */
  send(message: Message): boolean {
    const bytes = message.body.length + MESSAGE_BYTES;
    const inSocket = this.#connection?.socket.writableLength ?? 0;
    const { queueBytesMax } = this.#host.settings.limits;
    if (this.#waitingBytes + inSocket + bytes > queueBytesMax) return false;
    this.#waiting.push(message);
    this.#waitingBytes += bytes;
    if (this.#connection && !this.#isFlushing) this.#flushSoon();
    return true;
  }

  /** Makes a new connection, and lets it take the place of the present one once it is there. */
  reconnect(): void {
    if (!this.#connection) return; // one is being made
    const { socket } = this.#connection;
    this.#connection = undefined;
    socket.removeAllListeners();
    socket.on('error', () => undefined);
    socket.end(() => socket.destroy());
    this.#connect();
  }

  /** Writes out what waits, then ends the connection. What cannot be written soon is lost. */
  async close(timeoutMs: number): Promise<void> {
    if (this.#connection && this.#waiting.length > 0) {
      const drained = new Promise<void>((resolve) => (this.#onDrained = resolve));
      this.#flush();
      await Promise.race([drained, delay(timeoutMs)]);
    }
    const socket = this.#connection?.socket;
    this.#end(undefined);
    if (!socket || socket.destroyed) return;
    // Destroyed with answers unread, it would take from the peer what the peer has not read either.
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.end();
    await Promise.race([ended, delay(timeoutMs)]);
    socket.destroy();
  }

  #connect(): void {
    const attempt = (this.#attempt = new AbortController());
    const { settings, address, sockets } = this.#host;
    const { security, peers, upgrade } = settings;
    const name = peers.nameOf(this.address) ?? this.#target.host;
    openConnection({
      peer: this.#target,
      sockets,
      peerAddress: this.address,
      address,
      upgrade,
      secret: security?.kind === 'shared-secret' ? security : undefined,
      tls: security?.kind === 'tls' ? { credentials: security, name } : undefined,
      timeoutMs: settings.limits.connectTimeoutMs,
      signal: attempt.signal,
    }).then(
      (connection) => {
        if (attempt.signal.aborted) connection.socket.destroy();
        else this.#connected(connection);
      },
      (error: Error) => {
        if (!attempt.signal.aborted) this.#end(error);
      },
    );
  }

  #connected(connection: OpenConnection): void {
    const { socket, protocol } = connection;
    this.#connection = connection;
    this.#encoder = new FrameEncoder();
    let failure: Error | undefined;
    socket.on('error', (error) => (failure = error));
    socket.on('close', () => this.#end(failure));
    // Nobody writes to us on it after this: not before it has gone can it be told from silence.
    socket.on('end', () => socket.destroy());
    socket.on('drain', () => this.#flush());
    // Answers are of no interest; they are read to see the end.
    socket.resume();
    this.#host.monitor.tell({ type: 'connected', address: this.address, protocol });
    this.#flush();
  }

  #flushSoon(): void {
    this.#isFlushing = true;
    microtask(() => this.#flush());
  }

  #flush(): void {
    this.#isFlushing = false;
    if (!this.#connection) return;
    const { socket } = this.#connection;
    if (socket.writableNeedDrain || !socket.writable) return;
    const messages = this.#waiting;
    if (messages.length > 0) {
      this.#waiting = [];
      this.#waitingBytes = 0;
      this.#host.monitor.sent += messages.length;
      socket.cork();
      for (const piece of this.#pieces(this.#connection, messages)) socket.write(piece);
      socket.uncork();
    }
    this.#onDrained?.();
  }

  #pieces(
    { protocol, sealer }: OpenConnection,
    messages: readonly Message[],
  ): readonly Uint8Array[] {
    if (protocol === 'libprocess') return joined(messages.flatMap(messageText));
    const frames = this.#encoder.encode(messages);
    return sealer ? joined(sealer.seal(frames)) : [frames];
  }

  #end(error: Error | undefined): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#attempt.abort();
    const bytesInFlight = this.#connection?.socket.writableLength ?? 0;
    this.#connection = undefined;
    const unsent = this.#waiting;
    this.#waiting = [];
    this.#host.monitor.tell({
      type: 'disconnected',
      address: this.address,
      error,
      bytesInFlight,
    });
    this.#host.closed(this, unsent);
    this.#onDrained?.();
  }
}

/** Small pieces put together: one write for many. */
function joined(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const result: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const flush = (): void => {
    if (small.length > 0) result.push(Buffer.concat(small));
    small = [];
  };
  for (const piece of pieces) {
    if (piece.length <= COPY_BYTES_MAX) small.push(piece);
    else {
      flush();
      result.push(piece);
    }
  }
  flush();
  return result;
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
