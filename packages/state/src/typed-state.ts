import { Future, type MessageType } from '@quorate/process';
import { StateError } from './errors.ts';
import type { State } from './state.ts';
import type { Variable } from './variable.ts';

/**
 * A variable whose value is a message. Immutable; only `TypedState` makes them.
 * (Mesos include/mesos/state/protobuf.hpp)
 */
export class TypedVariable<M> {
  /** The message as it was fetched or given; not copied, so do not change it. */
  readonly value: M;
  /** @internal */
  readonly variable: Variable;

  /** @internal */
  constructor(variable: Variable, value: M) {
    this.variable = variable;
    this.value = value;
  }

  get name(): string {
    return this.variable.name;
  }

  /** The variable with another value and the same version. */
  mutate(value: M): TypedVariable<M> {
    return new TypedVariable(this.variable, value);
  }
}

/**
 * `State` for variables that all hold messages of one type. Everything else is as in `State`.
 *
 * A variable that was never stored is read from empty bytes, so the type must not have required
 * fields.
 */
export class TypedState<M> {
  readonly #state: State;
  readonly #type: MessageType<M>;

  constructor(state: State, type: MessageType<M>) {
    this.#state = state;
    this.#type = type;
  }

  /** Fails with `STATE_VALUE_MALFORMED` when the stored bytes are not such a message. */
  fetch(name: string): Future<TypedVariable<M>> {
    return this.#state
      .fetch(name)
      .andThen((variable) => new TypedVariable(variable, this.#decode(variable)));
  }

  /** Fails with the codec's own error when the value is not a valid message; nothing is written. */
  store(variable: TypedVariable<M>): Future<TypedVariable<M> | undefined> {
    return Future.try(() => {
      const { variable: current, value } = checkTyped(variable);
      return this.#state
        .store(current.mutate(this.#type.encode(value)))
        .andThen((stored) => stored && new TypedVariable(stored, value));
    });
  }

  expunge(variable: TypedVariable<M>): Future<boolean> {
    return Future.try(() => this.#state.expunge(checkTyped(variable).variable));
  }

  names(): Future<ReadonlySet<string>> {
    return this.#state.names();
  }

  #decode(variable: Variable): M {
    try {
      return this.#type.decode(variable.value);
    } catch (error) {
      const message = `variable ${JSON.stringify(variable.name)} is not a ${this.#type.typeName}`;
      throw new StateError('STATE_VALUE_MALFORMED', message, { cause: error });
    }
  }
}

function checkTyped<M>(variable: TypedVariable<M>): TypedVariable<M> {
  if (variable instanceof TypedVariable) return variable;
  const message = 'expected a TypedVariable that TypedState.fetch or TypedState.store returned';
  throw new StateError('STATE_VARIABLE_INVALID', message);
}
