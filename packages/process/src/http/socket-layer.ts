import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { HostAndPort } from './address.ts';

/**
 * Where a transport's byte streams come from: the network of the machine, or one that a test makes up. All
 * that a transport does between bytes and messages is the same over both.
 */
export interface SocketLayer {
  /** A stream that emits `connect` once it is there, and `error` if it cannot be. */
  connect(to: HostAndPort): Socket;
  /** Gives `server` the connections to `at`, as its event `connection`; says where that is. */
  listen(server: Server, at: HostAndPort): Promise<HostAndPort>;
  /** Takes no more. */
  close(server: Server): Promise<void>;
}

/** TCP of the machine. */
export const tcp: SocketLayer = {
  connect: ({ host, port }) => connect({ host, port }),
  listen: (server, { host, port }) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, () => {
        server.removeAllListeners('error');
        const { address, port: bound } = server.address() as AddressInfo;
        resolve({ host: address, port: bound });
      });
    }),
  close: (server) =>
    new Promise((resolve) => {
      server.close(() => resolve());
    }),
};
