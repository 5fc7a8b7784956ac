import type {
  DirectoryEntry,
  FileHandle,
  FileStatus,
  FileSystem,
  OpenOptions,
} from '../file-system.ts';
import { errnoError, errnoOf } from '../io-error.ts';
import type { Fault, FaultChooser, FaultPlan, SimulatedDisk } from './simulated-disk.ts';
import { SimulatedFile } from './simulated-file.ts';
import { findDirectory, findPlace, isWithin, makeDirectory, usedBytes } from './simulated-tree.ts';
import type { NameChange, SimulatedNode } from './simulated-tree.ts';

/** What a persistence point does, so that a fault can do part of it. */
interface Point {
  readonly kind: 'write' | 'sync' | 'entry';
  readonly run: () => void;
  /** Does the beginning of a write. */
  readonly runPart?: () => void;
  /** What a failed sync leaves: nothing of it becomes durable later. */
  readonly lose?: () => void;
  /** What a sync that lies, or a write that is not synced, does. */
  readonly runUnsynced?: () => void;
}

/** The file system of one life of a program on a `SimulatedDisk`. */
export class SimulatedFileSystem implements FileSystem {
  /** Resolves when the life ends: by its plan, by a crash, or because another one begins. */
  readonly ended: Promise<void>;
  readonly #disk: SimulatedDisk;
  readonly #plan: FaultPlan | FaultChooser | undefined;
  readonly #failing = new Map<string, string>();
  #announceEnd: () => void = () => undefined;
  #hasEnded = false;
  #operations = 0;

  constructor(disk: SimulatedDisk, plan: FaultPlan | FaultChooser | undefined) {
    this.#disk = disk;
    this.#plan = plan;
    this.ended = new Promise((resolve) => {
      this.#announceEnd = resolve;
    });
  }

  /** The persistence points so far: calls that change what is on the disk, or make it durable. */
  get operations(): number {
    return this.#operations;
  }

  /** @internal */
  end(): void {
    this.#hasEnded = true;
    this.#announceEnd();
  }

  /** Lets every read of a path fail, until it is called again without a code. (D6) */
  failReads(path: string, code?: string): void {
    if (code === undefined) this.#failing.delete(path);
    else this.#failing.set(path, code);
  }

  open(path: string, options: OpenOptions): Promise<FileHandle> {
    const { access, create = 'never', syncWrites = false } = options;
    return this.#do(() => {
      const { directory, name, node } = findPlace(this.#disk.root, path);
      if (node && create === 'exclusive') throw errnoError('EEXIST', `open ${path}`);
      if (node) return this.#handle(fileOf(node, `open ${path}`), path, access, syncWrites);
      if (create === 'never') throw errnoError('ENOENT', `open ${path}`);
      const file = new SimulatedFile();
      this.#change([{ directory, name, node: file }]);
      return this.#handle(file, path, access, syncWrites);
    });
  }

  readFile(path: string, sizeBytesMax: number): Promise<Uint8Array> {
    return this.#do(() => {
      const file = fileOf(findPlace(this.#disk.root, path).node, `open ${path}`);
      this.#checkReadable(path);
      return file.read(0, sizeBytesMax);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#do(() => {
      const source = findPlace(this.#disk.root, from);
      const target = findPlace(this.#disk.root, to);
      const what = `rename ${from} to ${to}`;
      const { node } = source;
      if (!node) throw errnoError('ENOENT', what);
      if (node === target.node) return;
      checkReplaceable(node, target.node, what);
      if (node.kind === 'directory' && isWithin(node, target.directory)) {
        throw errnoError('EINVAL', what);
      }
      this.#change([
        { directory: source.directory, name: source.name, node: undefined },
        { directory: target.directory, name: target.name, node },
      ]);
    });
  }

  unlink(path: string): Promise<void> {
    return this.#do(() => {
      const { directory, name, node } = findPlace(this.#disk.root, path);
      if (!node) throw errnoError('ENOENT', `unlink ${path}`);
      if (node.kind === 'directory') throw errnoError('EISDIR', `unlink ${path}`);
      this.#change([{ directory, name, node: undefined }]);
    });
  }

  mkdir(path: string): Promise<void> {
    return this.#do(() => {
      const { directory, name, node } = findPlace(this.#disk.root, path);
      if (node) throw errnoError('EEXIST', `mkdir ${path}`);
      this.#change([{ directory, name, node: makeDirectory() }]);
    });
  }

  rmdir(path: string): Promise<void> {
    return this.#do(() => {
      const { directory, name, node } = findPlace(this.#disk.root, path);
      if (!node) throw errnoError('ENOENT', `rmdir ${path}`);
      if (node.kind !== 'directory') throw errnoError('ENOTDIR', `rmdir ${path}`);
      if (node === this.#disk.root) throw errnoError('EBUSY', `rmdir ${path}`);
      if (node.cached.size > 0) throw errnoError('ENOTEMPTY', `rmdir ${path}`);
      this.#change([{ directory, name, node: undefined }]);
    });
  }

  readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    return this.#do(() => {
      const { cached } = findDirectory(this.#disk.root, path);
      this.#checkReadable(path);
      return [...cached]
        .map(([name, { kind }]): DirectoryEntry => ({ name, kind }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    });
  }

  stat(path: string): Promise<FileStatus | undefined> {
    return this.#do(() => {
      const node = this.#nodeIfAny(path);
      return node && { kind: node.kind, sizeBytes: node.kind === 'file' ? node.size : 0 };
    });
  }

  syncDirectory(path: string): Promise<void> {
    return this.#do(() => {
      const directory = findDirectory(this.#disk.root, path);
      this.#point({ kind: 'sync', run: () => this.#disk.syncEntries(directory) });
    });
  }

  #handle(
    file: SimulatedFile,
    path: string,
    access: OpenOptions['access'],
    syncWrites: boolean,
  ): FileHandle {
    let isOpen = true;
    const use = <T>(call: string, work: () => T): Promise<T> =>
      this.#do(() => {
        if (!isOpen) throw errnoError('EBADF', `${call} ${path}`);
        return work();
      });
    const change = <T>(call: string, work: () => T): Promise<T> =>
      use(call, () => {
        if (access === 'read') throw errnoError('EBADF', `${call} ${path}`);
        return work();
      });
    return {
      read: (position, length) =>
        use('read', () => {
          this.#checkReadable(path);
          return file.read(position, length);
        }),
      size: () => use('fstat', () => file.size),
      write: (bytes, position) =>
        change('write', () => this.#write(file, bytes, position, syncWrites)),
      truncate: (size) =>
        change('ftruncate', () => this.#point({ kind: 'write', run: () => file.truncate(size) })),
      sync: () =>
        use('fdatasync', () =>
          this.#point({
            kind: 'sync',
            run: () => file.sync(),
            lose: () => file.loseUnsynced(),
          }),
        ),
      close: () =>
        use('close', () => {
          isOpen = false;
        }),
    };
  }

  #write(file: SimulatedFile, bytes: Uint8Array, position: number, syncWrites: boolean): void {
    const { capacityBytes, root } = this.#disk;
    const free = capacityBytes === Infinity ? Infinity : capacityBytes - usedBytes(root);
    const fits = Math.max(0, file.size + free - position);
    if (fits >= bytes.length) return this.#point(writePoint(file, bytes, position, syncWrites));
    this.#point(writePoint(file, bytes.subarray(0, fits), position, syncWrites));
    throw errnoError('ENOSPC', 'write');
  }

  #change(changes: NameChange): void {
    this.#point({ kind: 'entry', run: () => this.#disk.change(changes) });
  }

  #nodeIfAny(path: string): SimulatedNode | undefined {
    try {
      return findPlace(this.#disk.root, path).node;
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  #checkReadable(path: string): void {
    const code = this.#failing.get(path);
    if (code !== undefined) throw errnoError(code, `read ${path}`);
  }

  #point(point: Point): void {
    this.#operations++;
    switch (this.#faultAt(point)) {
      case undefined:
        return point.run();
      case 'crash':
        return this.end();
      case 'crash-after':
        point.run();
        return this.end();
      case 'crash-amid':
        point.runPart?.();
        return this.end();
      case 'sync-error':
        if (point.kind !== 'sync' && !point.lose) return point.run();
        point.runUnsynced?.();
        point.lose?.();
        throw errnoError('EIO', 'sync');
      case 'sync-lie':
        if (point.kind === 'sync' || point.lose) return point.runUnsynced?.();
        return point.run();
      case 'write-error':
        point.runPart?.();
        throw errnoError('EIO', point.kind);
      case 'disk-full':
        if (point.kind === 'sync') return point.run();
        point.runPart?.();
        throw errnoError('ENOSPC', point.kind);
    }
  }

  #faultAt({ kind, lose }: Point): Fault | undefined {
    if (typeof this.#plan === 'function') {
      return this.#plan(kind === 'write' && lose ? 'synced-write' : kind);
    }
    return this.#plan?.at === this.#operations ? this.#plan.fault : undefined;
  }

  /** What a program does after its end is as if it had never been answered. */
  async #do<T>(work: () => T): Promise<T> {
    if (this.#hasEnded) return never();
    try {
      const result = work();
      return this.#isAlive ? result : await never();
    } catch (error) {
      if (this.#isAlive) throw error;
      return never();
    }
  }

  get #isAlive(): boolean {
    return !this.#hasEnded;
  }
}

function writePoint(
  file: SimulatedFile,
  bytes: Uint8Array,
  position: number,
  syncWrites: boolean,
): Point {
  const write = (): void => file.write(bytes, position);
  const runPart = (): void => file.write(bytes.subarray(0, bytes.length >> 1), position);
  if (!syncWrites) return { kind: 'write', run: write, runPart };
  return {
    kind: 'write',
    run: () => {
      write();
      file.sync();
    },
    runPart,
    runUnsynced: write,
    lose: () => file.loseUnsynced(),
  };
}

function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}

function fileOf(node: SimulatedNode | undefined, what: string): SimulatedFile {
  if (!node) throw errnoError('ENOENT', what);
  if (node.kind === 'directory') throw errnoError('EISDIR', what);
  if (node.kind === 'symbolic-link') throw errnoError('ELOOP', what);
  return node;
}

function checkReplaceable(
  node: SimulatedNode,
  replaced: SimulatedNode | undefined,
  what: string,
): void {
  if (!replaced) return;
  if (replaced.kind !== 'directory') {
    if (node.kind === 'directory') throw errnoError('ENOTDIR', what);
  } else {
    if (node.kind !== 'directory') throw errnoError('EISDIR', what);
    if (replaced.cached.size > 0) throw errnoError('ENOTEMPTY', what);
  }
}
