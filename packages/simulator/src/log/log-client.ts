import { LogError } from '@quorate/log';
import type { Log, Position, Writer } from '@quorate/log';
import { Future, FutureError, withDeadline } from '@quorate/process';
import type { Runtime } from '@quorate/process';
import type { Chance } from '../chance.ts';
import type { History, Operation } from './history.ts';

/** How a client works. Times in milliseconds. */
export interface ClientPace {
  readonly thinkMsMin: number;
  readonly thinkMsMax: number;
  /** How long it waits for one operation. */
  readonly patienceMs: number;
  /** How often in a thousand it tries to write though another is meant to. */
  readonly duelPermille: number;
  readonly readPermille: number;
  readonly truncatePermille: number;
}

/** A client that is always busy. */
export const BRISK: ClientPace = {
  thinkMsMin: 50,
  thinkMsMax: 400,
  patienceMs: 4_000,
  duelPermille: 5,
  readPermille: 60,
  truncatePermille: 20,
};

export interface LogClientOptions {
  readonly address: string;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly chance: Chance;
  readonly history: History;
  /** As it is at the moment. */
  readonly pace: () => ClientPace;
  /** Whether this node is meant to write now, to leave that to others, or nobody is to write. */
  readonly role: () => 'leader' | 'follower' | 'idle';
}

/** How many entries are kept when the beginning of the log is truncated, at most. */
const KEPT_MAX = 30;
const READ_MAX = 10;
const ENTRY_SIZE_BYTES_MAX = 40;

/**
 * A program that uses a log as a master does: it writes as long as it is the leader, starts its
 * writer again when that was demoted, gives up what takes too long, and reads.
 */
export class LogClient {
  readonly #options: LogClientOptions;
  #writer: Writer | undefined;
  #isElected = false;
  #written = 0;

  constructor(options: LogClientOptions) {
    this.#options = options;
  }

  /** Works until the log is of no more use. Gives the code that says why. */
  async run(): Promise<string> {
    const { runtime, chance, log } = this.#options;
    await log.recovered.recover(() => Future.ready(undefined));
    if (log.recovered.isFailed) return codeOf(log.recovered.failure());
    for (;;) {
      const pace = this.#options.pace();
      try {
        await runtime.after(chance.between(pace.thinkMsMin, pace.thinkMsMax));
        await this.#work();
      } catch (error) {
        if (isEnd(error)) return codeOf(error);
        if (!isPassing(error)) throw error;
      }
    }
  }

  async #work(): Promise<void> {
    const { chance } = this.#options;
    const pace = this.#options.pace();
    const role = this.#options.role();
    if (role === 'idle') return;
    if (chance.permille(pace.readPermille)) {
      await this.#read();
      return;
    }
    if (role === 'follower' && !chance.permille(pace.duelPermille)) return;
    if (!this.#isElected) await this.#elect();
    else if (chance.permille(pace.truncatePermille)) await this.#truncate();
    else await this.#append();
  }

  async #elect(): Promise<void> {
    const operation = this.#invoke('elect');
    this.#writer ??= this.#options.log.writer();
    const started = await this.#attempt(operation, this.#writer.start());
    this.#isElected = started?.type === 'elected';
    if (!started) return;
    if (started.type === 'elected') {
      this.#options.history.succeed(operation, { position: started.position });
      await this.#readTo(started.position, true);
    } else {
      this.#options.history.fail(operation, 'failed');
      const { chance, runtime } = this.#options;
      await runtime.after(chance.between(200, 400));
    }
  }

  async #append(): Promise<void> {
    const { chance, address, runtime } = this.#options;
    const padding = 'x'.repeat(chance.between(0, ENTRY_SIZE_BYTES_MAX));
    const value = `${address}.${runtime.ids.unique()}.${++this.#written}.${padding}`;
    const operation = this.#options.history.invoke(address, 'append', { value });
    await this.#write(operation, (writer) => writer.append(new TextEncoder().encode(value)));
  }

  async #truncate(): Promise<void> {
    const end = await this.#options.log.reader().ending();
    const to = Math.max(0, end - this.#options.chance.between(0, KEPT_MAX)) as Position;
    await this.#write(this.#invoke('truncate', { to }), (writer) => writer.truncate(to));
  }

  async #write(operation: Operation, write: (writer: Writer) => Future<Position>): Promise<void> {
    if (!this.#writer) return;
    const position = await this.#attempt(operation, write(this.#writer));
    if (position === undefined) this.#isElected = false;
    else this.#options.history.succeed(operation, { position });
  }

  async #read(): Promise<void> {
    await this.#readTo(await this.#options.log.reader().ending(), false);
  }

  async #readTo(end: Position, isAfterElection: boolean): Promise<void> {
    const reader = this.#options.log.reader();
    const operation = this.#invoke('read', { isAfterElection });
    const from = Math.max(await reader.beginning(), end - READ_MAX) as Position;
    const entries = await this.#attempt(operation, reader.read(from, end));
    if (!entries) return;
    const decoder = new TextDecoder();
    this.#options.history.succeed(operation, {
      entries: entries.map(({ position, data }) => [position, decoder.decode(data)] as const),
    });
  }

  #invoke(
    type: Operation['type'],
    input: Pick<Operation, 'to' | 'isAfterElection'> = {},
  ): Operation {
    return this.#options.history.invoke(this.#options.address, type, input);
  }

  /** Undefined when it did not succeed, which the history then says. Throws when the log is gone. */
  async #attempt<T>(operation: Operation, future: Future<T>): Promise<T | undefined> {
    const { runtime, history } = this.#options;
    const { patienceMs } = this.#options.pace();
    try {
      return await withDeadline(future, runtime.clock, patienceMs);
    } catch (error) {
      history.fail(operation, outcomeOf(error), codeOf(error as Error));
      if (isEnd(error)) throw error;
      return undefined;
    }
  }
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}

function outcomeOf(error: unknown): 'failed' | 'unknown' {
  return error instanceof LogError && error.outcome === 'definite' ? 'failed' : 'unknown';
}

/** Nothing can be done with this log any more. */
function isEnd(error: unknown): error is LogError | FutureError {
  if (error instanceof LogError) return END.has(error.code);
  return error instanceof FutureError && !GIVEN_UP.has(error.code);
}

/** What could not be read may be the next time; a disk that cannot be written ends the program anyway. */
function isPassing(error: unknown): boolean {
  return error instanceof LogError && error.code === 'STORAGE_FAILED';
}

/** An election that begins while one that was given up still ends is discarded with that one. */
const GIVEN_UP: ReadonlySet<string> = new Set(['FUTURE_TIMEOUT', 'FUTURE_DISCARDED']);

const END: ReadonlySet<string> = new Set(['LOG_CLOSED', 'LOG_CORRUPT', 'REPLICA_OUTDATED']);
