/**
 * Status updates that are delivered at least once and in order, through crashes.
 *
 * @packageDocumentation
 */
export { StatusUpdateError } from './errors.ts';
export type { StatusUpdateErrorCode, StatusUpdateErrorOptions } from './errors.ts';
export { inspectStream } from './inspect-stream.ts';
export type { InspectedStream } from './inspect-stream.ts';
export { PENDING_MAX, RETRY_MS_MAX, RETRY_MS_MIN, STREAM_PENDING_MAX } from './manager-options.ts';
export type {
  DeadLetterReason,
  DeadUpdate,
  StatusUpdateManagerOptions,
} from './manager-options.ts';
export type { StatusUpdateMetrics } from './metrics.ts';
export { operationUpdates, operationUpdatesPath } from './operation-updates.ts';
export type { OperationUuid } from './operation-updates.ts';
export type {
  PlacedRecord,
  ReplayedStream,
  StreamFate,
  StreamRecords,
} from './protocol/replay-stream.ts';
export type { UpdateFormat, UpdateRecord } from './protocol/update-format.ts';
export { RecoveredStream } from './recovered-stream.ts';
export type { RecoverOptions } from './recover-streams.ts';
export { StatusUpdateManager } from './status-update-manager.ts';
export type { UpdateOptions } from './status-update-manager.ts';
export type { RecoveredStreams } from './recoveries.ts';
export type { StatusUpdateManagerProcess } from './status-update-manager-process.ts';
export { fileStreamStorage, OPEN_FILES_MAX } from './storage/file-stream-storage.ts';
export type { FileStreamStorageOptions } from './storage/file-stream-storage.ts';
export {
  JOURNAL_SIZE_BYTES_MAX,
  journalStreamStorage,
} from './storage/journal/journal-stream-storage.ts';
export type {
  JournalStreamStorage,
  JournalStreamStorageOptions,
} from './storage/journal/journal-stream-storage.ts';
export type { JournalRecord } from './storage/journal/journal-batch.ts';
export {
  findJournal,
  JOURNAL_DIRECTORY_NAME,
  readPendingRecords,
} from './storage/journal/read-journal.ts';
export type { StreamFile, StreamStorage } from './storage/stream-storage.ts';
export { isTerminalTaskState, taskUpdates, taskUpdatesPath } from './task-updates.ts';
export type { TaskStreamId } from './task-updates.ts';
export { parseUuid } from './uuid.ts';
export { formatUuid } from '@quorate/messages';
