import {
  GoneSlave,
  Registry,
  RegistrySlave,
  UnreachableSlave,
  type MessageCodec,
} from '@quorate/messages';
import type { Splice } from '@quorate/state';
import { deepFreeze } from './deep-freeze.ts';
import type { RegistryDraft } from './registry-draft.ts';
import { layoutOf } from './registry-layout.ts';
import type { RegistryFields } from './registry-operation.ts';
import { StoredList, type ListChange, type ListType } from './stored-list.ts';

const ADMITTED: ListType<RegistrySlave> = {
  number: 2,
  codec: RegistrySlave,
  idOf: ({ info }) => info.id?.value ?? '',
  isDeactivated: ({ deactivated }) => deactivated === true,
};
const UNREACHABLE: ListType<UnreachableSlave> = {
  number: 7,
  codec: UnreachableSlave,
  idOf: ({ id }) => id.value,
  isDeactivated: ({ deactivated }) => deactivated === true,
};
const GONE: ListType<GoneSlave> = {
  number: 8,
  codec: GoneSlave,
  idOf: ({ id }) => id.value,
  isDeactivated: () => false,
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

  private constructor(registry: Registry, bytes: Uint8Array | undefined) {
    const layout = bytes && layoutOf(bytes);
    this.admitted = new StoredList(ADMITTED, registry.slaves?.slaves ?? [], layout?.admitted);
    this.unreachable = new StoredList(
      UNREACHABLE,
      registry.unreachable?.slaves ?? [],
      layout?.unreachable,
    );
    this.gone = new StoredList(GONE, registry.gone?.slaves ?? [], layout?.gone);
    this.#fields = registry;
    this.#snapshot = registry;
    const { head = 0, middle = 0, tail = 0 } = layout ?? {};
    const middleAt = head + this.admitted.sizeBytes;
    this.#parts = {
      head: bytes?.slice(0, head) ?? new Uint8Array(),
      middle: bytes?.slice(middleAt, middleAt + middle) ?? new Uint8Array(),
      tail: bytes?.slice(bytes.length - tail) ?? new Uint8Array(),
    };
  }

  /**
   * Reads a registry. Throws what the codec throws for what is no registry.
   *
   * Bytes whose fields are not in the order in which Mesos writes them cannot be spliced: `reordered`
   * has those that can, and have to be stored in their place.
   */
  static decode(bytes: Uint8Array): {
    readonly registry: StoredRegistry;
    readonly reordered?: Uint8Array;
  } {
    const registry = deepFreeze(Registry.decode(bytes));
    if (layoutOf(bytes)) return { registry: new StoredRegistry(registry, bytes) };
    const reordered = Registry.encode(registry);
    return { registry: new StoredRegistry(registry, reordered), reordered };
  }

  /** A registry of which nothing is stored, to perform operations on. */
  static of(registry: Registry): StoredRegistry {
    return new StoredRegistry(registry, undefined);
  }

  get fields(): RegistryFields {
    return this.#fields;
  }

  get sizeBytes(): number {
    const { head, middle, tail } = this.#parts;
    const lists = this.admitted.sizeBytes + this.unreachable.sizeBytes + this.gone.sizeBytes;
    return head.length + middle.length + tail.length + lists;
  }

  /** The registry, frozen; put together when it is asked for. */
  get registry(): Registry {
    this.#snapshot ??= deepFreeze(
      assemble(this.#fields, {
        admitted: [this.admitted.list, this.admitted.isPresent],
        unreachable: [this.unreachable.list, this.unreachable.isPresent],
        gone: [this.gone.list, this.gone.isPresent],
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

/** The agents of a list, and whether the registry has that list though it may be empty. */
type Agents<T> = readonly [agents: Iterable<T>, isPresent: boolean];

/** The agents of a registry, list by list. */
interface AgentLists {
  readonly admitted: Agents<RegistrySlave>;
  readonly unreachable: Agents<UnreachableSlave>;
  readonly gone: Agents<GoneSlave>;
}

/** A registry of these fields and agents. */
export function assemble(fields: RegistryFields, lists: AgentLists): Registry {
  const { slaves, unreachable, gone, ...rest } = fields as Registry;
  return {
    ...rest,
    ...assembleList('slaves', slaves, lists.admitted),
    ...assembleList('unreachable', unreachable, lists.unreachable),
    ...assembleList('gone', gone, lists.gone),
  };
}

function assembleList<T>(
  name: 'slaves' | 'unreachable' | 'gone',
  before: object | undefined,
  [agents, isPresent]: Agents<T>,
): object {
  return before || isPresent ? { [name]: { ...before, slaves: [...agents] } } : {};
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
