import { request } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { HostAndPort } from './address.ts';
import { helloFrame, PROTOCOL, VERSION } from './frames.ts';
import type { TransportProtocol } from './transport-events.ts';

/** Where a peer of Quorate takes an upgrade; whoever else has no process of that name. */
export const UPGRADE_PATH = '/__quorate__';

/** Longer than a process answers that is alive, shorter than anybody wants to wait for one that never will. */
const UPGRADE_TIMEOUT_MS = 2_000;

/** A connection to a peer, ready to be written to. */
export interface OpenConnection {
  readonly socket: Socket;
  readonly protocol: TransportProtocol;
}

/** What is needed to connect. */
export interface ConnectOptions {
  readonly peer: HostAndPort;
  /** Our own address. */
  readonly address: string;
  readonly upgrade: boolean;
  readonly timeoutMs: number;
  /** Ends the attempt. */
  readonly signal: AbortSignal;
}

/** Connects: with the binary protocol if the peer speaks it, else as libprocess does. */
export async function openConnection(options: ConnectOptions): Promise<OpenConnection> {
  const upgraded = options.upgrade ? await upgrade(options) : undefined;
  if (!upgraded) return { socket: await plainSocket(options), protocol: 'libprocess' };
  upgraded.write(helloFrame({ version: VERSION, address: options.address }));
  return { socket: upgraded, protocol: 'quorate' };
}

/**
 * Undefined when somebody answers who does not know the protocol, or does not answer at all. Then a
 * connection of its own carries the messages, so that libprocess sees nothing but what it knows.
 */
function upgrade({ peer, timeoutMs, signal }: ConnectOptions): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const { host, port } = peer;
    const headers = { Connection: 'Upgrade', Upgrade: PROTOCOL };
    const asking = request({ host, port, path: UPGRADE_PATH, headers, agent: false, signal });
    let isConnected = false;
    let timer = setTimeout(() => asking.destroy(timedOut(timeoutMs)), timeoutMs);
    const settle = (settled: () => void): void => {
      clearTimeout(timer);
      settled();
    };
    const foreign = (): void =>
      settle(() => {
        resolve(undefined);
        asking.destroy();
      });
    asking.on('socket', (socket) => {
      socket.once('connect', () => {
        isConnected = true;
        clearTimeout(timer);
        timer = setTimeout(foreign, UPGRADE_TIMEOUT_MS);
      });
    });
    asking.on('upgrade', (_response, socket: Socket) => settle(() => resolve(prepared(socket))));
    asking.on('response', foreign);
    asking.on('error', (error) => {
      if (isConnected && !signal.aborted) foreign();
      else settle(() => reject(error));
    });
    asking.end();
  });
}

function plainSocket({ peer, timeoutMs, signal }: ConnectOptions): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: peer.host, port: peer.port, signal });
    const timer = setTimeout(() => socket.destroy(timedOut(timeoutMs)), timeoutMs);
    const settle = (settled: () => void): void => {
      clearTimeout(timer);
      socket.removeAllListeners('connect');
      socket.removeAllListeners('error');
      settled();
    };
    socket.once('connect', () => settle(() => resolve(prepared(socket))));
    socket.once('error', (error) => settle(() => reject(error)));
  });
}

const KEEP_ALIVE_MS = 30_000;

/** Batches are written whole, so nothing waits for more; a peer that is gone without a word is noticed. */
function prepared(socket: Socket): Socket {
  return socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS).setTimeout(0);
}

function timedOut(timeoutMs: number): Error {
  return new Error(`no connection within ${timeoutMs} ms`);
}
