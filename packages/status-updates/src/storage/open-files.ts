import type { FileHandle, FileSystem } from '@quorate/checkpoint';
import { errnoOf } from './stream-files.ts';

/** One file that is, or is being, opened or written. */
interface OpenFile {
  readonly handle: Promise<FileHandle>;
  /** How many use it right now: such a file is not closed. */
  users: number;
}

/**
 * Handles of the files that were written last. There may be more streams than a program may have
 * files open.
 */
export class OpenFiles {
  readonly #fileSystem: FileSystem;
  readonly #limit: number;
  /** In the order of their last use. */
  readonly #files = new Map<string, OpenFile>();

  constructor(fileSystem: FileSystem, limit: number) {
    this.#fileSystem = fileSystem;
    this.#limit = limit;
  }

  /** Lends the handle of a file, whose writes are durable when they return. */
  async use<T>(
    path: string,
    work: (handle: FileHandle, isFirstUse: boolean) => Promise<T>,
  ): Promise<T> {
    const known = this.#files.get(path);
    const file = known ?? this.#open(path);
    file.users++;
    this.#files.delete(path);
    this.#files.set(path, file);
    try {
      await this.#makeRoom();
      return await work(await file.handle, known === undefined);
    } catch (error) {
      // The handle of a failed write is of no use; the error says more than one from closing it.
      await this.#forget(path, file).catch(() => undefined);
      throw error;
    } finally {
      file.users--;
    }
  }

  /** Does what opens a file, again if need be: the program may have fewer files than was thought. */
  async makingRoom<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const isTooMany = errnoOf(error) === 'EMFILE' || errnoOf(error) === 'ENFILE';
        if (!isTooMany || !(await this.#closeOne())) throw error;
      }
    }
  }

  /** Closes a file, if it is open. */
  async close(path: string): Promise<void> {
    const file = this.#files.get(path);
    if (file) await this.#forget(path, file);
  }

  async closeAll(): Promise<void> {
    for (const [path, file] of [...this.#files]) await this.#forget(path, file);
  }

  #open(path: string): OpenFile {
    const options = { access: 'read-write', syncWrites: true } as const;
    const handle = this.makingRoom(() => this.#fileSystem.open(path, options));
    handle.catch(() => undefined); // whoever awaits it hears of it
    return { handle, users: 0 };
  }

  /** Closes the file that was used longest ago; gives false if all are in use. */
  async #closeOne(): Promise<boolean> {
    for (const [path, file] of this.#files) {
      if (file.users > 0) continue;
      await this.#forget(path, file);
      return true;
    }
    return false;
  }

  async #makeRoom(): Promise<void> {
    while (this.#files.size > this.#limit && (await this.#closeOne())) continue;
  }

  async #forget(path: string, file: OpenFile): Promise<void> {
    if (this.#files.get(path) === file) this.#files.delete(path);
    const handle = await file.handle.catch(() => undefined);
    await handle?.close();
  }
}
