import type { Runtime } from '@quorate/process';
import type { Metrics } from '@quorate/process/metrics';
import { RegistrarError } from './errors.ts';

/** How long the first read of the registry may take. */
export const FETCH_TIMEOUT_MS = 60_000;
/** How long each write of the registry may take. */
export const STORE_TIMEOUT_MS = 20_000;
/** How many operations may wait for their turn when nothing else is asked for. */
export const OPERATION_QUEUE_LENGTH_MAX = 1_000_000;
/** The variable that upstream masters keep the registry in. */
export const REGISTRY_VARIABLE_NAME = 'registry';

/** What a registrar works with, and its limits. */
export interface RegistrarOptions {
  /** Where the registrar's process runs. Default: the default runtime. */
  readonly runtime?: Runtime;
  /** Milliseconds, more than 0; `Infinity` waits for ever. Default `FETCH_TIMEOUT_MS`. */
  readonly fetchTimeoutMs?: number;
  /** Milliseconds, more than 0; `Infinity` waits for ever. Default `STORE_TIMEOUT_MS`. */
  readonly storeTimeoutMs?: number;
  /** How many operations may wait for their turn, from 1. Default `OPERATION_QUEUE_LENGTH_MAX`. */
  readonly queueLengthMax?: number;
  /** The variable that holds the registry. Default `REGISTRY_VARIABLE_NAME`. */
  readonly variableName?: string;
  /** Where the registrar's metrics are added, under Mesos' names, until it is closed. Default nowhere. */
  readonly metrics?: Metrics;
}

export type RegistrarSettings = Required<Omit<RegistrarOptions, 'runtime' | 'metrics'>>;

/** The options with their defaults; throws `REGISTRAR_OPTION_INVALID`. */
export function checkOptions(options: RegistrarOptions): RegistrarSettings {
  const settings: RegistrarSettings = {
    fetchTimeoutMs: options.fetchTimeoutMs ?? FETCH_TIMEOUT_MS,
    storeTimeoutMs: options.storeTimeoutMs ?? STORE_TIMEOUT_MS,
    queueLengthMax: options.queueLengthMax ?? OPERATION_QUEUE_LENGTH_MAX,
    variableName: options.variableName ?? REGISTRY_VARIABLE_NAME,
  };
  checkTimeout('fetchTimeoutMs', settings.fetchTimeoutMs);
  checkTimeout('storeTimeoutMs', settings.storeTimeoutMs);
  checkCount('queueLengthMax', settings.queueLengthMax);
  return settings;
}

function checkTimeout(name: string, timeoutMs: unknown): void {
  if (typeof timeoutMs === 'number' && timeoutMs > 0) return;
  const message = `expected ${name} to be a number of milliseconds above 0, got ${String(timeoutMs)}`;
  throw new RegistrarError('REGISTRAR_OPTION_INVALID', message);
}

function checkCount(name: string, count: unknown): void {
  if (Number.isSafeInteger(count) && Number(count) >= 1) return;
  const message = `expected ${name} to be an integer from 1, got ${String(count)}`;
  throw new RegistrarError('REGISTRAR_OPTION_INVALID', message);
}
