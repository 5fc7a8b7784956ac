import type { Entry } from '@quorate/messages';
import { Future, systemRandom, type Random } from '@quorate/process';
import { checkName, UUID_SIZE_BYTES } from './entry.ts';
import { StateError } from './errors.ts';
import type { Storage } from './storage.ts';
import {
  contentOf,
  storedVariable,
  variableOf,
  type Variable,
  type VariableContent,
} from './variable.ts';
import { WatchStream, type WatchOptions } from './watch/watch-stream.ts';

/** Where a state takes its chance from. */
export interface StateOptions {
  /** Draws the versions; give the runtime's own to make a run repeatable. */
  readonly random?: Random;
}

/**
 * Versioned variables on a storage. A store succeeds only if nobody has stored the variable since
 * it was fetched, so fetch, change and store together are atomic.
 * (Mesos include/mesos/state/state.hpp)
 *
 * Bad arguments fail the returned future: `STATE_NAME_INVALID`, `STATE_VARIABLE_INVALID`.
 */
export class State {
  readonly #storage: Storage;
  readonly #random: Random;

  constructor(storage: Storage, options: StateOptions = {}) {
    this.#storage = storage;
    this.#random = options.random ?? systemRandom;
  }

  /**
   * The variable as it is stored. One that was never stored has an empty value and a fresh version;
   * nothing is written.
   *
   * A storage on a log answers from memory, and may not know yet that another has taken over. With
   * `fenced` it proves first that it still leads, by a write: nothing that was stored before the
   * call is missing then. Fails as a store does when another has taken over.
   */
  fetch(name: string, options: { readonly fenced?: boolean } = {}): Future<Variable> {
    return Future.try(() => {
      checkName(name);
      const fence = options.fenced === true ? this.#storage.fence?.() : undefined;
      const getting = fence
        ? fence.andThen(() => this.#storage.get(name))
        : this.#storage.get(name);
      return getting.andThen((entry) => variableOf(entry ?? this.#absent(name)));
    });
  }

  /**
   * Stores the variable's value under a new version, even if the value is the stored one.
   *
   * Ready with the variable to go on with once it is durable; with undefined if the version was no
   * longer current, and then nothing was written. A failure or a discard leaves open whether the
   * value was stored, unless the error's `outcome` is `definite`.
   */
  store(variable: Variable): Future<Variable | undefined> {
    return Future.try(() => {
      const content = contentOf(variable);
      const uuid = randomUuid(this.#random);
      return this.#set(content, uuid).andThen((stored) =>
        stored ? storedVariable(content, uuid) : undefined,
      );
    });
  }

  /** Removes the variable; ready with true only if its version was the stored one. */
  expunge(variable: Variable): Future<boolean> {
    return Future.try(() => {
      const { name, uuid } = contentOf(variable);
      return this.#storage.expunge({ name, uuid, value: new Uint8Array() });
    });
  }

  /** The names of all stored variables. */
  names(): Future<ReadonlySet<string>> {
    return this.#storage.names();
  }

  /**
   * The variable as it is stored, and again each time that it has changed: stored, whoever did it as far as
   * the storage can see, or expunged, which makes it empty.
   *
   * Changes that follow each other faster than they are asked for come as one: the last value is never
   * left out, those before it may be. Leaving the loop, `return()` and an abort of `signal` end the
   * iteration, without an error, and hold nothing. It rejects, once, with what ends it: `STATE_CLOSED`,
   * `STATE_DEMOTED` (a storage on a log has found out that another writes), or as `fetch` fails. Watch
   * again then.
   *
   * What a storage can see: `MemoryStorage` and `LevelStorage` what is stored through them, which is all
   * there is; `LogStorage` what it stores itself, and all others have stored when it takes over;
   * `LogFollower` and `ZooKeeperStorage` what anybody stores.
   *
   * Throws `STATE_NAME_INVALID`, and `STATE_WATCH_UNSUPPORTED` if the storage tells of no changes.
   */
  watch(name: string, options: WatchOptions = {}): AsyncIterableIterator<Variable, undefined> {
    checkName(name);
    const storage = this.#storage;
    if (!storage.subscribe) {
      const message = 'this storage does not tell of changes: it has no subscribe()';
      throw new StateError('STATE_WATCH_UNSUPPORTED', message);
    }
    const source = {
      subscribe: storage.subscribe.bind(storage, name),
      read: () =>
        storage.get(name).andThen((entry) => ({
          value: variableOf(entry ?? this.#absent(name)),
          version: entry && entry.uuid.join(),
        })),
    };
    return new WatchStream(source, options);
  }

  #set(content: VariableContent, uuid: Uint8Array): Future<boolean> {
    const { name, uuid: expected, value, splices } = content;
    if (!splices || !this.#storage.setSpliced) {
      return this.#storage.set({ name, uuid, value: value.bytes() }, expected);
    }
    const spliced = { name, uuid, splices, sizeBytes: value.length, value: () => value.bytes() };
    return this.#storage.setSpliced(spliced, expected);
  }

  #absent(name: string): Entry {
    return { name, uuid: randomUuid(this.#random), value: new Uint8Array() };
  }
}

/** A version 4 UUID (RFC 9562): 122 random bits, the version in byte 6, the variant in byte 8. */
function randomUuid(random: Random): Uint8Array {
  const uuid = new Uint8Array(random.bytes(UUID_SIZE_BYTES));
  uuid[6] = ((uuid[6] ?? 0) & 0x0f) | 0x40;
  uuid[8] = ((uuid[8] ?? 0) & 0x3f) | 0x80;
  return uuid;
}
