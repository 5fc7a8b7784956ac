import { Completer, Future, Process } from '@quorate/process';
import type { Pid, Timer } from '@quorate/process';
import { ZooKeeper } from '../client/zookeeper.ts';
import type { ConnectionSettings } from '../client/zookeeper-options.ts';
import { ZooKeeperError, hasCode } from '../errors.ts';
import type { SessionStatus } from '../protocol/session-state.ts';
import { inProcess } from '../in-process.ts';
import { isRetryable, retryPauseMs } from '../retry.ts';
import { MemberTable } from './member-table.ts';
import { parseMemberName } from './member-name.ts';
import type { MemberName } from './member-name.ts';
import { MemberWatches } from './member-watches.ts';
import { MemberZnodes } from './member-znodes.ts';
import type { Membership } from './membership.ts';

/** Something asked for, which is tried until it has succeeded or is refused. */
interface Operation<T> {
  readonly attempt: (operation: Operation<T>) => Future<T>;
  readonly done: (value: T, operation: Operation<T>) => void;
  readonly completer: Completer<unknown>;
  /** Whether an attempt in this session may have been served although it failed. */
  isUncertain: boolean;
}

/** The actor behind `Group`. */
export class GroupProcess extends Process {
  declare readonly self: Pid<GroupProcess>;
  readonly #settings: ConnectionSettings;
  readonly #path: string;
  readonly #table = new MemberTable();
  readonly #operations: Operation<unknown>[] = [];
  readonly #watches = new MemberWatches();
  #znodes: MemberZnodes | undefined;
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
  }

  protected override initialize(): void {
    this.#connect();
  }

  protected override finalize(): Future<void> {
    this.#pause?.cancel();
    this.#failAll(new ZooKeeperError('ZOOKEEPER_CLOSED', 'the group was closed'));
    const closing = this.#znodes?.close() ?? Future.ready();
    return closing.onAny(() => this.#table.close());
  }

  join(data: Uint8Array, label: string | undefined): Future<Membership> {
    return this.#perform<string | undefined, Membership>({
      attempt: ({ isUncertain, completer }) => {
        const znodes = this.#connected();
        const isFree = (candidate: string): boolean => !this.#table.owns(candidate);
        const found = isUncertain ? znodes.findOrphan(label, isFree) : Future.ready(undefined);
        return found.andThen((name) => {
          const isWanted = completer.future.isPending;
          return name ?? (isWanted ? znodes.create(data, label) : undefined);
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
      attempt: ({ isUncertain }) => this.#connected().remove(name, isUncertain),
      done: (isRemoved, { completer }) => {
        this.#invalidate();
        if (isRemoved) this.#table.cancel(name);
        completer.set(isRemoved);
      },
    });
  }

  data({ name }: Membership): Future<Uint8Array | undefined> {
    return this.#perform<Uint8Array | undefined, Uint8Array | undefined>({
      attempt: () => this.#connected().read(name),
      done: (data, { completer }) => completer.set(data),
    });
  }

  watch(expected: ReadonlySet<string>): Future<readonly Membership[]> {
    if (this.#error) return Future.failed(this.#error);
    const watching = this.#watches.add(expected);
    if (this.#memberships) this.#watches.tell(this.#memberships);
    this.#next();
    return watching;
  }

  session(): bigint | undefined {
    if (this.#error) throw this.#error;
    return this.#znodes?.sessionId;
  }

  // ------------------------------------------------------------------------- the session

  #connect(): void {
    const session = ++this.#session;
    const { runtime, self } = this;
    const { authentication, url, ...settings } = this.#settings;
    const client = new ZooKeeper({
      ...settings,
      servers: url,
      ...(authentication && { authentication }),
      onStatus: (status) => runtime.tell(self, () => this.#onStatus(session, status)),
    });
    this.#znodes = new MemberZnodes(client, this.#path, authentication !== undefined);
    this.#next();
  }

  #onStatus(session: number, status: SessionStatus): void {
    if (session !== this.#session || this.#error) return;
    if (status.type !== 'ended') return;
    if (hasCode(status.error, 'ZOOKEEPER_SESSION_EXPIRED')) this.#expired();
    else this.#abort(status.error);
  }

  /** Our memberships go with the session. Those of others are unknown, which counts as gone. */
  #expired(): void {
    this.runtime.logger.warn({ path: this.#path }, 'the session of a group has expired');
    this.#watches.tell([]);
    this.#invalidate();
    this.#table.loseOwned();
    void this.#znodes?.close();
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
    void this.#znodes?.close();
    this.#znodes = undefined;
  }

  #failAll(error: ZooKeeperError): void {
    for (const { completer } of this.#operations.splice(0)) completer.fail(error);
    this.#watches.fail(error);
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
    if (this.#isBusy || this.#error || !this.#znodes) return;
    const [operation] = this.#operations;
    if (!this.#isSetUp) {
      this.#work(this.#connected().ensure(), () => {
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

  #connected(): MemberZnodes {
    if (this.#znodes) return this.#znodes;
    throw new ZooKeeperError('ZOOKEEPER_CLOSED', 'the group was closed');
  }

  /** Whoever wanted to join does not any more. */
  #leave(name: string, completer: Completer<unknown>): void {
    this.#operations.unshift({
      attempt: ({ isUncertain }) => this.#connected().remove(name, isUncertain),
      done: () => this.#invalidate(),
      completer,
      isUncertain: false,
    });
  }

  #readMembers(): void {
    const invalidations = this.#invalidations;
    this.#work(this.#connected().names(this.#onChange), (names) => {
      if (invalidations !== this.#invalidations) return;
      this.#memberships = this.#table.update(names);
      this.#watches.tell(this.#memberships);
    });
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
}

function toMemberName(name: string): MemberName {
  const parsed = parseMemberName(name);
  if (parsed) return parsed;
  throw new ZooKeeperError('ZOOKEEPER_PROTOCOL_VIOLATED', `the server named a member ${name}`);
}
