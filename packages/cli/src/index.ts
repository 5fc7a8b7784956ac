/**
 * The operator's command `quorate`, as a function.
 *
 * @packageDocumentation
 */
export { CliError } from './cli-error.ts';
export type { CliErrorCode } from './cli-error.ts';
export type { CliIo, CliOutput } from './cli-io.ts';
export { EXIT_CODE } from './exit-code.ts';
export type { ExitCode } from './exit-code.ts';
export { main } from './main.ts';
export { BACKENDS, openStorage } from './storage-backend.ts';
export type { BackendName, BackendOptions, OpenedBackend } from './storage-backend.ts';
