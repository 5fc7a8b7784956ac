import { parseAddress } from './address.ts';
import { HttpError } from './http-error.ts';
import { isNonce, isServerProof, newNonce, recordKey, serverProof } from './shared-secret.ts';
import type { SharedSecret, Transcript } from './shared-secret.ts';
import type { RefusalReason } from './transport-events.ts';
import type { TrustedPeers } from './trusted-peers.ts';

// How two peers show each other that they know the secret, on the way of an upgrade:
//
//   client: GET /__quorate__, with Quorate-Key, Quorate-Address and Quorate-Nonce
//   server: 101, with Quorate-Address, Quorate-Nonce and Quorate-Proof, a MAC over all of these
//   client: records, under a key made of all of these; the first has the greeting
//
// The nonces are new for each connection, and both are in each MAC: nothing of another connection is
// good here, and no clock is asked.

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a server makes of a request for an upgrade: a peer, or why it is none. */
export type Admission =
  | {
      readonly client: string;
      /** Of the 101. */
      readonly headers: Readonly<Record<string, string>>;
      readonly recordKey: Buffer;
    }
  | { readonly reason: RefusalReason; readonly message: string };

/** The server's side. Whether the client knows the secret shows its first record. */
export function admit(
  headers: Headers,
  secret: SharedSecret,
  address: string,
  peers: TrustedPeers,
): Admission {
  const keyId = textOf(headers, 'quorate-key');
  const client = textOf(headers, 'quorate-address');
  const nonce = textOf(headers, 'quorate-nonce');
  if (!isNonce(nonce) || !parseAddress(client)) {
    return { reason: 'unauthenticated', message: 'an upgrade without key, address and nonce' };
  }
  const key = secret.find(keyId);
  if (!key) return { reason: 'wrong-credentials', message: `no key has the id ${keyId}` };
  if (peers.nameOf(client) === undefined) {
    return { reason: 'unknown-peer', message: `${client} is none of the peers` };
  }
  const own = newNonce();
  const transcript: Transcript = { keyId, client, server: address, nonces: [nonce, own] };
  return {
    client,
    headers: {
      'Quorate-Address': address,
      'Quorate-Nonce': own,
      'Quorate-Proof': serverProof(key, transcript),
    },
    recordKey: recordKey(key, transcript),
  };
}

/** The client's side. */
export class Challenge {
  readonly #secret: Buffer;
  readonly #keyId: string;
  readonly #nonce = newNonce();
  readonly #client: string;
  readonly #server: string;

  /** @param server as we know it, by its pids */
  constructor(secret: SharedSecret, client: string, server: string) {
    const [keyId = ''] = secret.keyIds;
    this.#keyId = keyId;
    this.#secret = secret.find(keyId) as Buffer;
    this.#client = client;
    this.#server = server;
  }

  get headers(): Readonly<Record<string, string>> {
    return {
      'Quorate-Key': this.#keyId,
      'Quorate-Address': this.#client,
      'Quorate-Nonce': this.#nonce,
    };
  }

  /** The key of the records. Throws `TRANSPORT_PEER_UNTRUSTED`. */
  recordKey(headers: Headers): Buffer {
    const server = textOf(headers, 'quorate-address');
    if (server !== '' && server !== this.#server) {
      throw untrusted(
        `${this.#server} calls itself ${server}: say in its advertise how it is reached`,
      );
    }
    const nonces = [this.#nonce, textOf(headers, 'quorate-nonce')] as const;
    const transcript = { keyId: this.#keyId, client: this.#client, server: this.#server, nonces };
    const proof = textOf(headers, 'quorate-proof');
    if (!isNonce(nonces[1]) || !isServerProof(proof, this.#secret, transcript)) {
      throw untrusted(`${this.#server} does not prove that it knows the secret of ${this.#keyId}`);
    }
    return recordKey(this.#secret, transcript);
  }
}

function textOf(headers: Headers, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function untrusted(message: string): HttpError {
  return new HttpError('TRANSPORT_PEER_UNTRUSTED', message);
}
