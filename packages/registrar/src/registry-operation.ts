import type { GoneSlave, Registry, RegistrySlave, UnreachableSlave } from '@quorate/messages';

/** Everything in the registry but its three lists of agents. */
export type RegistryFields = Omit<Registry, 'slaves' | 'unreachable' | 'gone'>;

/** The registry as an operation sees it: with what the operations before it have done. */
export interface RegistryView {
  readonly fields: RegistryFields;
  /** How many admitted and unreachable agents are deactivated. */
  readonly deactivated: number;
  /** The agent admitted under this id. */
  admitted(id: string): RegistrySlave | undefined;
  unreachable(id: string): UnreachableSlave | undefined;
  gone(id: string): GoneSlave | undefined;
  /** The whole registry; made on demand, at a cost that grows with the number of agents. */
  snapshot(): Registry;
}

/**
 * One change of the registry. Agents have unique ids in each list: `put` replaces the agent of the
 * same id where it stands or adds it at the end, `append` moves it to the end, and to remove an
 * absent one changes nothing.
 */
export type RegistryEdit =
  | { readonly type: 'put-admitted'; readonly agent: RegistrySlave }
  | { readonly type: 'remove-admitted'; readonly id: string }
  | { readonly type: 'put-unreachable'; readonly agent: UnreachableSlave }
  | { readonly type: 'append-unreachable'; readonly agent: UnreachableSlave }
  | { readonly type: 'remove-unreachable'; readonly id: string }
  | { readonly type: 'append-gone'; readonly agent: GoneSlave }
  | { readonly type: 'remove-gone'; readonly id: string }
  | { readonly type: 'set-fields'; readonly fields: Partial<RegistryFields> };

/** What an operation comes to: edits to make, nothing to do, or a refusal. */
export type OperationResult =
  | { readonly type: 'mutated'; readonly edits: readonly RegistryEdit[] }
  | { readonly type: 'unchanged' }
  | { readonly type: 'refused'; readonly reason: string };

/**
 * A change of the registry. (Mesos src/master/registrar.hpp)
 *
 * `perform` is a pure function: it looks at the registry and says what to change. One that throws
 * changes nothing and fails its own `apply` only.
 */
export interface RegistryOperation {
  /** For logs and errors, for example `admit agent "S1"`. */
  readonly name: string;
  perform(registry: RegistryView): OperationResult;
}

/** The registry is as the operation wants it. */
export const UNCHANGED: OperationResult = { type: 'unchanged' };

/** Make these edits, in order. */
export function mutated(...edits: readonly RegistryEdit[]): OperationResult {
  return { type: 'mutated', edits };
}

/** The operation is not permitted: `apply` is ready with false. */
export function refused(reason: string): OperationResult {
  return { type: 'refused', reason };
}
