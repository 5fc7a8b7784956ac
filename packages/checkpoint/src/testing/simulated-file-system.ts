import type {
  DirectoryEntry,
  FileHandle,
  FileStatus,
  FileSystem,
  OpenOptions,
} from '../file-system.ts';
import { nameOf, parentOf } from '../paths.ts';
import { findNode, makeDirectory } from './simulated-disk.ts';
import type { FaultPlan, SimulatedDirectory, SimulatedDisk } from './simulated-disk.ts';
import { SimulatedFile } from './simulated-file.ts';

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
  readonly #plan: FaultPlan | undefined;
  readonly #failing = new Map<string, string>();
  #announceEnd: () => void = () => undefined;
  #hasEnded = false;
  #operations = 0;

  constructor(disk: SimulatedDisk, plan: FaultPlan | undefined) {
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
      const found = findNode(this.#disk.root, path);
      if (found?.kind === 'directory') throw errno('EISDIR', `open ${path}`);
      if (found && create === 'exclusive') throw errno('EEXIST', `open ${path}`);
      if (found?.kind === 'symbolic-link') throw errno('ELOOP', `open ${path}`);
      if (found) return this.#handle(found, path, access, syncWrites);
      if (create === 'never') throw errno('ENOENT', `open ${path}`);
      const directory = this.#directory(parentOf(path));
      const file = new SimulatedFile();
      this.#point({
        kind: 'entry',
        run: () => this.#disk.change([{ directory, name: nameOf(path), node: file }]),
      });
      return this.#handle(file, path, access, syncWrites);
    });
  }

  readFile(path: string, sizeBytesMax: number): Promise<Uint8Array> {
    return this.#do(() => {
      const found = findNode(this.#disk.root, path);
      if (!found) throw errno('ENOENT', `open ${path}`);
      if (found.kind === 'directory') throw errno('EISDIR', `read ${path}`);
      if (found.kind === 'symbolic-link') throw errno('ELOOP', `open ${path}`);
      this.#checkReadable(path);
      return found.read(0, sizeBytesMax);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#do(() => {
      const node = findNode(this.#disk.root, from);
      if (!node) throw errno('ENOENT', `rename ${from}`);
      const [source, target] = [this.#directory(parentOf(from)), this.#directory(parentOf(to))];
      const replaced = target.cached.get(nameOf(to));
      if (replaced?.kind === 'directory') throw errno('EISDIR', `rename ${from} to ${to}`);
      this.#point({
        kind: 'entry',
        run: () =>
          this.#disk.change([
            { directory: source, name: nameOf(from), node: undefined },
            { directory: target, name: nameOf(to), node },
          ]),
      });
    });
  }

  unlink(path: string): Promise<void> {
    return this.#do(() => {
      const node = findNode(this.#disk.root, path);
      if (!node) throw errno('ENOENT', `unlink ${path}`);
      if (node.kind === 'directory') throw errno('EISDIR', `unlink ${path}`);
      this.#removeEntry(path);
    });
  }

  mkdir(path: string): Promise<void> {
    return this.#do(() => {
      if (findNode(this.#disk.root, path)) throw errno('EEXIST', `mkdir ${path}`);
      const directory = this.#directory(parentOf(path));
      const node = makeDirectory();
      this.#point({
        kind: 'entry',
        run: () => this.#disk.change([{ directory, name: nameOf(path), node }]),
      });
    });
  }

  rmdir(path: string): Promise<void> {
    return this.#do(() => {
      const node = findNode(this.#disk.root, path);
      if (!node) throw errno('ENOENT', `rmdir ${path}`);
      if (node.kind !== 'directory') throw errno('ENOTDIR', `rmdir ${path}`);
      if (node.cached.size > 0) throw errno('ENOTEMPTY', `rmdir ${path}`);
      this.#removeEntry(path);
    });
  }

  readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    return this.#do(() => {
      const { cached } = this.#directory(path);
      this.#checkReadable(path);
      return [...cached]
        .map(([name, { kind }]): DirectoryEntry => ({ name, kind }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    });
  }

  stat(path: string): Promise<FileStatus | undefined> {
    return this.#do(() => {
      const node = findNode(this.#disk.root, path);
      return node && { kind: node.kind, sizeBytes: node.kind === 'file' ? node.size : 0 };
    });
  }

  syncDirectory(path: string): Promise<void> {
    return this.#do(() => {
      const directory = this.#directory(path);
      this.#point({
        kind: 'sync',
        run: () => this.#disk.syncEntries(directory),
      });
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
        if (!isOpen) throw errno('EBADF', `${call} ${path}`);
        return work();
      });
    const change = <T>(call: string, work: () => T): Promise<T> =>
      use(call, () => {
        if (access === 'read') throw errno('EBADF', `${call} ${path}`);
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
        change('write', () => this.#point(writePoint(file, bytes, position, syncWrites))),
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

  #removeEntry(path: string): void {
    const directory = this.#directory(parentOf(path));
    this.#point({
      kind: 'entry',
      run: () => this.#disk.change([{ directory, name: nameOf(path), node: undefined }]),
    });
  }

  #directory(path: string): SimulatedDirectory {
    const node = findNode(this.#disk.root, path);
    if (!node) throw errno('ENOENT', path);
    if (node.kind !== 'directory') throw errno('ENOTDIR', path);
    return node;
  }

  #checkReadable(path: string): void {
    const code = this.#failing.get(path);
    if (code !== undefined) throw errno(code, `read ${path}`);
  }

  #point(point: Point): void {
    this.#operations++;
    if (this.#plan?.at !== this.#operations) return point.run();
    switch (this.#plan.fault) {
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
        throw errno('EIO', 'sync');
      case 'sync-lie':
        if (point.kind === 'sync' || point.lose) return point.runUnsynced?.();
        return point.run();
      case 'write-error':
        point.runPart?.();
        throw errno('EIO', point.kind);
      case 'disk-full':
        if (point.kind === 'sync') return point.run();
        point.runPart?.();
        throw errno('ENOSPC', point.kind);
    }
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

function errno(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code });
}
