import { STATUS_CODES } from 'node:http';

/** Text, of a length that is known. By default what the status means, as in `404 Not Found.` */
export function textResponse(
  status: number,
  text?: string,
  headers?: Readonly<Record<string, string>>,
): Response {
  return sized(text ?? meaningOf(status), status, 'text/plain; charset=utf-8', headers);
}

/** JSON; with `jsonp`, the call of a function of that name with it. Throws what `JSON.stringify` throws. */
export function jsonResponse(
  value: unknown,
  options: { readonly jsonp?: string | null } = {},
): Response {
  return jsonTextResponse(JSON.stringify(value), options);
}

/** JSON that is written already, such as that of a message with integers of 64 bits; else as `jsonResponse`. */
export function jsonTextResponse(
  text: string,
  options: { readonly jsonp?: string | null } = {},
): Response {
  const { jsonp } = options;
  if (jsonp == null || jsonp === '') return sized(text, 200, 'application/json');
  if (!/^[\w$.]+$/.test(jsonp)) return textResponse(400, `no name of a function: ${jsonp}`);
  return sized(`${jsonp}(${text});`, 200, 'text/javascript');
}

/** The request has a method that is not served. Throws nothing. */
export function methodNotAllowed(allowed: readonly string[], got: string): Response {
  const text = `Expecting one of { '${allowed.join("', '")}' }, but received '${got}'.`;
  return textResponse(405, text, { Allow: allowed.join(', ') });
}

function meaningOf(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? 'Unknown'}.`;
}

/** A body of this type, of a length that is known. */
export function sized(
  text: string,
  status: number,
  contentType: string,
  headers?: Readonly<Record<string, string>>,
): Response {
  const all = new Headers(headers);
  all.set('Content-Type', contentType);
  all.set('Content-Length', String(Buffer.byteLength(text)));
  return new Response(text, { status, headers: all });
}
