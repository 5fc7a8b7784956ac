import * as fs from 'node:fs';
import type {
  DirectoryEntry,
  FileHandle,
  FileKind,
  FileSystem,
  OpenOptions,
} from '../file-system.ts';

/** Files of users and their secrets: nobody else reads them. */
const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;

const { constants } = fs;
/** Windows knows neither; there links need a privilege to make, and every write can be synced. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
const SYNC_WRITES = constants.O_DSYNC ?? constants.O_SYNC ?? 0;
/** Of no effect on files. To open a pipe that someone put in their place would wait for its writer. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/** Node takes no more at once. */
const WRITE_BYTES_MAX = 2 ** 30;

/** Most files that are read whole are smaller: one read finds that out. */
const FIRST_READ_BYTES = 4096;

/** Node's file system. Stateless: as many as one likes may be in use. */
export function nodeFileSystem(): FileSystem {
  return { open, readFile, rename, unlink, mkdir, rmdir, readDirectory, stat, syncDirectory };
}

/**
 * The functions of `node:fs` that call back, not those of `node:fs/promises`: for files of a few
 * hundred bytes the latter take several times as long.
 */
type Callback<T> = (error: NodeJS.ErrnoException | null, result: T) => void;

function call<T>(start: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
  });
}

const done =
  (callback: Callback<void>) =>
  (error: NodeJS.ErrnoException | null): void =>
    callback(error, undefined);

async function open(path: string, options: OpenOptions): Promise<FileHandle> {
  const descriptor = await openDescriptor(path, flagsOf(options));
  if (options.access === 'read-write') return new NodeFile(descriptor);
  // Only a directory opened for reading does not fail by itself.
  const status = await call<fs.Stats>((callback) => fs.fstat(descriptor, callback));
  if (!status.isDirectory()) return new NodeFile(descriptor);
  await close(descriptor);
  throw Object.assign(new Error(`EISDIR: illegal operation on a directory, open '${path}'`), {
    code: 'EISDIR',
    path,
  });
}

function flagsOf({ access, create = 'never', syncWrites = false }: OpenOptions): number {
  let flags = NO_FOLLOW | NO_WAIT | (access === 'read' ? constants.O_RDONLY : constants.O_RDWR);
  if (create !== 'never') flags |= constants.O_CREAT;
  if (create === 'exclusive') flags |= constants.O_EXCL;
  if (syncWrites) flags |= SYNC_WRITES;
  return flags;
}

function openDescriptor(path: string, flags: number): Promise<number> {
  return call((callback) => fs.open(path, flags, FILE_MODE, callback));
}

function close(descriptor: number): Promise<void> {
  return call((callback) => fs.close(descriptor, done(callback)));
}

class NodeFile implements FileHandle {
  readonly #descriptor: number;
  #isClosed = false;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    const descriptor = this.#open('read');
    // Never more than there is, whatever was asked for.
    const left = Math.max(0, (await this.size()) - position);
    const buffer = Buffer.allocUnsafeSlow(Math.min(length, left));
    const count = await fill(descriptor, buffer, position);
    return asBytes(buffer, count);
  }

  async write(bytes: Uint8Array, position: number): Promise<void> {
    const descriptor = this.#open('write');
    for (let offset = 0; offset < bytes.length;) {
      const length = Math.min(bytes.length - offset, WRITE_BYTES_MAX);
      offset += await call<number>((callback) =>
        fs.write(descriptor, bytes, offset, length, position + offset, callback),
      );
    }
  }

  async truncate(size: number): Promise<void> {
    const descriptor = this.#open('ftruncate');
    await call<void>((callback) => fs.ftruncate(descriptor, size, done(callback)));
  }

  async size(): Promise<number> {
    const descriptor = this.#open('fstat');
    return (await call<fs.Stats>((callback) => fs.fstat(descriptor, callback))).size;
  }

  async sync(): Promise<void> {
    const descriptor = this.#open('fdatasync');
    await call<void>((callback) => fs.fdatasync(descriptor, done(callback)));
  }

  async close(): Promise<void> {
    const descriptor = this.#open('close');
    this.#isClosed = true;
    await close(descriptor);
  }

  /** The descriptor's number may belong to another file by now. */
  #open(call: string): number {
    if (!this.#isClosed) return this.#descriptor;
    throw Object.assign(new Error(`EBADF: bad file descriptor, ${call}`), { code: 'EBADF' });
  }
}

/** Reads until the buffer is full or the file ends; gives how many bytes were read. */
async function fill(descriptor: number, buffer: Buffer, position: number): Promise<number> {
  let count = 0;
  while (count < buffer.length) {
    const read = await call<number>((callback) =>
      fs.read(descriptor, buffer, count, buffer.length - count, position + count, callback),
    );
    if (read === 0) break;
    count += read;
  }
  return count;
}

function asBytes(buffer: Buffer, length: number): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, length);
}

/** For how long files are read without giving way to anything else. */
const READ_SLICE_MS = 5;
const scratch = Buffer.allocUnsafeSlow(FIRST_READ_BYTES);
let sliceEndsAt = 0;
let turn: Promise<void> | undefined;

/** All readers wait for the same turn: with one each, a slice would last as many times as long. */
function nextTurn(): Promise<void> {
  turn ??= new Promise((resolve) => {
    setImmediate(() => {
      turn = undefined;
      sliceEndsAt = performance.now() + READ_SLICE_MS;
      resolve();
    });
  });
  return turn;
}

/**
 * Reads in place instead of through the thread pool. Whoever recovers reads a hundred thousand files
 * of a hundred bytes, most of them cached: to hand three system calls for each to another thread and
 * back takes many times as long as the calls.
 */
async function readFile(path: string, sizeBytesMax: number): Promise<Uint8Array> {
  while (performance.now() > sliceEndsAt) await nextTurn();
  const descriptor = fs.openSync(path, NO_FOLLOW | NO_WAIT | constants.O_RDONLY);
  try {
    const count = fs.readSync(descriptor, scratch, 0, scratch.length, 0);
    if (count < scratch.length || sizeBytesMax <= count) {
      return new Uint8Array(scratch.subarray(0, Math.min(count, sizeBytesMax)));
    }
    const { size } = fs.fstatSync(descriptor);
    const whole = Buffer.allocUnsafeSlow(Math.min(size, sizeBytesMax));
    return asBytes(whole, await fill(descriptor, whole, 0));
  } finally {
    fs.closeSync(descriptor);
  }
}

function rename(from: string, to: string): Promise<void> {
  return call((callback) => fs.rename(from, to, done(callback)));
}

function unlink(path: string): Promise<void> {
  return call((callback) => fs.unlink(path, done(callback)));
}

function mkdir(path: string): Promise<void> {
  return call((callback) => fs.mkdir(path, DIRECTORY_MODE, done(callback)));
}

function rmdir(path: string): Promise<void> {
  return call((callback) => fs.rmdir(path, done(callback)));
}

async function readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
  const entries = await call<fs.Dirent[]>((callback) =>
    fs.readdir(path, { withFileTypes: true }, callback),
  );
  return Array.from(entries, (entry) => ({ name: entry.name, kind: kindOf(entry) })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

async function stat(path: string) {
  try {
    const status = await call<fs.Stats>((callback) => fs.lstat(path, callback));
    return { kind: kindOf(status), sizeBytes: status.size };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function kindOf(entry: fs.Dirent | fs.Stats): FileKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'symbolic-link' : 'other';
}

async function syncDirectory(path: string): Promise<void> {
  // Windows can neither open a directory nor needs to: its file systems journal names.
  if (constants.O_DIRECTORY === undefined) return;
  const descriptor = await openDescriptor(path, constants.O_RDONLY);
  try {
    await call<void>((callback) => fs.fsync(descriptor, done(callback)));
  } finally {
    await close(descriptor);
  }
}
