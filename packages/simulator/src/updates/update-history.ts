/** A stream of updates, and what is known of it from outside. */
export interface StreamRecord {
  /** The uuid of an operation. */
  readonly id: string;
  /** In the order in which they were handed over. */
  readonly updates: UpdateRecord[];
  /** A terminal update was acknowledged, and the manager has said so. */
  isOver: boolean;
  /** The file of the stream may have been removed. */
  isRemoved: boolean;
}

/** What is known of an update, or of its acknowledgement. */
export type Progress = 'none' | 'pending' | 'unknown' | 'done';

/** One status update. */
export interface UpdateRecord {
  readonly stream: StreamRecord;
  /** In its stream, from 0. */
  readonly index: number;
  readonly uuid: string;
  readonly isTerminal: boolean;
  /** Whether the manager has it. */
  kept: Progress;
  acknowledged: Progress;
  readonly forwards: Forward[];
}

/** A moment at which an update was forwarded. */
export interface Forward {
  /** Of the agent's program. */
  readonly life: number;
  /** By the agent's clock, in milliseconds. */
  readonly atMs: number;
  /** How often the manager was told to begin anew before: the back-off begins anew then. */
  readonly resumes: number;
}

/** What a recovery has found of a stream. */
export interface FoundStream {
  /** The uuids of all updates, the oldest first. */
  readonly updates: readonly string[];
  /** How many of them, the last ones, wait for their acknowledgement. */
  readonly pending: number;
  readonly isOver: boolean;
}

/** Hears of everything that happens to updates. */
export interface UpdateListener {
  kept(update: UpdateRecord): void;
  forwarded(update: UpdateRecord, forward: Forward, latest: string | undefined): void;
  /** The manager has taken an acknowledgement; `goesOn` is what it answered. */
  acknowledged(update: UpdateRecord, goesOn: boolean): void;
  /** A recovery is over. Streams that are not there were not found. */
  recovered(streams: ReadonlyMap<string, FoundStream>): void;
  /** The manager forwards nothing any more, until it is told to go on. */
  paused(): void;
  /** It is told to go on. */
  resuming(): void;
  /** It has gone on, and has had its turns since. */
  resumed(at: Resumption): void;
  /** The agent's program has ended. */
  crashed(): void;
}

/** Which resumption it is. */
export type Resumption = Pick<Forward, 'life' | 'resumes'>;

/** All updates of a run. It outlives the programs of the agent. */
export class UpdateHistory {
  readonly streams: StreamRecord[] = [];
  readonly #updates = new Map<string, UpdateRecord>();
  readonly #listener: UpdateListener;
  #made = 0;
  #acknowledged = 0;

  constructor(listener: UpdateListener) {
    this.#listener = listener;
  }

  /** How many updates were kept and acknowledged. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  find(uuid: string): UpdateRecord | undefined {
    return this.#updates.get(uuid);
  }

  beginStream(): StreamRecord {
    const id = uuidOf('a', ++this.#made);
    const stream: StreamRecord = { id, updates: [], isOver: false, isRemoved: false };
    this.streams.push(stream);
    return stream;
  }

  makeUpdate(stream: StreamRecord, isTerminal: boolean): UpdateRecord {
    const uuid = uuidOf('b', ++this.#made);
    const index = stream.updates.length;
    const marks = { kept: 'none', acknowledged: 'none' } as const;
    const update: UpdateRecord = { stream, index, uuid, isTerminal, ...marks, forwards: [] };
    stream.updates.push(update);
    this.#updates.set(uuid, update);
    return update;
  }

  /** The manager has said that it keeps an update. */
  kept(update: UpdateRecord): void {
    update.kept = 'done';
    this.#listener.kept(update);
  }

  forwarded(uuid: string, forward: Forward, latest: string | undefined): void {
    const update = this.#updates.get(uuid);
    if (!update) throw new Error(`an update ${uuid} is forwarded that nobody has made`);
    this.#listener.forwarded(update, forward, latest);
    update.forwards.push(forward);
  }

  acknowledgedBy(update: UpdateRecord, goesOn: boolean): void {
    this.#listener.acknowledged(update, goesOn);
    update.acknowledged = 'done';
    if (!goesOn) update.stream.isOver = true;
    this.#acknowledged++;
  }

  recovered(streams: ReadonlyMap<string, FoundStream>): void {
    this.#listener.recovered(streams);
  }

  paused(): void {
    this.#listener.paused();
  }

  resuming(): void {
    this.#listener.resuming();
  }

  resumed(at: Resumption): void {
    this.#listener.resumed(at);
  }

  /** The agent's program has ended: what was under way may have happened. */
  crashed(): void {
    this.#listener.crashed();
    for (const { updates, isOver } of this.streams) {
      if (isOver) continue;
      for (const update of updates) {
        if (update.kept === 'pending') update.kept = 'unknown';
        if (update.acknowledged === 'pending') update.acknowledged = 'unknown';
      }
    }
  }
}

/** Different for different numbers. */
function uuidOf(kind: 'a' | 'b', number: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
