import type { Future } from '@quorate/process';
import type { Entry } from './entry.ts';
import { toPosition } from './protocol/types.ts';
import type { Position } from './protocol/types.ts';

/** What a stream keeps in memory at most, unless a single entry is larger. */
export const STREAM_CHUNK_BYTES = 4 * 1024 * 1024;
/** How many positions a stream reads at once at most. */
const STREAM_CHUNK_POSITIONS = 1024;
/** The first read is small, as it does not know the size of the entries yet. */
const FIRST_CHUNK_POSITIONS = 16;

export interface EntrySource {
  begin(): Future<Position>;
  /** The last position to read; undefined when there is none. */
  end(begin: Position): Future<Position | undefined>;
  read(from: Position, to: Position): Future<readonly Entry[]>;
}

interface Range {
  next: Position;
  readonly last: Position;
}

const DONE = { done: true, value: undefined } as const;

/**
 * Reads a range of the log in chunks as it is consumed. A chunk has as many positions as fit into
 * `STREAM_CHUNK_BYTES` if they are as large as those of the chunk before.
 */
export class EntryStream implements AsyncIterableIterator<Entry, undefined> {
  readonly #source: EntrySource;
  #range: Range | undefined;
  #chunk: readonly Entry[] = [];
  #index = 0;
  #positionsAtOnce = FIRST_CHUNK_POSITIONS;
  #ended = false;
  #reading: Future<unknown> | undefined;
  /** Calls of `next` that overlap are served one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(source: EntrySource) {
    this.#source = source;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Entry, undefined>> {
    const next = this.#last.then(() => this.#next());
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Ends the iteration, and a read that is under way. */
  return(): Promise<IteratorResult<Entry, undefined>> {
    this.#end();
    return Promise.resolve(DONE);
  }

  async #next(): Promise<IteratorResult<Entry, undefined>> {
    try {
      for (;;) {
        const value = this.#chunk[this.#index++];
        if (value) return { done: false, value };
        if (!(await this.#readChunk())) return DONE;
      }
    } catch (error) {
      const returned = this.#ended;
      this.#end();
      // return() discarded the read under way.
      if (returned) return DONE;
      throw error;
    }
  }

  /** @returns false at the end */
  async #readChunk(): Promise<boolean> {
    const range = this.#ended ? undefined : (this.#range ??= await this.#findRange());
    if (!range || this.#ended || range.next > range.last) {
      this.#end();
      return false;
    }
    const last = Math.min(range.next + this.#positionsAtOnce - 1, range.last);
    const chunk = await this.#await(this.#source.read(range.next, toPosition(last)));
    this.#adapt(chunk, last - range.next + 1);
    range.next = toPosition(last + 1);
    this.#chunk = this.#ended ? [] : chunk;
    this.#index = 0;
    return true;
  }

  async #findRange(): Promise<Range | undefined> {
    const next = await this.#await(this.#source.begin());
    const last = await this.#await(this.#source.end(next));
    return last === undefined ? undefined : { next, last };
  }

  #adapt(chunk: readonly Entry[], positions: number): void {
    const bytes = chunk.reduce((sum, { data }) => sum + data.byteLength, 0);
    const fitting = bytes === 0 ? Infinity : Math.floor((STREAM_CHUNK_BYTES * positions) / bytes);
    this.#positionsAtOnce = Math.max(1, Math.min(fitting, STREAM_CHUNK_POSITIONS));
  }

  #await<T>(reading: Future<T>): Future<T> {
    this.#reading = reading;
    return reading;
  }

  #end(): void {
    this.#ended = true;
    this.#chunk = [];
    this.#reading?.discard();
    this.#reading = undefined;
  }
}
