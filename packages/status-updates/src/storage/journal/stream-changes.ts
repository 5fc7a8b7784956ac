import type { JournalRecord } from './journal-batch.ts';

/** What the journal holds of one file and the file may not. */
export interface StreamChange {
  /** It is to be cut off here first. 0 if the stream began in this cycle. */
  readonly offset: number;
  /** What comes behind, in order; empty if the file is to be removed. */
  readonly chunks: Uint8Array[];
  /** The size of the file afterwards; undefined if it is to be removed. */
  sizeBytes: number | undefined;
}

/** The changes of one cycle, by the files' paths. To make them twice is to make them once. */
export class StreamChanges {
  readonly #changes = new Map<string, StreamChange>();

  get isEmpty(): boolean {
    return this.#changes.size === 0;
  }

  get entries(): readonly (readonly [string, StreamChange])[] {
    return [...this.#changes];
  }

  /** What is to become of a file; undefined if nothing. */
  find(path: string): StreamChange | undefined {
    return this.#changes.get(path);
  }

  add(record: JournalRecord): void {
    const { path } = record;
    if (record.type === 'remove') {
      this.#changes.set(path, { offset: 0, chunks: [], sizeBytes: undefined });
      return;
    }
    const { offset, bytes } = record;
    const sizeBytes = offset + bytes.length;
    const change = this.#changes.get(path);
    if (change?.sizeBytes === offset) {
      change.chunks.push(bytes);
      change.sizeBytes = sizeBytes;
    } else {
      // The first of this cycle, or of a stream that took the name of one that was removed.
      this.#changes.set(path, { offset, chunks: [bytes], sizeBytes });
    }
  }
}
