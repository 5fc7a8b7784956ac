import type { Runtime } from '@quorate/process';
import { StateError } from './errors.ts';
import type { ReplicatedLog } from './replicated-log.ts';

/** How many operations may wait at once when nothing else is asked for. */
export const LOG_STORAGE_OPERATIONS_MAX = 10_000;
/** How often an election may be lost in a row when nothing else is asked for: some 2.5 minutes. */
export const START_ATTEMPTS_MAX = 100;
/** How many positions a snapshot may fall behind the end of the log when nothing else is asked for. */
export const COMPACT_AFTER_POSITIONS = 10_000;
/** What differences may make a value grow to when nothing else is asked for: 256 MiB. */
export const VALUE_SIZE_BYTES_MAX = 256 * 1024 * 1024;

/** How variables are kept on a replicated log. */
export interface LogStorageOptions {
  /**
   * Where the storage's process runs: the runtime the log lives in. Default: what the log says it
   * is, else the default runtime.
   */
  readonly runtime?: Runtime;
  /** How many operations may wait at once, from 1. Default `LOG_STORAGE_OPERATIONS_MAX`. */
  readonly operationsMax?: number;
  /**
   * How many stores of a variable in a row may be written as a difference to the value before, from
   * 0. Default 0, as upstream: every store writes the whole value. A large value that changes a
   * little at a time, such as the registry of many agents, wants some 1,000: what is read at a
   * start, and what an entry of the log costs on average, grows and falls with it.
   */
  readonly diffsBetweenSnapshots?: number;
  /**
   * A variable that was not stored for that many positions is appended again, so that the log can
   * be truncated beyond it; from 1, `Infinity` for never. Default `COMPACT_AFTER_POSITIONS`.
   */
  readonly compactAfterPositions?: number;
  /**
   * The most bytes an entry of the log may have, from 1; also that of a snapshot that is not due
   * yet. Default: what the log says, else no limit but the log's own.
   */
  readonly entrySizeMaxBytes?: number;
  /** The most bytes of a value that is read from differences, from 1. Default `VALUE_SIZE_BYTES_MAX`. */
  readonly valueSizeMaxBytes?: number;
  /** How often an election may be lost before the operations that wait fail. Default `START_ATTEMPTS_MAX`. */
  readonly startAttemptsMax?: number;
}

export type LogStorageSettings = Required<Omit<LogStorageOptions, 'runtime'>>;

/** The options with their defaults; throws `STATE_OPTION_INVALID`. */
export function checkLogStorageOptions(
  options: LogStorageOptions,
  log: ReplicatedLog,
): LogStorageSettings {
  return {
    operationsMax: count(options, 'operationsMax', 1, LOG_STORAGE_OPERATIONS_MAX),
    diffsBetweenSnapshots: count(options, 'diffsBetweenSnapshots', 0, 0),
    compactAfterPositions: limit(options, 'compactAfterPositions', COMPACT_AFTER_POSITIONS),
    entrySizeMaxBytes: limit(options, 'entrySizeMaxBytes', log.entrySizeMaxBytes ?? Infinity),
    valueSizeMaxBytes: limit(options, 'valueSizeMaxBytes', VALUE_SIZE_BYTES_MAX),
    startAttemptsMax: limit(options, 'startAttemptsMax', START_ATTEMPTS_MAX),
  };
}

type Name = keyof LogStorageSettings;

function limit(options: LogStorageOptions, name: Name, otherwise: number): number {
  return options[name] === Infinity ? Infinity : count(options, name, 1, otherwise);
}

function count(options: LogStorageOptions, name: Name, min: number, otherwise: number): number {
  const given = options[name] ?? otherwise;
  if (given === otherwise || (Number.isSafeInteger(given) && given >= min)) return given;
  const message = `expected ${name} to be an integer from ${min}, got ${String(given)}`;
  throw new StateError('STATE_OPTION_INVALID', message);
}
