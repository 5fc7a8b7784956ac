import type { Entry } from '@quorate/messages';
import type { Future } from '@quorate/process';
import type { LogStorage, SplicedEntry, Storage } from '@quorate/state';
import { versionOf } from './registry-history.ts';
import type { RegistryHistory, StoreRecord, Term } from './registry-history.ts';

/** Lets a storage do everything, and takes note of what it is asked for and answers. */
export class RecordingStorage implements Storage {
  readonly #storage: LogStorage;
  readonly #history: RegistryHistory;
  readonly #term: Term;

  constructor(storage: LogStorage, history: RegistryHistory, term: Term) {
    this.#storage = storage;
    this.#history = history;
    this.#term = term;
  }

  get(name: string): Future<Entry | undefined> {
    return this.#storage.get(name).onReady((entry) => {
      if (entry) this.#history.fetched(versionOf(entry.uuid));
    });
  }

  set(entry: Entry, uuid: Uint8Array): Future<boolean> {
    const store = this.#storing(entry.uuid, uuid, () => entry.value);
    return this.#recorded(store, this.#storage.set(entry, uuid));
  }

  setSpliced(entry: SplicedEntry, uuid: Uint8Array): Future<boolean> {
    const store = this.#storing(entry.uuid, uuid, () => entry.value());
    return this.#recorded(store, this.#storage.setSpliced(entry, uuid));
  }

  fence(): Future<void> {
    return this.#storage.fence();
  }

  expunge(entry: Entry): Future<boolean> {
    return this.#storage.expunge(entry);
  }

  names(): Future<ReadonlySet<string>> {
    return this.#storage.names();
  }

  #storing(uuid: Uint8Array, before: Uint8Array, value: () => Uint8Array): StoreRecord {
    return this.#history.storing(this.#term, versionOf(uuid), versionOf(before), value);
  }

  #recorded(store: StoreRecord, storing: Future<boolean>): Future<boolean> {
    return storing.onAny((done) => {
      const isCertain = done.isFailed && outcomeOf(done.failure()) === 'definite';
      if (done.isReady) this.#history.stored(store, done.value() ? 'succeeded' : 'failed');
      else this.#history.stored(store, isCertain ? 'failed' : 'unknown');
    });
  }
}

/** What an error says of whether it may have happened all the same. */
export function outcomeOf(error: Error): 'definite' | 'unknown' {
  return 'outcome' in error && error.outcome === 'definite' ? 'definite' : 'unknown';
}
