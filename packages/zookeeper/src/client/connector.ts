import type { ServerAddress } from '../server-address.ts';

/** Opens connections to servers: TCP in production, anything in tests. */
export interface Connector {
  /** Begins to open one. Never calls the listener before it has returned. */
  connect(server: ServerAddress, listener: ConnectionListener): Connection;
}

/** Hears of a connection. */
export interface ConnectionListener {
  opened(): void;
  received(bytes: Uint8Array): void;
  /** Once, unless `close` was called: it could not be opened, or broke. */
  broken(reason: string): void;
}

/** A connection, from when it is being opened. */
export interface Connection {
  /** Sends bytes in order, after it was opened. */
  send(bytes: Uint8Array): void;
  /** Cuts it. What was sent may or may not arrive. */
  close(): void;
}
