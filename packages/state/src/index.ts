/**
 * Versioned variables on a storage: in memory, or in a replicated log.
 *
 * @packageDocumentation
 */
export { START_RETRY_DELAY_MS_MAX, START_RETRY_DELAY_MS_MIN } from './back-off.ts';
export { NAME_SIZE_BYTES_MAX, checkName, copyEntry, copyUuid, equalUuids } from './entry.ts';
export { StateError } from './errors.ts';
export type { StateErrorCode, StateErrorOptions, WriteOutcome } from './errors.ts';
export { FOLLOW_INTERVAL_MS, LogFollower } from './log-follower.ts';
export type { FollowedLog, LogFollowerOptions } from './log-follower.ts';
export { LogReplay } from './log-replay.ts';
export { LogStorage } from './log-storage.ts';
export {
  COMPACT_AFTER_POSITIONS,
  LOG_STORAGE_OPERATIONS_MAX,
  START_ATTEMPTS_MAX,
  VALUE_SIZE_BYTES_MAX,
} from './log-storage-options.ts';
export type { LogStorageOptions } from './log-storage-options.ts';
export { MemoryStorage } from './memory-storage.ts';
export type { LogReader, LogWriter, ReplicatedLog } from './replicated-log.ts';
export { State } from './state.ts';
export type { StateOptions } from './state.ts';
export type { SplicedEntry, Storage } from './storage.ts';
export { TypedState, TypedVariable } from './typed-state.ts';
export type { Splice } from './value/splice.ts';
export { Variable } from './variable.ts';
export { ChangeListeners } from './watch/change-listener.ts';
export type { ChangeListener } from './watch/change-listener.ts';
export { WatchStream } from './watch/watch-stream.ts';
export type { Observed, WatchOptions, WatchSource } from './watch/watch-stream.ts';
