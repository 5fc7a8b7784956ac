import type { FileHandle, FileSystem, OpenOptions } from '@quorate/checkpoint';

/** A file system that counts how often the disk is asked to make something durable. */
export interface CountingFileSystem extends FileSystem {
  /** Syncs of files and of directories, and writes that are durable when they return. */
  readonly syncs: number;
}

export function countingFileSystem(fileSystem: FileSystem): CountingFileSystem {
  let syncs = 0;
  const countedHandle = (handle: FileHandle, { syncWrites }: OpenOptions): FileHandle => ({
    read: (position, length) => handle.read(position, length),
    write: (bytes, position) => {
      if (syncWrites === true) syncs++;
      return handle.write(bytes, position);
    },
    truncate: (size) => handle.truncate(size),
    size: () => handle.size(),
    sync: () => {
      syncs++;
      return handle.sync();
    },
    close: () => handle.close(),
  });
  return {
    get syncs() {
      return syncs;
    },
    open: async (path, options) => countedHandle(await fileSystem.open(path, options), options),
    readFile: (path, sizeBytesMax) => fileSystem.readFile(path, sizeBytesMax),
    rename: (from, to) => fileSystem.rename(from, to),
    unlink: (path) => fileSystem.unlink(path),
    mkdir: (path) => fileSystem.mkdir(path),
    rmdir: (path) => fileSystem.rmdir(path),
    readDirectory: (path) => fileSystem.readDirectory(path),
    stat: (path) => fileSystem.stat(path),
    syncDirectory: (path) => {
      syncs++;
      return fileSystem.syncDirectory(path);
    },
  };
}
