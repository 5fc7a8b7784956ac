import { CommanderError } from 'commander';
import { CliError, messageOf, OutputClosedError } from './cli-error.ts';
import { processIo } from './cli-io.ts';
import type { CliIo } from './cli-io.ts';
import { EXIT_CODE, exitCodeOf } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { createProgram } from './program.ts';
import { colorsFor } from './text-style.ts';

/**
 * Runs the command `quorate` and gives its exit code; never rejects.
 *
 * @param argv the arguments behind the command's name
 * @param io where it writes; default: this process' output
 */
export async function main(argv: readonly string[], io: CliIo = processIo()): Promise<ExitCode> {
  try {
    return await run(argv, io);
  } catch (error) {
    return await report(error, argv.includes('--json'), io);
  }
}

async function run(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  let out = '';
  let err = '';
  let exitCode: ExitCode = EXIT_CODE.ok;
  const program = createProgram(io, {
    out: (text) => (out += text),
    error: (text) => (err += text),
    exitCode: (code) => (exitCode = code),
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version come as errors, too, but are what was asked for.
    if (out === '') throw await usageError(err, error, io);
    await io.stdout.write(out);
  }
  return exitCode;
}

/** What the parser had to say, without its prefix; of a missing command it says only the help. */
async function usageError(text: string, cause: CommanderError, io: CliIo): Promise<CliError> {
  const isMissing = cause.code === 'commander.help';
  if (isMissing) await io.stderr.write(`${text}\n`);
  const message = isMissing ? 'a command is missing' : text.replace(/^error: /, '').trim();
  return new CliError('CLI_USAGE', message, { cause });
}

/** Tells the user on stderr, and a program that asked for JSON on stdout. */
async function report(error: unknown, json: boolean, io: CliIo): Promise<ExitCode> {
  if (error instanceof OutputClosedError) return EXIT_CODE.ok;
  const code = codeOf(error);
  const message = messageOf(error);
  try {
    const { red } = colorsFor(io.stderr, io.env);
    await io.stderr.write(`${red('error')} ${code}: ${message}${afterword(code, error)}\n`);
    if (json) await io.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  } catch (failure) {
    if (!(failure instanceof OutputClosedError)) return EXIT_CODE.failed;
  }
  return exitCodeOf(code);
}

/** Where to go from here; of an error nobody expected, where it came from. */
function afterword(code: string, error: unknown): string {
  if (code === 'CLI_USAGE') return '\nTry: quorate --help';
  if (code !== 'CLI_INTERNAL' || !(error instanceof Error)) return '';
  return `\nThis is a bug of quorate. ${error.stack ?? ''}`;
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : 'CLI_INTERNAL';
}
