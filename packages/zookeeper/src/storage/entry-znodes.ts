import { Entry } from '@quorate/messages';
import { type Future } from '@quorate/process';
import { StateError } from '@quorate/state';
import type { ConnectionSettings } from '../client/zookeeper-options.ts';
import { ZooKeeperError, hasCode } from '../errors.ts';
import { EVERYONE_READ_CREATOR_ALL, OPEN_ACL_UNSAFE } from '../protocol/acl.ts';
import type { Acl } from '../protocol/acl.ts';
import { childPath } from '../protocol/paths.ts';
import { checkRequestSize } from '../protocol/requests.ts';
import type { Stat } from '../protocol/requests.ts';
import type { Seen } from './lost-write.ts';
import { RenewedClient } from './renewed-client.ts';
import { variableOf, znodeNameOf } from './znode-name.ts';

/** The znodes of a storage: one for each entry, below one path. Each operation is tried once. */
export class EntryZnodes {
  readonly #client: RenewedClient;
  readonly #path: string;
  readonly #acl: readonly Acl[];

  /** @param onRenewed called when a session has expired, and watches with it */
  constructor(settings: ConnectionSettings, path: string, onRenewed: () => void) {
    this.#client = new RenewedClient(settings, onRenewed);
    this.#path = path;
    this.#acl = settings.authentication ? EVERYONE_READ_CREATOR_ALL : OPEN_ACL_UNSAFE;
  }

  /** Fails with `ZOOKEEPER_ENTRY_MALFORMED` when the znode holds something else. */
  read(name: string): Future<{ readonly entry: Entry; readonly stat: Stat } | undefined> {
    const path = this.#pathOf(name);
    return absentIfMissing(
      this.#client.current.get(path).andThen(({ data, stat }) => {
        const entry = decodeEntry(path, data);
        return { entry, stat };
      }),
    );
  }

  /** What is there, with all that a write of its state depends on. Makes the path above if need be. */
  look(name: string): Future<Seen> {
    return this.read(name).andThen((read): Seen | Future<Seen> => {
      if (!read) return this.#lookAround(name);
      const { entry, stat } = read;
      const { czxid, version } = stat;
      return { type: 'present', czxid, version, uuid: entry.uuid };
    });
  }

  /** Ready when what is read next is not older than now. */
  sync(): Future<void> {
    return this.#client.current.sync(this.#path);
  }

  /** Stores, if all is as it was seen. */
  store(entry: Entry, seen: Seen): Future<void> {
    const path = this.#pathOf(entry.name);
    const data = Entry.encode(entry);
    const { current } = this.#client;
    const stored: Future<unknown> =
      seen.type === 'present'
        ? current.set(path, data, seen.version)
        : current.create(path, data, { acl: this.#acl });
    return stored.andThen(() => undefined);
  }

  /** Removes, if all is as it was seen. */
  remove(name: string, version: number): Future<void> {
    return this.#client.current.delete(this.#pathOf(name), version);
  }

  /** Ready when the next change of the entry will be told, once, unless the session ends before. */
  watch(name: string, onChange: () => void): Future<unknown> {
    return this.#client.current.exists(this.#pathOf(name), { onChange });
  }

  names(): Future<ReadonlySet<string>> {
    const children = this.#client.current.children(this.#path);
    return absentIfMissing(children).andThen((read) => {
      const variables = read?.children.map(variableOf) ?? [];
      return new Set(variables.filter((variable) => variable !== undefined));
    });
  }

  close(): Future<void> {
    return this.#client.current.close();
  }

  /** Throws `STATE_VALUE_TOO_LARGE` for an entry that no server would take. */
  checkSize(entry: Entry): void {
    const path = this.#pathOf(entry.name);
    const flags = { ephemeral: false, sequential: false };
    const data = Entry.encode(entry);
    try {
      checkRequestSize({ type: 'create', path, data, acl: this.#acl, ...flags });
    } catch (error) {
      const message = `variable ${JSON.stringify(entry.name.slice(0, 40))} has a value of ${entry.value.length} bytes; ZooKeeper takes 1 MiB with all that goes with it: ${(error as Error).message}`;
      throw new StateError('STATE_VALUE_TOO_LARGE', message, { cause: error, outcome: 'definite' });
    }
  }

  #lookAround(name: string): Future<Seen> {
    const { current } = this.#client;
    return current.exists(this.#path).andThen((stat): Seen | Future<Seen> => {
      if (stat) return { type: 'absent', siblingsVersion: stat.childrenVersion };
      return current.ensure(this.#path, this.#acl).andThen(() => this.look(name));
    });
  }

  #pathOf(name: string): string {
    return childPath(this.#path, znodeNameOf(name));
  }
}

function absentIfMissing<T>(future: Future<T>): Future<T | undefined> {
  return future.repair((failed) =>
    hasCode(failed.failure(), 'ZOOKEEPER_NO_NODE') ? undefined : failed,
  );
}

function decodeEntry(path: string, data: Uint8Array): Entry {
  try {
    return Entry.decode(data);
  } catch (error) {
    const message = `the znode ${path} holds no entry of the state library`;
    throw new ZooKeeperError('ZOOKEEPER_ENTRY_MALFORMED', message, { cause: error });
  }
}
