import type { Entry } from '@quorate/messages';
import { Future } from '@quorate/process';
import type { Runtime } from '@quorate/process';
import { Sequence, failIfAbandoned } from '@quorate/process/sync';
import { StateError, checkName, copyEntry, copyUuid, equalUuids } from '@quorate/state';
import type { ChangeListener, Storage } from '@quorate/state';
import { ZooKeeperError, hasCode } from '../errors.ts';
import { checkGroupOptions } from '../group/group.ts';
import type { GroupOptions } from '../group/group.ts';
import { isRetryable, retryPauseMs } from '../retry.ts';
import { EntryWatch } from './entry-watch.ts';
import { EntryZnodes } from './entry-znodes.ts';
import { judge } from './lost-write.ts';
import type { LostWrite, Seen } from './lost-write.ts';

/** How often a write is repeated that is lost each time: a server may refuse its size in this way. */
const LOSSES_MAX = 10;

/** Where a storage is. `path` is the znode whose children are the entries. */
export type ZooKeeperStorageOptions = GroupOptions;

/** A write: what it needs to find, and what it does then. */
interface Write {
  readonly what: string;
  readonly name: string;
  /** Whether it may be done in the state that was seen. */
  readonly accepts: (seen: Seen) => boolean;
  readonly perform: (seen: Seen) => Future<void>;
  /** The version it stores; undefined if it removes. */
  readonly uuid: Uint8Array | undefined;
}

/**
 * Entries of `State` in ZooKeeper, one znode each, as durable as ZooKeeper makes them. With
 * authentication anyone may read and only the creator may write.
 *
 * Operations run one at a time, in the order of the calls. They wait for a connection, and for the next
 * session when one expires. `get` and `names` may be behind what others have stored; what is stored is
 * compared with what is there.
 *
 * Failures, besides those of bad arguments: `STATE_VALUE_TOO_LARGE` (a server would not take it; nothing was
 * sent), `ZOOKEEPER_CONNECTION_LOSS` (with `outcome` `unknown`: the connection broke under a write, and
 * others have written since), `ZOOKEEPER_ENTRY_MALFORMED`, `ZOOKEEPER_NO_AUTH`, `ZOOKEEPER_AUTH_FAILED`,
 * `STATE_QUEUE_FULL`, `STATE_CLOSED`.
 *
 * Discarding an operation stops the wait; a write that was sent may still take effect.
 * (Mesos src/state/zookeeper.cpp)
 */
export class ZooKeeperStorage implements Storage, AsyncDisposable {
  readonly #runtime: Runtime;
  readonly #znodes: EntryZnodes;
  readonly #operationsMax: number;
  /** A store must see what the one before it has stored. */
  readonly #sequence = new Sequence();
  readonly #watches = new Set<EntryWatch>();
  #operations = 0;
  #closing: Future<void> | undefined;

  /** Throws `ZOOKEEPER_OPTION_INVALID`, `ZOOKEEPER_URL_INVALID` and `ZOOKEEPER_PATH_INVALID`. */
  constructor(options: ZooKeeperStorageOptions) {
    const { settings, path } = checkGroupOptions(options);
    this.#runtime = settings.runtime;
    this.#operationsMax = settings.operationsMax;
    this.#znodes = new EntryZnodes(settings, path, () => {
      for (const watch of this.#watches) watch.renew();
    });
  }

  get(name: string): Future<Entry | undefined> {
    return this.#inOrder(
      () => checkName(name),
      () => this.#retried(() => this.#znodes.read(name).andThen((read) => read?.entry)),
    );
  }

  set(entry: Entry, uuid: Uint8Array): Future<boolean> {
    return this.#inOrder(
      () => {
        const checked = { entry: copyEntry(entry), expected: copyUuid(uuid) };
        this.#znodes.checkSize(checked.entry);
        return checked;
      },
      ({ entry, expected }) =>
        this.#write({
          what: `store ${JSON.stringify(entry.name)}`,
          name: entry.name,
          accepts: (seen) => seen.type === 'absent' || equalUuids(seen.uuid, expected),
          perform: (seen) => this.#znodes.store(entry, seen),
          uuid: entry.uuid,
        }),
    );
  }

  expunge(entry: Entry): Future<boolean> {
    return this.#inOrder(
      () => {
        checkName(entry.name);
        return { name: entry.name, expected: copyUuid(entry.uuid) };
      },
      ({ name, expected }) =>
        this.#write({
          what: `expunge ${JSON.stringify(name)}`,
          name,
          accepts: (seen) => seen.type === 'present' && equalUuids(seen.uuid, expected),
          perform: (seen) => this.#znodes.remove(name, seen.type === 'present' ? seen.version : 0),
          uuid: undefined,
        }),
    );
  }

  names(): Future<ReadonlySet<string>> {
    return this.#inOrder(
      () => undefined,
      () => this.#retried(() => this.#znodes.names()),
    );
  }

  /**
   * Tells of what anybody has stored. After a change, `get` on this storage answers with it or a later one. It
   * ends with `STATE_CLOSED`, or when ZooKeeper refuses to tell (`ZOOKEEPER_NO_AUTH`, `ZOOKEEPER_AUTH_FAILED`);
   * not with a connection or a session. Of a watch that nobody wants any more the server forgets when it
   * fires, or with the session.
   */
  subscribe(name: string, listener: ChangeListener): () => void {
    checkName(name);
    const watch = new EntryWatch(
      (onChange) => this.#retried(() => this.#znodes.watch(name, onChange)),
      {
        changed: () => listener.changed(),
        ended: (error) => {
          this.#watches.delete(watch);
          listener.ended(hasCode(error, 'ZOOKEEPER_CLOSED') ? closed() : error);
        },
      },
    );
    this.#watches.add(watch);
    if (this.#closing) watch.end(closed());
    else watch.renew();
    return () => {
      this.#watches.delete(watch);
      watch.stop();
    };
  }

  /** Serves what is under way as far as it was sent, fails the rest with `STATE_CLOSED`. */
  close(): Future<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  #end(): Future<void> {
    const closing = this.#znodes.close().undiscardable();
    for (const watch of [...this.#watches]) watch.end(closed());
    return closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  // ---------------------------------------------------------------------------- in order

  /** Checks the arguments at once, before the caller may change them; then waits for its turn. */
  #inOrder<A, T>(check: () => A, work: (checked: A) => Future<T>): Future<T> {
    const asked = Future.try(() => {
      const checked = check();
      if (this.#operations >= this.#operationsMax) throw queueFull(this.#operationsMax);
      this.#operations++;
      return this.#sequence
        .add(() => work(checked))
        .onAny(() => {
          this.#operations--;
        });
    });
    return failIfAbandoned(asked, closed).repair((failed) =>
      hasCode(failed.failure(), 'ZOOKEEPER_CLOSED') ? Future.failed<T>(closed()) : failed,
    );
  }

  /** Repeats what changes nothing until it is answered, or discarded. */
  #retried<T>(attempt: () => Future<T>, attempts = 1): Future<T> {
    return attempt().repair((failed) =>
      isRetryable(failed.failure())
        ? this.#pause(attempts).andThen(() => this.#retried(attempt, attempts + 1))
        : failed,
    );
  }

  #pause(attempts: number): Future<void> {
    return this.#runtime.after(retryPauseMs(attempts, this.#runtime.random));
  }

  // ------------------------------------------------------------------------------ writes

  /** @param lost an attempt before, of which nobody knows what became */
  #write(write: Write, lost?: LostWrite, losses = 0): Future<boolean> {
    const looked = lost ? this.#lookAgain(write.name) : this.#look(write);
    return looked.andThen((seen) => {
      const verdict = lost && judge(lost, seen);
      if (verdict === 'done') return true;
      if (verdict === 'overtaken') return false;
      if (verdict === 'unknown') throw outcomeUnknown(write);
      if (!write.accepts(seen)) return false;
      if (losses >= LOSSES_MAX) throw lostTooOften(write);
      return write
        .perform(seen)
        .andThen(() => true)
        .repair((failed) => this.#onFailed(write, failed, { seen, lost, losses }));
    });
  }

  #onFailed(
    write: Write,
    failed: Future<boolean>,
    { seen, lost, losses }: { seen: Seen; lost: LostWrite | undefined; losses: number },
  ): Future<boolean> | boolean {
    const error = failed.failure();
    if (isRetryable(error)) {
      const isUnknown = error instanceof ZooKeeperError && error.outcome === 'unknown';
      const next = isUnknown ? { before: seen, uuid: write.uuid } : lost;
      return this.#pause(losses + 1).andThen(() => this.#write(write, next, losses + 1));
    }
    // Another was faster. Or ours was, the one before this: then what is there now tells.
    const isOther = hasCode(error, 'ZOOKEEPER_BAD_VERSION', 'ZOOKEEPER_NODE_EXISTS');
    if (isOther) return lost ? this.#write(write, lost, losses) : false;
    // It was removed meanwhile, with its path maybe; what that means is for `accepts` to say.
    return hasCode(error, 'ZOOKEEPER_NO_NODE') ? this.#write(write, lost, losses) : failed;
  }

  /** A server may be behind the one from which the caller has its version: it is not refused for that. */
  #look(write: Write): Future<Seen> {
    return this.#retried(() => this.#znodes.look(write.name)).andThen((seen) =>
      write.accepts(seen) ? seen : this.#lookAgain(write.name),
    );
  }

  #lookAgain(name: string): Future<Seen> {
    return this.#retried(() => this.#znodes.sync().andThen(() => this.#znodes.look(name)));
  }
}

function closed(): StateError {
  return new StateError('STATE_CLOSED', 'the storage was closed', { outcome: 'unknown' });
}

function queueFull(operationsMax: number): StateError {
  const message = `${operationsMax} operations are waiting: await some of them first`;
  return new StateError('STATE_QUEUE_FULL', message, { outcome: 'definite' });
}

function outcomeUnknown({ what }: Write): ZooKeeperError {
  const message = `${what}: the connection was lost, and others have written since: fetch it again`;
  return new ZooKeeperError('ZOOKEEPER_CONNECTION_LOSS', message, { outcome: 'unknown' });
}

function lostTooOften({ what }: Write): ZooKeeperError {
  const message = `${what}: the connection was lost ${LOSSES_MAX} times in a row; is it above the jute.maxbuffer of the servers?`;
  return new ZooKeeperError('ZOOKEEPER_CONNECTION_LOSS', message, { outcome: 'definite' });
}
