/**
 * The part of a file system that what must survive a crash is built on. Injected, so that the same
 * code runs on a disk (`@quorate/checkpoint/node`) and on one that loses power on demand
 * (`@quorate/checkpoint/testing`).
 *
 * Paths use `/`. Every method rejects with an error whose `code` is the errno's name (`ENOENT`,
 * `ENOSPC`, `EIO`, …), as Node's own do. Nothing follows a symbolic link in the last component of
 * a path: opening one fails with `ELOOP`. Only a directory that is to be listed or synced may be
 * reached through one, as an operator's working directory is.
 *
 * What counts as durable is what POSIX promises and no more: the bytes of a file after `sync`, an
 * entry of a directory after `syncDirectory` of that directory.
 */
export interface FileSystem {
  /** Opens a file. `EISDIR` for a directory, `ELOOP` for a symbolic link. */
  open(path: string, options: OpenOptions): Promise<FileHandle>;
  /**
   * Reads a whole file, or its first `sizeBytesMax` bytes: a reader that asks for one byte more than
   * it accepts learns that a file is too large without holding it.
   */
  readFile(path: string, sizeBytesMax: number): Promise<Uint8Array>;
  /** Renames a file or a directory, replacing a file at `to`. Atomic; durable after a sync. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a symbolic link, never what it points to. */
  unlink(path: string): Promise<void>;
  /** Creates one directory, with mode 0700. `EEXIST` if there is something, `ENOENT` if no parent. */
  mkdir(path: string): Promise<void>;
  /** Removes an empty directory. `ENOTEMPTY`. */
  rmdir(path: string): Promise<void>;
  /** What a directory holds, in the order of the names. */
  readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
  /** What is at a path, itself and not what it points to; undefined if nothing is. */
  stat(path: string): Promise<FileStatus | undefined>;
  /** Makes the entries of a directory durable: creations, renames and removals in it. */
  syncDirectory(path: string): Promise<void>;
}

/** What a file is opened for. */
export interface OpenOptions {
  readonly access: 'read' | 'read-write';
  /** Default `never`: the file has to exist. `exclusive` fails with `EEXIST` if it does. */
  readonly create?: 'never' | 'if-missing' | 'exclusive';
  /** Each write is durable when it returns, as if followed by `sync` (`O_DSYNC`). Default false. */
  readonly syncWrites?: boolean;
}

/** An open file. */
export interface FileHandle {
  /** Reads up to `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>;
  /** Writes all of `bytes` at `position`. After a failure any part of them may be in the file. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Cuts the file off at `size` bytes, or extends it with zeros. */
  truncate(size: number): Promise<void>;
  /** The size of the file in bytes. */
  size(): Promise<number>;
  /**
   * Makes the bytes and the size durable (`fdatasync`). After a failure nobody knows what is: a
   * later call that succeeds proves nothing about the writes before this one.
   */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What a name stands for. Links are not followed. */
export type FileKind = 'file' | 'directory' | 'symbolic-link' | 'other';

/** A name in a directory, and what it names. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** What there is under a path. */
export interface FileStatus {
  readonly kind: FileKind;
  readonly sizeBytes: number;
}
