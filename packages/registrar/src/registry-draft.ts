import type { GoneSlave, Registry, RegistrySlave, UnreachableSlave } from '@quorate/messages';
import { AgentList } from './agent-list.ts';
import type {
  OperationResult,
  RegistryEdit,
  RegistryFields,
  RegistryOperation,
  RegistryView,
} from './registry-operation.ts';

/**
 * A working copy of a registry that operations are performed on, each seeing what those before it
 * have done. The registry it was made from never changes.
 */
export class RegistryDraft implements RegistryView {
  readonly #original: Registry;
  readonly #admitted: AgentList<RegistrySlave>;
  readonly #unreachable: AgentList<UnreachableSlave>;
  readonly #gone: AgentList<GoneSlave>;
  #fields: RegistryFields;

  constructor(registry: Registry) {
    this.#original = registry;
    this.#fields = registry;
    this.#admitted = new AgentList(
      registry.slaves?.slaves ?? [],
      ({ info }) => info.id?.value ?? '',
    );
    this.#unreachable = new AgentList(registry.unreachable?.slaves ?? [], ({ id }) => id.value);
    this.#gone = new AgentList(registry.gone?.slaves ?? [], ({ id }) => id.value);
  }

  get fields(): RegistryFields {
    return this.#fields;
  }

  admitted(id: string): RegistrySlave | undefined {
    return this.#admitted.get(id);
  }

  unreachable(id: string): UnreachableSlave | undefined {
    return this.#unreachable.get(id);
  }

  gone(id: string): GoneSlave | undefined {
    return this.#gone.get(id);
  }

  /** Performs the operation and makes its edits; throws what it throws, and then changes nothing. */
  perform(operation: RegistryOperation): OperationResult {
    const result = operation.perform(this);
    switch (result.type) {
      case 'mutated':
        // All edits are checked before the first is made, so that a bad one changes nothing.
        for (const change of result.edits.map((edit) => this.#prepare(edit))) change();
        return result;
      case 'unchanged':
      case 'refused':
        return result;
      default:
        throw new TypeError(`perform() returned ${JSON.stringify(result satisfies never)}`);
    }
  }

  snapshot(): Registry {
    const { slaves, unreachable, gone } = this.#original;
    const lists: Pick<Registry, 'slaves' | 'unreachable' | 'gone'> = {
      ...(this.#admitted.isChanged && { slaves: { ...slaves, slaves: this.#admitted.toArray() } }),
      ...(this.#unreachable.isChanged && {
        unreachable: { ...unreachable, slaves: this.#unreachable.toArray() },
      }),
      ...(this.#gone.isChanged && { gone: { ...gone, slaves: this.#gone.toArray() } }),
    };
    return { ...this.#original, ...this.#fields, ...lists };
  }

  /** A change that cannot fail any more. */
  #prepare(edit: RegistryEdit): () => void {
    switch (edit.type) {
      case 'put-admitted': {
        const id = this.#admitted.idOf(edit.agent);
        return () => this.#admitted.put(id, edit.agent);
      }
      case 'append-unreachable': {
        const id = this.#unreachable.idOf(edit.agent);
        return () => this.#unreachable.append(id, edit.agent);
      }
      case 'append-gone': {
        const id = this.#gone.idOf(edit.agent);
        return () => this.#gone.append(id, edit.agent);
      }
      case 'remove-admitted':
        return () => this.#admitted.remove(edit.id);
      case 'remove-unreachable':
        return () => this.#unreachable.remove(edit.id);
      case 'remove-gone':
        return () => this.#gone.remove(edit.id);
      case 'set-fields':
        return () => {
          this.#fields = { ...this.#fields, ...edit.fields };
        };
      default:
        throw new TypeError(`unknown edit ${JSON.stringify(edit satisfies never)}`);
    }
  }
}

/** What one operation makes of a registry; the registry itself never changes. */
export type PerformResult =
  | { readonly type: 'mutated'; readonly registry: Registry }
  | Exclude<OperationResult, { readonly type: 'mutated' }>;

/** Performs one operation outside a registrar. */
export function performOperation(registry: Registry, operation: RegistryOperation): PerformResult {
  const draft = new RegistryDraft(registry);
  const result = draft.perform(operation);
  return result.type === 'mutated' ? { type: 'mutated', registry: draft.snapshot() } : result;
}
