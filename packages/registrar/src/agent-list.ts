import type { AgentChanges } from './agent-list-draft.ts';
import { PrefixSums } from './prefix-sums.ts';

/** What a list has to know of an agent. */
export interface AgentKey {
  readonly id: string;
  readonly isDeactivated: boolean;
}

/** What a list has to know of its agents. */
export interface AgentTraits<T> {
  readonly keyOf: (agent: T) => AgentKey;
  /** The agent whose field in the list begins there; it is asked for once. */
  readonly decode: (bytes: Uint8Array, start: number) => T;
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

/** An agent, or where it stands in the bytes that were read: it is decoded when it is looked at. */
type Slot<T> = T | number;

/**
 * One of the registry's lists of agents, found by id: order is kept, and changing one agent costs
 * the same however many there are. It knows where each of them stands in the encoded list.
 */
export class AgentList<T extends object> {
  readonly traits: AgentTraits<T>;
  readonly #bytes: Uint8Array;
  // A registry written by others may name an id twice: what was read is never thrown away, so an
  // id stands for all its agents.
  readonly #slotsOf = new Map<string, number | readonly number[]>();
  #slots: (Slot<T> | undefined)[] = [];
  /** The agents as of now were promised to someone: they must not change under them. */
  #isShared = false;
  #sizes = new PrefixSums();
  readonly #deactivated = new Set<number>();

  /** @param bytes that agents are decoded from; nobody may change them any more */
  constructor(traits: AgentTraits<T>, bytes: Uint8Array = new Uint8Array()) {
    this.traits = traits;
    this.#bytes = bytes;
  }

  /** How many are deactivated. */
  get deactivated(): number {
    return this.#deactivated.size;
  }

  /** Of the encoded list. */
  get sizeBytes(): number {
    return this.#sizes.sumOf(this.#sizes.length);
  }

  /** The ids, in the order in which they came. */
  ids(): Iterable<string> {
    return this.#slotsOf.keys();
  }

  get(id: string): T | undefined {
    const slot = this.#firstOf(id);
    return slot === undefined ? undefined : this.#at(slot);
  }

  has(id: string): boolean {
    return this.#slotsOf.has(id);
  }

  /** Where the agents of an id stand. */
  rangesOf(id: string): readonly ByteRange[] {
    return this.#allOf(id).map((slot) => ({
      offset: this.#sizes.sumOf(slot),
      length: this.#sizes.at(slot),
    }));
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (const slot of this.#slots.keys()) {
      const agent = this.#at(slot);
      if (agent !== undefined) yield agent;
    }
  }

  /** The agents as of now, for whoever asks later. */
  promise(): () => readonly T[] {
    this.#isShared = true;
    const slots = this.#slots;
    return () => slots.flatMap((each) => (each === undefined ? [] : [this.#decoded(each)]));
  }

  /** At the end: an agent that is known, or where it begins in the bytes. */
  push({ id, isDeactivated }: AgentKey, agent: Slot<T>, sizeBytes: number): void {
    const known = this.#slotsOf.get(id);
    const slot = this.#slots.push(agent) - 1;
    this.#sizes.push(sizeBytes);
    this.#slotsOf.set(id, known === undefined ? slot : [...this.#allOf(id), slot]);
    if (isDeactivated && known === undefined) this.#deactivated.add(slot);
  }

  /** Makes changes that were stored. */
  apply({ removed, replaced, appended }: AgentChanges<SizedAgent<T>>): void {
    this.#own();
    for (const id of removed) this.#remove(id);
    for (const [id, { agent, sizeBytes }] of replaced) this.#replace(id, agent, sizeBytes);
    for (const { agent, sizeBytes } of appended.values()) {
      this.push(this.traits.keyOf(agent), agent, sizeBytes);
    }
    this.#closeGaps();
  }

  #at(slot: number): T | undefined {
    const held = this.#slots[slot];
    if (typeof held !== 'number') return held;
    return (this.#slots[slot] = this.#decoded(held));
  }

  #decoded(held: Slot<T>): T {
    return typeof held === 'number' ? this.traits.decode(this.#bytes, held) : held;
  }

  #own(): void {
    if (this.#isShared) this.#slots = [...this.#slots];
    this.#isShared = false;
  }

  #firstOf(id: string): number | undefined {
    const slots = this.#slotsOf.get(id);
    return typeof slots === 'object' ? slots[0] : slots;
  }

  #allOf(id: string): readonly number[] {
    const slots = this.#slotsOf.get(id);
    if (slots === undefined) return [];
    return typeof slots === 'object' ? slots : [slots];
  }

  #replace(id: string, agent: T, sizeBytes: number): void {
    const [first, ...others] = this.#allOf(id);
    if (first === undefined) return;
    for (const slot of others) this.#clear(slot);
    this.#slotsOf.set(id, first);
    this.#slots[first] = agent;
    this.#sizes.set(first, sizeBytes);
    if (this.traits.keyOf(agent).isDeactivated) this.#deactivated.add(first);
    else this.#deactivated.delete(first);
  }

  #remove(id: string): void {
    for (const slot of this.#allOf(id)) this.#clear(slot);
    this.#slotsOf.delete(id);
  }

  #clear(slot: number): void {
    this.#slots[slot] = undefined;
    this.#sizes.set(slot, 0);
    this.#deactivated.delete(slot);
  }

  /** Agents that come and go leave gaps behind: once these are the most, the list is made anew. */
  #closeGaps(): void {
    if (this.#slots.length < 64 || this.#slots.length < 2 * this.#slotsOf.size) return;
    const [slots, sizes] = [this.#slots, this.#sizes];
    const deactivated = new Set(this.#deactivated);
    const idOf = new Map<number, string>();
    for (const id of this.#slotsOf.keys()) for (const slot of this.#allOf(id)) idOf.set(slot, id);
    this.#slots = [];
    this.#sizes = new PrefixSums();
    this.#slotsOf.clear();
    this.#deactivated.clear();
    for (const [slot, agent] of slots.entries()) {
      const id = idOf.get(slot);
      if (agent === undefined || id === undefined) continue;
      this.push({ id, isDeactivated: deactivated.has(slot) }, agent, sizes.at(slot));
    }
  }
}
