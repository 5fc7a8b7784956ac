import { formatAddress, parseAddress } from './address.ts';
import { HttpError } from './http-error.ts';

/** Somebody to exchange messages with. */
export interface TrustedPeer {
  /** As its pids have it: `host:port`. */
  readonly address: string;
  /** The name, or the number, that its certificate has to have. Default: the host of its address. */
  readonly name?: string;
}

/** With whom messages are exchanged, and by which name they are known. */
export class TrustedPeers {
  /** Undefined: with anybody who can prove to be who they say. */
  readonly #names: ReadonlyMap<string, string> | undefined;

  /** Throws `TRANSPORT_OPTION_INVALID`. */
  constructor(peers: readonly (string | TrustedPeer)[] | undefined) {
    this.#names = peers && new Map(peers.map(entryOf));
  }

  /** The name of whoever has this address; undefined when it is nobody's to talk to. */
  nameOf(address: string): string | undefined {
    return this.#names ? this.#names.get(address) : parseAddress(address)?.host;
  }
}

function entryOf(peer: string | TrustedPeer): readonly [string, string] {
  const { address, name } = typeof peer === 'string' ? { address: peer, name: undefined } : peer;
  const target = parseAddress(address);
  if (!target) {
    throw new HttpError(
      'TRANSPORT_OPTION_INVALID',
      `expected a peer's address to be host:port, got ${JSON.stringify(address)}`,
    );
  }
  return [formatAddress(target), name ?? target.host];
}
