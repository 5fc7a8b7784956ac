import { Future, type MessageType } from '@quorate/process';
import { TypedState, type State } from '@quorate/state';
import { RegistrarError } from './errors.ts';

/** What a master remembers of a framework beyond its own life. */
export interface FrameworkRecord {
  readonly id: string;
  readonly name: string;
  readonly user?: string;
  readonly roles?: readonly string[];
  /** How long it may be away before its tasks are killed, in milliseconds. */
  readonly failoverTimeoutMs?: number;
}

/** Each framework has a variable of its own, so that storing one costs the same however many there are. */
const PREFIX = 'framework/';

/** The records as JSON; no message of Mesos has them, whose masters keep none. */
const Record: MessageType<FrameworkRecord | undefined> = {
  typeName: 'quorate.registrar.FrameworkRecord',
  encode: (record) => new TextEncoder().encode(JSON.stringify(record)),
  decode: (bytes) => (bytes.length === 0 ? undefined : parseRecord(bytes)),
};

/**
 * The record of a cluster's frameworks, in the state in which the registry is: a new master knows which
 * frameworks there were. Upstream knows of a framework only when it comes back.
 */
export class FrameworkRecords {
  readonly #state: State;
  readonly #records: TypedState<FrameworkRecord | undefined>;

  constructor(state: State) {
    this.#state = state;
    this.#records = new TypedState(state, Record);
  }

  /**
   * Stores a record in place of the one of the same id. Ready once it is durable: with true, or with
   * false if another master has stored it meanwhile. Fails with `REGISTRAR_OPERATION_INVALID`, or as
   * `State.store` does.
   */
  put(record: FrameworkRecord): Future<boolean> {
    return Future.try(() => {
      const copy = checkRecord(record);
      return this.#records
        .fetch(PREFIX + copy.id)
        .andThen((variable) => this.#records.store(variable.mutate(copy)))
        .andThen((stored) => stored !== undefined);
    });
  }

  /** Forgets a framework; false if there is no record of it. */
  remove(id: string): Future<boolean> {
    return this.#records.fetch(PREFIX + id).andThen((variable) => this.#records.expunge(variable));
  }

  /** Undefined if there is no such record. Fails with `STATE_VALUE_MALFORMED`, or as `State.fetch` does. */
  get(id: string): Future<FrameworkRecord | undefined> {
    return this.#records.fetch(PREFIX + id).andThen(({ value }) => value);
  }

  /** The ids of all frameworks there is a record of. */
  ids(): Future<readonly string[]> {
    return this.#state
      .names()
      .andThen((names) =>
        [...names]
          .filter((name) => name.startsWith(PREFIX))
          .map((name) => name.slice(PREFIX.length)),
      );
  }
}

function checkRecord(record: FrameworkRecord): FrameworkRecord {
  const { id, name, user, roles, failoverTimeoutMs } = record;
  const isValid =
    typeof id === 'string' &&
    id !== '' &&
    typeof name === 'string' &&
    (failoverTimeoutMs === undefined || failoverTimeoutMs >= 0);
  if (!isValid) {
    const message = `expected a framework with an id, a name and no negative time, got ${JSON.stringify(record)}`;
    throw new RegistrarError('REGISTRAR_OPERATION_INVALID', message);
  }
  return {
    ...{ id, name },
    ...(user !== undefined && { user }),
    ...(roles && { roles: [...roles] }),
    ...(failoverTimeoutMs !== undefined && { failoverTimeoutMs }),
  };
}

function parseRecord(bytes: Uint8Array): FrameworkRecord {
  const parsed = JSON.parse(
    new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  ) as FrameworkRecord;
  return checkRecord(parsed);
}
