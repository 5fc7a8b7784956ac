import type { FileHandle, FileSystem } from '@quorate/checkpoint';

export type FileSystemCall = keyof FileSystem | keyof FileHandle;

/** Hears of each call before it is made; what it throws, the call fails with. */
export type Watcher = (call: FileSystemCall, path: string) => void | Promise<void>;

/** A file system with somebody who looks on, and may let calls fail or wait. */
export function watched(inner: FileSystem, watcher: Watcher): FileSystem {
  const on = async <T>(call: FileSystemCall, path: string, run: () => Promise<T>): Promise<T> => {
    await watcher(call, path);
    return run();
  };
  const handle = (file: FileHandle, path: string): FileHandle => ({
    read: (position, length) => on('read', path, () => file.read(position, length)),
    write: (bytes, position) => on('write', path, () => file.write(bytes, position)),
    truncate: (size) => on('truncate', path, () => file.truncate(size)),
    size: () => on('size', path, () => file.size()),
    sync: () => on('sync', path, () => file.sync()),
    close: () => on('close', path, () => file.close()),
  });
  return {
    open: (path, options) =>
      on('open', path, async () => handle(await inner.open(path, options), path)),
    readFile: (path, max) => on('readFile', path, () => inner.readFile(path, max)),
    rename: (from, to) => on('rename', from, () => inner.rename(from, to)),
    unlink: (path) => on('unlink', path, () => inner.unlink(path)),
    mkdir: (path) => on('mkdir', path, () => inner.mkdir(path)),
    rmdir: (path) => on('rmdir', path, () => inner.rmdir(path)),
    readDirectory: (path) => on('readDirectory', path, () => inner.readDirectory(path)),
    stat: (path) => on('stat', path, () => inner.stat(path)),
    syncDirectory: (path) => on('syncDirectory', path, () => inner.syncDirectory(path)),
  };
}

/** Fails the `nth` call of this kind, from 1, on paths that match. */
export function failing(
  inner: FileSystem,
  call: FileSystemCall,
  errno: string,
  { nth = 1, path: pattern = /./ }: { readonly nth?: number; readonly path?: RegExp } = {},
): FileSystem {
  let count = 0;
  return watched(inner, (made, path) => {
    if (made !== call || !pattern.test(path)) return;
    count++;
    if (count === nth) throw errnoError(errno);
  });
}

export function errnoError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}
