import type { GoneSlave, Registry, RegistrySlave, UnreachableSlave } from '@quorate/messages';
import { AgentListDraft } from './agent-list-draft.ts';
import { deepFreeze } from './deep-freeze.ts';
import type {
  OperationResult,
  RegistryEdit,
  RegistryFields,
  RegistryOperation,
  RegistryView,
} from './registry-operation.ts';
import type { ListShell, StoredList } from './stored-list.ts';
import { assemble, StoredRegistry } from './stored-registry.ts';

/**
 * A registry with the changes of operations that were performed on it, each seeing what those before
 * it have done. The registry itself does not change.
 */
export class RegistryDraft implements RegistryView {
  readonly admittedAgents: AgentListDraft<RegistrySlave>;
  readonly unreachableAgents: AgentListDraft<UnreachableSlave>;
  readonly goneAgents: AgentListDraft<GoneSlave>;
  readonly #stored: StoredRegistry;
  #fields: RegistryFields;

  constructor(stored: StoredRegistry) {
    this.#stored = stored;
    this.#fields = stored.fields;
    this.admittedAgents = new AgentListDraft(stored.admitted.list);
    this.unreachableAgents = new AgentListDraft(stored.unreachable.list);
    this.goneAgents = new AgentListDraft(stored.gone.list);
  }

  get fields(): RegistryFields {
    return this.#fields;
  }

  get deactivated(): number {
    return this.admittedAgents.deactivated + this.unreachableAgents.deactivated;
  }

  admitted(id: string): RegistrySlave | undefined {
    return this.admittedAgents.get(id);
  }

  unreachable(id: string): UnreachableSlave | undefined {
    return this.unreachableAgents.get(id);
  }

  gone(id: string): GoneSlave | undefined {
    return this.goneAgents.get(id);
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
    const lists = [this.admittedAgents, this.unreachableAgents, this.goneAgents];
    const isChanged = this.#fields !== this.#stored.fields || lists.some((list) => list.isChanged);
    if (!isChanged) return this.#stored.registry;
    return assemble(this.#fields, {
      admitted: this.#listOf(this.#stored.admitted, this.admittedAgents),
      unreachable: this.#listOf(this.#stored.unreachable, this.unreachableAgents),
      gone: this.#listOf(this.#stored.gone, this.goneAgents),
    });
  }

  #listOf<T extends object>(
    { shell }: StoredList<T>,
    draft: AgentListDraft<T>,
  ): readonly [ListShell | undefined, () => readonly T[]] {
    // At once: this draft goes on changing.
    const agents = [...draft];
    return [shell ?? (draft.isChanged ? {} : undefined), () => agents];
  }

  /** A change that cannot fail any more. */
  #prepare(edit: RegistryEdit): () => void {
    switch (edit.type) {
      case 'put-admitted': {
        const agent = deepFreeze(edit.agent);
        const id = this.admittedAgents.idOf(agent);
        return () => this.admittedAgents.put(id, agent);
      }
      case 'put-unreachable': {
        const agent = deepFreeze(edit.agent);
        const id = this.unreachableAgents.idOf(agent);
        return () => this.unreachableAgents.put(id, agent);
      }
      case 'append-unreachable': {
        const agent = deepFreeze(edit.agent);
        const id = this.unreachableAgents.idOf(agent);
        return () => this.unreachableAgents.append(id, agent);
      }
      case 'append-gone': {
        const agent = deepFreeze(edit.agent);
        const id = this.goneAgents.idOf(agent);
        return () => this.goneAgents.append(id, agent);
      }
      case 'remove-admitted':
        return () => this.admittedAgents.remove(edit.id);
      case 'remove-unreachable':
        return () => this.unreachableAgents.remove(edit.id);
      case 'remove-gone':
        return () => this.goneAgents.remove(edit.id);
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
  const draft = new RegistryDraft(StoredRegistry.of(registry));
  const result = draft.perform(operation);
  return result.type === 'mutated' ? { type: 'mutated', registry: draft.snapshot() } : result;
}
