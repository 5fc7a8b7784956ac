import { LogError, type Reader } from '@quorate/log';
import type { Entry } from '@quorate/messages';
import { defaultRuntime, Future, type Runtime, type Timer } from '@quorate/process';
import { checkName } from './entry.ts';
import { StateError, stateClosed } from './errors.ts';
import { toLogFailure } from './log-failure.ts';
import { VALUE_SIZE_BYTES_MAX } from './log-storage-options.ts';
import { SnapshotTable } from './snapshot-table.ts';
import type { Storage } from './storage.ts';
import { ChangeListeners, type ChangeListener } from './watch/change-listener.ts';

/** How often a follower looks for news when nothing else is asked for: every second. */
export const FOLLOW_INTERVAL_MS = 1_000;

/** The part of a log that a follower uses; `Log` of `@quorate/log` has it. */
export interface FollowedLog {
  /** The runtime the log lives in. */
  readonly runtime?: Runtime;
  reader(): Pick<Reader, 'beginning' | 'entries' | 'catchUp'>;
}

/** How a log is followed. */
export interface LogFollowerOptions {
  /** Where its timers run. Default: what the log says, else the default runtime. */
  readonly runtime?: Runtime;
  /** How long between two looks for news while somebody watches, in ms above 0. Default `FOLLOW_INTERVAL_MS`. */
  readonly intervalMs?: number;
}

/** Another look may help: the local replica does not have or does not know yet what it is asked for. */
const PASSING: ReadonlySet<string> = new Set(['READ_MISSING', 'READ_PENDING']);

/**
 * The variables of a log that another writes: to read and to watch, never to store. It asks nobody for
 * leadership, and so disturbs nobody; any member of the group can have one.
 *
 * It reads what the local replica has learned, and has it catch up with the others. **What it shows may be
 * older than what was stored**: by `intervalMs` and a round of messages, if all members hear of each
 * other; else until the log's next entry, as catching up leaves out the last position.
 *
 * `get` and `names` look for news first, and wait for the catching up for at most `intervalMs`. Failures:
 * `STATE_READ_ONLY` for `set` and `expunge`, else those of a `LogStorage` that reads the log.
 */
export class LogFollower implements Storage, Disposable {
  readonly #reader: ReturnType<FollowedLog['reader']>;
  readonly #runtime: Runtime;
  readonly #intervalMs: number;
  readonly #table = new SnapshotTable(VALUE_SIZE_BYTES_MAX);
  readonly #listeners = new ChangeListeners();
  #looking: Future<void> | undefined;
  #catchingUp: Future<unknown> | undefined;
  #timer: Timer | undefined;
  #isClosed = false;

  /** @param log stays open when the follower is closed; throws `STATE_OPTION_INVALID` */
  constructor(log: FollowedLog, options: LogFollowerOptions = {}) {
    const { intervalMs = FOLLOW_INTERVAL_MS } = options;
    if (typeof intervalMs !== 'number' || !(intervalMs > 0)) {
      const message = `expected intervalMs to be a number of milliseconds above 0, got ${String(intervalMs)}`;
      throw new StateError('STATE_OPTION_INVALID', message);
    }
    this.#reader = log.reader();
    this.#runtime = options.runtime ?? log.runtime ?? defaultRuntime();
    this.#intervalMs = intervalMs;
  }

  get(name: string): Future<Entry | undefined> {
    return Future.try(() => {
      checkName(name);
      return this.#look().andThen(() => {
        const entry = this.#table.entry(name);
        return entry && { name, uuid: new Uint8Array(entry.uuid), value: entry.value.bytes() };
      });
    });
  }

  names(): Future<ReadonlySet<string>> {
    return this.#look().andThen(() => this.#table.names());
  }

  set(): Future<boolean> {
    return Future.failed(readOnly());
  }

  expunge(): Future<boolean> {
    return Future.failed(readOnly());
  }

  subscribe(name: string, listener: ChangeListener): () => void {
    checkName(name);
    const remove = this.#listeners.add(name, listener);
    if (this.#isClosed) listener.ended(closed());
    else this.#lookLater();
    return () => {
      remove();
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  /** Ends what is under way and who watches with `STATE_CLOSED`; the log stays open. */
  close(): void {
    this.#isClosed = true;
    this.#rest();
    this.#catchingUp?.discard();
    this.#listeners.end(closed());
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** Shared by all who ask meanwhile: that one of them leaves ends it for nobody. */
  #look(): Future<void> {
    if (this.#isClosed) return Future.failed(closed());
    // Not tracked by the runtime: without a quorum it lasts until its clock goes on.
    this.#looking ??= Future.try(() => this.#readNews()).onAny(() => {
      this.#looking = undefined;
    });
    return this.#looking.andThen(() => undefined).undiscardable();
  }

  async #readNews(): Promise<void> {
    await this.#catchUp();
    try {
      await this.#read();
    } catch (error) {
      if (this.#isClosed) throw closed();
      const code = error instanceof LogError ? error.code : undefined;
      if (code !== undefined && PASSING.has(code)) return;
      // Truncated while we read: the next look begins where the log begins then.
      if (code === 'READ_TRUNCATED') return this.#readNews();
      throw error instanceof StateError ? error : toLogFailure('follow the log', error as Error);
    }
  }

  async #read(): Promise<void> {
    const beginning = await this.#reader.beginning();
    const { index } = this.#table;
    if (index !== undefined && index < beginning - 1) {
      // Every variable that lives stands behind the beginning; what we know may be dead.
      this.#table.clear();
      this.#listeners.allChanged();
    }
    const from = Math.max(beginning, (this.#table.index ?? -1) + 1);
    for await (const { position, data } of this.#reader.entries(from as typeof beginning)) {
      const name = this.#table.apply(position, data);
      if (name !== undefined) this.#listeners.changed(name);
    }
  }

  /**
   * Waits for it only so long: without a quorum it takes for ever. That it fails is no news, as the local
   * replica may be all there is, or not vote yet.
   */
  #catchUp(): Future<unknown> {
    this.#catchingUp ??= this.#reader
      .catchUp()
      .repair(() => undefined)
      .onAny(() => {
        this.#catchingUp = undefined;
      });
    const done = this.#catchingUp.andThen(() => undefined).undiscardable();
    return done.after(this.#runtime.clock, this.#intervalMs, () => Future.ready(undefined));
  }

  #lookLater(): void {
    this.#timer ??= this.#runtime.clock.after(this.#intervalMs, () => {
      this.#timer = undefined;
      this.#look().onAny((done) => {
        if (done.isFailed) this.#listeners.end(done.failure());
        else if (this.#listeners.size > 0) this.#lookLater();
      });
    });
  }

  #rest(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }
}

function closed(): StateError {
  return stateClosed('the follower is closed')();
}

function readOnly(): StateError {
  const message = 'a LogFollower only reads: store through the LogStorage of whoever leads';
  return new StateError('STATE_READ_ONLY', message, { outcome: 'definite' });
}
