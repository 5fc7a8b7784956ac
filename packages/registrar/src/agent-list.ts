/**
 * One of the registry's lists of agents, found by id: order is kept, and changing one agent costs
 * the same however many there are.
 */
export class AgentList<T> {
  // A registry written by others may name an id twice: what was read is never thrown away, so an
  // id stands for all its agents.
  readonly #agents = new Map<string, readonly T[]>();
  readonly #idOf: (agent: T) => string;
  #isChanged = false;

  constructor(agents: readonly T[], idOf: (agent: T) => string) {
    this.#idOf = idOf;
    for (const agent of agents) {
      const id = idOf(agent);
      const known = this.#agents.get(id);
      this.#agents.set(id, known ? [...known, agent] : [agent]);
    }
  }

  /** Whether any agent was added, replaced or removed. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  get(id: string): T | undefined {
    return this.#agents.get(id)?.[0];
  }

  /** The id to put an agent under; throws a TypeError if the agent has none. */
  idOf(agent: T): string {
    const id = this.#idOf(agent);
    if (id !== '') return id;
    throw new TypeError('an edit adds an agent without an id');
  }

  /** In the place of the agent of the same id, or at the end. */
  put(id: string, agent: T): void {
    this.#agents.set(id, [agent]);
    this.#isChanged = true;
  }

  /** At the end, and nowhere else. */
  append(id: string, agent: T): void {
    this.#agents.delete(id);
    this.put(id, agent);
  }

  remove(id: string): void {
    if (this.#agents.delete(id)) this.#isChanged = true;
  }

  toArray(): readonly T[] {
    return [...this.#agents.values()].flat();
  }
}
