/**
 * Files that survive power loss: atomic replacement, record files, target checkpoints.
 *
 * @packageDocumentation
 */
export { crc32c } from './crc32c.ts';
export { makeDirectories, removeTree } from './directories.ts';
export type { RemoveTreeOptions } from './directories.ts';
export { CheckpointError } from './errors.ts';
export type { CheckpointErrorCode, CheckpointErrorOptions } from './errors.ts';
export type {
  DirectoryEntry,
  FileHandle,
  FileKind,
  FileStatus,
  FileSystem,
  OpenOptions,
} from './file-system.ts';
export { checkPathSegment } from './path-segment.ts';
export { joinPath, nameOf, parentOf } from './paths.ts';
export { RECORD_FILE_SIZE_BYTES_MAX, RecordFile } from './record-file.ts';
export type { RecordFileOptions } from './record-file.ts';
export { frameRecord, frameRecords, RECORD_SIZE_BYTES_MAX } from './record-frame.ts';
export type { RecordChecksum } from './record-frame.ts';
export { REPLACE_SIZE_BYTES_MAX, replaceFile, sweepTemporaryFiles } from './replace-file.ts';
export type { ReplaceFileOptions } from './replace-file.ts';
export { scanRecords } from './scan-records.ts';
export type { RecordScan, RecordTail, ScannedRecord, ScanOptions } from './scan-records.ts';
export { CHECKPOINT_SIZE_BYTES_MAX, TargetCheckpoint } from './target-checkpoint.ts';
export type { ApplyTarget, TargetCheckpointOptions } from './target-checkpoint.ts';
