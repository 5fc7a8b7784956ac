import { isTerminalOperationState } from '@quorate/messages';
import type { OperationState } from '@quorate/messages';
import { type Resources } from '@quorate/resources';
import { applyChange } from './changes.ts';
import type { Change } from './changes.ts';

/**
 * How an operation is, as far as the master knows:
 *
 * - `sent`: it may have reached the agent
 * - `lost`: the agent has registered without it, and is asked to confirm that
 * - `finished`, `dropped`: the agent said so
 */
type LedgerState = 'sent' | 'lost' | 'finished' | 'dropped';

/** An operation in the master's books. */
export interface LedgerEntry {
  readonly uuid: string;
  readonly change: Change;
  state: LedgerState;
  /** The states that it was told, and the uuids of these statuses, each once, in order. */
  readonly told: OperationState[];
  readonly uuids: string[];
  /** Whether the end of it was ever acknowledged. */
  isAcknowledged: boolean;
}

/** What the agent says of an operation when it registers. */
export interface ReportedOperation {
  readonly uuid: string;
  readonly state: OperationState;
}

/**
 * The master's books on the operations of an agent. They know what the resources have to be, from
 * what was asked for and what was told, and find every contradiction to that.
 */
export class Ledger {
  readonly #entries = new Map<string, LedgerEntry>();
  /** Those that may still change the picture, in the order of their issue. */
  #open: LedgerEntry[] = [];
  /** The resources after all operations in front of `#open`. */
  #settled: Resources;

  constructor(initial: Resources) {
    this.#settled = initial;
  }

  /** What the resources are if everything goes well. */
  get view(): Resources {
    return this.#replay(({ state }) => state === 'sent' || state === 'finished');
  }

  /** Operations without an outcome. */
  get outstanding(): readonly LedgerEntry[] {
    return this.#open.filter(({ state }) => state === 'sent' || state === 'lost');
  }

  get all(): readonly LedgerEntry[] {
    return [...this.#entries.values()];
  }

  /** Volumes that something is happening to. */
  busyVolumes(): ReadonlySet<string> {
    const volumes = this.outstanding.map(({ change: { volume } }) => volume);
    return new Set(volumes.filter((volume) => volume !== undefined));
  }

  send(uuid: string, change: Change): void {
    const told = { told: [], uuids: [], isAcknowledged: false };
    const entry: LedgerEntry = { uuid, change, state: 'sent', ...told };
    this.#entries.set(uuid, entry);
    this.#open.push(entry);
  }

  /**
   * Takes a status that the agent sent.
   *
   * @returns the operation, and whether this is news; throws if it must not have come
   */
  receive(
    uuid: string,
    state: OperationState,
    statusUuid: string,
  ): { readonly entry: LedgerEntry; readonly isNew: boolean } {
    const entry = this.#find(uuid);
    if (entry.uuids.includes(statusUuid)) {
      // The next one is forwarded when the one before is acknowledged for good: none comes back.
      if (entry.uuids.at(-1) === statusUuid) return { entry, isNew: false };
      throw new Contradiction(`${nameOf(entry)}: ${state} came again, after what follows it`);
    }
    const wanted = entry.told.length === 0 ? 'OPERATION_PENDING' : 'OPERATION_FINISHED';
    if (state !== wanted || entry.told.includes(state)) {
      throw new Contradiction(`${nameOf(entry)}: told ${state} after [${entry.told.join(', ')}]`);
    }
    if (entry.state !== 'sent') {
      throw new Contradiction(`${nameOf(entry)}: told ${state}, but it is ${entry.state}`);
    }
    entry.told.push(state);
    entry.uuids.push(statusUuid);
    if (isTerminalOperationState(state)) entry.state = 'finished';
    this.#settle();
    return { entry, isNew: true };
  }

  /** Takes the confirmation that the agent does not know an operation. */
  drop(uuid: string): LedgerEntry {
    const entry = this.#find(uuid);
    if (entry.state !== 'lost') {
      throw new Contradiction(`${nameOf(entry)}: dropped, but it is ${entry.state}`);
    }
    entry.state = 'dropped';
    this.#settle();
    return entry;
  }

  /**
   * Compares with an agent that has just registered: it has finished what it had begun.
   *
   * @returns operations that it does not know
   */
  reconcile(resources: Resources, reported: readonly ReportedOperation[]): readonly LedgerEntry[] {
    const known = new Map(reported.map(({ uuid, state }) => [uuid, state]));
    for (const { uuid, state } of reported) this.#checkReported(this.#find(uuid), state);
    for (const entry of this.#entries.values()) {
      if (entry.state === 'finished' && !entry.isAcknowledged && !known.has(entry.uuid)) {
        throw new Contradiction(`${nameOf(entry)}: forgotten before it was acknowledged`);
      }
    }
    for (const entry of this.outstanding) if (!known.has(entry.uuid)) entry.state = 'lost';
    const wanted = this.#replay(
      ({ uuid, state }) => state === 'finished' || (state === 'sent' && known.has(uuid)),
    );
    if (!resources.equals(wanted)) {
      throw new Contradiction(`the agent has\n  ${resources}\nwhere the master has\n  ${wanted}`);
    }
    return this.outstanding.filter(({ state }) => state === 'lost');
  }

  #checkReported(entry: LedgerEntry, state: OperationState): void {
    const isPossible = entry.state === 'sent' || entry.state === 'finished';
    if (state === 'OPERATION_FINISHED' && isPossible) return;
    throw new Contradiction(`${nameOf(entry)}: reported as ${state}, but it is ${entry.state}`);
  }

  #find(uuid: string): LedgerEntry {
    const entry = this.#entries.get(uuid);
    if (entry) return entry;
    throw new Contradiction(`operation ${uuid} was never asked for`);
  }

  #replay(counts: (entry: LedgerEntry) => boolean): Resources {
    const changes = this.#open.filter(counts).map(({ change }) => change);
    return changes.reduce(applyChange, this.#settled);
  }

  /** What is known for good, up to the first operation that is not, needs no replay any more. */
  #settle(): void {
    const first = this.#open.findIndex(({ state }) => state === 'sent' || state === 'lost');
    const settled = this.#open.slice(0, first < 0 ? this.#open.length : first);
    const finished = settled.filter(({ state }) => state === 'finished');
    this.#settled = finished.map(({ change }) => change).reduce(applyChange, this.#settled);
    this.#open = this.#open.slice(settled.length);
  }
}

/** What the agent does or says cannot be. */
export class Contradiction extends Error {
  override readonly name = 'Contradiction';
}

function nameOf({ uuid, change }: LedgerEntry): string {
  return `${change.type} ${change.volume ?? ''} (${uuid})`;
}
