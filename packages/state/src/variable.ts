import type { Entry } from '@quorate/messages';
import { copyEntry, copyValue } from './entry.ts';
import { StateError } from './errors.ts';

// Friends of Variable: only State makes variables and looks at the entry without copying it.
let make: (entry: Entry) => Variable;
let unwrap: (variable: Variable) => Entry | undefined;

/**
 * A name, a value and the version the value had when it was fetched or stored. Immutable: `mutate`
 * gives a copy. Only `State` makes variables. (Mesos include/mesos/state/state.hpp)
 */
export class Variable {
  readonly #entry: Entry;

  static {
    make = (entry) => new Variable(entry);
    unwrap = (variable) => (#entry in variable ? variable.#entry : undefined);
  }

  private constructor(entry: Entry) {
    this.#entry = entry;
  }

  get name(): string {
    return this.#entry.name;
  }

  /** A copy of the value; empty if the variable was never stored. */
  get value(): Uint8Array {
    return new Uint8Array(this.#entry.value);
  }

  /** A copy of the version: 16 bytes, new with every store. */
  get uuid(): Uint8Array {
    return new Uint8Array(this.#entry.uuid);
  }

  /**
   * The variable with another value and the **same version**, so that storing it succeeds only if
   * nobody has stored the variable since.
   *
   * @param value copied; throws `STATE_VALUE_INVALID` if it is not a `Uint8Array`
   */
  mutate(value: Uint8Array): Variable {
    return make({ name: this.#entry.name, uuid: this.#entry.uuid, value: copyValue(value) });
  }
}

/** A variable that holds a copy of `entry`. */
export function variableOf(entry: Entry): Variable {
  return make(copyEntry(entry));
}

/** What a variable holds, not copied; throws `STATE_VARIABLE_INVALID` for anything else. */
export function entryOf(variable: unknown): Entry {
  const entry = variable instanceof Variable ? unwrap(variable) : undefined;
  if (entry) return entry;
  const message = 'expected a Variable that State.fetch or State.store returned';
  throw new StateError('STATE_VARIABLE_INVALID', message);
}
