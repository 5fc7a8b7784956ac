import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a response of the Web. A body that fails breaks the connection: the client must not take what
 * it has for the whole. When the client goes, the body is cancelled.
 */
export async function writeResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  const { status, body } = response;
  outgoing.writeHead(status, headersOf(response.headers));
  if (body) {
    // What it waits for may be long in coming.
    if (!response.headers.has('content-length')) outgoing.flushHeaders();
    await pipeline(Readable.fromWeb(body), outgoing);
  } else outgoing.end();
}

function headersOf(headers: Headers): OutgoingHttpHeaders {
  const result: OutgoingHttpHeaders = Object.fromEntries(headers);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) result['set-cookie'] = cookies;
  return result;
}
