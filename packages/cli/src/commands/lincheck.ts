import type { Verdict } from '@quorate/simulator/linearizability';
import { OutputClosedError } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { EXIT_CODE } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { readHistoryFile } from '../history-file.ts';
import type { HistoryFailure, HistoryFile, HistoryModel, HistoryVerdict } from '../history-file.ts';
import { colorsFor, printable } from '../text-style.ts';

export interface LincheckOptions {
  readonly model: HistoryModel;
  /** In seconds, for each history. */
  readonly timeout: number;
  readonly json?: boolean;
}

/**
 * Says of each history whether it is linearizable, as soon as it knows.
 *
 * All files are read before the first is checked. Throws `CLI_USAGE` or `HISTORY_INVALID` for one
 * that holds no history.
 */
export async function lincheck(
  paths: readonly string[],
  { model, timeout, json = false }: LincheckOptions,
  io: CliIo,
): Promise<ExitCode> {
  const files: HistoryFile[] = [];
  for (const path of paths) files.push(await readHistoryFile(path, model));
  const verdicts = new Set<Verdict>();
  let isClosed = false;
  for (const file of files) {
    const checked = check(file, timeout);
    verdicts.add(checked.verdict);
    const line = json ? JSON.stringify(checkedJson(checked)) : checkedText(checked, io);
    // The exit code tells also whom the lines do not reach.
    if (!isClosed) isClosed = !(await write(io, `${line}\n`));
  }
  return exitCodeOf(verdicts);
}

function exitCodeOf(verdicts: ReadonlySet<Verdict>): ExitCode {
  if (verdicts.has('illegal')) return EXIT_CODE.failed;
  return verdicts.has('unknown') ? EXIT_CODE.unknown : EXIT_CODE.ok;
}

interface Checked extends HistoryVerdict {
  readonly file: HistoryFile;
  readonly ms: number;
}

function check(file: HistoryFile, timeout: number): Checked {
  const began = performance.now();
  const end = began + timeout * 1000;
  const checked = file.check({ isExpired: () => performance.now() >= end });
  return { ...checked, file, ms: Math.round(performance.now() - began) };
}

/** False if nobody reads it. */
async function write(io: CliIo, text: string): Promise<boolean> {
  try {
    await io.stdout.write(text);
    return true;
  } catch (error) {
    if (error instanceof OutputClosedError) return false;
    throw error;
  }
}

function checkedJson({ file, verdict, ms }: Checked): object {
  return { file: file.path, verdict, operations: file.operations, ms };
}

function checkedText({ file, verdict, failures, ms }: Checked, io: CliIo): string {
  const { bold, red, yellow } = colorsFor(io.stdout, io.env);
  const color = { ok: (text: string) => text, illegal: red, unknown: yellow }[verdict];
  const { path, operations } = file;
  const summary = `${bold(printable(path))}: ${color(verdict)}, ${operations} operations, ${ms} ms`;
  return [summary, ...failures.flatMap(failureLines)].join('\n');
}

function failureLines({ key, verdict, operations, placed, blocked }: HistoryFailure): string[] {
  const where = key === undefined ? 'the history' : `partition ${JSON.stringify(key)}`;
  const found = `${placed} of ${operations} operations in order`;
  const end = verdict === 'unknown' ? 'no place found yet for' : 'no place for';
  const head = `  ${printable(where)}: ${found}, ${end}`;
  return [head, ...blocked.map((text) => `    ${printable(text)}`)];
}
