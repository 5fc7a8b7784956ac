// A bare socket with the framing of the binary protocol: what no transport on it can be faster than.

import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { ACK_EVERY, BODY } from './wire.ts';
import type { Wire, WireServer } from './wire.ts';

const PREFIX_BYTES = 5;
/** As long as that of the messages between the runtimes. */
const HEAD = Buffer.alloc(48, 'h');
const TELL = 1;
const PING = 2;
const ACK = 3;
const NOTHING = new Uint8Array();

function frames(type: number, body: Uint8Array, count: number): Buffer {
  const size = PREFIX_BYTES + 4 + HEAD.length + body.length;
  const bytes = Buffer.allocUnsafe(count * size);
  for (let at = 0; at < bytes.length; at += size) {
    bytes.writeUInt32BE(size - 4, at);
    bytes.writeUInt8(type, at + 4);
    bytes.writeUInt32BE(HEAD.length, at + PREFIX_BYTES);
    bytes.set(HEAD, at + PREFIX_BYTES + 4);
    bytes.set(body, at + PREFIX_BYTES + 4 + HEAD.length);
  }
  return bytes;
}

/** Hands over the type and the body of each frame. */
function readFrames(socket: Socket, take: (type: number, body: Uint8Array) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (piece: Buffer) => {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    while (bytes.length - at >= PREFIX_BYTES) {
      const end = at + 4 + bytes.readUInt32BE(at);
      if (end > bytes.length) break;
      const bodyAt = at + PREFIX_BYTES + 4 + bytes.readUInt32BE(at + PREFIX_BYTES);
      take(bytes.readUInt8(at + 4), new Uint8Array(bytes.subarray(bodyAt, end)));
      at = end;
    }
    rest = bytes.subarray(at);
  });
}

export async function serveRaw(): Promise<WireServer> {
  const server = createServer({ noDelay: true }, (socket) => {
    let taken = 0;
    socket.on('error', () => undefined);
    readFrames(socket, (type, body) => {
      if (type === PING) socket.write(frames(PING, body, 1));
      else if (++taken % ACK_EVERY === 0) socket.write(frames(ACK, NOTHING, 1));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export async function openRaw(address: string): Promise<Wire> {
  const [host, port] = address.split(':');
  const socket = connect({ host, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let ponged: () => void = () => undefined;
  const wire: Wire = {
    send: (count) => void socket.write(frames(TELL, BODY, count)),
    onAck: () => undefined,
    ping: () =>
      new Promise((resolve) => {
        ponged = resolve;
        socket.write(frames(PING, BODY, 1));
      }),
    close: async () => {
      socket.destroy();
      await once(socket, 'close');
    },
  };
  readFrames(socket, (type) => {
    if (type === PING) ponged();
    else wire.onAck();
  });
  return wire;
}
