import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { HttpError } from './http-error.ts';

/** A secret that all peers know, and the name they speak of it by. */
export interface SharedKey {
  /** Goes over the wire: 1 to 64 letters, digits, `.`, `_` or `-`. */
  readonly id: string;
  /** 32 bytes or more, drawn at random; a text counts as its UTF-8 bytes. */
  readonly secret: string | Uint8Array;
}

/** How short a shared secret may be. */
export const SHARED_SECRET_BYTES_MIN = 32;
const KEYS_MAX = 2;
const NONCE_BYTES = 32;
const KEY_ID = /^[\w.-]{1,64}$/;

/**
 * Peers prove that they know a secret, and every byte between them is covered by a MAC: HMAC-SHA-256,
 * under a key that no other connection has. Nobody else can inject, change, reorder or replay what is
 * sent; anybody on the way can read it. Whoever knows the secret can pass for any peer: where they must
 * not pass for each other, take `mutualTls`.
 *
 * To replace a key while all go on: give each peer the new one as second, then each the new one as
 * first, then take the old one away. What is open stays open under the key that it began with.
 *
 * Throws `CREDENTIALS_INVALID`.
 *
 * @param keys one or two: the first proves who we are, each is accepted from others
 */
export function sharedSecret(keys: readonly SharedKey[]): SharedSecret {
  return new SharedSecret(keys);
}

/** What `sharedSecret` gives. */
export class SharedSecret {
  readonly kind = 'shared-secret';
  #keys: readonly { readonly id: string; readonly secret: Buffer }[];

  /** @internal */
  constructor(keys: readonly SharedKey[]) {
    this.#keys = checked(keys);
  }

  /** The ids of the keys, that of our own first. */
  get keyIds(): readonly string[] {
    return this.#keys.map(({ id }) => id);
  }

  /** For connections from now on. Throws `CREDENTIALS_INVALID`, and then the old ones stay. */
  replace(keys: readonly SharedKey[]): void {
    this.#keys = checked(keys);
  }

  /** @internal */
  find(id: string): Buffer | undefined {
    return this.#keys.find((key) => key.id === id)?.secret;
  }
}

/** What both sides of a connection have said before either believes the other. */
export interface Transcript {
  readonly keyId: string;
  /** Of whoever connected, as its pids have it. */
  readonly client: string;
  /** Of whoever was connected to. */
  readonly server: string;
  /** Of the client and of the server, as they were on the wire. */
  readonly nonces: readonly [string, string];
}

/** Text for a header, that no other connection has. */
export function newNonce(): string {
  return randomBytes(NONCE_BYTES).toString('base64url');
}

/** Whether it is one, and long enough to be nobody else's. */
export function isNonce(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** Shows that the server knows the secret, to a client that gave it a nonce. */
export function serverProof(secret: Buffer, transcript: Transcript): string {
  return derive(secret, 'server proof', transcript).toString('base64url');
}

/** Whether it is what `serverProof` gives. */
export function isServerProof(proof: string, secret: Buffer, transcript: Transcript): boolean {
  const expected = derive(secret, 'server proof', transcript);
  const given = Buffer.from(proof, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Under which the client's records are sealed: nobody can without the secret. */
export function recordKey(secret: Buffer, transcript: Transcript): Buffer {
  return derive(secret, 'client records', transcript);
}

/** Each text with its length, so that no two transcripts have the same bytes. */
function derive(secret: Buffer, purpose: string, transcript: Transcript): Buffer {
  const { keyId, client, server, nonces } = transcript;
  const mac = createHmac('sha256', secret);
  for (const text of ['quorate/1', purpose, keyId, client, server, ...nonces]) {
    const bytes = Buffer.from(text);
    const length = Buffer.allocUnsafe(4);
    length.writeUInt32BE(bytes.length);
    mac.update(length).update(bytes);
  }
  return mac.digest();
}

function checked(
  keys: readonly SharedKey[],
): readonly { readonly id: string; readonly secret: Buffer }[] {
  if (keys.length < 1 || keys.length > KEYS_MAX) {
    throw invalid(`expected one or two keys, got ${keys.length}`);
  }
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    throw invalid(`two keys have the id ${JSON.stringify(keys[0]?.id)}: give each its own`);
  }
  return keys.map(({ id, secret }) => {
    if (!KEY_ID.test(id)) {
      throw invalid(
        `expected the id of a key to be 1 to 64 letters, digits, '.', '_' or '-', got ${JSON.stringify(id)}`,
      );
    }
    const bytes = Buffer.from(secret as string);
    if (bytes.length < SHARED_SECRET_BYTES_MIN) {
      throw invalid(
        `the secret of key ${id} has ${bytes.length} bytes, not ${SHARED_SECRET_BYTES_MIN} or more: draw one with openssl rand -base64 32`,
      );
    }
    return { id, secret: bytes };
  });
}

function invalid(message: string): HttpError {
  return new HttpError('CREDENTIALS_INVALID', message);
}
