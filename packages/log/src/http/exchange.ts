import { Agent, request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { Agent as TlsAgent, request as httpsRequest } from 'node:https';
import type { TlsCredentials } from '@quorate/process/http';
import { TLSSocket } from 'node:tls';
import { LogError } from '../errors.ts';
import type { LogErrorCode, WriteOutcomeKnown } from '../errors.ts';
import type { LogFailure } from './log-messages.ts';

/** More than the largest page, of one entry of the largest size that a transport takes. */
const ANSWER_BYTES_MAX = 64 * 1024 * 1024;

/** One request to a replica. */
export interface Exchange {
  /** `host:port`. */
  readonly address: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: Uint8Array;
  /** Until the answer is there. */
  readonly timeoutMs: number;
}

/** How replicas are asked that do not let in everybody. */
export interface ExchangeOptions {
  /** For replicas with `mutualTls`: they have to show a certificate with the host of their address. */
  readonly tls?: TlsCredentials;
  /** The header `Authorization` of each request, made anew for it. */
  readonly authorization?: () => string;
}

/** Keeps connections to replicas, and has requests answered over them. */
export class Exchanges {
  readonly #agent: Agent;
  readonly #request: (options: RequestOptions) => ClientRequest;
  readonly #authorization: (() => string) | undefined;

  constructor({ tls, authorization }: ExchangeOptions) {
    this.#agent = tls ? new TlsAgent({ ...tls, keepAlive: true }) : new Agent({ keepAlive: true });
    this.#request = tls ? httpsRequest : httpRequest;
    this.#authorization = authorization;
  }

  /**
   * The JSON that a replica answers. Fails with the code that it gives, with `LOG_UNREACHABLE` when
   * nobody could be connected to, or `LOG_REQUEST_FAILED` when there was no answer, or one of somebody
   * else; with the outcome that it means for a write.
   */
  async ask(exchange: Exchange): Promise<unknown> {
    const { status, text } = await this.#send(exchange);
    const body = parsed(text);
    if (status === 200 && body !== undefined) return body;
    throw failureOf(exchange.address, status, body);
  }

  close(): void {
    this.#agent.destroy();
  }

  #send({ address, method, path, body, timeoutMs }: Exchange): Promise<Answer> {
    return new Promise((resolve, reject) => {
      let wasSent = false;
      const { hostname, port } = new URL(`http://${address}`);
      const Authorization = this.#authorization?.();
      const asking = this.#request({
        agent: this.#agent,
        host: hostname.replace(/^\[(.*)\]$/, '$1'),
        port: port === '' ? 80 : Number(port),
        method,
        path,
        headers: {
          Host: address,
          ...(body && { 'Content-Length': body.length }),
          ...(Authorization !== undefined && { Authorization }),
        },
      });
      const timer = setTimeout(() => {
        asking.destroy(new Error(`no answer within ${timeoutMs} ms`));
      }, timeoutMs);
      const fail = (error: Error): void => {
        clearTimeout(timer);
        reject(unanswered(address, error, wasSent));
      };
      asking.on('socket', (socket) => {
        // Of TLS: when the other side has shown who it is.
        const ready = socket instanceof TLSSocket ? 'secureConnect' : 'connect';
        if (asking.reusedSocket) wasSent = true;
        else socket.once(ready, () => (wasSent = true));
      });
      asking.on('error', fail);
      asking.on('response', (response) => {
        read(response).then((answer) => {
          clearTimeout(timer);
          resolve(answer);
        }, fail);
      });
      asking.end(body);
    });
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function read(response: IncomingMessage): Promise<Answer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length > ANSWER_BYTES_MAX) throw new Error(`more than ${ANSWER_BYTES_MAX} bytes`);
  }
  return { status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() };
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function unanswered(address: string, cause: Error, wasSent: boolean): LogError {
  const reason = (cause as NodeJS.ErrnoException).code ?? cause.message;
  return wasSent
    ? new LogError('LOG_REQUEST_FAILED', `${address} gave no answer: ${reason}`, {
        cause,
        outcome: 'unknown',
      })
    : new LogError('LOG_UNREACHABLE', `${address} cannot be reached: ${reason}`, {
        cause,
        outcome: 'definite',
      });
}

function failureOf(address: string, status: number, body: object | undefined): LogError {
  const error = (body as Partial<LogFailure> | undefined)?.error;
  if (error && typeof error.code === 'string' && typeof error.message === 'string') {
    const { code, message, outcome } = error;
    return new LogError(code as LogErrorCode, message, outcome ? { outcome } : {});
  }
  // Of one that refuses in front of the log, nothing has reached it.
  const outcome: WriteOutcomeKnown = status >= 400 && status < 500 ? 'definite' : 'unknown';
  const message = `${address} answered ${status}, and not as a replica's log service does`;
  return new LogError('LOG_REQUEST_FAILED', message, { outcome });
}
