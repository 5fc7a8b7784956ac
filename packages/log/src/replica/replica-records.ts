import type { Action } from '@quorate/messages';
import { LogError, toLogError } from '../errors.ts';
import { hasRecord } from '../protocol/acceptor-state.ts';
import type { AcceptorState } from '../protocol/acceptor-state.ts';
import { recordNeeded } from '../protocol/acceptor-input.ts';
import type { Records } from '../protocol/acceptor-input.ts';
import { toPosition } from '../protocol/types.ts';
import type { ReplicaBatch } from './replica-batch.ts';
import type { ReplicaRead, ReplicaRequest } from './replica-request.ts';
import type { Storage } from '../storage.ts';

/** A range may be all holes: rather ask the storage than look at each of a billion positions. */
const RANGE_SEARCHED_MAX = 1_024;

/** What was read from the storage, or what reading it met instead. */
interface Fetched {
  readonly records: ReadonlyMap<number, Action | LogError | undefined>;
  readonly ranges: ReadonlyMap<ReplicaRead, readonly Action[] | LogError>;
}

const NOTHING_FETCHED: Fetched = { records: new Map(), ranges: new Map() };

/**
 * A replica's records as its requests must see them: what the next batch will write, over what is
 * being written, over what is on disk. The last has to be fetched before.
 */
export class ReplicaRecords implements Records {
  #next: ReplicaBatch;
  #inFlight: ReplicaBatch | undefined;
  #fetched = NOTHING_FETCHED;

  constructor(next: ReplicaBatch) {
    this.#next = next;
  }

  show(next: ReplicaBatch, inFlight: ReplicaBatch | undefined): void {
    this.#next = next;
    this.#inFlight = inFlight;
  }

  /** What was fetched is as old as the write before. */
  forgetFetched(): void {
    this.#fetched = NOTHING_FETCHED;
  }

  /** The record at a position; undefined if it could not be read. */
  get(position: number): Action | undefined {
    const written = this.#written(position);
    if (written) return written;
    const fetched = this.#fetched.records.get(position);
    return fetched instanceof LogError ? undefined : fetched;
  }

  /** The records of a range, ascending. Throws what reading them met. */
  range(state: AcceptorState, read: ReplicaRead): readonly Action[] {
    const fetched = this.#fetched.ranges.get(read) ?? [];
    if (fetched instanceof LogError) throw fetched;
    const records = new Map(fetched.map((action) => [action.position, action]));
    for (const batch of [this.#inFlight, this.#next]) {
      for (const action of batch?.actions.values() ?? []) {
        const inRange = action.position >= read.from && action.position <= read.to;
        if (inRange) records.set(action.position, action);
      }
    }
    return [...records.values()]
      .filter(({ position }) => hasRecord(state, position))
      .sort((a, b) => a.position - b.position);
  }

  /** Whether a request cannot be served before something is fetched. */
  needsFetch(state: AcceptorState, request: ReplicaRequest): boolean {
    if (request.type === 'query') return false;
    if (request.type === 'read') return this.#readNeedsFetch(state, request);
    const position = recordNeeded(state, request.input);
    return position !== undefined && !this.#knows(position);
  }

  /** Reads what these requests need. Never rejects: an error takes the place of what it hides. */
  async fetch(
    storage: Storage,
    state: AcceptorState,
    requests: readonly ReplicaRequest[],
  ): Promise<void> {
    const records = new Map<number, Action | LogError | undefined>();
    const ranges = new Map<ReplicaRead, readonly Action[] | LogError>();
    const reading: Promise<void>[] = [];
    for (const request of requests) {
      if (!this.needsFetch(state, request)) continue;
      if (request.type === 'query') continue;
      if (request.type === 'read') {
        reading.push(readInto(ranges, request, () => storage.readRange(request.from, request.to)));
        continue;
      }
      const position = recordNeeded(state, request.input);
      if (position === undefined || records.has(position)) continue;
      records.set(position, undefined);
      reading.push(readInto(records, position, () => storage.read(toPosition(position))));
    }
    await Promise.all(reading);
    this.#fetched = { records, ranges };
  }

  #written(position: number): Action | undefined {
    return this.#next.actions.get(position) ?? this.#inFlight?.actions.get(position);
  }

  #knows(position: number): boolean {
    return this.#written(position) !== undefined || this.#fetched.records.has(position);
  }

  #readNeedsFetch(state: AcceptorState, read: ReplicaRead): boolean {
    if (this.#fetched.ranges.has(read)) return false;
    // It will fail; if requests before it change that, it will be fetched then.
    if (read.from < state.begin || read.to > state.end || read.to < read.from) return false;
    const searchedTo = Math.min(read.to, read.from + RANGE_SEARCHED_MAX);
    for (let position: number = read.from; position <= searchedTo; position++) {
      if (hasRecord(state, position) && !this.#written(position)) return true;
    }
    return searchedTo < read.to;
  }
}

async function readInto<K, V>(
  results: Map<K, V | LogError>,
  key: K,
  read: () => Promise<V>,
): Promise<void> {
  try {
    results.set(key, await read());
  } catch (error) {
    results.set(key, toLogError('STORAGE_FAILED', 'the storage could not be read', error));
  }
}
