import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { bearerAuthenticator, signJwt, verifyJwt } from '../../src/http/index.ts';
import type { JwtKey } from '../../src/http/index.ts';

const SECRET = 'a secret that is long enough, of 32 bytes';
const KEY: JwtKey = { algorithm: 'HS256', secret: SECRET };
const NOW = { nowMs: 1_700_000_000_000 };
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const RSA: JwtKey = { algorithm: 'RS256', publicKey };

const encoded = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const HEADER = { alg: 'HS256', typ: 'JWT' };

/** A token with any header, signed as it says. */
function token(header: unknown, payload: unknown): string {
  const signed = `${encoded(header)}.${encoded(payload)}`;
  const { alg } = header as { alg?: string };
  const signature =
    alg === 'RS256'
      ? createSign('sha256').update(signed).sign(privateKey)
      : createHmac('sha256', SECRET).update(signed).digest();
  return `${signed}.${signature.toString('base64url')}`;
}

describe('a token', () => {
  test.each([
    ['no parts', 'aaa'],
    ['two parts', 'aaa.bbb'],
    ['four parts', `${token(HEADER, {})}.x`],
    ['no base64url', `!.${encoded({})}.x`],
    ['a header that is no JSON', token('not json', {})],
    ['a header that is no object', token('[]', {})],
    ['no algorithm', token({ typ: 'JWT' }, {})],
    ['an unknown algorithm', token({ alg: 'HS384', typ: 'JWT' }, {})],
    ['the algorithm none', `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded({})}.`],
    ['the algorithm none with a signature', token({ alg: 'none' }, {})],
    ['the algorithm of another key', token({ alg: 'RS256' }, {})],
    ['another type', token({ alg: 'HS256', typ: 'JWS' }, {})],
    ['crit', token({ ...HEADER, crit: ['exp'] }, {})],
    ['a payload that is no JSON', token(HEADER, 'not json')],
    ['a payload that is no object', token(HEADER, '"text"')],
    ['an exp that is no number', token(HEADER, { exp: 'tomorrow' })],
    ['an exp that is past', token(HEADER, { exp: 1_699_999_999 })],
    ['an exp that is now', token(HEADER, { exp: 1_700_000_000 })],
    ['an nbf that is to come', token(HEADER, { nbf: 1_700_000_001 })],
    ['no signature', token(HEADER, {}).replace(/[^.]*$/, '')],
    ['a wrong signature', token(HEADER, {}).replace(/[^.]*$/, encoded('x'.repeat(32)))],
    ['another payload', token(HEADER, {}).replace(/\.[^.]*\./, `.${encoded({ sub: 'root' })}.`)],
  ])('Parse: with %s is refused', (_, text) => {
    expect(() => verifyJwt(text, KEY, NOW)).toThrow(
      expect.objectContaining({ code: 'JWT_INVALID' }),
    );
  });

  test('Parse: signed with the key is taken, whether it expires or not', () => {
    expect(verifyJwt(token(HEADER, { sub: 'me' }), KEY, NOW)).toEqual({ sub: 'me' });
    expect(verifyJwt(token({ alg: 'HS256' }, { exp: 1_700_000_001 }), KEY, NOW)).toEqual({
      exp: 1_700_000_001,
    });
    expect(verifyJwt(token({ alg: 'RS256' }, { nbf: 1_700_000_000 }), RSA, NOW)).toEqual({
      nbf: 1_700_000_000,
    });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
    const key: JwtKey = { algorithm: 'RS256', publicKey: pem };
    expect(verifyJwt(token({ alg: 'RS256' }, {}), key, NOW)).toEqual({});
  });

  test('Create: of claims is one that is taken', () => {
    const claims = { exp: 9_999_999_999, sub: 'foo' };
    expect(verifyJwt(signJwt(claims, SECRET), KEY, NOW)).toEqual(claims);
  });

  test('Stringify: is header, payload and signature in base64url', () => {
    expect(signJwt({ sub: 'me' }, SECRET)).toBe(token(HEADER, { sub: 'me' }));
  });

  const bad: readonly (readonly [string, JwtKey])[] = [
    ['a short secret', { algorithm: 'HS256', secret: 'short' }],
    ['no public key', { algorithm: 'RS256', publicKey: 'none' }],
  ];
  test.each(bad)('%s is no key', (_, key) => {
    const text = token({ alg: key.algorithm }, {});
    expect(() => verifyJwt(text, key, NOW)).toThrow(
      expect.objectContaining({ code: 'JWT_KEY_INVALID' }),
    );
    expect(() => signJwt({}, 'short')).toThrow(
      expect.objectContaining({ code: 'JWT_KEY_INVALID' }),
    );
  });
});

describe('a bearer', () => {
  const old: JwtKey = { algorithm: 'HS256', secret: 'x'.repeat(32) };
  const authenticator = bearerAuthenticator({
    realm: 'realm',
    keys: [old, KEY],
    now: () => NOW.nowMs,
  });

  async function ask(header?: string): Promise<unknown> {
    const headers: Record<string, string> = header === undefined ? {} : { Authorization: header };
    const result = await authenticator.authenticate(new Request('http://x/', { headers }));
    return result instanceof Response ? result.headers.get('www-authenticate') : result;
  }

  test('JWT: a token of one of the keys is a principal with claims', async () => {
    expect(await ask(`Bearer ${signJwt({ sub: 'me', n: 1 }, SECRET)}`)).toEqual({
      claims: { sub: 'me', n: '1' },
    });
    expect(await ask(`Bearer ${signJwt({ sub: 'me' }, 'x'.repeat(32))}`)).toEqual({
      claims: { sub: 'me' },
    });
  });

  test('JWT: anything else is refused, with what would be accepted', async () => {
    expect(await ask()).toBe('Bearer realm="realm"');
    const wrong = ['Bearer', 'Basic x', 'Bearer a b', 'Bearer x.y.z'];
    for (const header of [
      ...wrong,
      `Bearer ${signJwt({}, SECRET)}`,
      `Bearer ${signJwt({ exp: 1 }, SECRET)}`,
    ]) {
      expect(await ask(header)).toBe('Bearer realm="realm", error="invalid_token"');
    }
  });
});
