import { makeDirectories, parentOf } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';

/** The bytes of a file; undefined if there is none. */
export async function readIfThere(
  fileSystem: FileSystem,
  path: string,
): Promise<Uint8Array | undefined> {
  if (!(await fileSystem.stat(path))) return undefined;
  return fileSystem.readFile(path, 2 ** 30);
}

/** Makes a file with its directories, or replaces what it holds. */
export async function makeFile(
  fileSystem: FileSystem,
  path: string,
  bytes: Uint8Array,
): Promise<void> {
  await makeDirectories(fileSystem, parentOf(path));
  const file = await fileSystem.open(path, { access: 'read-write', create: 'if-missing' });
  await file.truncate(0);
  await file.write(bytes, 0);
  await file.sync();
  await file.close();
  await fileSystem.syncDirectory(parentOf(path));
}
