import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DeadLetterReason } from '../dead-letters.ts';
import type { Message, Transport, TransportReceiver } from '../transport/transport.ts';
import { isLoopback, parseAddress } from './address.ts';
import { InboundFrames } from './inbound-frames.ts';
import { answer, InboundMessages, isMessage } from './inbound-messages.ts';
import { Listener } from './listener.ts';
import { isSendable } from './message-text.ts';
import { Peer } from './peer.ts';
import { tcp } from './socket-layer.ts';
import type { SocketLayer } from './socket-layer.ts';
import { TransportMonitor } from './transport-events.ts';
import type { RefusalReason, TransportCounts, TransportProtocol } from './transport-events.ts';
import { transportMetrics } from './transport-metrics.ts';
import { advertised, checkTransportOptions } from './transport-options.ts';
import type { HttpTransportOptions, TransportSettings } from './transport-options.ts';

/** How long `close` waits for what was sent before. */
const CLOSE_TIMEOUT_MS = 1_000;
/** Of requests that wait for a response: their ids are always reachable. */
const RESPONSE_ID = /^__req_res__\(\d+\)$/;

/**
 * Listens, and gives the transport of one runtime: it speaks libprocess' HTTP with everybody, and a
 * binary protocol with those that understand it.
 *
 * Messages to one peer go over one connection, in order. It is made when first needed, and anew with
 * the next message after it broke; what waited for it then is lost, as a dead letter
 * (`unreachable`), and whoever was linked to a process there has exited to deal with. More than
 * `limits.queueBytesMax` waiting is lost as `queue-full`; what is larger than `limits.bodyBytesMax`, or
 * cannot be written, as `unsendable`.
 *
 * With `security` peers prove who they are; without it anybody who can connect is believed.
 *
 * Fails with `TRANSPORT_OPTION_INVALID`, `TRANSPORT_INSECURE` or `TRANSPORT_LISTEN_FAILED`.
 */
export async function httpTransport(options: HttpTransportOptions): Promise<HttpTransport> {
  const transport = new HttpTransport(options);
  await transport.listen();
  return transport;
}

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/** What `httpTransport` gives. */
export class HttpTransport implements Transport {
  readonly #options: HttpTransportOptions;
  readonly #sockets: SocketLayer;
  readonly #settings: TransportSettings;
  readonly #monitor: TransportMonitor;
  readonly #listener: Listener;
  readonly #peers = new Map<string, Peer>();
  #address = '';
  #receiver: TransportReceiver | undefined;
  #serveRequest: RequestListener | undefined;
  readonly #metrics: Disposable | undefined;
  #isClosed = false;

  /** @internal */
  constructor(options: HttpTransportOptions, sockets: SocketLayer = tcp) {
    this.#options = options;
    this.#sockets = sockets;
    this.#settings = checkTransportOptions(options);
    this.#monitor = new TransportMonitor(options.onEvent);
    this.#metrics = options.metrics?.add(...transportMetrics(this.#monitor));
    const inbound = {
      settings: this.#settings,
      monitor: this.#monitor,
      address: () => this.#address,
      receive: (message: Message) => this.#receive(message),
      pace: () => this.#listener.pace,
    };
    const messages = new InboundMessages(inbound);
    const frames = new InboundFrames(inbound);
    this.#listener = new Listener({
      limits: this.#settings.limits,
      monitor: this.#monitor,
      sockets,
      tls: this.#settings.security?.kind === 'tls' ? this.#settings.security : undefined,
      handlers: {
        request: (request, response) => {
          if (isMessage(request)) messages.serve(request, response);
          else if (this.#serveRequest) this.#serveRequest(request, response);
          else answer(response, 404, '404 Not Found.');
        },
        upgrade: (request, socket, head) => frames.serve(request, socket, head),
      },
    });
  }

  /** What others reach this runtime by: `host:port`, with brackets around a number of IPv6. */
  get address(): string {
    return this.#address;
  }

  /** Since it was made. */
  get counts(): TransportCounts {
    return this.#monitor.counts();
  }

  /** What of others was refused for this reason, since it was made. */
  refusals(reason: RefusalReason): number {
    return this.#monitor.refusals(reason);
  }

  /** @internal */
  async listen(): Promise<void> {
    const listening = await this.#listener.listen(this.#settings.listen);
    try {
      this.#address = advertised(this.#options, listening);
    } catch (error) {
      await this.#listener.close();
      throw error;
    }
  }

  /** @internal Whether anybody may ask it who can connect, though messages are those of peers only. */
  get isOpenToAll(): boolean {
    const { security, listen } = this.#settings;
    return security?.kind === 'shared-secret' && !isLoopback(listen.host);
  }

  /** @internal Who answers what is no message; undefined: nobody, 404. */
  serveRequests(serve: RequestListener | undefined): void {
    this.#serveRequest = serve;
  }

  bind(receiver: TransportReceiver): void {
    this.#receiver = receiver;
    const { logger, clock } = receiver;
    if (logger) this.#monitor.logTo(logger, () => clock?.now() ?? performance.now());
  }

  send(message: Message): void {
    const { security, limits } = this.#settings;
    const { bodyBytesMax, headBytesMax } = limits;
    const { from, body } = message;
    // Nobody proves to be somebody else: a peer would refuse it, and the connection with it.
    const isForeign = security && from.address !== '' && from.address !== this.#address;
    if (isForeign || body.length > bodyBytesMax || !isSendable(message, headBytesMax)) {
      this.#lose(message, 'unsendable');
      return;
    }
    const peer = this.#peer(message.to.address);
    if (!peer) this.#lose(message, 'unreachable');
    else if (!peer.send(message)) this.#lose(message, 'queue-full');
  }

  connect(address: string): void {
    if (!this.#peer(address)) this.#receiver?.disconnected(address);
  }

  /**
   * Replaces the connection to `address` by a new one, when the present one is not to be trusted any
   * more. Nobody who is linked there notices, unless it cannot be made. What waits goes over the new
   * one; what was written to the old one before may arrive after it. Without a connection it is
   * `connect`. (libprocess: RemoteConnection::RECONNECT)
   */
  reconnect(address: string): void {
    const peer = this.#peers.get(address);
    if (peer) peer.reconnect();
    else this.connect(address);
  }

  /** How messages travel to `address` now; undefined while there is no connection. */
  protocolTo(address: string): TransportProtocol | undefined {
    return this.#peers.get(address)?.protocol;
  }

  /** What was sent before is written out, for at most a second; then every connection ends. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#metrics?.[Symbol.dispose]();
    const peers = [...this.#peers.values()];
    await Promise.all(peers.map((peer) => peer.close(CLOSE_TIMEOUT_MS)));
    await this.#listener.close();
  }

  #receive(message: Message): boolean {
    this.#monitor.received++;
    const { id } = message.to;
    if (this.#isClosed || (!this.#settings.exposes(id) && !RESPONSE_ID.test(id))) return false;
    return this.#receiver?.receive(message) ?? false;
  }

  #lose(message: Message, reason: DeadLetterReason): void {
    this.#monitor.lost++;
    this.#receiver?.lost(message, reason);
  }

  /** The one for this address, made if need be; undefined when it is no address. */
  #peer(address: string): Peer | undefined {
    const found = this.#peers.get(address);
    if (found) return found;
    const target = parseAddress(address);
    if (!target || this.#isClosed || this.#settings.peers.nameOf(address) === undefined) {
      return undefined;
    }
    const peer = new Peer(address, target, {
      settings: this.#settings,
      sockets: this.#sockets,
      monitor: this.#monitor,
      address: this.#address,
      closed: (closed, unsent) => this.#onClosed(closed, unsent),
    });
    this.#peers.set(address, peer);
    return peer;
  }

  #onClosed(peer: Peer, unsent: readonly Message[]): void {
    if (this.#peers.get(peer.address) === peer) this.#peers.delete(peer.address);
    for (const message of unsent) this.#lose(message, 'unreachable');
    if (!this.#isClosed) this.#receiver?.disconnected(peer.address);
  }
}
