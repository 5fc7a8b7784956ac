import type { Registry } from '@quorate/messages';
import { RegistryModel } from './registry-model.ts';
import type { AgentRequest } from './registry-model.ts';

/** The life of one registrar. */
export interface Term {
  readonly id: number;
  /** Address of its node. */
  readonly node: string;
  /** The master that recovers it. */
  readonly master: string;
  readonly stores: StoreRecord[];
  /** What was performed since the last store, in order. */
  performed: RequestRecord[];
  /** The highest version that anybody had been told of when it began. */
  readonly depthBefore: number;
}

/** What came of something: `pending` until that is known, `unknown` if it never will be. */
export type Outcome = 'pending' | 'succeeded' | 'failed' | 'unknown';

/** A request to a registrar. */
export interface RequestRecord {
  readonly id: number;
  readonly term: Term;
  readonly request: AgentRequest;
  /** The highest version that anybody had been told of when it was made. */
  readonly depthBefore: number;
  /** Whether the registrar's failure was known when it was made. */
  readonly isAfterFailure: boolean;
  outcome: Outcome;
  /** Of one that succeeded: whether it was permitted. */
  isPermitted?: boolean;
  code?: string;
  /** The store it was part of. */
  store?: StoreRecord;
}

/** A version of the registry that a registrar has stored, or tried to. */
export interface StoreRecord {
  readonly term: Term;
  readonly uuid: string;
  /** The version that it was to take the place of; undefined if nobody has stored that. */
  readonly before: StoreRecord | undefined;
  /** How many versions there were before. */
  readonly depth: number;
  readonly requests: readonly RequestRecord[];
  /** What it has to hold, by the rules. */
  readonly model: RegistryModel;
  /** Whether each of the requests is permitted, by the rules. */
  readonly permitted: readonly boolean[];
  outcome: Outcome;
  /** It has taken its predecessor's place for certain: acknowledged, or built upon, or read. */
  isEffective: boolean;
}

/** Hears of everything that registrars are asked for and do, and says what is wrong with it. */
export interface RegistryListener {
  /** A store is handed to the storage, with the bytes of the registry. */
  storing(store: StoreRecord, value: Uint8Array): void;
  /** The storage has answered. */
  stored(store: StoreRecord): void;
  /** It is known that a store has taken effect. */
  effective(store: StoreRecord): void;
  requested(request: RequestRecord): void;
  returned(request: RequestRecord): void;
  /** A registrar is recovered, and shows this registry. */
  recovered(term: Term, registry: Registry): void;
}

/** Everything that the registrars of a run were asked for and did. */
export class RegistryHistory {
  readonly requests: RequestRecord[] = [];
  readonly #terms: Term[] = [];
  readonly #stores = new Map<string, StoreRecord>();
  readonly #listener: RegistryListener;
  #acknowledged = 0;
  #depthMax = 0;

  constructor(listener: RegistryListener) {
    this.#listener = listener;
  }

  /** How many requests were acknowledged, refused ones included. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  begin(node: string, master: string): Term {
    const id = this.#terms.length;
    const depthBefore = this.#depthMax;
    const term: Term = { id, node, master, stores: [], performed: [], depthBefore };
    this.#terms.push(term);
    return term;
  }

  // ------------------------------------------------------------------------------ what is stored

  /** A version was read: it is one of those that have taken effect. */
  fetched(uuid: string): void {
    const store = this.#stores.get(uuid);
    if (store) this.#makeEffective(store);
  }

  storing(term: Term, uuid: string, before: string, value: () => Uint8Array): StoreRecord {
    const predecessor = this.#stores.get(before);
    const model = new RegistryModel(predecessor?.model);
    if (term.stores.length === 0) model.master = term.master;
    const requests = term.performed;
    term.performed = [];
    const store: StoreRecord = {
      term,
      uuid,
      before: predecessor,
      depth: (predecessor?.depth ?? 0) + 1,
      requests,
      model,
      permitted: requests.map(({ request }) => model.perform(request)),
      outcome: 'pending',
      isEffective: false,
    };
    for (const request of requests) request.store = store;
    this.#stores.set(uuid, store);
    this.#listener.storing(store, value());
    term.stores.push(store);
    return store;
  }

  stored(store: StoreRecord, outcome: Outcome): void {
    store.outcome = outcome;
    this.#listener.stored(store);
    if (outcome === 'succeeded') this.#makeEffective(store);
  }

  #makeEffective(store: StoreRecord): void {
    for (let each: StoreRecord | undefined = store; each; each = each.before) {
      if (each.isEffective) return;
      each.isEffective = true;
      this.#listener.effective(each);
    }
  }

  // --------------------------------------------------------------------------- what is asked for

  request(term: Term, request: AgentRequest): RequestRecord {
    const record: RequestRecord = {
      id: this.requests.length,
      term,
      request,
      depthBefore: this.#depthMax,
      isAfterFailure: term.stores.some(hasFailed),
      outcome: 'pending',
    };
    this.requests.push(record);
    this.#listener.requested(record);
    return record;
  }

  succeeded(record: RequestRecord, isPermitted: boolean): void {
    record.outcome = 'succeeded';
    record.isPermitted = isPermitted;
    this.#acknowledged++;
    this.#listener.returned(record);
    this.#depthMax = Math.max(this.#depthMax, record.store?.depth ?? 0);
  }

  failed(record: RequestRecord, outcome: 'failed' | 'unknown', code: string): void {
    record.outcome = outcome;
    record.code = code;
    this.#listener.returned(record);
  }

  recovered(term: Term, registry: Registry): void {
    this.#listener.recovered(term, registry);
    this.#depthMax = Math.max(this.#depthMax, term.stores[0]?.depth ?? 0);
  }
}

/** Whether a registrar must not go on after this. */
export function hasFailed({ outcome }: StoreRecord): boolean {
  return outcome === 'failed' || outcome === 'unknown';
}

/** A version, as text. */
export function versionOf(uuid: Uint8Array): string {
  return Array.from(uuid, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
