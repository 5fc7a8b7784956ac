import { Completer, Future, Process, collect } from '@quorate/process';
import type { Pid, Timer } from '@quorate/process';
import { ZooKeeper } from '../client/zookeeper.ts';
import type { ConnectionSettings } from '../client/zookeeper-options.ts';
import { ZooKeeperError, hasCode } from '../errors.ts';
import { EVERYONE_READ_CREATOR_ALL, OPEN_ACL_UNSAFE } from '../protocol/acl.ts';
import type { Acl } from '../protocol/acl.ts';
import { childPath } from '../protocol/paths.ts';
import type { SessionStatus } from '../protocol/session-state.ts';
import { inProcess } from '../in-process.ts';
import { isRetryable, retryPauseMs } from '../retry.ts';
import { MemberTable } from './member-table.ts';
import { memberPrefix, parseMemberName } from './member-name.ts';
import type { MemberName } from './member-name.ts';
import type { Membership } from './membership.ts';

/** Something asked for, which is tried until it has succeeded or is refused. */
interface Operation<T> {
  readonly attempt: (operation: Operation<T>) => Future<T>;
  readonly done: (value: T, operation: Operation<T>) => void;
  readonly completer: Completer<unknown>;
  /** Whether an attempt in this session may have been served although it failed. */
  isUncertain: boolean;
}

interface Watch {
  readonly expected: ReadonlySet<string>;
  readonly completer: Completer<readonly Membership[]>;
}

/** The actor behind `Group`. */
export class GroupProcess extends Process {
  declare readonly self: Pid<GroupProcess>;
  readonly #settings: ConnectionSettings;
  readonly #path: string;
  readonly #acl: readonly Acl[];
  readonly #table = new MemberTable();
  readonly #operations: Operation<unknown>[] = [];
  readonly #watches = new Set<Watch>();
  #client: ZooKeeper | undefined;
  #sessionId: bigint | undefined;
  /** Counts the sessions: what an earlier one still says is of no interest. */
  #session = 0;
  /** Whether the group's own znode is there. */
  #isSetUp = false;
  #isBusy = false;
  /** What is being attempted. */
  #current: Operation<unknown> | undefined;
  #failedAttempts = 0;
  #pause: Timer | undefined;
  /** Undefined while the names of the znodes have to be read, again. */
  #memberships: readonly Membership[] | undefined;
  /** Counts the reasons to read them again. */
  #invalidations = 0;
  #error: ZooKeeperError | undefined;

  constructor(settings: ConnectionSettings, path: string) {
    super({ idPrefix: 'zookeeper-group' });
    this.#settings = settings;
    this.#path = path;
    this.#acl = settings.authentication ? EVERYONE_READ_CREATOR_ALL : OPEN_ACL_UNSAFE;
  }

  protected override initialize(): void {
    this.#connect();
  }

  protected override finalize(): Future<void> {
    this.#pause?.cancel();
    this.#failAll(new ZooKeeperError('ZOOKEEPER_CLOSED', 'the group was closed'));
    const closing = this.#client?.close() ?? Future.ready();
    return closing.onAny(() => this.#table.close());
  }

  join(data: Uint8Array, label: string | undefined): Future<Membership> {
    return this.#perform<string | undefined, Membership>({
      attempt: ({ isUncertain, completer }) => {
        const found = isUncertain ? this.#findOrphan(label) : Future.ready(undefined);
        return found.andThen((name) => {
          const isWanted = completer.future.isPending;
          return name ?? (isWanted ? this.#createMember(data, label) : undefined);
        });
      },
      done: (name, { completer }) => {
        if (name === undefined) return;
        this.#invalidate();
        const joined = toMemberName(name);
        if (completer.future.isPending) completer.set(this.#table.add(joined));
        else this.#leave(joined.name, completer);
      },
    });
  }

  cancel({ name }: Membership): Future<boolean> {
    if (this.#error) return Future.failed(this.#error);
    if (!this.#table.owns(name)) return Future.ready(false);
    return this.#perform<boolean, boolean>({
      attempt: ({ isUncertain }) => this.#remove(name, isUncertain),
      done: (isRemoved, { completer }) => {
        this.#invalidate();
        if (isRemoved) this.#table.cancel(name);
        completer.set(isRemoved);
      },
    });
  }

  data({ name }: Membership): Future<Uint8Array | undefined> {
    return this.#perform<Uint8Array | undefined, Uint8Array | undefined>({
      attempt: () =>
        this.#connected()
          .get(childPath(this.#path, name))
          .andThen(({ data }) => data)
          .repair((failed) =>
            hasCode(failed.failure(), 'ZOOKEEPER_NO_NODE') ? undefined : failed,
          ),
      done: (data, { completer }) => completer.set(data),
    });
  }

  watch(expected: ReadonlySet<string>): Future<readonly Membership[]> {
    if (this.#error) return Future.failed(this.#error);
    const watch: Watch = { expected, completer: new Completer<readonly Membership[]>() };
    this.#watches.add(watch);
    watch.completer.future.onDiscard(
      inProcess(this, () => {
        if (this.#watches.delete(watch)) watch.completer.discard();
      }),
    );
    this.#tellWatches();
    this.#next();
    return watch.completer.future;
  }

  session(): bigint | undefined {
    if (this.#error) throw this.#error;
    return this.#sessionId;
  }

  // ------------------------------------------------------------------------- the session

  #connect(): void {
    const session = ++this.#session;
    const { runtime, self } = this;
    const { connector, sessionTimeoutMs, authentication, operationsMax, url } = this.#settings;
    this.#client = new ZooKeeper({
      ...{ servers: url, connector, runtime, sessionTimeoutMs, operationsMax },
      ...(authentication && { authentication }),
      onStatus: (status) => runtime.tell(self, () => this.#onStatus(session, status)),
    });
    this.#next();
  }

  #onStatus(session: number, status: SessionStatus): void {
    if (session !== this.#session || this.#error) return;
    if (status.type === 'connected') this.#sessionId = status.sessionId;
    if (status.type !== 'ended') return;
    if (hasCode(status.error, 'ZOOKEEPER_SESSION_EXPIRED')) this.#expired();
    else this.#abort(status.error);
  }

  /** Our memberships go with the session. Those of others are unknown, which counts as gone. */
  #expired(): void {
    this.runtime.logger.warn({ path: this.#path }, 'the session of a group has expired');
    this.#memberships = [];
    this.#tellWatches();
    this.#invalidate();
    this.#table.loseOwned();
    this.#sessionId = undefined;
    this.#isSetUp = false;
    this.#isBusy = false;
    this.#current = undefined;
    this.#pause?.cancel();
    // What may have been done in the session is undone with it.
    for (const operation of this.#operations) operation.isUncertain = false;
    this.#connect();
  }

  /** Nothing can be done any more, and trying again would not help. */
  #abort(error: ZooKeeperError): void {
    this.runtime.logger.error({ err: error, path: this.#path }, 'a group has failed for good');
    this.#error = error;
    this.#pause?.cancel();
    this.#failAll(error);
    this.#table.loseOwned();
    this.#client?.close();
    this.#client = undefined;
  }

  #failAll(error: ZooKeeperError): void {
    for (const { completer } of this.#operations.splice(0)) completer.fail(error);
    for (const { completer } of this.#watches) completer.fail(error);
    this.#watches.clear();
  }

  // --------------------------------------------------------------- one thing at a time

  #perform<T, R>(operation: Omit<Operation<T>, 'completer' | 'isUncertain'>): Future<R> {
    if (this.#error) return Future.failed(this.#error);
    const completer = new Completer<R>();
    const queued = { ...operation, completer, isUncertain: false } as Operation<unknown>;
    this.#operations.push(queued);
    completer.future.onDiscard(inProcess(this, () => this.#takeBack(queued)));
    this.#next();
    return completer.future;
  }

  /** What may have been done goes on without its caller, so that it can be undone. */
  #takeBack(operation: Operation<unknown>): void {
    const index = this.#operations.indexOf(operation);
    if (index === -1) return;
    operation.completer.discard();
    if (operation !== this.#current && !operation.isUncertain) this.#operations.splice(index, 1);
  }

  /** The group's own znode first, then what was asked for in its order, then who is there. */
  #next(): void {
    if (this.#isBusy || this.#error || !this.#client) return;
    const [operation] = this.#operations;
    if (!this.#isSetUp) {
      this.#work(this.#connected().ensure(this.#path, this.#acl), () => {
        this.#isSetUp = true;
      });
    } else if (operation) {
      this.#current = operation;
      this.#work(
        operation.attempt(operation),
        (value) => {
          this.#operations.shift();
          operation.done(value, operation);
        },
        operation,
      );
    } else if (this.#memberships === undefined) {
      this.#readMembers();
    }
  }

  /** @param operation what it is done for; without one its failure is that of the group */
  #work<T>(work: Future<T>, done: (value: T) => void, operation?: Operation<unknown>): void {
    const session = this.#session;
    this.#isBusy = true;
    work.onAny(
      inProcess(this, (finished: Future<T>) => {
        if (session !== this.#session || this.#error) return;
        this.#isBusy = false;
        this.#current = undefined;
        if (finished.isFailed) this.#onFailed(finished.failure(), operation);
        else {
          this.#failedAttempts = 0;
          done(finished.value());
          this.#next();
        }
      }),
    );
  }

  #onFailed(error: Error, operation: Operation<unknown> | undefined): void {
    // Whoever removed the group's znode removed the members first: it has to be made again.
    const isGone = hasCode(error, 'ZOOKEEPER_NO_NODE');
    if (isRetryable(error) || isGone) {
      if (operation) operation.isUncertain ||= (error as ZooKeeperError).outcome === 'unknown';
      if (isGone) this.#isSetUp = false;
      this.#retryLater();
    } else if (operation) {
      this.#operations.shift();
      operation.completer.fail(error);
      this.#next();
    } else {
      this.#abort(error as ZooKeeperError);
    }
  }

  #retryLater(): void {
    this.#isBusy = true;
    this.#failedAttempts++;
    const session = this.#session;
    this.#pause = this.delay(retryPauseMs(this.#failedAttempts, this.runtime.random), () => {
      if (session !== this.#session) return;
      this.#isBusy = false;
      this.#next();
    });
  }

  // ----------------------------------------------------------------------------- members

  #connected(): ZooKeeper {
    if (this.#client) return this.#client;
    throw new ZooKeeperError('ZOOKEEPER_CLOSED', 'the group was closed');
  }

  #createMember(data: Uint8Array, label: string | undefined): Future<string> {
    const path = childPath(this.#path, memberPrefix(label));
    return this.#connected()
      .create(path, data, { acl: this.#acl, ephemeral: true, sequential: true })
      .andThen((created) => created.slice(created.lastIndexOf('/') + 1));
  }

  /**
   * A member whose creation we were not told of. Left alone it would be one nobody can cancel, and
   * might be the leader for as long as the session lasts.
   */
  #findOrphan(label: string | undefined): Future<string | undefined> {
    const client = this.#connected();
    return client.children(this.#path).andThen(({ children }) => {
      const candidates = children.filter(
        (name) => parseMemberName(name)?.label === label && !this.#table.owns(name),
      );
      const owners = candidates.map((name) => client.exists(childPath(this.#path, name)));
      return collect(owners).andThen((stats) =>
        candidates.find((_, index) => stats[index]?.ephemeralOwner === this.#sessionId),
      );
    });
  }

  /** @param isUncertain whether it may have been removed before: that it is gone was our doing then */
  #remove(name: string, isUncertain: boolean): Future<boolean> {
    return this.#connected()
      .delete(childPath(this.#path, name))
      .andThen(() => true)
      .repair((failed) => (hasCode(failed.failure(), 'ZOOKEEPER_NO_NODE') ? isUncertain : failed));
  }

  /** Whoever wanted to join does not any more. */
  #leave(name: string, completer: Completer<unknown>): void {
    this.#operations.unshift({
      attempt: ({ isUncertain }) => this.#remove(name, isUncertain),
      done: () => this.#invalidate(),
      completer,
      isUncertain: false,
    });
  }

  #readMembers(): void {
    const invalidations = this.#invalidations;
    this.#work(
      this.#connected().children(this.#path, { onChange: this.#onChange }),
      ({ children }) => {
        if (invalidations !== this.#invalidations) return;
        this.#memberships = this.#table.update(children);
        this.#tellWatches();
      },
    );
  }

  readonly #onChange = (): void => {
    const session = this.#session;
    this.runtime.tell(this.self, () => {
      if (session !== this.#session) return;
      this.#invalidate();
      this.#next();
    });
  };

  /** Whoever has just learned of a join must not be told members without it by a later watch. */
  #invalidate(): void {
    this.#memberships = undefined;
    this.#invalidations++;
  }

  #tellWatches(): void {
    const memberships = this.#memberships;
    if (!memberships) return;
    for (const watch of this.#watches) {
      if (isSame(memberships, watch.expected)) continue;
      this.#watches.delete(watch);
      watch.completer.set(memberships);
    }
  }
}

function isSame(memberships: readonly Membership[], expected: ReadonlySet<string>): boolean {
  return (
    memberships.length === expected.size && memberships.every(({ name }) => expected.has(name))
  );
}

function toMemberName(name: string): MemberName {
  const parsed = parseMemberName(name);
  if (parsed) return parsed;
  throw new ZooKeeperError('ZOOKEEPER_PROTOCOL_VIOLATED', `the server named a member ${name}`);
}
