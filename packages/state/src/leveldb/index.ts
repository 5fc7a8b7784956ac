/**
 * Variables on disk, in LevelDB. Needs Node.
 *
 * @packageDocumentation
 */
export { LEVEL_ENTRY_SIZE_BYTES_MAX, LevelStorage } from './level-storage.ts';
export type { LevelStorageOptions } from './level-storage.ts';
