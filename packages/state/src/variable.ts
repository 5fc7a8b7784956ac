import type { Entry } from '@quorate/messages';
import { checkValue, copyUuid, copyValue } from './entry.ts';
import { StateError } from './errors.ts';
import { Rope } from './value/rope.ts';
import { checkSplices, type Splice } from './value/splice.ts';

/** What a variable holds. */
export interface VariableContent {
  readonly name: string;
  readonly uuid: Uint8Array;
  readonly value: Rope;
  /** How the value differs from the one of version `uuid`, if that is known. */
  readonly splices?: readonly Splice[];
  /** Whether the value is another than that of version `uuid`. */
  readonly isChanged: boolean;
}

// Friends of Variable: only State makes variables and looks at what they hold without copying it.
let make: (content: VariableContent) => Variable;
let unwrap: (variable: Variable) => VariableContent | undefined;

/**
 * A name, a value and the version the value had when it was fetched or stored. Immutable: `mutate`
 * and `splice` give copies. Only `State` makes variables. (Mesos include/mesos/state/state.hpp)
 */
export class Variable {
  readonly #content: VariableContent;

  static {
    make = (content) => new Variable(content);
    unwrap = (variable) => (#content in variable ? variable.#content : undefined);
  }

  private constructor(content: VariableContent) {
    this.#content = content;
  }

  get name(): string {
    return this.#content.name;
  }

  /** A copy of the value; empty if the variable was never stored. */
  get value(): Uint8Array {
    return this.#content.value.bytes();
  }

  /** How many bytes the value has. */
  get sizeBytes(): number {
    return this.#content.value.length;
  }

  /** A copy of the version: 16 bytes, new with every store. */
  get uuid(): Uint8Array {
    return new Uint8Array(this.#content.uuid);
  }

  /**
   * The variable with another value and the **same version**, so that storing it succeeds only if
   * nobody has stored the variable since.
   *
   * @param value copied; throws `STATE_VALUE_INVALID` if it is not a `Uint8Array`
   */
  mutate(value: Uint8Array): Variable {
    const { name, uuid } = this.#content;
    return make({ name, uuid, value: Rope.of(copyValue(value)), isChanged: true });
  }

  /**
   * Like `mutate`, with parts of the value replaced. Its cost, and with a storage that can store
   * changes that of storing it, grows with the parts and not with the value. That needs the value
   * that was fetched or stored: of a variable that was changed since the whole value is stored.
   *
   * @param splices in ascending order, not overlapping, by offsets in the value as it is; copied.
   *   Throws `STATE_SPLICE_INVALID`
   */
  splice(splices: readonly Splice[]): Variable {
    const { name, uuid, value, isChanged } = this.#content;
    checkSplices(splices, value.length);
    const copies = splices.map((each) => ({ ...each, inserted: copyValue(each.inserted) }));
    const spliced = { name, uuid, value: value.splice(copies), isChanged: true };
    return make(isChanged ? spliced : { ...spliced, splices: copies });
  }
}

/** The variable of an entry that a storage returned: a copy, so nobody else changes its value. */
export function variableOf({ name, uuid, value }: Entry): Variable {
  checkValue(value);
  return make({ name, uuid: copyUuid(uuid), value: Rope.of(value), isChanged: false });
}

/** The variable once this content is stored under the version `uuid`. */
export function storedVariable({ name, value }: VariableContent, uuid: Uint8Array): Variable {
  return make({ name, uuid, value, isChanged: false });
}

/** What a variable holds, not copied; throws `STATE_VARIABLE_INVALID` for anything else. */
export function contentOf(variable: unknown): VariableContent {
  const content = variable instanceof Variable ? unwrap(variable) : undefined;
  if (content) return content;
  const message = 'expected a Variable that State.fetch or State.store returned';
  throw new StateError('STATE_VARIABLE_INVALID', message);
}
