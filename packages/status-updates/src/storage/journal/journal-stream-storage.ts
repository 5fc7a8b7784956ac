import { joinPath } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import { StatusUpdateError } from '../../errors.ts';
import { fileExists, readStreamFile, truncateStreamFile } from '../stream-files.ts';
import type { StreamFile, StreamStorage } from '../stream-storage.ts';
import { encodePath } from './journal-batch.ts';
import { Journal } from './journal.ts';
import { relativePath } from './stream-path.ts';

/** How large each of the journal's two files gets. */
export const JOURNAL_SIZE_BYTES_MAX = 16 * 1024 * 1024;

/** How the journal and the files behind it are kept. */
export interface JournalStreamStorageOptions {
  readonly fileSystem: FileSystem;
  /**
   * The journal's own directory, by convention named `updates.journal`. The files of all streams
   * have to lie somewhere under the directory that holds it.
   */
  readonly path: string;
  /** In bytes, from 4 KiB. What is not in the streams' files yet, twice this at most, is in memory. */
  readonly sizeBytesMax?: number;
}

/** A storage that journals, and says how often it has brought its files up to date. */
export interface JournalStreamStorage extends StreamStorage {
  readonly cycles: number;
}

/**
 * Keeps streams in their files, as upstream does, behind a journal that all of them share: an append
 * is durable with the next sync of the journal, which many share, and the files follow.
 *
 * Until `flush` or `close` the files may lack what is in the journal: other programs must not write
 * to them before. After a crash `open` brings them up to date.
 *
 * Throws `MANAGER_OPTION_INVALID`.
 */
export function journalStreamStorage(options: JournalStreamStorageOptions): JournalStreamStorage {
  const { sizeBytesMax = JOURNAL_SIZE_BYTES_MAX } = options;
  if (!Number.isSafeInteger(sizeBytesMax) || sizeBytesMax < 4096) {
    const message = `expected sizeBytesMax to be an integer from 4096, got ${sizeBytesMax}`;
    throw new StatusUpdateError('MANAGER_OPTION_INVALID', message, { outcome: 'definite' });
  }
  return new JournaledStreams(options.fileSystem, new Journal({ ...options, sizeBytesMax }));
}

class JournaledStreams implements JournalStreamStorage {
  readonly #fileSystem: FileSystem;
  readonly #journal: Journal;
  /** The prefix of every stream's path. */
  readonly #prefix: string;
  /** Encoded once for all records of a file. */
  readonly #pathBytes = new Map<string, Uint8Array>();

  constructor(fileSystem: FileSystem, journal: Journal) {
    this.#fileSystem = fileSystem;
    this.#journal = journal;
    this.#prefix = joinPath(journal.root, '');
  }

  get cycles(): number {
    return this.#journal.cycles;
  }

  open(): Promise<void> {
    return this.#journal.open();
  }

  async create(path: string, existing: 'refuse' | 'append'): Promise<number> {
    const pending = this.#journal.pending(this.#relative(path));
    const sizeBytes = pending ? pending.sizeBytes : await this.#sizeOnDisk(path);
    if (sizeBytes === undefined) return 0;
    if (existing === 'refuse') throw fileExists(path);
    return sizeBytes;
  }

  append(path: string, offset: number, bytes: Uint8Array): Promise<void> {
    const relative = this.#relative(path);
    return this.#journal.write(
      { type: 'append', path: relative, offset, bytes },
      this.#encoded(relative),
    );
  }

  async read(path: string): Promise<StreamFile> {
    await this.#bringUpToDate(path);
    return readStreamFile(this.#fileSystem, path);
  }

  /** Opening the journal has written anew, and synced, what it held of any file. */
  confirm(): Promise<void> {
    return Promise.resolve();
  }

  /**
   * Past the journal, which therefore has to be empty: a record of the file that is replayed later
   * would bring back what is cut off here.
   */
  async truncate(path: string, sizeBytes: number): Promise<void> {
    await this.#journal.flush();
    await truncateStreamFile(this.#fileSystem, path, sizeBytes);
  }

  async remove(path: string): Promise<void> {
    const relative = this.#relative(path);
    await this.#journal.write({ type: 'remove', path: relative }, this.#encoded(relative));
    this.#pathBytes.delete(relative);
  }

  flush(): Promise<void> {
    return this.#journal.flush();
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  async #bringUpToDate(path: string): Promise<void> {
    if (this.#journal.pending(this.#relative(path))) await this.#journal.flush();
  }

  async #sizeOnDisk(path: string): Promise<number | undefined> {
    return (await this.#fileSystem.stat(path))?.sizeBytes;
  }

  #encoded(relative: string): Uint8Array {
    let bytes = this.#pathBytes.get(relative);
    if (!bytes) {
      bytes = encodePath(relative);
      this.#pathBytes.set(relative, bytes);
    }
    return bytes;
  }

  #relative(path: string): string {
    return relativePath(this.#prefix, path);
  }
}
