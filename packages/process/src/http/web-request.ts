import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.ts';

/** How a request of Node becomes one of the Web. */
export interface WebRequestOptions {
  readonly bodyBytesMax: number;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

const WITHOUT_BODY = new Set(['GET', 'HEAD']);

/** Throws when the method is none that the Web knows. Reading its body fails with `HTTP_BODY_TOO_LARGE`. */
export function webRequest(incoming: IncomingMessage, options: WebRequestOptions): Request {
  const { method = 'GET', url = '/' } = incoming;
  const hasBody = !WITHOUT_BODY.has(method);
  return new Request(new URL(url, baseOf(incoming)), {
    method,
    headers: headersOf(incoming.rawHeaders),
    signal: options.signal,
    ...(hasBody && { body: bodyOf(incoming, options.bodyBytesMax), duplex: 'half' as const }),
  });
}

function baseOf({ headers }: IncomingMessage): string {
  const base = `http://${headers.host ?? 'localhost'}`;
  return URL.canParse(base) ? base : 'http://localhost';
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers.append(raw[index] ?? '', raw[index + 1] ?? '');
  }
  return headers;
}

/** Read when somebody asks for it; a request that nobody reads is thrown away by Node. */
function bodyOf(incoming: IncomingMessage, bytesMax: number): ReadableStream<Uint8Array> {
  let length = 0;
  let pieces: AsyncIterator<Buffer> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        pieces ??= incoming.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]();
        const next = await pieces.next();
        length += next.done ? 0 : next.value.length;
        if (length > bytesMax) {
          const message = `the body of the request has more than ${bytesMax} bytes`;
          controller.error(new HttpError('HTTP_BODY_TOO_LARGE', message));
        } else if (next.done) controller.close();
        else controller.enqueue(new Uint8Array(next.value));
      },
    },
    { highWaterMark: 0 },
  );
}
