import type { Entry } from '@quorate/messages';
import { Future, systemRandom, type Random } from '@quorate/process';
import { checkName, UUID_SIZE_BYTES } from './entry.ts';
import type { Storage } from './storage.ts';
import { entryOf, variableOf, type Variable } from './variable.ts';

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
   */
  fetch(name: string): Future<Variable> {
    return Future.try(() => {
      checkName(name);
      return this.#storage.get(name).andThen((entry) => variableOf(entry ?? this.#absent(name)));
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
      const { name, uuid, value } = entryOf(variable);
      const entry: Entry = { name, uuid: randomUuid(this.#random), value };
      return this.#storage
        .set(entry, uuid)
        .andThen((stored) => (stored ? variableOf(entry) : undefined));
    });
  }

  /** Removes the variable; ready with true only if its version was the stored one. */
  expunge(variable: Variable): Future<boolean> {
    return Future.try(() => this.#storage.expunge(entryOf(variable)));
  }

  /** The names of all stored variables. */
  names(): Future<ReadonlySet<string>> {
    return this.#storage.names();
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
