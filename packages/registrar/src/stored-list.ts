import type { MessageCodec } from '@quorate/messages';
import type { Splice } from '@quorate/state';
import type { AgentChanges, AgentListDraft } from './agent-list-draft.ts';
import { AgentList, type AgentTraits, type SizedAgent } from './agent-list.ts';
import type { ListLayout } from './registry-layout.ts';
import { fieldHeader, messageField } from './wire-field.ts';

/** What belongs to one of the lists: its field in the registry and the codec of its agents. */
export interface ListType<T> extends AgentTraits<T> {
  readonly number: number;
  readonly codec: MessageCodec<T>;
}

/** What a store changes of a list. */
export interface ListChange<T> {
  readonly splices: readonly Splice[];
  /** Of the list's field afterwards. */
  readonly sizeBytes: number;
  readonly agents: AgentChanges<SizedAgent<T>>;
}

/** A list of agents as it stands in the stored registry: a field of tag, length, agents and trailer. */
export class StoredList<T> {
  readonly list: AgentList<T>;
  readonly #type: ListType<T>;
  /** Tag and length; 0 while the registry has no such field. */
  #headerBytes: number;
  readonly #trailerBytes: number;

  constructor(type: ListType<T>, agents: readonly T[], layout: ListLayout | undefined) {
    this.#type = type;
    this.#headerBytes = layout?.header ?? 0;
    this.#trailerBytes = layout?.trailer ?? 0;
    const sized = agents.map((agent, index) => ({
      agent,
      sizeBytes: layout?.agents[index] ?? 0,
    }));
    this.list = new AgentList(sized, type);
  }

  /** Whether the registry has such a field, be it empty. */
  get isPresent(): boolean {
    return this.#headerBytes > 0;
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
    return messageField(1, this.#type.codec.encode(agent));
  }

  #encodeAll(agents: ReadonlyMap<string, T>) {
    const appended = new Map<string, SizedAgent<T>>();
    const parts: Uint8Array[] = [];
    let length = 0;
    for (const [id, agent] of agents) {
      const bytes = this.#encode(agent);
      appended.set(id, { agent, sizeBytes: bytes.length });
      parts.push(bytes);
      length += bytes.length;
    }
    return { appended, bytes: concatenate(parts, length) };
  }
}

function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
