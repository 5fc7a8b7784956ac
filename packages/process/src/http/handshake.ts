import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { dial } from './dial.ts';
import type { DialOptions } from './dial.ts';
import { helloFrame, PROTOCOL, VERSION } from './frames.ts';
import { HttpError } from './http-error.ts';
import { RecordSealer } from './records.ts';
import { Challenge } from './secret-handshake.ts';
import type { SharedSecret } from './shared-secret.ts';
import type { TransportProtocol } from './transport-events.ts';

/** Where a peer of Quorate takes an upgrade; whoever else has no process of that name. */
export const UPGRADE_PATH = '/__quorate__';

/** Longer than a process answers that is alive, shorter than anybody wants to wait for one that never will. */
const UPGRADE_TIMEOUT_MS = 2_000;

/** A connection to a peer, ready to be written to. */
export interface OpenConnection {
  readonly socket: Socket;
  readonly protocol: TransportProtocol;
  /** What frames have to go through, when the peers share a secret. */
  readonly sealer?: RecordSealer;
}

/** What is needed to connect. */
export interface ConnectOptions extends DialOptions {
  /** Our own address. */
  readonly address: string;
  /** The peer's, as its pids have it. */
  readonly peerAddress: string;
  readonly upgrade: boolean;
  readonly secret: SharedSecret | undefined;
}

/**
 * Connects: with the binary protocol if the peer speaks it, else as libprocess does. With credentials
 * nothing is sent before the peer has shown its own.
 *
 * Fails with `TRANSPORT_PEER_UNTRUSTED` or `TRANSPORT_PEER_REFUSED`, or as a socket does.
 */
export async function openConnection(options: ConnectOptions): Promise<OpenConnection> {
  const { secret, address } = options;
  const hello = helloFrame({ version: VERSION, address });
  if (secret) {
    const { socket, sealer } = await upgradeWithSecret(options, secret);
    for (const piece of sealer.seal(hello)) socket.write(piece);
    return { socket, protocol: 'quorate', sealer };
  }
  const upgraded = options.upgrade ? await upgrade(options) : undefined;
  if (!upgraded) return { socket: await dial(options), protocol: 'libprocess' };
  upgraded.write(hello);
  return { socket: upgraded, protocol: 'quorate' };
}

/**
 * Undefined when somebody answers who does not know the protocol, or does not answer at all. Then a
 * connection of its own carries the messages, so that libprocess sees nothing but what it knows.
 */
async function upgrade(options: ConnectOptions): Promise<Socket | undefined> {
  const answer = await ask(options, {});
  if (answer.type === 'upgraded') return answer.socket;
  // A peer of TLS that closes after its handshake did not like our certificate.
  const isRefusal = answer.type === 'closed' && options.tls !== undefined;
  if (isRefusal || isRefused(answer)) throw refused(options, answer);
  return undefined;
}

async function upgradeWithSecret(
  options: ConnectOptions,
  secret: SharedSecret,
): Promise<{ readonly socket: Socket; readonly sealer: RecordSealer }> {
  const challenge = new Challenge(secret, options.address, options.peerAddress);
  const answer = await ask(options, challenge.headers);
  if (isRefused(answer)) throw refused(options, answer);
  if (answer.type !== 'upgraded') {
    const message = `${options.peerAddress} shares no secret with us: it ${told(answer)}`;
    throw new HttpError('TRANSPORT_PEER_UNTRUSTED', message);
  }
  try {
    const key = challenge.recordKey(answer.headers);
    return { socket: answer.socket, sealer: new RecordSealer(key) };
  } catch (error) {
    answer.socket.destroy();
    throw error;
  }
}

type Answer =
  | {
      readonly type: 'upgraded';
      readonly socket: Socket;
      readonly headers: IncomingMessage['headers'];
    }
  | { readonly type: 'response'; readonly status: number }
  | { readonly type: 'closed' | 'silent' };

/** Asks for the upgrade. Fails when there is no connection; the socket of any other answer is closed. */
async function ask(
  options: ConnectOptions,
  extra: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { peer, signal } = options;
  const socket = await dial(options);
  const headers = { Connection: 'Upgrade', Upgrade: PROTOCOL, ...extra };
  return new Promise((resolve, reject) => {
    const { host, port } = peer;
    const createConnection = (): Socket => socket;
    const asking = request({ host, port, path: UPGRADE_PATH, headers, createConnection, signal });
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      resolve(answer);
      if (answer.type !== 'upgraded') asking.destroy();
    };
    const timer = setTimeout(() => settle({ type: 'silent' }), UPGRADE_TIMEOUT_MS);
    asking.on('upgrade', (response) =>
      settle({ type: 'upgraded', socket, headers: response.headers }),
    );
    asking.on('response', ({ statusCode = 0 }) => settle({ type: 'response', status: statusCode }));
    asking.on('error', (error) => {
      if (signal.aborted) reject(error);
      settle({ type: 'closed' });
    });
    asking.end();
  });
}

const REFUSALS = new Set([401, 403]);

function isRefused(answer: Answer): boolean {
  return answer.type === 'response' && REFUSALS.has(answer.status);
}

function refused({ peerAddress }: ConnectOptions, answer: Answer): HttpError {
  const message = `${peerAddress} does not take us for a peer: it ${told(answer)}`;
  return new HttpError('TRANSPORT_PEER_REFUSED', message);
}

function told(answer: Answer): string {
  if (answer.type === 'response') return `answered ${answer.status}`;
  return answer.type === 'closed' ? 'closed the connection' : 'said nothing';
}
