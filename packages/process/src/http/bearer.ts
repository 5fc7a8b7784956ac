import type { Authenticator } from './authentication.ts';
import { unauthorized } from './authentication.ts';
import { verifyJwt } from './jwt.ts';
import type { JwtClaims, JwtKey } from './jwt.ts';

/** Tokens that let somebody in. */
export interface BearerOptions {
  readonly realm: string;
  /** Any of them will do: so that a key can be replaced while tokens of the one before are about. */
  readonly keys: readonly JwtKey[];
  /** The present, in milliseconds since 1970. Default: that of the machine. */
  readonly now?: () => number;
}

/**
 * Lets in who has a token (RFC 6750) that was signed with one of the keys. Its claims are the principal:
 * texts as they are, anything else as JSON.
 */
export function bearerAuthenticator(options: BearerOptions): Authenticator {
  const { realm, keys, now = Date.now } = options;
  const refuse = (error: string): Response =>
    unauthorized([`Bearer realm="${realm}"${error && `, ${error}`}`]);
  return {
    authenticate(request) {
      const header = request.headers.get('authorization');
      if (header === null) return refuse('');
      const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
      const claims = token === undefined ? undefined : claimsOf(token, keys, now());
      if (!claims) return refuse('error="invalid_token"');
      const texts = Object.entries(claims).map(([name, value]) => [name, textOf(value)] as const);
      return texts.length === 0
        ? refuse('error="invalid_token"')
        : { claims: Object.fromEntries(texts) };
    },
  };
}

function claimsOf(token: string, keys: readonly JwtKey[], nowMs: number): JwtClaims | undefined {
  for (const key of keys) {
    try {
      return verifyJwt(token, key, { nowMs });
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'JWT_INVALID') throw error;
    }
  }
  return undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
