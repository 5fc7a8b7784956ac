import { Operation } from '@quorate/messages';
import type { Action } from '@quorate/messages';
import { begunToVote } from '../../log/replica-view.ts';
import type { RecordChange, ReplicaView } from '../../log/replica-view.ts';
import type { Checker } from '../../log/checkers/checker.ts';
import { versionOf } from '../registry-history.ts';
import type { StoreRecord } from '../registry-history.ts';
import { nameOf } from './registry-checker.ts';
import type { RegistryChecker } from './registry-checker.ts';

/**
 * When a store is reported as done, a quorum of replicas has had it on their disks (G1). Looks for the
 * version, which is in every entry of the log that stores it.
 */
export class QuorumOfStores implements RegistryChecker, Checker {
  readonly invariant = 'quorum-of-stores';
  readonly #quorum: number;
  /** By the version: who has it on disk, as long as those are not a quorum. */
  readonly #holders = new Map<string, Set<string>>();
  /** Those that a quorum had. */
  readonly #safe = new Set<string>();
  readonly #replaced = new Set<string>();

  constructor(quorum: number) {
    this.#quorum = quorum;
  }

  replaced({ address }: ReplicaView): void {
    this.#replaced.add(address);
  }

  durable({ address }: ReplicaView, change: RecordChange): undefined {
    if (begunToVote(change)) this.#forget(address);
    if (change.type !== 'action') return;
    const uuid = versionIn(change.action);
    if (uuid === undefined || this.#safe.has(uuid)) return;
    const holders = this.#holders.get(uuid) ?? new Set();
    this.#holders.set(uuid, holders.add(address));
    if (holders.size < this.#quorum && !change.action.learned) return;
    this.#safe.add(uuid);
    this.#holders.delete(uuid);
  }

  stored(store: StoreRecord): string | undefined {
    if (store.outcome !== 'succeeded' || this.#safe.has(store.uuid)) return undefined;
    const count = this.#holders.get(store.uuid)?.size ?? 0;
    return `the store of ${nameOf(store)} was reported as done, and ${count} replicas have it`;
  }

  /** It votes with a new disk: what the old one held does not count any more. */
  #forget(address: string): void {
    if (!this.#replaced.delete(address)) return;
    for (const holders of this.#holders.values()) holders.delete(address);
  }
}

/** The version that an entry of the log stores. */
function versionIn({ append }: Action): string | undefined {
  if (!append) return undefined;
  const { snapshot, diff } = Operation.decode(append.bytes);
  const uuid = (snapshot ?? diff)?.entry.uuid;
  return uuid && versionOf(uuid);
}
