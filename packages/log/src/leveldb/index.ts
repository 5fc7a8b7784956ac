/**
 * A log's records on disk, in LevelDB. Needs Node.
 *
 * @packageDocumentation
 */
export type {
  Database,
  DatabaseBatch,
  DatabaseCursor,
  DatabaseEngine,
  DatabaseRange,
} from './database.ts';
export { levelStorage } from './level-storage.ts';
export type { LevelStorageOptions } from './level-storage.ts';
export { levelEngine } from './open-directory.ts';
