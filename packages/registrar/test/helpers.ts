import { Registry, type MasterInfo, type SlaveInfo, type TimeInfo } from '@quorate/messages';
import type { Entry } from '@quorate/messages';
import type { Future } from '@quorate/process';
import { MemoryStorage, type Storage } from '@quorate/state';

export const MASTER: MasterInfo = {
  id: 'master-1',
  ip: 16_777_343,
  port: 5050,
  pid: 'master@127.0.0.1:5050',
  hostname: 'localhost',
  capabilities: [],
};

export const EMPTY: Registry = Registry.decode(new Uint8Array());

export function agent(id: string, hostname = 'localhost'): SlaveInfo {
  return { hostname, resources: [], attributes: [], id: { value: id } };
}

/** Any point in time; tests do not look at it. */
export function time(nanoseconds = 1_700_000_000_000_000_000n): TimeInfo {
  return { nanoseconds };
}

/** The ids in the three lists, in order. */
export function ids(registry: Registry | undefined): {
  readonly admitted: readonly string[];
  readonly unreachable: readonly string[];
  readonly gone: readonly string[];
} {
  return {
    admitted: (registry?.slaves?.slaves ?? []).map(({ info }) => info.id?.value ?? ''),
    unreachable: (registry?.unreachable?.slaves ?? []).map(({ id }) => id.value),
    gone: (registry?.gone?.slaves ?? []).map(({ id }) => id.value),
  };
}

/** A memory storage whose calls a test may answer itself; undefined lets it answer. */
export class ScriptedStorage implements Storage {
  readonly memory = new MemoryStorage();
  onGet: (name: string) => Future<Entry | undefined> | undefined = () => undefined;
  onSet: (entry: Entry, uuid: Uint8Array) => Future<boolean> | undefined = () => undefined;
  /** The registries that were to be stored, in order. */
  readonly stores: Registry[] = [];

  get(name: string): Future<Entry | undefined> {
    return this.onGet(name) ?? this.memory.get(name);
  }

  set(entry: Entry, uuid: Uint8Array): Future<boolean> {
    if (entry.name === 'registry' || entry.name === 'official') {
      this.stores.push(Registry.decode(entry.value));
    }
    return this.onSet(entry, uuid) ?? this.memory.set(entry, uuid);
  }

  expunge(entry: Entry): Future<boolean> {
    return this.memory.expunge(entry);
  }

  names(): Future<ReadonlySet<string>> {
    return this.memory.names();
  }
}
