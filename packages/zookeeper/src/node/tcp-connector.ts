import { connect } from 'node:net';
import type { Connection, ConnectionListener, Connector } from '../client/connector.ts';
import type { ServerAddress } from '../server-address.ts';

/**
 * Connections over TCP. Names are looked up anew for each one, so that a server that has moved is found.
 *
 * What is sent in one turn of the event loop leaves in one write.
 */
export function tcpConnector(): Connector {
  return { connect: connectTcp };
}

function connectTcp({ host, port }: ServerAddress, listener: ConnectionListener): Connection {
  let isOver = false;
  const socket = connect({ host, port, noDelay: true });
  const broken = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    socket.destroy();
    listener.broken(reason);
  };
  socket.on('connect', () => {
    if (!isOver) listener.opened();
  });
  socket.on('data', (bytes) => {
    if (!isOver) listener.received(bytes);
  });
  socket.on('end', () => broken('the server has closed the connection'));
  socket.on('error', (error) => broken(error.message));
  socket.on('close', () => broken('the connection was closed'));
  return {
    send: (bytes) => {
      if (socket.writableCorked === 0) {
        socket.cork();
        process.nextTick(() => socket.uncork());
      }
      socket.write(bytes);
    },
    close: () => {
      isOver = true;
      // A server that does not read must not keep us here: what was not sent by now never is.
      socket.destroy();
    },
  };
}
