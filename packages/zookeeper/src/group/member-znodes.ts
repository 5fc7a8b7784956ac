import { type Future, collect } from '@quorate/process';
import type { ChangeListener } from '../client/change-listeners.ts';
import type { ZooKeeper } from '../client/zookeeper.ts';
import { hasCode } from '../errors.ts';
import { EVERYONE_READ_CREATOR_ALL, OPEN_ACL_UNSAFE } from '../protocol/acl.ts';
import type { Acl } from '../protocol/acl.ts';
import { childPath } from '../protocol/paths.ts';
import { memberPrefix, parseMemberName } from './member-name.ts';

/** The znodes of a group, in one session. Each operation is tried once. */
export class MemberZnodes {
  readonly #client: ZooKeeper;
  readonly #path: string;
  readonly #acl: readonly Acl[];

  constructor(client: ZooKeeper, path: string, isAuthenticated: boolean) {
    this.#client = client;
    this.#path = path;
    this.#acl = isAuthenticated ? EVERYONE_READ_CREATOR_ALL : OPEN_ACL_UNSAFE;
  }

  /** Undefined before the first connection. */
  get sessionId(): bigint | undefined {
    return this.#client.sessionId;
  }

  /** Makes the group's own znode, unless it is there. */
  ensure(): Future<void> {
    return this.#client.ensure(this.#path, this.#acl);
  }

  names(onChange: ChangeListener): Future<readonly string[]> {
    return this.#client.children(this.#path, { onChange }).andThen(({ children }) => children);
  }

  /** Ready with the name of the new member. */
  create(data: Uint8Array, label: string | undefined): Future<string> {
    const path = childPath(this.#path, memberPrefix(label));
    return this.#client
      .create(path, data, { acl: this.#acl, ephemeral: true, sequential: true })
      .andThen((created) => created.slice(created.lastIndexOf('/') + 1));
  }

  /**
   * A member of this session whose creation we were not told of. Left alone it would be one that nobody
   * can cancel, and might be the leader for as long as the session lasts.
   */
  findOrphan(
    label: string | undefined,
    isFree: (name: string) => boolean,
  ): Future<string | undefined> {
    return this.#client.children(this.#path).andThen(({ children }) => {
      const candidates = children.filter(
        (name) => parseMemberName(name)?.label === label && isFree(name),
      );
      const looked = candidates.map((name) => this.#client.exists(childPath(this.#path, name)));
      return collect(looked).andThen((stats) =>
        candidates.find((_, index) => stats[index]?.ephemeralOwner === this.sessionId),
      );
    });
  }

  /** Ready with undefined if the member is gone. */
  read(name: string): Future<Uint8Array | undefined> {
    return this.#client
      .get(childPath(this.#path, name))
      .andThen(({ data }): Uint8Array | undefined => data)
      .repair((failed) => (isMissing(failed) ? undefined : failed));
  }

  /** @param isUncertain whether it may have been removed before: that it is gone was our doing then */
  remove(name: string, isUncertain: boolean): Future<boolean> {
    return this.#client
      .delete(childPath(this.#path, name))
      .andThen(() => true)
      .repair((failed) => (isMissing(failed) ? isUncertain : failed));
  }

  close(): Future<void> {
    return this.#client.close();
  }
}

function isMissing(failed: Future<unknown>): boolean {
  return hasCode(failed.failure(), 'ZOOKEEPER_NO_NODE');
}
