/**
 * - `CREDENTIALS_INVALID`: a certificate, a key or a shared secret is none, or too short.
 * - `HTTP_BODY_TOO_LARGE`: the body of a request is larger than the limit.
 * - `JWT_INVALID`: a token is none that is to be trusted.
 * - `JWT_KEY_INVALID`: a key for tokens is none, or too short.
 * - `ROUTE_INVALID`: the path of a route is none.
 * - `TRANSPORT_INSECURE`: to listen for anybody without authentication takes `insecure: true`.
 * - `TRANSPORT_LISTEN_FAILED`: the address cannot be listened on; see `cause`.
 * - `TRANSPORT_OPTION_INVALID`: an option of a transport makes no sense.
 * - `TRANSPORT_PEER_REFUSED`: a peer does not take us for who we say we are.
 * - `TRANSPORT_PEER_UNTRUSTED`: a peer did not prove who it is.
 */
export type HttpErrorCode =
  | 'CREDENTIALS_INVALID'
  | 'HTTP_BODY_TOO_LARGE'
  | 'JWT_INVALID'
  | 'JWT_KEY_INVALID'
  | 'ROUTE_INVALID'
  | 'TRANSPORT_INSECURE'
  | 'TRANSPORT_LISTEN_FAILED'
  | 'TRANSPORT_OPTION_INVALID'
  | 'TRANSPORT_PEER_REFUSED'
  | 'TRANSPORT_PEER_UNTRUSTED';

/** What this subpath refuses or reports. Branch on `code`; messages may change. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly code: HttpErrorCode;

  constructor(code: HttpErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
