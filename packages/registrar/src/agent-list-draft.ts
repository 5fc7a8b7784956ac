import type { AgentList } from './agent-list.ts';

/** What is different in a list: first the removals, then the others. */
export interface AgentChanges<T> {
  readonly removed: ReadonlySet<string>;
  /** In the place of what was there. */
  readonly replaced: ReadonlyMap<string, T>;
  /** At the end, in this order. */
  readonly appended: ReadonlyMap<string, T>;
}

/** A list of agents with changes that were not stored yet; the list itself stays as it is. */
export class AgentListDraft<T extends object> implements AgentChanges<T> {
  readonly removed = new Set<string>();
  readonly replaced = new Map<string, T>();
  readonly appended = new Map<string, T>();
  readonly #list: AgentList<T>;
  #deactivated: number;
  #isChanged = false;

  constructor(list: AgentList<T>) {
    this.#list = list;
    this.#deactivated = list.deactivated;
  }

  /**
   * Whether any agent was added, replaced or removed, also if that was undone since: what is stored
   * must not depend on which operations share a store.
   */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** How many are deactivated. */
  get deactivated(): number {
    return this.#deactivated;
  }

  get(id: string): T | undefined {
    const added = this.appended.get(id);
    if (added !== undefined || this.removed.has(id)) return added;
    return this.replaced.get(id) ?? this.#list.get(id);
  }

  /** The id to put an agent under; throws a TypeError if the agent has none. */
  idOf(agent: T): string {
    const { id } = this.#list.traits.keyOf(agent);
    if (id !== '') return id;
    throw new TypeError('an edit adds an agent without an id');
  }

  /** In the place of the agent of the same id, or at the end. */
  put(id: string, agent: T): void {
    this.#count(id, agent);
    this.#isChanged = true;
    const isInPlace = this.#list.has(id) && !this.removed.has(id);
    (isInPlace ? this.replaced : this.appended).set(id, agent);
  }

  /** At the end, and nowhere else. */
  append(id: string, agent: T): void {
    this.remove(id);
    this.put(id, agent);
  }

  remove(id: string): void {
    if (this.get(id) === undefined) return;
    this.#count(id, undefined);
    this.#isChanged = true;
    this.appended.delete(id);
    this.replaced.delete(id);
    if (this.#list.has(id)) this.removed.add(id);
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    const seen = new Set<string>();
    for (const agent of this.#list) {
      const { id } = this.#list.traits.keyOf(agent);
      if (this.removed.has(id)) continue;
      const replacement = this.replaced.get(id);
      if (replacement === undefined) yield agent;
      else if (!seen.has(id)) yield replacement;
      if (replacement !== undefined) seen.add(id);
    }
    yield* this.appended.values();
  }

  #count(id: string, after: T | undefined): void {
    const { keyOf } = this.#list.traits;
    const before = this.get(id);
    if (before !== undefined && keyOf(before).isDeactivated) this.#deactivated--;
    if (after !== undefined && keyOf(after).isDeactivated) this.#deactivated++;
  }
}
