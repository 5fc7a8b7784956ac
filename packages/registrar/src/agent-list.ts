import type { AgentChanges } from './agent-list-draft.ts';
import { PrefixSums } from './prefix-sums.ts';

/** What a list has to know of its agents. */
export interface AgentTraits<T> {
  readonly idOf: (agent: T) => string;
  readonly isDeactivated: (agent: T) => boolean;
}

/** Where something stands in the encoded list, in bytes from its beginning. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** An agent and how many bytes it takes in the encoded list. */
export interface SizedAgent<T> {
  readonly agent: T;
  readonly sizeBytes: number;
}

/**
 * One of the registry's lists of agents, found by id: order is kept, and changing one agent costs
 * the same however many there are. It knows where each of them stands in the encoded list.
 */
export class AgentList<T> {
  readonly traits: AgentTraits<T>;
  // A registry written by others may name an id twice: what was read is never thrown away, so an
  // id stands for all its agents.
  readonly #slotsOf = new Map<string, readonly number[]>();
  #slots: (T | undefined)[] = [];
  #sizes = new PrefixSums();
  #deactivated = 0;

  constructor(agents: Iterable<SizedAgent<T>>, traits: AgentTraits<T>) {
    this.traits = traits;
    for (const agent of agents) this.#push(agent);
  }

  /** How many are listed. */
  get size(): number {
    return this.#slotsOf.size;
  }

  /** How many of them are deactivated. */
  get deactivated(): number {
    return this.#deactivated;
  }

  /** Of the encoded list. */
  get sizeBytes(): number {
    return this.#sizes.sumOf(this.#sizes.length);
  }

  get(id: string): T | undefined {
    const [slot] = this.#slotsOf.get(id) ?? [];
    return slot === undefined ? undefined : this.#slots[slot];
  }

  /** Where the agents of an id stand. */
  rangesOf(id: string): readonly ByteRange[] {
    return (this.#slotsOf.get(id) ?? []).map((slot) => ({
      offset: this.#sizes.sumOf(slot),
      length: this.#sizes.at(slot),
    }));
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (const agent of this.#slots) if (agent !== undefined) yield agent;
  }

  /** Makes changes that were stored. */
  apply({ removed, replaced, appended }: AgentChanges<SizedAgent<T>>): void {
    for (const id of removed) this.#remove(id, 0);
    for (const [id, { agent, sizeBytes }] of replaced) {
      const [slot] = this.#slotsOf.get(id) ?? [];
      if (slot === undefined) continue;
      this.#remove(id, 1);
      this.#put(id, slot, { agent, sizeBytes });
    }
    for (const agent of appended.values()) this.#push(agent);
    this.#closeGaps();
  }

  #push(sized: SizedAgent<T>): void {
    const id = this.traits.idOf(sized.agent);
    const slot = this.#slots.length;
    this.#sizes.push(0);
    this.#slots.push(undefined);
    const known = this.#slotsOf.get(id);
    if (known) {
      this.#slotsOf.set(id, [...known, slot]);
      this.#slots[slot] = sized.agent;
      this.#sizes.set(slot, sized.sizeBytes);
    } else {
      this.#put(id, slot, sized);
    }
  }

  #put(id: string, slot: number, { agent, sizeBytes }: SizedAgent<T>): void {
    const before = this.#slots[slot];
    if (before !== undefined && this.traits.isDeactivated(before)) this.#deactivated--;
    if (this.traits.isDeactivated(agent)) this.#deactivated++;
    this.#slotsOf.set(id, [slot]);
    this.#slots[slot] = agent;
    this.#sizes.set(slot, sizeBytes);
  }

  /** Removes the agents of an id but the first so many. */
  #remove(id: string, kept: number): void {
    const slots = this.#slotsOf.get(id) ?? [];
    const [first] = slots;
    const agent = first === undefined ? undefined : this.#slots[first];
    for (const slot of slots.slice(kept)) {
      this.#slots[slot] = undefined;
      this.#sizes.set(slot, 0);
    }
    if (kept > 0) return;
    if (agent !== undefined && this.traits.isDeactivated(agent)) this.#deactivated--;
    this.#slotsOf.delete(id);
  }

  /** Agents that come and go leave gaps behind: once these are the most, the list is made anew. */
  #closeGaps(): void {
    if (this.#slots.length < 64 || this.#slots.length < 2 * this.size) return;
    const sized = this.#slots.flatMap((agent, slot) =>
      agent === undefined ? [] : [{ agent, sizeBytes: this.#sizes.at(slot) }],
    );
    this.#slots = [];
    this.#slotsOf.clear();
    this.#sizes = new PrefixSums();
    this.#deactivated = 0;
    for (const agent of sized) this.#push(agent);
  }
}
