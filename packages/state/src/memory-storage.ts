import type { Entry } from '@quorate/messages';
import { Future } from '@quorate/process';
import { checkName, copyEntry, copyUuid, equalUuids } from './entry.ts';
import type { Storage } from './storage.ts';
import { ChangeListeners, type ChangeListener } from './watch/change-listener.ts';

/**
 * Entries in memory, gone with the object: for tests and for masters that need no memory of their
 * cluster. Every future is complete when it is returned. (Mesos src/state/in_memory.cpp)
 *
 * Bad arguments fail the future with a `StateError` (`STATE_NAME_INVALID`, `STATE_ENTRY_INVALID`,
 * `STATE_VALUE_INVALID`).
 */
export class MemoryStorage implements Storage {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new ChangeListeners();

  get(name: string): Future<Entry | undefined> {
    return Future.try(() => {
      checkName(name);
      const entry = this.#entries.get(name);
      return entry && copyEntry(entry);
    });
  }

  set(entry: Entry, uuid: Uint8Array): Future<boolean> {
    return Future.try(() => {
      const copy = copyEntry(entry);
      const expected = copyUuid(uuid);
      const stored = this.#entries.get(copy.name);
      if (stored && !equalUuids(stored.uuid, expected)) return false;
      this.#entries.set(copy.name, copy);
      this.#listeners.changed(copy.name);
      return true;
    });
  }

  expunge(entry: Entry): Future<boolean> {
    return Future.try(() => {
      checkName(entry.name);
      const expected = copyUuid(entry.uuid);
      const stored = this.#entries.get(entry.name);
      if (!stored || !equalUuids(stored.uuid, expected)) return false;
      this.#entries.delete(entry.name);
      this.#listeners.changed(entry.name);
      return true;
    });
  }

  names(): Future<ReadonlySet<string>> {
    return Future.ready(new Set(this.#entries.keys()));
  }

  subscribe(name: string, listener: ChangeListener): () => void {
    checkName(name);
    return this.#listeners.add(name, listener);
  }
}
