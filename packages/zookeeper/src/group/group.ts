import { Future } from '@quorate/process';
import type { Pid, Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { checkConnectionOptions } from '../client/zookeeper-options.ts';
import type { ConnectionOptions, ConnectionSettings } from '../client/zookeeper-options.ts';
import { ZooKeeperError } from '../errors.ts';
import { checkPath, trimPath } from '../protocol/paths.ts';
import { GroupProcess } from './group-process.ts';
import { checkLabel } from './member-name.ts';
import type { Membership } from './membership.ts';

/** Where a group is. */
export interface GroupOptions extends ConnectionOptions {
  /** The znode whose children are the members; made if it is missing. Default: that of the URL. */
  readonly path?: string;
}

/**
 * Those who have joined, through any group on the same znode, and are still there.
 *
 * A membership is an ephemeral znode with a number: it goes with the session. When the session
 * expires, memberships that came of this group are lost, and watches are told that nobody is there;
 * a new session is opened by itself, and what was asked for meanwhile is done in it. With
 * authentication, anyone may read and only the creator may change what it made.
 *
 * What may pass is tried again until it has been done, or was discarded. Other refusals fail the
 * operation (`ZOOKEEPER_NO_AUTH` …); one that keeps the group from being there at all fails
 * everything, for good. After `close` calls fail with `ZOOKEEPER_CLOSED`.
 * (Mesos src/zookeeper/group.cpp, with its layout of znodes)
 */
export class Group implements AsyncDisposable {
  /** The znode whose children are the members. */
  readonly path: string;
  /** @internal */
  readonly runtime: Runtime;
  readonly #pid: Pid<GroupProcess>;

  /** Throws `ZOOKEEPER_OPTION_INVALID`, `ZOOKEEPER_URL_INVALID` and `ZOOKEEPER_PATH_INVALID`. */
  constructor(options: GroupOptions) {
    const { settings, path } = checkGroupOptions(options);
    this.path = path;
    this.runtime = settings.runtime;
    this.#pid = this.runtime.spawn(new GroupProcess(settings, path));
  }

  /**
   * Joins; ready once the others can see it. Joining twice gives two memberships. A discard before
   * that leaves nothing behind.
   *
   * @param data what the others read of the member: bytes, or a text for its UTF-8
   * @param label put before the number in the name of the znode
   */
  join(data: Uint8Array | string, label?: string): Future<Membership> {
    return this.#ask(() => {
      checkLabel(label);
      const bytes =
        typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
      return this.runtime.dispatch(this.#pid, 'join', bytes, label);
    });
  }

  /** Ends a membership; false if it is not of this group, or was lost already. */
  cancel(membership: Membership): Future<boolean> {
    return this.#ask(() => this.runtime.dispatch(this.#pid, 'cancel', membership));
  }

  /** What the member gave when it joined; undefined if it is gone. */
  data(membership: Membership): Future<Uint8Array | undefined> {
    return this.#ask(() => this.runtime.dispatch(this.#pid, 'data', membership));
  }

  /**
   * Ready with the members, oldest first, as soon as they are others than `expected`, which may be at
   * once. Whoever has learned of a join or a cancellation through this group is told of no state
   * before it. Discarding it ends the watch.
   *
   * @param expected default: nobody
   */
  watch(expected: Iterable<Membership> = []): Future<readonly Membership[]> {
    const names = new Set([...expected].map(({ name }) => name));
    return this.#ask(() => this.runtime.dispatch(this.#pid, 'watch', names));
  }

  /** The id of the session; undefined while there is none. */
  session(): Future<bigint | undefined> {
    return this.#ask(() => this.runtime.dispatch(this.#pid, 'session'));
  }

  /** Ends the session and with it the memberships that came of this group. */
  close(): Future<void> {
    const ended = this.runtime.wait(this.#pid);
    this.runtime.terminate(this.#pid);
    return ended.andThen(() => undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #ask<T>(request: () => Future<T>): Future<T> {
    return failIfAbandoned(
      Future.try(request),
      () => new ZooKeeperError('ZOOKEEPER_CLOSED', 'the group was closed'),
    );
  }
}

/** Throws `ZOOKEEPER_OPTION_INVALID`, `ZOOKEEPER_URL_INVALID` and `ZOOKEEPER_PATH_INVALID`. */
export function checkGroupOptions(options: GroupOptions): {
  readonly settings: ConnectionSettings;
  readonly path: string;
} {
  const settings = checkConnectionOptions(options);
  return { settings, path: checkPath(trimPath(options.path ?? settings.url.path)) };
}
