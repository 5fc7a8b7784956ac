import { createHmac, createPublicKey, createVerify, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { HttpError } from './http-error.ts';

/** What a token says. */
export type JwtClaims = Readonly<Record<string, unknown>>;

/** What a token has to be signed with. A token that is not signed is never taken. */
export type JwtKey =
  | { readonly algorithm: 'HS256'; readonly secret: string | Uint8Array }
  | { readonly algorithm: 'RS256'; readonly publicKey: string | KeyObject };

/** What is checked besides the signature. */
export interface JwtVerifyOptions {
  /** The present, in milliseconds since 1970. */
  readonly nowMs: number;
}

/** Bytes that a secret has to have: as many as the digest. (RFC 7518, 3.2) */
export const JWT_SECRET_BYTES_MIN = 32;

/**
 * The claims of a token (RFC 7519) that was signed with the key, and has not expired.
 *
 * Throws `JWT_INVALID` with the reason: it is no token, another algorithm, a header `crit`, a wrong
 * signature, `exp` that is no number or in the past, `nbf` that is no number or in the future. Throws
 * `JWT_KEY_INVALID`.
 */
export function verifyJwt(token: string, key: JwtKey, { nowMs }: JwtVerifyOptions): JwtClaims {
  const parts = token.split('.');
  const [head = '', payload = '', signature = ''] = parts;
  if (parts.length !== 3) throw invalid(`expected 3 parts, got ${parts.length}`);
  const { alg, typ, crit } = objectOf(head, 'header');
  if (typ !== undefined && typ !== 'JWT') throw invalid(`expected typ to be JWT, got ${text(typ)}`);
  if (crit !== undefined) throw invalid('crit is not supported');
  if (alg !== key.algorithm) throw invalid(`expected alg to be ${key.algorithm}, got ${text(alg)}`);
  if (!isSignedWith(key, `${head}.${payload}`, bytesOf(signature, 'signature'))) {
    throw invalid('the signature is not of this key');
  }
  const claims = objectOf(payload, 'payload');
  const expires = secondsOf(claims, 'exp');
  const begins = secondsOf(claims, 'nbf');
  if (expires !== undefined && expires * 1000 <= nowMs) throw invalid('it has expired');
  if (begins !== undefined && begins * 1000 > nowMs) throw invalid('it is not valid yet');
  return claims;
}

/** A token with these claims, signed by HMAC with SHA-256. Throws `JWT_KEY_INVALID`. */
export function signJwt(claims: JwtClaims, secret: string | Uint8Array): string {
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${hmacOf(secret, signed).toString('base64url')}`;
}

function isSignedWith(key: JwtKey, signed: string, signature: Buffer): boolean {
  if (key.algorithm === 'RS256') {
    return createVerify('sha256').update(signed).verify(publicKeyOf(key.publicKey), signature);
  }
  const expected = hmacOf(key.secret, signed);
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}

function hmacOf(secret: string | Uint8Array, signed: string): Buffer {
  const bytes = Buffer.from(secret as Uint8Array);
  if (bytes.length < JWT_SECRET_BYTES_MIN) {
    const message = `expected a secret of ${JWT_SECRET_BYTES_MIN} bytes or more, got ${bytes.length}`;
    throw new HttpError('JWT_KEY_INVALID', message);
  }
  return createHmac('sha256', bytes).update(signed).digest();
}

function publicKeyOf(key: string | KeyObject): KeyObject {
  if (typeof key !== 'string') return key;
  try {
    return createPublicKey(key);
  } catch (cause) {
    throw new HttpError('JWT_KEY_INVALID', 'expected a public key in PEM', { cause });
  }
}

function objectOf(part: string, what: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(bytesOf(part, what).toString());
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw invalid(`the ${what} is no JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(`the ${what} is no object`);
  }
  return value as Readonly<Record<string, unknown>>;
}

function bytesOf(part: string, what: string): Buffer {
  if (!/^[\w-]+$/.test(part)) throw invalid(`the ${what} is not in base64url`);
  return Buffer.from(part, 'base64url');
}

function secondsOf(claims: JwtClaims, name: string): number | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw invalid(`expected ${name} to be a number, got ${text(value)}`);
}

function text(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 100) ?? 'nothing';
}

function invalid(reason: string): HttpError {
  return new HttpError('JWT_INVALID', `not a token to be trusted: ${reason}`);
}
