import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Message } from '../transport/transport.ts';
import { FrameError } from './frame-error.ts';
import { FrameDecoder, helloFrame, PROTOCOL, VERSION } from './frames.ts';
import type { Hello } from './frames.ts';
import { UPGRADE_PATH } from './handshake.ts';
import { certificateMismatch, isFrom } from './identity.ts';
import type { InboundOptions } from './inbound-messages.ts';
import { peerName } from './listener.ts';
import { RecordOpener } from './records.ts';
import { admit } from './secret-handshake.ts';
import type { RefusalReason } from './transport-events.ts';

const UNKNOWN = `HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\nUpgrade: ${PROTOCOL}\r\nContent-Length: 0\r\n\r\n`;

/** Serves peers that speak the binary protocol. */
export class InboundFrames {
  readonly #options: InboundOptions;

  constructor(options: InboundOptions) {
    this.#options = options;
  }

  /** Takes over the connection of a request for an upgrade. */
  serve(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const { settings, address } = this.#options;
    const isOurs = request.url === UPGRADE_PATH && request.headers.upgrade === PROTOCOL;
    if (!settings.upgrade || !isOurs) {
      socket.end(UNKNOWN, () => socket.destroy());
      return;
    }
    const { security, peers } = settings;
    if (security?.kind !== 'shared-secret') {
      socket.write(switching({}));
      socket.write(helloFrame({ version: VERSION, address: address() }));
      new InboundConnection(this.#options, socket).read(head);
      return;
    }
    const admission = admit(request.headers, security, address(), peers);
    if ('reason' in admission) {
      this.#options.monitor.refuse(peerName(socket), admission.reason, admission.message);
      socket.end(refusing(admission.reason), () => socket.destroy());
      return;
    }
    socket.write(switching(admission.headers));
    new InboundConnection(this.#options, socket, admission).read(head);
  }
}

/** What is known of a client before its greeting, and what its records are sealed with. */
interface Admitted {
  readonly client: string;
  readonly recordKey: Buffer;
}

/** Reads the frames of one connection. */
class InboundConnection {
  readonly #options: InboundOptions;
  readonly #socket: Socket;
  readonly #admitted: Admitted | undefined;
  readonly #decoder: FrameDecoder;
  readonly #opener: RecordOpener | undefined;
  /** Of whoever has proved to have it; undefined when nobody has to. */
  #sender: string | undefined;

  constructor(options: InboundOptions, socket: Socket, admitted?: Admitted) {
    this.#options = options;
    this.#socket = socket;
    this.#admitted = admitted;
    const { bodyBytesMax, headBytesMax, headTimeoutMs } = options.settings.limits;
    this.#decoder = new FrameDecoder(options.address(), bodyBytesMax + headBytesMax, {
      hello: (hello) => this.#greeted(hello),
      message: (message) => this.#take(message),
    });
    this.#opener = admitted && new RecordOpener(admitted.recordKey, (bytes) => this.#decode(bytes));
    socket.setTimeout(headTimeoutMs, () => this.#refuse('too-slow', 'no greeting in time'));
    socket.on('end', () => socket.end());
    socket.on('data', (piece) => this.read(piece));
  }

  read(piece: Buffer): void {
    if (this.#socket.destroyed || piece.length === 0) return;
    try {
      if (this.#opener) this.#opener.push(piece);
      else this.#decode(piece);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.#refuse(error.reason, error.message);
    }
  }

  #decode(bytes: Buffer): void {
    this.#decoder.push(bytes);
    this.#decoder.read(Infinity);
  }

  #greeted({ version, address }: Hello): void {
    this.#socket.setTimeout(0);
    if (version !== VERSION) {
      const message = `version ${version} of the protocol; this is ${VERSION}`;
      throw new FrameError('malformed', message);
    }
    const { security, peers } = this.#options.settings;
    if (!security) return;
    if (this.#admitted && address !== this.#admitted.client) {
      throw new FrameError('wrong-credentials', `${this.#admitted.client} greets as ${address}`);
    }
    const mismatch =
      security.kind === 'tls' ? certificateMismatch(this.#socket, address, peers) : undefined;
    if (mismatch) throw new FrameError(mismatch.reason, mismatch.message);
    this.#sender = address;
  }

  #take(message: Message): void {
    const { from } = message;
    const isForeign =
      this.#sender !== undefined && from.address !== this.#sender && from.address !== '';
    const isElsewhere =
      this.#options.settings.requirePeerAddressMatch && !isFrom(from, this.#socket);
    if (isForeign || isElsewhere) {
      throw new FrameError('foreign-sender', `${from} does not send from there`);
    }
    this.#options.receive(message);
  }

  #refuse(reason: RefusalReason, message: string): void {
    this.#options.monitor.refuse(peerName(this.#socket), reason, message);
    this.#socket.destroy();
  }
}

function switching(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${PROTOCOL}\r\n${lines.join('')}\r\n`;
}

function refusing(reason: RefusalReason): string {
  const status = reason === 'unknown-peer' ? '403 Forbidden' : '401 Unauthorized';
  const challenge = reason === 'unknown-peer' ? '' : 'WWW-Authenticate: Quorate\r\n';
  return `HTTP/1.1 ${status}\r\nConnection: close\r\n${challenge}Content-Length: 0\r\n\r\n`;
}
