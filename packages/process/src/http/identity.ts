import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Pid } from '../pid.ts';
import { parseAddress, plainHost } from './address.ts';
import { nameMismatch } from './mutual-tls.ts';
import type { RefusalReason } from './transport-events.ts';
import type { TrustedPeers } from './trusted-peers.ts';

/** Whether a sender's pid has the host that its connection comes from. */
export function isFrom(from: Pid, { remoteAddress }: Socket): boolean {
  return parseAddress(from.address)?.host === plainHost(remoteAddress ?? '');
}

/** Why somebody is not to be heard. */
export interface Mismatch {
  readonly reason: RefusalReason;
  readonly message: string;
}

/** The address that a connection was last found to be allowed to send from. */
const proved = new WeakMap<Socket, string>();

/** Why whoever is at the other end may not send from `address`; undefined when it may. */
export function certificateMismatch(
  socket: Socket,
  address: string,
  peers: TrustedPeers,
): Mismatch | undefined {
  if (proved.get(socket) === address) return undefined;
  if (!(socket instanceof TLSSocket)) return { reason: 'unauthenticated', message: 'no TLS' };
  const name = peers.nameOf(address);
  if (name === undefined) {
    return { reason: 'unknown-peer', message: `${address} is none of the peers` };
  }
  const error = nameMismatch(socket.getPeerCertificate(), name);
  if (error) return { reason: 'foreign-sender', message: error.message };
  proved.set(socket, address);
  return undefined;
}
