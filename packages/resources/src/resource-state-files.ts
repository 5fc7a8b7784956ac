import {
  CHECKPOINT_SIZE_BYTES_MAX,
  joinPath,
  makeDirectories,
  replaceFile,
  sweepTemporaryFiles,
  TargetCheckpoint,
} from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import type { ResourceState } from '@quorate/messages';
import { ResourceError } from './errors.ts';
import { PersistentVolumes } from './persistent-volumes.ts';
import { Resources } from './protocol/resources.ts';
import {
  decodeInfo,
  decodeState,
  encodeInfo,
  encodeState,
  INFO_FILE,
  INFO_TARGET_FILE,
  STATE_FILE,
  STATE_TARGET_FILE,
} from './resource-files.ts';

export interface ResourceStateFilesOptions {
  readonly fileSystem: FileSystem;
  /** Of the agent: an absolute path. */
  readonly workDirectory: string;
}

export interface RecoverFilesOptions {
  /** Whether a file that cannot be read ends the recovery. */
  readonly strict: boolean;
  /** Throws if an agent cannot have this state. Called before anything is done about it. */
  readonly check: (state: ResourceState) => void;
}

export interface RecoveredFiles {
  /** What is committed now; undefined if nothing ever was. */
  readonly state: ResourceState | undefined;
  /** Files that could not be read, and where they have been put. */
  readonly damaged: readonly string[];
}

/** What a file holds; neither if there is none. */
interface Found<T> {
  readonly value?: T;
  readonly fault?: Error;
}

interface FoundFiles {
  readonly state: Found<ResourceState>;
  readonly stateTarget: Found<ResourceState>;
  readonly info: Found<Resources>;
  readonly infoTarget: Found<Resources>;
}

/**
 * What an agent remembers of its resources, on disk, in both of upstream's formats, and in step with
 * the directories of its volumes. A change takes these steps, what the next one relies on being durable:
 *
 * 1. `resources_and_operations.target` is written: from here on the next start finishes the change.
 * 2. If resources have changed, `resources.target` is written, the volumes' directories are made and
 *    removed, and `resources.target` takes the place of `resources.info`.
 * 3. `resources_and_operations.target` takes the place of `resources_and_operations.state`.
 *
 * The first of these files says all that is needed to take the other steps again, whichever of them
 * were taken: a target of either format may be alone, and there need not be a committed file.
 *
 * Source: Mesos src/slave/slave.cpp `checkpointResourceState`, whose recovery needs both targets and
 * a committed file, and whose files are not synced.
 */
export class ResourceStateFiles {
  readonly #fileSystem: FileSystem;
  readonly #directory: string;
  readonly #volumes: PersistentVolumes;
  readonly #checkpoint: TargetCheckpoint<ResourceState>;
  /** Of an agent that kept only these, or whose newer file is lost. */
  #legacyResources = Resources.EMPTY;

  constructor({ fileSystem, workDirectory }: ResourceStateFilesOptions) {
    this.#fileSystem = fileSystem;
    this.#directory = joinPath(workDirectory, 'meta', 'resources');
    this.#volumes = new PersistentVolumes({ fileSystem, workDirectory });
    this.#checkpoint = new TargetCheckpoint<ResourceState>({
      fileSystem,
      path: this.#path(STATE_FILE),
      targetPath: this.#path(STATE_TARGET_FILE),
      encode: encodeState,
      decode: decodeState,
    });
  }

  /**
   * Finishes the change that the last run was in the middle of, and reads what is committed then.
   *
   * Rejects with `RESOURCES_UNREADABLE` if strict (nothing was changed), and with what `check` and
   * `commit` reject with.
   */
  async recover({ strict, check }: RecoverFilesOptions): Promise<RecoveredFiles> {
    await makeDirectories(this.#fileSystem, this.#directory);
    const names = [STATE_FILE, STATE_TARGET_FILE, INFO_FILE, INFO_TARGET_FILE];
    await sweepTemporaryFiles(this.#fileSystem, this.#directory, names);
    const found = await this.#find();
    const damaged = await this.#putAside(found, strict);
    const next = newest(found);
    if (next) {
      check(next);
      this.check(Resources.from(next.resources));
    }
    this.#legacyResources = found.info.value ?? Resources.EMPTY;
    await this.#checkpoint.recover(this.#apply);
    if (!next) return { state: undefined, damaged };
    // Of an agent that knew the older format only. From here on there are both.
    if (!this.#checkpoint.committed || isLegacyTarget(found)) await this.commit(next);
    await this.#repairInfo(Resources.from(next.resources));
    return { state: next, damaged };
  }

  /** Throws `VOLUME_PATH_INVALID` if a volume of these has no directory it could be in. */
  check(resources: Resources): void {
    this.#volumes.check(resources);
  }

  /**
   * Brings a state about. Durable, with its volumes, when it resolves. Whatever it rejects with, the
   * files are out of use then: the next start goes on.
   */
  async commit(next: ResourceState): Promise<void> {
    await this.#checkpoint.commit(next, this.#apply);
  }

  readonly #apply = async (
    committed: ResourceState | undefined,
    target: ResourceState,
  ): Promise<void> => {
    const before = committed ? Resources.from(committed.resources) : this.#legacyResources;
    const after = Resources.from(target.resources);
    if (before.equals(after)) return;
    const infoTarget = this.#path(INFO_TARGET_FILE);
    await replaceFile(this.#fileSystem, infoTarget, encodeInfo(after));
    // An agent that knows the older format only must not find volumes there that are not made yet.
    await this.#volumes.sync(before, after);
    // Synced with the rename behind it, in the same directory. Whichever of the two a loss of power
    // undoes, a target is left that says the same.
    await this.#fileSystem.rename(infoTarget, this.#path(INFO_FILE));
  };

  /** The older format follows the newer one, whatever an older agent made of it. */
  async #repairInfo(resources: Resources): Promise<void> {
    const { value = Resources.EMPTY, fault } = await this.#read(INFO_FILE, decodeInfo);
    if (fault !== undefined || !value.equals(resources)) {
      await replaceFile(this.#fileSystem, this.#path(INFO_FILE), encodeInfo(resources));
    }
    const infoTarget = this.#path(INFO_TARGET_FILE);
    if (!(await this.#fileSystem.stat(infoTarget))) return;
    await this.#fileSystem.unlink(infoTarget);
    await this.#fileSystem.syncDirectory(this.#directory);
  }

  async #find(): Promise<FoundFiles> {
    return {
      state: await this.#read(STATE_FILE, decodeState),
      stateTarget: await this.#read(STATE_TARGET_FILE, decodeState),
      info: await this.#read(INFO_FILE, decodeInfo),
      infoTarget: await this.#read(INFO_TARGET_FILE, decodeInfo),
    };
  }

  async #read<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<Found<T>> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#fileSystem.readFile(this.#path(name), CHECKPOINT_SIZE_BYTES_MAX + 1);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ENOENT') return {};
      throw error;
    }
    try {
      if (bytes.length > CHECKPOINT_SIZE_BYTES_MAX) throw new Error('it is too large');
      return { value: decode(bytes) };
    } catch (error) {
      return { fault: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  /**
   * Files that count and cannot be read. They are kept: what is written later must not be the end of
   * what somebody may still read out of them.
   */
  async #putAside(found: FoundFiles, strict: boolean): Promise<readonly string[]> {
    const damaged: string[] = [];
    for (const [name, fault] of faults(found)) {
      const path = this.#path(name);
      const aside = `${path}.damaged`;
      if (strict) {
        const message = `cannot read ${path}: ${fault.message}; restore it, or recover without strict, which puts it aside`;
        throw new ResourceError('RESOURCES_UNREADABLE', message, { cause: fault });
      }
      await this.#fileSystem.rename(path, aside);
      damaged.push(aside);
    }
    if (damaged.length > 0) await this.#fileSystem.syncDirectory(this.#directory);
    return damaged;
  }

  #path(name: string): string {
    return joinPath(this.#directory, name);
  }
}

/** Those of the older format count only where there is none of the newer one. */
function faults(found: FoundFiles): readonly (readonly [string, Error])[] {
  const { state, stateTarget, info, infoTarget } = found;
  const all: readonly (readonly [string, Error | undefined])[] = [
    [STATE_FILE, state.fault],
    [STATE_TARGET_FILE, stateTarget.fault],
    [INFO_FILE, state.value ? undefined : info.fault],
    [INFO_TARGET_FILE, stateTarget.value ? undefined : infoTarget.fault],
  ];
  return all.flatMap(([name, fault]) => (fault ? [[name, fault] as const] : []));
}

/** What is to be committed in the end. */
function newest(found: FoundFiles): ResourceState | undefined {
  const { state, stateTarget, info, infoTarget } = found;
  if (stateTarget.value) return stateTarget.value;
  const operations = state.value?.operations ?? [];
  if (infoTarget.value) return { operations, resources: infoTarget.value.toArray() };
  return state.value ?? (info.value && { operations, resources: info.value.toArray() });
}

/** Only an older agent leaves a target of the older format alone. */
function isLegacyTarget({ stateTarget, infoTarget }: FoundFiles): boolean {
  return !stateTarget.value && infoTarget.value !== undefined;
}
