import { setTimeout as delay } from 'node:timers/promises';
import type { Pid } from '@quorate/process';
import { LogError, toLogError } from '../errors.ts';
import type { LogErrorCode } from '../errors.ts';
import { toPosition } from '../protocol/types.ts';
import type { Position } from '../protocol/types.ts';
import { memberPid } from '../static-members.ts';
import { Exchanges } from './exchange.ts';
import type { Exchange, ExchangeOptions } from './exchange.ts';
import type { LogPage, LogStatus, LogWritten } from './log-messages.ts';
import { LOG_REQUEST_TIMEOUT_MS } from './log-service.ts';

/** Beyond what the replica was given for a write, so that its own word on the outcome is heard. */
const ANSWER_MS = 1_000;
/** One replica is not waited for any shorter than this, as long as there is time. */
const ATTEMPT_MS_MIN = 1_000;
const ROUND_PAUSE_MS = 100;

/** Which group a client talks to. */
export interface LogClientOptions extends ExchangeOptions {
  /** Its replicas, or some of them, as `host:port` or `id@host:port`. Asked in this order. */
  readonly replicas: readonly (Pid | string)[];
  /** How long one call may take in all. Default 10,000. */
  readonly timeoutMs?: number;
}

/** What a replica says of itself, or why it says nothing. */
export type MemberStatus =
  | { readonly member: string; readonly status: LogStatus }
  | { readonly member: string; readonly error: LogError };

/**
 * A program without a replica of its own: has replicas that run as `serveReplica` read and write for it.
 *
 * It keeps to the replica that answered last, since each writer drives out the one before, and goes on to
 * the next when that cannot be reached or refuses. A write whose outcome is not known is never repeated.
 */
export class LogClient {
  readonly #addresses: readonly string[];
  readonly #timeoutMs: number;
  readonly #exchanges: Exchanges;
  #current = 0;

  /** Throws `LOG_MEMBERS_INVALID`. */
  constructor({ replicas, timeoutMs = LOG_REQUEST_TIMEOUT_MS, ...options }: LogClientOptions) {
    this.#exchanges = new Exchanges(options);
    this.#addresses = [...new Set(replicas.map((replica) => memberPid(replica).address))];
    this.#timeoutMs = timeoutMs;
    if (this.#addresses.length > 0) return;
    throw new LogError('LOG_MEMBERS_INVALID', 'no replica is listed; list at least one');
  }

  /**
   * Appends an entry. Ready when a quorum has it on disk.
   *
   * Fails as `Writer.append` does, and with `WRITE_TIMEOUT`, `LOG_UNREACHABLE` and `LOG_REQUEST_FAILED`;
   * `outcome` says what is known.
   */
  append(bytes: Uint8Array): Promise<Position> {
    return this.#write('/log/append', '', bytes);
  }

  /** Removes all entries below `to`. As `append` otherwise. */
  truncate(to: Position): Promise<Position> {
    return this.#write('/log/truncate', `&to=${to}`, new Uint8Array(0));
  }

  /**
   * Some entries from `from` on, or from the beginning, as far as the replica that answers has learned
   * them: none when there are none yet. Fails with `READ_TRUNCATED`, or as the last replica that was asked.
   */
  read(from?: Position): Promise<LogPage> {
    const query = from === undefined ? '' : `&from=${from}`;
    return this.#untilAnswered(async (address, timeoutMs) => {
      const path = `/log/entries?timeoutMs=${timeoutMs}${query}`;
      return (await this.#ask({ address, method: 'GET', path, timeoutMs })) as LogPage;
    }, mayBeReadAgain);
  }

  /** What each of the replicas says of itself, in the order of the list. Never fails. */
  status(): Promise<readonly MemberStatus[]> {
    const timeoutMs = this.#timeoutMs;
    return Promise.all(
      this.#addresses.map(async (address): Promise<MemberStatus> => {
        const exchange = { address, method: 'GET', path: '/log/status', timeoutMs } as const;
        try {
          return { member: address, status: (await this.#ask(exchange)) as LogStatus };
        } catch (error) {
          return { member: address, error: toLogError('LOG_REQUEST_FAILED', address, error) };
        }
      }),
    );
  }

  /** Ends its connections. */
  close(): void {
    this.#exchanges.close();
  }

  #write(path: string, query: string, body: Uint8Array): Promise<Position> {
    return this.#untilAnswered(async (address, timeoutMs) => {
      const written = await this.#ask({
        address,
        method: 'POST',
        path: `${path}?timeoutMs=${timeoutMs}${query}`,
        body,
        timeoutMs: timeoutMs + ANSWER_MS,
      });
      return toPosition((written as LogWritten).position);
    }, mayBeWrittenAgain);
  }

  #ask(exchange: Exchange): Promise<unknown> {
    return this.#exchanges.ask(exchange);
  }

  /** One replica after the other, each for half of the time that is left. */
  async #untilAnswered<T>(
    attempt: (address: string, timeoutMs: number) => Promise<T>,
    mayBeRepeated: (error: unknown) => boolean,
  ): Promise<T> {
    const deadline = performance.now() + this.#timeoutMs;
    for (let attempts = 1; ; attempts++) {
      const left = Math.max(1, Math.ceil(deadline - performance.now()));
      const share = this.#addresses.length === 1 ? left : Math.ceil(left / 2);
      const timeoutMs = Math.min(left, Math.max(share, ATTEMPT_MS_MIN));
      const address = this.#addresses[this.#current] ?? '';
      try {
        return await attempt(address, timeoutMs);
      } catch (error) {
        if (!mayBeRepeated(error)) throw error;
        this.#current = (this.#current + 1) % this.#addresses.length;
        if (performance.now() >= deadline) throw error;
        if (attempts % this.#addresses.length === 0) await delay(ROUND_PAUSE_MS);
      }
    }
  }
}

/** Whoever is asked, the answer is the same. */
const FINAL: ReadonlySet<LogErrorCode> = new Set([
  ...(['ENTRY_INVALID', 'ENTRY_TOO_LARGE', 'LOG_OPTION_INVALID', 'POSITION_INVALID'] as const),
  ...(['READ_PAST_END', 'READ_RANGE_INVALID', 'READ_TRUNCATED'] as const),
]);

function mayBeReadAgain(error: unknown): boolean {
  return error instanceof LogError && !FINAL.has(error.code);
}

function mayBeWrittenAgain(error: unknown): boolean {
  return mayBeReadAgain(error) && (error as LogError).outcome !== 'unknown';
}
