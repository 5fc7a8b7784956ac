import { parentOf } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';

/**
 * A file system in which every directory may be on a device of its own: a file takes another's place only
 * from within the same one, where a rename is atomic and cannot fail with EXDEV (C6).
 */
export function onSeparateDevices(
  fileSystem: FileSystem,
  violate: (invariant: string, text: string) => void,
): FileSystem {
  return {
    ...fileSystem,
    rename: (from, to) => {
      if (parentOf(from) !== parentOf(to)) {
        violate('same-device', `${from} is renamed to ${to}, which may be on another device`);
      }
      return fileSystem.rename(from, to);
    },
  };
}
