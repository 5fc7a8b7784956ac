import { Future, Process } from '@quorate/process';
import type { Pid, Runtime } from '@quorate/process';
import { hasCode } from '../errors.ts';
import { OPEN_ACL_UNSAFE } from '../protocol/acl.ts';
import type { Acl } from '../protocol/acl.ts';
import { checkPath, parentPath } from '../protocol/paths.ts';
import { ANY_VERSION, checkRequestSize } from '../protocol/requests.ts';
import type { Replies, Request, RequestOf, Stat } from '../protocol/requests.ts';
import type { SessionStatus } from '../protocol/session-state.ts';
import type { ChangeListener } from './change-listeners.ts';
import { SessionDriver } from './session-driver.ts';
import { checkConnectionOptions } from './zookeeper-options.ts';
import type { ZooKeeperOptions } from './zookeeper-options.ts';

/** How a znode is to be created. */
export interface CreateOptions {
  /** Who may do what with it. Default: anyone anything. */
  readonly acl?: readonly Acl[];
  /** Whether it goes with the session. Default false. */
  readonly ephemeral?: boolean;
  /** Whether the server appends a number of ten digits that grows. Default false. */
  readonly sequential?: boolean;
}

/** Whether a read leaves a watch. */
export interface WatchOptions {
  /** Hears of the next change, once, unless the session ends before. */
  readonly onChange?: ChangeListener;
}

/**
 * One session with a ZooKeeper ensemble: operations on znodes, and watches.
 *
 * Operations are served in the order of the calls. While there is no connection they wait; when the
 * connection breaks, those under way fail with `ZOOKEEPER_CONNECTION_LOSS`, and nobody knows whether
 * they were done. Connections come back by themselves, to any of the servers, with authentication and
 * watches. A server that says nothing for two thirds of the time-out is left for the next.
 *
 * The session ends for good when no server has confirmed it for as long as the time-out, or a server
 * says so: then everything fails with `ZOOKEEPER_SESSION_EXPIRED`, and a new client is needed. No
 * server ends it sooner than this client, so its owner is never the last to know.
 *
 * What ZooKeeper refuses fails with `ZOOKEEPER_NO_NODE`, `_NODE_EXISTS`, `_BAD_VERSION`, `_NOT_EMPTY`,
 * `_NO_AUTH`, `_AUTH_FAILED` or `_FAILED`; what is refused before it is sent with `_PATH_INVALID`,
 * `_REQUEST_TOO_LARGE` or `_QUEUE_FULL`. Discarding an operation takes it back if it was not sent yet.
 */
export class ZooKeeper implements AsyncDisposable {
  readonly #runtime: Runtime;
  readonly #driver: SessionDriver;
  readonly #pid: Pid;

  /** Throws `ZOOKEEPER_OPTION_INVALID` and `ZOOKEEPER_URL_INVALID`. Begins to connect. */
  constructor(options: ZooKeeperOptions) {
    const settings = checkConnectionOptions(options);
    this.#runtime = settings.runtime;
    this.#driver = new SessionDriver(settings, options.onStatus ?? ((): void => undefined));
    this.#pid = this.#runtime.spawn(new ZooKeeperProcess(this.#driver));
  }

  /** Where the session stands at this moment. */
  get status(): SessionStatus {
    return this.#driver.status;
  }

  /** The id of the session; undefined before the first connection. */
  get sessionId(): bigint | undefined {
    return this.#driver.sessionId;
  }

  /** How long the session outlives its connection: what was asked for, then what the server granted. */
  get sessionTimeoutMs(): number {
    return this.#driver.timeoutMs;
  }

  /** Ready with the path, which has a number more if it is sequential. */
  create(path: string, data: Uint8Array, options: CreateOptions = {}): Future<string> {
    const { acl = OPEN_ACL_UNSAFE, ephemeral = false, sequential = false } = options;
    return Future.try(() => {
      // A sequential znode may have no name but its number.
      checkPath(sequential ? `${path}0` : path);
      return this.#request({ type: 'create', path, data, acl, ephemeral, sequential });
    });
  }

  /** Creates a znode without data, and those above it that are missing. Those there are left alone. */
  ensure(path: string, acl: readonly Acl[] = OPEN_ACL_UNSAFE): Future<void> {
    // Not `create` at once: without the right to create, whether it is there would not be told.
    return this.exists(path).andThen((stat) => {
      const above = parentPath(path);
      if (stat !== undefined || above === undefined) return Future.ready();
      return this.ensure(above, acl)
        .andThen(() => this.create(path, new Uint8Array(0), { acl }))
        .andThen(() => undefined)
        .repair((failed) =>
          hasCode(failed.failure(), 'ZOOKEEPER_NODE_EXISTS') ? undefined : failed,
        );
    });
  }

  /** @param version what it must have; default any */
  delete(path: string, version: number = ANY_VERSION): Future<void> {
    return this.#checked({ type: 'delete', path, version });
  }

  /** Ready with undefined if there is no such znode, which can be watched too. */
  exists(path: string, { onChange }: WatchOptions = {}): Future<Stat | undefined> {
    return this.#checked({ type: 'exists', path, watch: onChange !== undefined }, onChange);
  }

  /** Leaves no watch when it fails. */
  get(path: string, { onChange }: WatchOptions = {}): Future<Replies['get']> {
    return this.#checked({ type: 'get', path, watch: onChange !== undefined }, onChange);
  }

  /** @param version what it must have; default any */
  set(path: string, data: Uint8Array, version: number = ANY_VERSION): Future<Stat> {
    return this.#checked({ type: 'set', path, data, version });
  }

  /** The names of the children, in no order. Leaves no watch when it fails. */
  children(path: string, { onChange }: WatchOptions = {}): Future<Replies['children']> {
    return this.#checked({ type: 'children', path, watch: onChange !== undefined }, onChange);
  }

  /** Ready when this server has caught up with the leader: what is read then is not older than now. */
  sync(path: string): Future<void> {
    return this.#checked({ type: 'sync', path });
  }

  /**
   * Ends the session, with it ephemeral znodes. Ready when the server has done so, or was not there to
   * do it within 2 s: then they go when the session times out. Operations under way are served first.
   */
  close(): Future<void> {
    const ended = this.#runtime.wait(this.#pid);
    this.#runtime.terminate(this.#pid);
    return ended.andThen(() => undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #checked<T extends Request['type']>(
    request: RequestOf<T>,
    onChange?: ChangeListener,
  ): Future<Replies[T]> {
    return Future.try(() => {
      checkPath(request.path);
      return this.#request(request, onChange);
    });
  }

  #request<T extends Request['type']>(
    request: RequestOf<T>,
    onChange?: ChangeListener,
  ): Future<Replies[T]> {
    checkRequestSize(request);
    return this.#driver.request(request, onChange);
  }
}

/** Ends the session when its runtime is closed. */
class ZooKeeperProcess extends Process {
  readonly #driver: SessionDriver;

  constructor(driver: SessionDriver) {
    super({ idPrefix: 'zookeeper' });
    this.#driver = driver;
  }

  protected override finalize(): Future<void> {
    return this.#driver.close();
  }
}
