import { parentOf } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import { StatusUpdateError } from '../errors.ts';
import { OpenFiles } from './open-files.ts';
import {
  createStreamFile,
  errnoOf,
  fileExists,
  readStreamFile,
  removeStreamFile,
  truncateStreamFile,
} from './stream-files.ts';
import type { StreamFile, StreamStorage } from './stream-storage.ts';

/** Files kept open, unless told otherwise. */
export const OPEN_FILES_MAX = 1024;

/** How files of streams are kept. */
export interface FileStreamStorageOptions {
  readonly fileSystem: FileSystem;
  /** Files kept open for the next append. Default 1,024. */
  readonly openFilesMax?: number;
}

/**
 * Keeps streams one by one, as upstream does: each append is one write to the stream's own file,
 * durable when it returns.
 */
export function fileStreamStorage(options: FileStreamStorageOptions): StreamStorage {
  return new FileStreamStorage(options);
}

class FileStreamStorage implements StreamStorage {
  readonly #fileSystem: FileSystem;
  readonly #files: OpenFiles;

  constructor({ fileSystem, openFilesMax = OPEN_FILES_MAX }: FileStreamStorageOptions) {
    this.#fileSystem = fileSystem;
    this.#files = new OpenFiles(fileSystem, openFilesMax);
  }

  open(): Promise<void> {
    return Promise.resolve();
  }

  async create(path: string, existing: 'refuse' | 'append'): Promise<number> {
    try {
      await this.#files.makingRoom(() => createStreamFile(this.#fileSystem, path));
      return 0;
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
      if (existing === 'refuse') throw fileExists(path);
      // Whoever made it may have ended before its name was durable.
      await this.#fileSystem.syncDirectory(parentOf(path));
      return await this.#files.use(path, (handle) => handle.size());
    }
  }

  append(path: string, offset: number, bytes: Uint8Array): Promise<void> {
    return this.#files.use(path, async (handle, isFirstUse) => {
      if (isFirstUse) checkSize(path, await handle.size(), offset, bytes.length);
      await handle.write(bytes, offset);
    });
  }

  /** By writing it once more: after a sync that failed nothing else makes it so. */
  confirm(path: string, offset: number, bytes: Uint8Array): Promise<void> {
    return this.append(path, offset, bytes);
  }

  read(path: string): Promise<StreamFile> {
    return this.#files.makingRoom(() => readStreamFile(this.#fileSystem, path));
  }

  async truncate(path: string, sizeBytes: number): Promise<void> {
    await this.#files.close(path);
    await this.#files.makingRoom(() => truncateStreamFile(this.#fileSystem, path, sizeBytes));
  }

  async remove(path: string): Promise<void> {
    await this.#files.close(path);
    await this.#files.makingRoom(() => removeStreamFile(this.#fileSystem, path));
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.#files.closeAll();
  }
}

/** Two programs that append to one file would overwrite each other's records. */
function checkSize(path: string, sizeBytes: number, offset: number, length: number): void {
  if (sizeBytes >= offset && sizeBytes <= offset + length) return;
  const message = `${path} has ${sizeBytes} bytes where ${offset} were written; does another program write to it?`;
  throw new StatusUpdateError('STREAM_FAILED', message, { outcome: 'definite' });
}
