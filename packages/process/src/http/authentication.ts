import { createHash, timingSafeEqual } from 'node:crypto';
import { textResponse } from './responses.ts';

/** Who asks: a name, or what a token says of them. */
export interface Principal {
  readonly value?: string;
  readonly claims?: Readonly<Record<string, string>>;
}

/** Knows who sent a request, or answers it instead. */
export interface Authenticator {
  /** The principal; or a response, 401 or 403, that is sent as it is. May fail: 500. */
  authenticate(request: Request): Principal | Response | PromiseLike<Principal | Response>;
}

/** Names and passwords. (RFC 7617) */
export interface BasicOptions {
  readonly realm: string;
  /** Passwords by name. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** Lets in who knows a password. */
export function basicAuthenticator({ realm, credentials }: BasicOptions): Authenticator {
  const digests = new Map(
    Object.entries(credentials).map(([name, password]) => [name, digestOf(password)]),
  );
  return {
    authenticate(request) {
      const [name, password] = basicCredentials(request.headers.get('authorization') ?? '');
      const expected = digests.get(name);
      // Compared even for a name that there is not, so that the time tells nothing.
      const isRight = timingSafeEqual(digestOf(password), expected ?? digestOf(''));
      if (expected && isRight) return { value: name };
      return unauthorized([`Basic realm="${realm}"`]);
    },
  };
}

/** 401, with what would be accepted. */
export function unauthorized(challenges: readonly string[], text?: string): Response {
  return textResponse(401, text, { 'WWW-Authenticate': challenges.join(', ') });
}

/** Whether there is a name or a claim: what else a request could be held against. */
export function isPrincipal(principal: Principal): boolean {
  return principal.value !== undefined || Object.keys(principal.claims ?? {}).length > 0;
}

/** The password begins behind the first colon, and may have more. */
function basicCredentials(header: string): readonly [string, string] {
  const [, encoded = ''] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header) ?? [];
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? ['', ''] : [text.slice(0, colon), text.slice(colon + 1)];
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
