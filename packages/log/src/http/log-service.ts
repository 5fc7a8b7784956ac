import { Process, withDeadline } from '@quorate/process';
import { jsonResponse, methodNotAllowed, route } from '@quorate/process/http';
import type { RouteOptions } from '@quorate/process/http';
import { LogError, toLogError } from '../errors.ts';
import type { LogErrorCode } from '../errors.ts';
import type { Log } from '../log.ts';
import { toPosition } from '../protocol/types.ts';
import type { Position } from '../protocol/types.ts';
import { readPage } from './log-page.ts';
import type { LogFailure, LogWritten } from './log-messages.ts';
import { logStatus } from './log-status.ts';
import { SharedWriter } from './shared-writer.ts';

/** How long a request may take that does not say so. */
export const LOG_REQUEST_TIMEOUT_MS = 10_000;
const TIMEOUT_MS_MAX = 3_600_000;

/** What a `LogService` serves. */
export interface LogServiceOptions extends RouteOptions {
  readonly log: Log;
  /** Why the replica does not vote, when somebody knows. */
  readonly waitingFor?: () => string | undefined;
}

/**
 * Serves a log to clients that have no replica of their own, by HTTP, at the path of its process:
 * `GET status`, `GET entries?from=N`, `POST append` with the bytes as its body, `POST truncate?to=N`. All
 * answer JSON (`LogStatus`, `LogPage`, `LogWritten`, or `LogFailure` with a status of 400 or above), and
 * take `timeoutMs`, by default 10,000.
 *
 * Whoever writes here makes this replica's writer the group's; clients of one group keep to one replica.
 */
export class LogService extends Process {
  readonly #options: LogServiceOptions;
  readonly #writer: SharedWriter;

  constructor(options: LogServiceOptions) {
    super({ id: 'log' });
    this.#options = options;
    this.#writer = new SharedWriter(options.log);
  }

  protected override initialize(): void {
    this.#route('/status', 'GET', 'What this replica is at the moment.', () => this.#status());
    this.#route(
      '/entries',
      'GET',
      'Entries from `from` on, as far as they are learned here.',
      (q) => this.#entries(q),
    );
    this.#route('/append', 'POST', 'Appends the body as an entry.', async (query, request) => {
      const bytes = new Uint8Array(await request.arrayBuffer());
      return written(await this.#writer.append(bytes, timeoutOf(query)));
    });
    this.#route('/truncate', 'POST', 'Removes all entries below `to`.', async (query) => {
      const to = positionOf(query, 'to');
      if (to === undefined) throw new LogError('POSITION_INVALID', 'to is missing', DEFINITE);
      return written(await this.#writer.truncate(to, timeoutOf(query)));
    });
  }

  #route(
    path: string,
    method: 'GET' | 'POST',
    help: string,
    answer: (query: URLSearchParams, request: Request) => PromiseLike<object>,
  ): void {
    const { realm } = this.#options;
    route(
      this,
      path,
      async (request) => {
        if (request.method !== method) return methodNotAllowed([method], request.method);
        try {
          return jsonResponse(await answer(new URL(request.url).searchParams, request));
        } catch (error) {
          return failure(error);
        }
      },
      { help, ...(realm !== undefined && { realm }) },
    );
  }

  #status(): PromiseLike<object> {
    const { log, waitingFor } = this.#options;
    return logStatus(log, waitingFor?.());
  }

  #entries(query: URLSearchParams): PromiseLike<object> {
    const { log } = this.#options;
    if (!log.recovered.isReady) {
      throw new LogError('REPLICA_NOT_VOTING', 'the replica recovers; ask another, or later');
    }
    const reading = readPage(log, positionOf(query, 'from'));
    return withDeadline(
      this.runtime.track('the reading of a page', reading),
      this.runtime.clock,
      timeoutOf(query),
    );
  }
}

const DEFINITE = { outcome: 'definite' } as const;

function written(position: Position): LogWritten {
  return { position };
}

/** Throws `POSITION_INVALID`. */
function positionOf(query: URLSearchParams, name: string): Position | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return toPosition(Number(text));
  throw new LogError('POSITION_INVALID', `${name} is no position: '${text}'`, DEFINITE);
}

/** Throws `LOG_OPTION_INVALID`. */
function timeoutOf(query: URLSearchParams): number {
  const text = query.get('timeoutMs');
  if (text === null) return LOG_REQUEST_TIMEOUT_MS;
  const timeoutMs = Number(text);
  if (/^\d+$/.test(text) && timeoutMs >= 1 && timeoutMs <= TIMEOUT_MS_MAX) return timeoutMs;
  const message = `timeoutMs must be an integer from 1 to ${TIMEOUT_MS_MAX}, got '${text}'`;
  throw new LogError('LOG_OPTION_INVALID', message, DEFINITE);
}

function failure(caught: unknown): Response {
  const { code, message, outcome } = toLogError('LOG_REQUEST_FAILED', 'the request failed', caught);
  const body: LogFailure = { error: { code, message, ...(outcome && { outcome }) } };
  const response = jsonResponse(body);
  return new Response(response.body, { status: statusOf(code), headers: response.headers });
}

const BAD_REQUEST: ReadonlySet<LogErrorCode> = new Set([
  ...(['ENTRY_INVALID', 'ENTRY_TOO_LARGE', 'POSITION_INVALID', 'READ_RANGE_INVALID'] as const),
  ...(['READ_PAST_END', 'LOG_OPTION_INVALID'] as const),
]);

function statusOf(code: LogErrorCode): number {
  if (BAD_REQUEST.has(code)) return 400;
  if (code === 'READ_TRUNCATED') return 410;
  return code === 'WRITE_TIMEOUT' ? 504 : 503;
}
