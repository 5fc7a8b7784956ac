/**
 * The operator's command `quorate`, as a function.
 *
 * @packageDocumentation
 */
export type { CliIo, CliOutput } from './cli-io.ts';
export { EXIT_CODE } from './exit-code.ts';
export type { ExitCode } from './exit-code.ts';
export { main } from './main.ts';
