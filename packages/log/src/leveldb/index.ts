/**
 * A log's records on disk, in LevelDB. Needs Node.
 *
 * @packageDocumentation
 */
export { levelStorage } from './level-storage.ts';
export type { LevelStorageOptions } from './level-storage.ts';
