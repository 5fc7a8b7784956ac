import type { FileSystem } from '@quorate/checkpoint';
import {
  fileStreamStorage,
  journalStreamStorage,
  operationUpdatesPath,
} from '@quorate/status-updates';
import type { StreamStorage } from '@quorate/status-updates';

export type Durability = 'per-stream' | 'journal';
export const DURABILITIES: readonly Durability[] = ['per-stream', 'journal'];

/** Where the updates of an operation are on the simulated disk. */
export function pathOf(operation: string): string {
  return operationUpdatesPath('/agent', operation);
}

/** A storage of an agent on the simulated disk. Its journal is small, so that it goes round. */
export function makeStorage(fileSystem: FileSystem, durability: Durability): StreamStorage {
  return durability === 'journal'
    ? journalStreamStorage({ fileSystem, path: '/agent/updates.journal', sizeBytesMax: 4096 })
    : fileStreamStorage({ fileSystem });
}
