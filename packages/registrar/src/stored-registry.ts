import {
  GoneSlave,
  Registry,
  RegistrySlave,
  UnreachableSlave,
  type MessageCodec,
} from '@quorate/messages';
import type { Splice } from '@quorate/state';
import { encodeAgent } from './agent-encoding.ts';
import type { AgentKey } from './agent-list.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { FieldCursor } from './field-cursor.ts';
import type { RegistryDraft } from './registry-draft.ts';
import { layoutOf, type ListLayout, type RegistryLayout } from './registry-layout.ts';
import type { RegistryFields } from './registry-operation.ts';
import { StoredList, type ListChange, type ListShell, type ListType } from './stored-list.ts';
import { concatenate, fieldHeader } from './wire-field.ts';

const ADMITTED: ListType<RegistrySlave> = {
  number: 2,
  encode: encodeAgent,
  decode: (bytes) => RegistrySlave.decode(bytes),
  keyOf: ({ info, deactivated }) => keyOf(info.id?.value, deactivated),
  scan: (fields) => scan(fields, { id: [1, 6, 1], deactivated: 3 }),
};
const UNREACHABLE: ListType<UnreachableSlave> = {
  number: 7,
  encode: (agent) => UnreachableSlave.encode(agent),
  decode: (bytes) => UnreachableSlave.decode(bytes),
  keyOf: ({ id, deactivated }) => keyOf(id.value, deactivated),
  scan: (fields) => scan(fields, { id: [1, 1], deactivated: 4 }),
};
const GONE: ListType<GoneSlave> = {
  number: 8,
  encode: (agent) => GoneSlave.encode(agent),
  decode: (bytes) => GoneSlave.decode(bytes),
  keyOf: ({ id }) => keyOf(id.value),
  scan: (fields) => scan(fields, { id: [1, 1] }),
};

/** What a store changes of the encoded registry, and what follows for the one in memory. */
export interface RegistryChange {
  readonly splices: readonly Splice[];
  /** Of the registry afterwards. */
  readonly sizeBytes: number;
  readonly fields: RegistryFields;
  readonly parts: FieldParts;
  readonly admitted: ListChange<RegistrySlave> | undefined;
  readonly unreachable: ListChange<UnreachableSlave> | undefined;
  readonly gone: ListChange<GoneSlave> | undefined;
}

/** The encoded fields between the lists. */
interface FieldParts {
  readonly head: Uint8Array;
  readonly middle: Uint8Array;
  readonly tail: Uint8Array;
}

/**
 * The registry as it is stored: in memory, and where everything stands in its bytes. So a change of
 * one agent is a change of a few bytes, whatever the size of the registry.
 */
export class StoredRegistry {
  readonly admitted: StoredList<RegistrySlave>;
  readonly unreachable: StoredList<UnreachableSlave>;
  readonly gone: StoredList<GoneSlave>;
  #fields: RegistryFields;
  #parts: FieldParts;
  #snapshot: Registry | undefined;

  private constructor(fields: RegistryFields, lists: StoredLists, parts: FieldParts) {
    this.#fields = fields;
    this.#parts = parts;
    this.admitted = lists.admitted;
    this.unreachable = lists.unreachable;
    this.gone = lists.gone;
  }

  /**
   * Reads a registry. Throws what the codec throws for what is no registry. Agents are checked, and
   * decoded when they are looked at: of many, few ever are.
   *
   * Bytes whose fields are not in the order in which Mesos writes them cannot be spliced: `reordered`
   * has those that can, and have to be stored in their place.
   *
   * @param bytes not copied: nobody may change them any more
   */
  static decode(bytes: Uint8Array): {
    readonly registry: StoredRegistry;
    readonly reordered?: Uint8Array;
  } {
    Registry.check(bytes);
    const layout = layoutOf(bytes);
    if (layout) return { registry: StoredRegistry.#read(bytes, layout) };
    const reordered = Registry.encode(Registry.decode(bytes));
    const inOrder = layoutOf(reordered);
    if (!inOrder) throw new TypeError('the registry was encoded out of order');
    return { registry: StoredRegistry.#read(reordered, inOrder), reordered };
  }

  /** A registry of which nothing is stored, to perform operations on. */
  static of(registry: Registry): StoredRegistry {
    const { slaves, unreachable, gone, ...fields } = registry;
    const lists = {
      admitted: StoredList.of(ADMITTED, slaves),
      unreachable: StoredList.of(UNREACHABLE, unreachable),
      gone: StoredList.of(GONE, gone),
    };
    const none = new Uint8Array();
    const stored = new StoredRegistry(fields, lists, { head: none, middle: none, tail: none });
    stored.#snapshot = registry;
    return stored;
  }

  static #read(bytes: Uint8Array, layout: RegistryLayout): StoredRegistry {
    const { slaves, unreachable, gone, ...fields } = decodeWithoutAgents(bytes, layout);
    const lists = {
      admitted: StoredList.read(ADMITTED, shellOf(slaves), { bytes, layout: layout.admitted }),
      unreachable: StoredList.read(UNREACHABLE, shellOf(unreachable), {
        ...{ bytes, layout: layout.unreachable },
      }),
      gone: StoredList.read(GONE, shellOf(gone), { bytes, layout: layout.gone }),
    };
    const middleAt = layout.head + lists.admitted.sizeBytes;
    return new StoredRegistry(fields, lists, {
      head: bytes.slice(0, layout.head),
      middle: bytes.slice(middleAt, middleAt + layout.middle),
      tail: bytes.slice(bytes.length - layout.tail),
    });
  }

  get fields(): RegistryFields {
    return this.#fields;
  }

  get sizeBytes(): number {
    const { head, middle, tail } = this.#parts;
    const lists = this.admitted.sizeBytes + this.unreachable.sizeBytes + this.gone.sizeBytes;
    return head.length + middle.length + tail.length + lists;
  }

  /** The registry, frozen; its agents are decoded when the list they are in is looked at. */
  get registry(): Registry {
    this.#snapshot ??= deepFreeze(
      assemble(this.#fields, {
        admitted: [this.admitted.shell, this.admitted.list.promise()],
        unreachable: [this.unreachable.shell, this.unreachable.list.promise()],
        gone: [this.gone.shell, this.gone.list.promise()],
      }),
    );
    return this.#snapshot;
  }

  /** What has to be stored for a draft of this registry. Throws what the codecs throw. */
  change(draft: RegistryDraft): RegistryChange {
    const { fields } = draft;
    const before = this.#parts;
    const parts = fields === this.#fields ? before : encodeParts(fields);
    let at = before.head.length;
    const place = (sizeBytes: number): number => (at += sizeBytes) - sizeBytes;
    const admitted = this.admitted.change(draft.admittedAgents, place(this.admitted.sizeBytes));
    const middleAt = place(before.middle.length);
    const unreachable = this.unreachable.change(
      draft.unreachableAgents,
      place(this.unreachable.sizeBytes),
    );
    const gone = this.gone.change(draft.goneAgents, place(this.gone.sizeBytes));
    const tailAt = place(before.tail.length);
    const splices = [
      ...replaced(0, before.head, parts.head),
      ...(admitted?.splices ?? []),
      ...replaced(middleAt, before.middle, parts.middle),
      ...(unreachable?.splices ?? []),
      ...(gone?.splices ?? []),
      ...replaced(tailAt, before.tail, parts.tail),
    ];
    const grown = splices.reduce((sum, each) => sum + each.inserted.length - each.removed, 0);
    return {
      ...{ splices, sizeBytes: this.sizeBytes + grown, fields, parts },
      ...{ admitted, unreachable, gone },
    };
  }

  /** Makes a change that was stored. */
  apply({ fields, parts, admitted, unreachable, gone }: RegistryChange): void {
    const isSame = fields === this.#fields && !admitted && !unreachable && !gone;
    if (admitted) this.admitted.apply(admitted);
    if (unreachable) this.unreachable.apply(unreachable);
    if (gone) this.gone.apply(gone);
    this.#fields = fields;
    this.#parts = parts;
    if (!isSame) this.#snapshot = undefined;
  }
}

interface StoredLists {
  readonly admitted: StoredList<RegistrySlave>;
  readonly unreachable: StoredList<UnreachableSlave>;
  readonly gone: StoredList<GoneSlave>;
}

/** A list of a registry, unless it has none, and its agents. */
type LazyList<T> = readonly [shell: ListShell | undefined, agents: () => readonly T[]];

/** The agents of a registry, list by list. */
interface AgentLists {
  readonly admitted: LazyList<RegistrySlave>;
  readonly unreachable: LazyList<UnreachableSlave>;
  readonly gone: LazyList<GoneSlave>;
}

/** A registry of these fields and agents. */
export function assemble(fields: RegistryFields, lists: AgentLists): Registry {
  return {
    ...fields,
    ...assembleList('slaves', lists.admitted),
    ...assembleList('unreachable', lists.unreachable),
    ...assembleList('gone', lists.gone),
  };
}

function assembleList<T>(
  name: 'slaves' | 'unreachable' | 'gone',
  [shell, agents]: LazyList<T>,
): object {
  if (!shell) return {};
  let slaves: readonly T[] | undefined;
  const get = (): readonly T[] => (slaves ??= Object.freeze(agents()));
  const list = Object.defineProperty({ ...shell }, 'slaves', { get, enumerable: true });
  // Here, because whoever freezes all of it would look at the agents.
  return { [name]: Object.freeze(list) };
}

/** The registry as if it had no agents. */
function decodeWithoutAgents(bytes: Uint8Array, layout: RegistryLayout): Registry {
  const kept: Uint8Array[] = [];
  let at = 0;
  const keep = (sizeBytes: number): void => {
    kept.push(bytes.subarray(at, at + sizeBytes));
    at += sizeBytes;
  };
  const keepShell = (number: number, list: ListLayout | undefined): void => {
    if (!list) return;
    at = list.start + list.agents.reduce((sum, sizeBytes) => sum + sizeBytes, 0);
    kept.push(fieldHeader(number, list.trailer));
    keep(list.trailer);
  };
  keep(layout.head);
  keepShell(ADMITTED.number, layout.admitted);
  keep(layout.middle);
  keepShell(UNREACHABLE.number, layout.unreachable);
  keepShell(GONE.number, layout.gone);
  keep(layout.tail);
  return deepFreeze(Registry.decode(concatenate(kept)));
}

function shellOf(list: { readonly slaves: unknown } | undefined): ListShell | undefined {
  const { slaves: _, ...shell } = list ?? { slaves: [] };
  return list && shell;
}

function keyOf(id: string | undefined, deactivated?: boolean): AgentKey {
  return { id: id ?? '', isDeactivated: deactivated === true };
}

/** The key of an encoded agent, by the numbers of the fields it is in. */
function scan(
  fields: FieldCursor,
  numbers: { readonly id: readonly number[]; readonly deactivated?: number },
): AgentKey {
  const [first = 0, ...path] = numbers.id;
  let id = '';
  let isDeactivated = false;
  while (fields.next()) {
    if (fields.number === first) id = textAt(fields, path);
    else if (fields.number === numbers.deactivated) isDeactivated = fields.flag();
  }
  return { id, isDeactivated };
}

/** The text in a message in this field, found by field numbers; empty if it is not there. */
function textAt(field: FieldCursor, [number, ...path]: readonly number[]): string {
  if (number === undefined) return field.text();
  const inner = field.nested();
  return inner.find(number) ? textAt(inner, path) : '';
}

function replaced(offset: number, from: Uint8Array, to: Uint8Array): readonly Splice[] {
  if (from === to || equalBytes(from, to)) return [];
  return [{ offset, removed: from.length, inserted: to }];
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function encodeParts(fields: RegistryFields): FieldParts {
  const { master, machines, schedules, quotas, weights } = fields;
  const { resourceProviderRegistry, minimumCapabilities, quotaConfigs, unknownFields } = fields;
  return {
    head: encodePart({ ...(master && { master }) }),
    middle: encodePart({ ...(machines && { machines }), schedules, quotas, weights }),
    tail: encodePart({
      ...(resourceProviderRegistry && { resourceProviderRegistry }),
      minimumCapabilities,
      quotaConfigs,
      ...(unknownFields && { unknownFields }),
    }),
  };
}

function encodePart(part: Partial<Registry>): Uint8Array {
  const codec: MessageCodec<Registry> = Registry;
  return codec.encode({ ...EMPTY, ...part });
}

const EMPTY: Registry = Registry.decode(new Uint8Array());
