import { CheckpointError } from './errors.ts';
import type { FileSystem } from './file-system.ts';
import { errnoOf, reasonOf, syncError, writeError } from './io-error.ts';
import { nameOf, parentOf } from './paths.ts';
import { replaceFile, sweepTemporaryFiles } from './replace-file.ts';

/** A larger checkpoint is not read into memory. */
export const CHECKPOINT_SIZE_BYTES_MAX = 256 * 1024 * 1024;

/** Where the two states are kept, and how they are written and reached. */
export interface TargetCheckpointOptions<T> {
  readonly fileSystem: FileSystem;
  /** The file of the committed state. */
  readonly path: string;
  /** The file of the state that is being brought about. In the same directory. */
  readonly targetPath: string;
  readonly encode: (state: T) => Uint8Array;
  /** Throws if the bytes are no state. */
  readonly decode: (bytes: Uint8Array) => T;
}

/**
 * Makes the world look like `target`, from whatever was done of it before: every step can be taken
 * twice, and a step that failed leaves the ones after it undone.
 *
 * @param committed the state before; undefined before the first
 */
export type ApplyTarget<T> = (committed: T | undefined, target: T) => Promise<void>;

/**
 * A state on disk together with what it means for the rest of the world, such as directories that
 * have to exist. The desired state is written to a target file, the steps to it are taken, and then
 * the target takes the committed state's place: whoever reads the committed state can rely on it,
 * and a crash in between leaves a target that the next start finishes first.
 *
 * After any error it is out of use (`CHECKPOINT_FAILED`): how much was done is not known here, and
 * the next start finds out. What was done in part is never reported as done. More than one file can
 * be kept in step with the state: write them in `apply`, which is taken again after a crash.
 *
 * Source: the design for MESOS-5448.
 */
export class TargetCheckpoint<T> {
  readonly #options: TargetCheckpointOptions<T>;
  #committed: T | undefined;
  #phase: 'new' | 'ready' | 'busy' = 'new';
  #failure: CheckpointError | undefined;

  constructor(options: TargetCheckpointOptions<T>) {
    if (parentOf(options.path) !== parentOf(options.targetPath)) {
      throw new CheckpointError(
        'CHECKPOINT_OPTION_INVALID',
        `${options.targetPath} is not in the directory of ${options.path}; a rename has to be atomic`,
      );
    }
    this.#options = options;
  }

  /** The committed state; undefined before the first, and before `recover`. */
  get committed(): T | undefined {
    return this.#committed;
  }

  /**
   * Reads the committed state. If there is a target, finishes it first. Comes before any `commit`.
   *
   * @returns the committed state; undefined if there is none
   *
   * Rejects with `CHECKPOINT_CORRUPT` (naming the file), `CHECKPOINT_TOO_LARGE`, or with what `apply`
   * or the file system rejects with, as `CHECKPOINT_FAILED` and its kin. The target stays.
   */
  recover(apply: ApplyTarget<T>): Promise<T | undefined> {
    return this.#exclusively('new', async () => {
      const { fileSystem, path, targetPath } = this.#options;
      const names = [nameOf(path), nameOf(targetPath)];
      await sweepTemporaryFiles(fileSystem, parentOf(path), names);
      // A rename that was not synced may yet be undone: then the target is there again, and finished
      // again.
      this.#committed = await this.#read(path);
      const target = await this.#read(targetPath);
      if (target !== undefined) await this.#finish(target, apply);
      // Before the next target takes the name of that one: it would be forgotten, with its steps, if the
      // rename of the older were undone and that of the newer were not.
      else if (this.#committed !== undefined) await this.#syncDirectory();
      return this.#committed;
    });
  }

  /**
   * Brings `target` about. Done, and durable, when it resolves.
   *
   * Rejects with what `replaceFile` does, as `CHECKPOINT_TOO_LARGE` (nothing was written), or as
   * `CHECKPOINT_FAILED` with what `apply` rejects with. In any case the checkpoint is out of use
   * then.
   */
  async commit(target: T, apply: ApplyTarget<T>): Promise<void> {
    await this.#exclusively('ready', async () => {
      const { fileSystem, targetPath, encode } = this.#options;
      const bytes = encode(target);
      checkSize(targetPath, bytes.length);
      await replaceFile(fileSystem, targetPath, bytes, { makeParents: true });
      await this.#finish(target, apply);
    });
  }

  async #finish(target: T, apply: ApplyTarget<T>): Promise<void> {
    const { fileSystem, path, targetPath } = this.#options;
    // The target's name may not be durable yet if the last run ended before its sync; the steps
    // must not be taken for a target that a loss of power takes away.
    await this.#syncDirectory();
    await this.#apply(target, apply);
    await fileSystem.rename(targetPath, path);
    await this.#syncDirectory();
    this.#committed = target;
  }

  async #apply(target: T, apply: ApplyTarget<T>): Promise<void> {
    try {
      await apply(this.#committed, target);
    } catch (error) {
      const message = `cannot finish ${this.#options.targetPath}: ${reasonOf(error)}`;
      throw new CheckpointError('CHECKPOINT_FAILED', message, { cause: error, outcome: 'unknown' });
    }
  }

  async #syncDirectory(): Promise<void> {
    const directory = parentOf(this.#options.path);
    await this.#options.fileSystem.syncDirectory(directory).catch((error: unknown) => {
      throw syncError(directory, error, 'unknown');
    });
  }

  async #read(path: string): Promise<T | undefined> {
    const { fileSystem, decode } = this.#options;
    let bytes: Uint8Array;
    try {
      bytes = await fileSystem.readFile(path, CHECKPOINT_SIZE_BYTES_MAX + 1);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw error;
    }
    checkSize(path, bytes.length);
    try {
      return decode(bytes);
    } catch (error) {
      const message = `${path} does not hold a checkpoint: ${reasonOf(error)}`;
      throw new CheckpointError('CHECKPOINT_CORRUPT', message, { cause: error });
    }
  }

  async #exclusively<R>(phase: 'new' | 'ready', work: () => Promise<R>): Promise<R> {
    const { path } = this.#options;
    if (this.#failure) {
      const message = `the checkpoint ${path} is out of use: ${this.#failure.message}; start again`;
      throw new CheckpointError('CHECKPOINT_FAILED', message, {
        cause: this.#failure,
        outcome: 'definite',
      });
    }
    if (this.#phase !== phase) {
      const message = `the checkpoint ${path} is ${this.#phase}; recover it once, then commit one state at a time`;
      throw new CheckpointError('CHECKPOINT_OPTION_INVALID', message, { outcome: 'definite' });
    }
    this.#phase = 'busy';
    try {
      const result = await work();
      this.#phase = 'ready';
      return result;
    } catch (error) {
      this.#failure = writeError(`the checkpoint ${path} failed`, error, 'unknown');
      throw this.#failure;
    }
  }
}

/** What is written has to be readable after a restart. */
function checkSize(path: string, sizeBytes: number): void {
  if (sizeBytes <= CHECKPOINT_SIZE_BYTES_MAX) return;
  const message = `more than ${CHECKPOINT_SIZE_BYTES_MAX} bytes for ${path}; keep a smaller state`;
  throw new CheckpointError('CHECKPOINT_TOO_LARGE', message, { outcome: 'definite' });
}
