/**
 * What needs Node: other programs, streams and descriptors as futures, and metrics of the machine.
 *
 * @packageDocumentation
 */
export { NodeError } from './node-error.ts';
export type { NodeErrorCode } from './node-error.ts';
export { read } from './read.ts';
export { redirect } from './redirect.ts';
export type { RedirectOptions } from './redirect.ts';
export { subprocess, Subprocess } from './subprocess.ts';
export type { ExitStatus } from './subprocess.ts';
export type { SubprocessIo, SubprocessOptions } from './subprocess-options.ts';
export { spawnSystem, SystemProcess } from './system.ts';
export type { SystemOptions, SystemStats } from './system.ts';
export { write } from './write.ts';
