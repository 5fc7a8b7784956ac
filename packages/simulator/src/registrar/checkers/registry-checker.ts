import type { Registry } from '@quorate/messages';
import type { NamedChecker } from '../../checks.ts';
import type { RequestRecord, StoreRecord, Term } from '../registry-history.ts';

/** Holds one property of registrars against everything that they do. Each method says what is wrong. */
export interface RegistryChecker extends NamedChecker {
  /** A store is handed to the storage. */
  storing?(store: StoreRecord, value: Uint8Array): string | undefined;
  /** The storage has answered. */
  stored?(store: StoreRecord): string | undefined;
  /** It is known that a store has taken effect. */
  effective?(store: StoreRecord): string | undefined;
  requested?(request: RequestRecord): string | undefined;
  /** A request has returned. */
  returned?(request: RequestRecord): string | undefined;
  /** A registrar has recovered, and shows this registry. */
  recovered?(term: Term, registry: Registry): string | undefined;
}

/** A store, for people. */
export function nameOf({ term, depth, uuid }: StoreRecord): string {
  return `version ${depth} (${uuid.slice(0, 8)}, ${term.master})`;
}
