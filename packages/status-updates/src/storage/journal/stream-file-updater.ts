import { joinPath, parentOf } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import { StatusUpdateError } from '../../errors.ts';
import { errnoOf } from '../stream-files.ts';
import type { StreamChange, StreamChanges } from './stream-changes.ts';

/** Files written at a time: a disk merges the syncs of a few. */
const FILES_AT_ONCE = 8;

/**
 * Makes the files of streams hold what the journal does. When it resolves all of that is durable, the
 * names of new files and the absence of removed ones included, and the journal's space is free.
 *
 * To make the changes again, after a crash in between, comes to the same.
 */
export async function updateStreamFiles(
  fileSystem: FileSystem,
  root: string,
  changes: StreamChanges,
): Promise<void> {
  const updater = new StreamFileUpdater(fileSystem, root);
  await inParallel(changes.entries, ([path, change]) => updater.update(path, change));
  await updater.syncDirectories();
}

class StreamFileUpdater {
  readonly #fileSystem: FileSystem;
  readonly #root: string;
  /** Those whose entries have changed. Synced once, at the end, however many files they hold. */
  readonly #changedDirectories = new Set<string>();
  /** Of directories that are there, or are being made. */
  readonly #directories = new Map<string, Promise<void>>();

  constructor(fileSystem: FileSystem, root: string) {
    this.#fileSystem = fileSystem;
    this.#root = root;
  }

  async update(path: string, change: StreamChange): Promise<void> {
    const file = joinPath(this.#root, path);
    if (change.sizeBytes === undefined) return this.#remove(file);
    if (change.offset === 0) {
      await this.#ensureDirectory(parentOf(file));
      this.#changedDirectories.add(parentOf(file));
    }
    await this.#write(file, change);
  }

  async syncDirectories(): Promise<void> {
    await inParallel([...this.#changedDirectories], async (directory) => {
      await this.#fileSystem.syncDirectory(directory).catch((error: unknown) => {
        // Removed with the last file in it; its own parent is synced, too.
        if (errnoOf(error) !== 'ENOENT') throw error;
      });
    });
  }

  async #write(file: string, { offset, chunks }: StreamChange): Promise<void> {
    const create = offset === 0 ? 'if-missing' : 'never';
    const handle = await this.#fileSystem.open(file, { access: 'read-write', create });
    try {
      const size = await handle.size();
      if (size < offset) throw shrunk(file, size, offset);
      // What is behind the offset is ours, from before a crash: all of it, or part.
      if (size > offset) await handle.truncate(offset);
      await handle.write(concat(chunks), offset);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async #remove(file: string): Promise<void> {
    const directory = parentOf(file);
    const isThere = (await this.#fileSystem.stat(directory))?.kind === 'directory';
    if (isThere) {
      await this.#tolerating('ENOENT', this.#fileSystem.unlink(file));
      await this.#tolerating('ENOTEMPTY', this.#fileSystem.rmdir(directory));
    }
    // Also if there was nothing: it may have been removed, and not synced, before a crash.
    this.#changedDirectories.add(directory).add(parentOf(directory));
  }

  #ensureDirectory(path: string): Promise<void> {
    const known = this.#directories.get(path);
    if (known) return known;
    const ensuring = this.#makeDirectory(path);
    this.#directories.set(path, ensuring);
    return ensuring;
  }

  async #makeDirectory(path: string): Promise<void> {
    if ((await this.#fileSystem.stat(path))?.kind !== 'directory') {
      await this.#ensureDirectory(parentOf(path));
      await this.#tolerating('EEXIST', this.#fileSystem.mkdir(path));
    }
    // Also if it was there: a crash may have come between its making and the sync.
    if (path.length > this.#root.length) this.#changedDirectories.add(parentOf(path));
  }

  async #tolerating(errno: string, work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => {
      if (errnoOf(error) !== errno) throw error;
    });
  }
}

function shrunk(file: string, size: number, offset: number): StatusUpdateError {
  return new StatusUpdateError(
    'JOURNAL_CORRUPT',
    `${file} has ${size} bytes, but had ${offset} when the journal was written: something else has changed it`,
  );
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const all = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

/** Ends with the first error, once what was begun has ended. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    try {
      while (next < items.length) await work(items[next++] as T);
    } catch (error) {
      next = items.length;
      throw error;
    }
  };
  const workers = Array.from({ length: FILES_AT_ONCE }, worker);
  await Promise.allSettled(workers);
  await Promise.all(workers);
}
