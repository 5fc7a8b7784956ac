import { reasonOf, StatusUpdateError } from './errors.ts';
import { ManagedStream } from './managed-stream.ts';
import type { ManagerSettings } from './manager-options.ts';
import { full, streamUnknown } from './refusals.ts';
import { STREAM_FILE_UPDATES_BYTES_MAX } from './storage/stream-files.ts';

/** The streams of a manager by their keys, and how many updates they hold. */
export class StreamTable<StreamId, Update> {
  readonly #settings: ManagerSettings<StreamId, Update>;
  readonly #streams = new Map<string, ManagedStream<StreamId, Update>>();
  #pending = 0;

  constructor(settings: ManagerSettings<StreamId, Update>) {
    this.#settings = settings;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Updates that wait: to be written, or to be acknowledged. */
  get pending(): number {
    return this.#pending;
  }

  values(): Iterable<ManagedStream<StreamId, Update>> {
    return this.#streams.values();
  }

  get(key: string): ManagedStream<StreamId, Update> | undefined {
    return this.#streams.get(key);
  }

  add(id: StreamId, key: string): ManagedStream<StreamId, Update> {
    const stream = new ManagedStream<StreamId, Update>(id, key);
    this.#streams.set(key, stream);
    return stream;
  }

  forgetIfEmpty(stream: ManagedStream<StreamId, Update>): void {
    if (!stream.isAlive) this.#streams.delete(stream.key);
  }

  /** For one more update, if there is room for it. */
  forUpdate(id: StreamId, checkpoint: boolean): ManagedStream<StreamId, Update> {
    const { storage, streamPendingMax, pendingMax } = this.#settings;
    const key = this.keyOf(id);
    const known = this.#streams.get(key);
    if (known && known.pendingLength >= streamPendingMax) {
      throw full(`${streamPendingMax} updates of stream ${key} wait for their acknowledgement`);
    }
    if (this.#pending >= pendingMax) {
      throw full(`${pendingMax} updates wait for their acknowledgement`);
    }
    if ((known?.sizeBytes ?? 0) >= STREAM_FILE_UPDATES_BYTES_MAX) {
      throw full(`the file of stream ${key} has ${known?.sizeBytes ?? 0} bytes`);
    }
    const path = checkpoint && storage && known?.path === undefined ? this.pathOf(id) : undefined;
    const stream = known ?? this.add(id, key);
    stream.path ??= path;
    return stream;
  }

  /** @param mayComeUp streams are being recovered, and this may be one of them */
  forAcknowledgement(id: StreamId, mayComeUp: boolean): ManagedStream<StreamId, Update> {
    const key = this.keyOf(id);
    const known = this.#streams.get(key);
    if (!known && !mayComeUp) throw streamUnknown(this.#settings.format.name, key);
    return known ?? this.add(id, key);
  }

  /** What the stream holds has changed. */
  recount(stream: ManagedStream<StreamId, Update>): void {
    const held = stream.pendingLength;
    this.#pending += held - stream.held;
    stream.held = held;
  }

  /** Undefined if that is not known yet. */
  frameworkOf(stream: ManagedStream<StreamId, Update>): string | undefined {
    if (stream.isAlive) return stream.frameworkId;
    const input = stream.queue.find((request) => request.input.type === 'update')?.input;
    if (input?.type !== 'update') return undefined;
    try {
      return this.#settings.format.frameworkOf(input.update);
    } catch {
      return undefined; // It will be refused.
    }
  }

  keyOf(id: StreamId): string {
    return this.#checkId(() => this.#settings.format.streamKey(id));
  }

  pathOf(id: StreamId): string {
    return this.#checkId(() => this.#settings.pathOf(id));
  }

  #checkId(name: () => string): string {
    try {
      return name();
    } catch (error) {
      const message = `this names no ${this.#settings.format.name} stream: ${reasonOf(error)}`;
      const options = { cause: error, outcome: 'definite' } as const;
      throw new StatusUpdateError('STREAM_ID_INVALID', message, options);
    }
  }
}
