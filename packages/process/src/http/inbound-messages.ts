import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Pid } from '../pid.ts';
import type { Message } from '../transport/transport.ts';
import { certificateMismatch, isFrom } from './identity.ts';
import { GrowingBytes } from './growing-bytes.ts';
import { peerName } from './listener.ts';
import { parsePath, parseSender, parseTrace, senderText } from './message-text.ts';
import type { RefusalReason, TransportMonitor } from './transport-events.ts';
import type { TransportSettings } from './transport-options.ts';

/** What the reader of messages needs. */
export interface InboundOptions {
  readonly settings: TransportSettings;
  readonly monitor: TransportMonitor;
  /** Our own address. */
  readonly address: () => string;
  /** Takes a message; false when there is no such process. */
  readonly receive: (message: Message) => boolean;
}

/** Whether a request is a message of libprocess. */
export function isMessage({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && senderText(headers) !== undefined;
}

interface Arrival {
  /** Undefined until all of it is there. */
  deliver: (() => void) | undefined;
}

/** Reads messages from requests, and delivers those of one connection in the order they arrived. */
export class InboundMessages {
  readonly #options: InboundOptions;
  readonly #arrivals = new WeakMap<Socket, Arrival[]>();

  constructor(options: InboundOptions) {
    this.#options = options;
  }

  /** Answers 202 when it is in a mailbox, and 404 when there is no such process. */
  serve(request: IncomingMessage, response: ServerResponse): void {
    const head = this.#headOf(request);
    if ('status' in head) {
      this.#refuse(request, response, head);
      return;
    }
    const { limits } = this.#options.settings;
    if (Number(request.headers['content-length'] ?? 0) > limits.bodyBytesMax) {
      this.#refuse(request, response, tooLarge(limits.bodyBytesMax));
      return;
    }
    this.#read(request, response, head);
  }

  #read(request: IncomingMessage, response: ServerResponse, head: Omit<Message, 'body'>): void {
    const { bodyBytesMax } = this.#options.settings.limits;
    const arrival = this.#arrive(request.socket);
    const bytes = new GrowingBytes();
    request.on('data', (piece: Buffer) => {
      if (bytes.length + piece.length <= bodyBytesMax) bytes.push(piece);
      else if (!response.headersSent) this.#refuse(request, response, tooLarge(bodyBytesMax));
    });
    request.on('end', () => {
      if (response.headersSent) return;
      arrival.deliver = (): void => {
        // Of its own: a small body would keep the whole piece that it arrived in.
        const body = new Uint8Array(bytes.view);
        const isTaken = this.#options.receive({ ...head, body });
        answer(response, isTaken ? 202 : 404, isTaken ? '' : '404 Not Found.');
      };
      this.#deliverAll(request.socket);
    });
  }

  #arrive(socket: Socket): Arrival {
    const arrival: Arrival = { deliver: undefined };
    const arrivals = this.#arrivals.get(socket);
    if (arrivals) arrivals.push(arrival);
    else this.#arrivals.set(socket, [arrival]);
    return arrival;
  }

  #deliverAll(socket: Socket): void {
    const arrivals = this.#arrivals.get(socket) ?? [];
    let done = 0;
    for (let next = arrivals[0]; next?.deliver; next = arrivals[++done]) next.deliver();
    arrivals.splice(0, done);
  }

  #headOf(request: IncomingMessage): Omit<Message, 'body'> | Refusal {
    const { headers, url = '', socket } = request;
    const { security, peers, requirePeerAddressMatch } = this.#options.settings;
    if (security?.kind === 'shared-secret') {
      return refusal(401, 'unauthenticated', 'messages come by an upgraded connection only');
    }
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') return refusal(415, 'bad-request', `body encoded as ${encoding}`);
    const path = parsePath(url);
    if (!path) return refusal(400, 'bad-request', `no path of a message: ${url}`);
    const text = senderText(headers) ?? '';
    const from = parseSender(text);
    if (!from) return refusal(400, 'bad-request', `no pid of a sender: ${text}`);
    if (requirePeerAddressMatch && !isFrom(from, socket)) {
      return refusal(400, 'foreign-sender', `${text} does not send from there`);
    }
    if (security && from.address !== '') {
      const mismatch = certificateMismatch(socket, from.address, peers);
      if (mismatch) return refusal(403, mismatch.reason, mismatch.message);
    }
    const to = new Pid(path.id, this.#options.address());
    return { from, to, name: path.name, trace: parseTrace(headers['traceparent']) };
  }

  /** What follows on the connection is not read. */
  #refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
    this.#options.monitor.refuse(peerName(request.socket), refusal.reason, refusal.message);
    response.setHeader('Connection', 'close');
    if (refusal.status === 401) response.setHeader('WWW-Authenticate', 'Quorate');
    answer(response, refusal.status, `${refusal.message}.`);
    request.unpipe().resume();
    response.once('finish', () => request.socket.destroySoon());
  }
}

interface Refusal {
  readonly status: number;
  readonly reason: RefusalReason;
  readonly message: string;
}

function refusal(status: number, reason: RefusalReason, message: string): Refusal {
  return { status, reason, message };
}

function tooLarge(limit: number): Refusal {
  return refusal(413, 'too-large', `a body of more than ${limit} bytes`);
}

/** Ends a request with a text. */
export function answer(response: ServerResponse, status: number, text: string): void {
  const headers = { 'Content-Length': Buffer.byteLength(text) };
  response.writeHead(
    status,
    text === '' ? headers : { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  );
  response.end(text);
}
