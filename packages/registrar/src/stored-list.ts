import type { Splice } from '@quorate/state';
import type { AgentChanges, AgentListDraft } from './agent-list-draft.ts';
import { AgentList, type AgentKey, type AgentTraits, type SizedAgent } from './agent-list.ts';
import { deepFreeze } from './deep-freeze.ts';
import { FieldCursor } from './field-cursor.ts';
import type { ListLayout } from './registry-layout.ts';
import { concatenate, fieldHeader, messageField } from './wire-field.ts';

/** What belongs to one of the lists: its field in the registry and the codec of its agents. */
export interface ListType<T> {
  readonly number: number;
  readonly encode: (agent: T) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => T;
  readonly keyOf: (agent: T) => AgentKey;
  /** The same of an encoded agent, given its fields. */
  readonly scan: (fields: FieldCursor) => AgentKey;
}

/** A list of the registry without its agents: what is in it that nobody knows. */
export type ListShell = object;

/** What a store changes of a list. */
export interface ListChange<T> {
  readonly splices: readonly Splice[];
  /** Of the list's field afterwards. */
  readonly sizeBytes: number;
  readonly agents: AgentChanges<SizedAgent<T>>;
}

/** A list of agents as it stands in the stored registry: a field of tag, length, agents and trailer. */
export class StoredList<T extends object> {
  readonly list: AgentList<T>;
  readonly #type: ListType<T>;
  /** Undefined while the registry has no such field. */
  #shell: ListShell | undefined;
  /** Tag and length; 0 if nothing is stored. */
  #headerBytes: number;
  readonly #trailerBytes: number;

  private constructor(
    type: ListType<T>,
    list: AgentList<T>,
    shell: ListShell | undefined,
    layout?: ListLayout,
  ) {
    this.list = list;
    this.#type = type;
    this.#shell = shell;
    this.#headerBytes = layout?.header ?? 0;
    this.#trailerBytes = layout?.trailer ?? 0;
  }

  /** A list of which nothing is stored. */
  static of<T extends object>(
    type: ListType<T>,
    message: { readonly slaves: readonly T[] } | undefined,
  ): StoredList<T> {
    const { slaves = [], ...shell } = message ?? {};
    const list = new AgentList<T>(traitsOf(type));
    for (const agent of slaves) list.push(type.keyOf(agent), agent, 0);
    return new StoredList<T>(type, list, message && shell);
  }

  /** The list that stands in these bytes; its agents are decoded when they are looked at. */
  static read<T extends object>(
    type: ListType<T>,
    shell: ListShell | undefined,
    { bytes, layout }: { readonly bytes: Uint8Array; readonly layout: ListLayout | undefined },
  ): StoredList<T> {
    const list = new AgentList(traitsOf(type), bytes);
    const { agents = [], start = 0 } = layout ?? {};
    const end = agents.reduce((sum, sizeBytes) => sum + sizeBytes, start);
    const field = new FieldCursor(bytes, start, end);
    for (const sizeBytes of agents) {
      field.next();
      list.push(type.scan(field.nested()), field.start, sizeBytes);
    }
    return new StoredList(type, list, shell, layout);
  }

  /** Undefined while the registry has no such field; it may be there and have no agents. */
  get shell(): ListShell | undefined {
    return this.#shell;
  }

  /** Of the whole field. */
  get sizeBytes(): number {
    return this.#headerBytes + this.list.sizeBytes + this.#trailerBytes;
  }

  /** What the draft changes of the field, if that begins at `start`. */
  change(draft: AgentListDraft<T>, start: number): ListChange<T> | undefined {
    if (!draft.isChanged) return undefined;
    const first = start + this.#headerBytes;
    const cuts = [...draft.removed].flatMap((id) => this.#rangesOf(id, first));
    const replaced = new Map<string, SizedAgent<T>>();
    for (const [id, agent] of draft.replaced) {
      const bytes = this.#encode(agent);
      replaced.set(id, { agent, sizeBytes: bytes.length });
      const [place, ...rest] = this.#rangesOf(id, first);
      if (place) cuts.push({ ...place, inserted: bytes }, ...rest);
    }
    cuts.sort((a, b) => a.offset - b.offset);
    const { appended, bytes: added } = this.#encodeAll(draft.appended);
    const end = { offset: first + this.list.sizeBytes, removed: 0, inserted: added };
    const body = added.length === 0 ? cuts : [...cuts, end];
    const grown = body.reduce((sum, { removed, inserted }) => sum + inserted.length - removed, 0);
    const length = this.list.sizeBytes + this.#trailerBytes + grown;
    const header = fieldHeader(this.#type.number, length);
    return {
      splices: [{ offset: start, removed: this.#headerBytes, inserted: header }, ...body],
      sizeBytes: header.length + length,
      agents: { removed: draft.removed, replaced, appended },
    };
  }

  /** Makes a change that was stored. */
  apply({ sizeBytes, agents }: ListChange<T>): void {
    this.list.apply(agents);
    this.#shell ??= {};
    this.#headerBytes = sizeBytes - this.list.sizeBytes - this.#trailerBytes;
  }

  #rangesOf(id: string, first: number): Splice[] {
    return this.list.rangesOf(id).map(({ offset, length }) => ({
      offset: first + offset,
      removed: length,
      inserted: new Uint8Array(),
    }));
  }

  #encode(agent: T): Uint8Array {
    return messageField(1, this.#type.encode(agent));
  }

  #encodeAll(agents: ReadonlyMap<string, T>) {
    const appended = new Map<string, SizedAgent<T>>();
    const parts: Uint8Array[] = [];
    for (const [id, agent] of agents) {
      const bytes = this.#encode(agent);
      appended.set(id, { agent, sizeBytes: bytes.length });
      parts.push(bytes);
    }
    return { appended, bytes: concatenate(parts) };
  }
}

function traitsOf<T extends object>({ keyOf, decode }: ListType<T>): AgentTraits<T> {
  return {
    keyOf,
    decode: (bytes, start) => {
      const field = new FieldCursor(bytes, start);
      field.next();
      return deepFreeze(decode(bytes.subarray(field.valueStart, field.end)));
    },
  };
}
