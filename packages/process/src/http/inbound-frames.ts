import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FrameDecoder, FrameError, helloFrame, PROTOCOL, VERSION } from './frames.ts';
import type { Hello } from './frames.ts';
import { UPGRADE_PATH } from './handshake.ts';
import { isFrom } from './inbound-messages.ts';
import type { InboundOptions } from './inbound-messages.ts';
import { peerName } from './listener.ts';
import type { RefusalReason } from './transport-events.ts';

const SWITCHING = `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${PROTOCOL}\r\n\r\n`;
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
    socket.write(SWITCHING);
    socket.write(helloFrame({ version: VERSION, address: address() }));
    this.#read(socket, head);
  }

  #read(socket: Socket, head: Buffer): void {
    const { settings, monitor, address, receive } = this.#options;
    const { bodyBytesMax, headBytesMax, headTimeoutMs } = settings.limits;
    const refuse = (reason: RefusalReason, message: string): void => {
      monitor.refuse(peerName(socket), reason, message);
      socket.destroy();
    };
    socket.setTimeout(headTimeoutMs, () => refuse('too-slow', 'no greeting in time'));
    const decoder = new FrameDecoder(address(), bodyBytesMax + headBytesMax, {
      hello: (hello) => {
        socket.setTimeout(0);
        checkVersion(hello);
      },
      message: (message) => {
        if (settings.requirePeerAddressMatch && !isFrom(message.from, socket)) {
          throw new FrameError(`${message.from} does not send from there`);
        }
        receive(message);
      },
    });
    const push = (piece: Buffer): void => {
      if (socket.destroyed) return;
      try {
        decoder.push(piece);
      } catch (error) {
        if (!(error instanceof FrameError)) throw error;
        refuse(error.isTooLarge ? 'too-large' : 'malformed', error.message);
      }
    };
    socket.on('end', () => socket.end());
    socket.on('data', push);
    if (head.length > 0) push(head);
  }
}

function checkVersion({ version }: Hello): void {
  if (version !== VERSION) {
    throw new FrameError(`version ${version} of the protocol; this is ${VERSION}`);
  }
}
