import { closeSync, openSync } from 'node:fs';
import { NodeError } from './node-error.ts';

/**
 * What a stream of a subprocess is connected to: ours (`inherit`), a `pipe` to us, nothing
 * (`discard`), a file by its path (read from its beginning; made if need be, and appended to), or a
 * descriptor of ours, which stays open here.
 */
export type SubprocessIo =
  'inherit' | 'pipe' | 'discard' | { readonly path: string } | { readonly fd: number };

/** What a program is started with. */
export interface SubprocessOptions {
  /** Default: none. */
  readonly args?: readonly string[];
  /** Added to the arguments as `--name=value`, in this order. */
  readonly flags?: Readonly<Record<string, string | number | boolean>>;
  /** The command is a line for the shell, to which arguments are added as they are. Default false. */
  readonly shell?: boolean;
  /** Its standard input. Default `inherit`. */
  readonly in?: SubprocessIo;
  /** Its standard output. Default `inherit`. */
  readonly out?: SubprocessIo;
  /** Its standard error. Default `inherit`. */
  readonly err?: SubprocessIo;
  /** Descriptors, from 3, that it has too, under the same numbers. Default: none. */
  readonly descriptors?: readonly number[];
  /** All of its environment. Default: ours. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Default: ours. */
  readonly cwd?: string;
  /** In a session and a process group of its own. Default false. */
  readonly detached?: boolean;
}

/** What node is told of a stream. */
type StdioEntry = 'inherit' | 'pipe' | 'ignore' | number;

/** The streams of a subprocess, as node wants them. */
export interface Stdio {
  readonly stdio: readonly StdioEntry[];
  /** Descriptors that were opened for it. */
  readonly opened: readonly number[];
}

/** Throws `SUBPROCESS_OPTION_INVALID`. */
export function checkSubprocessOptions(command: string, options: SubprocessOptions): void {
  check('command', command, typeof command === 'string' && command !== '');
  for (const name of ['in', 'out', 'err'] as const) {
    check(name, options[name], options[name] === undefined || isIo(options[name]));
  }
  for (const fd of options.descriptors ?? []) check('descriptors', fd, isDescriptor(fd) && fd >= 3);
}

/** Opens files. Throws what node throws, with none of them left open. */
export function openStdio(options: SubprocessOptions): Stdio {
  const opened: number[] = [];
  const entry = (io: SubprocessIo | undefined, flags: string): StdioEntry => {
    if (typeof io === 'object') {
      if ('fd' in io) return io.fd;
      const fd = openSync(io.path, flags);
      opened.push(fd);
      return fd;
    }
    return io === 'discard' ? 'ignore' : (io ?? 'inherit');
  };
  const stdio: StdioEntry[] = [];
  try {
    stdio.push(entry(options.in, 'r'), entry(options.out, 'a'), entry(options.err, 'a'));
  } catch (error) {
    closeAll(opened);
    throw error;
  }
  for (const fd of options.descriptors ?? []) stdio[fd] = fd;
  return { stdio: Array.from(stdio, (each: StdioEntry | undefined) => each ?? 'ignore'), opened };
}

export function closeAll(descriptors: readonly number[]): void {
  for (const fd of descriptors) closeSync(fd);
}

/** Arguments behind which the flags stand. */
export function argumentsOf({ args = [], flags = {} }: SubprocessOptions): readonly string[] {
  return [...args, ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`)];
}

function isIo(io: unknown): boolean {
  if (typeof io === 'string') return ['inherit', 'pipe', 'discard'].includes(io);
  const { path, fd } = (io ?? {}) as { readonly path?: unknown; readonly fd?: unknown };
  return (typeof path === 'string' && path !== '') || isDescriptor(fd);
}

function isDescriptor(fd: unknown): boolean {
  return Number.isSafeInteger(fd) && (fd as number) >= 0;
}

const EXPECTED = {
  command: 'the path of a program, or a line for the shell',
  in: `'inherit', 'pipe', 'discard', { path } or { fd }`,
  out: `'inherit', 'pipe', 'discard', { path } or { fd }`,
  err: `'inherit', 'pipe', 'discard', { path } or { fd }`,
  descriptors: 'descriptors from 3',
};

function check(name: keyof typeof EXPECTED, value: unknown, isValid: boolean): void {
  if (isValid) return;
  const message = `expected ${name} of a subprocess to be ${EXPECTED[name]}, got ${JSON.stringify(value)}`;
  throw new NodeError('SUBPROCESS_OPTION_INVALID', message);
}
