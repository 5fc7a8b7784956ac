import { CliError, OutputClosedError } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { findPendingJournal } from '../pending-journal.ts';
import type { PendingJournal } from '../pending-journal.ts';
import { colorsFor, printable } from '../text-style.ts';
import { TextWriter } from '../text-writer.ts';
import { readUpdatesFile } from '../updates-file.ts';
import type { UpdatesDamage, UpdatesFile } from '../updates-file.ts';
import { describeDamage, journalText, updatesSummaryText } from '../updates-text.ts';
import type { UpdatesOptions } from './updates-show.ts';

/**
 * Says of each file of status updates whether it is wholly intact.
 *
 * Throws `CLI_UPDATES_DAMAGED`, after all of them, if any is not.
 */
export async function updatesVerify(
  paths: readonly string[],
  options: UpdatesOptions,
  io: CliIo,
): Promise<void> {
  const verdicts: Verdict[] = [];
  for (const path of paths) verdicts.push(await verify(path, options));
  const damaged = verdicts.filter(isDamaged);
  try {
    await print(verdicts, options.json === true, io);
  } catch (error) {
    // The exit code tells also whom the lines do not reach.
    if (damaged.length === 0 || !(error instanceof OutputClosedError)) throw error;
  }
  const [first, ...others] = damaged;
  if (first) throw notIntact([first, ...others], paths.length);
}

interface Verdict {
  readonly path: string;
  /** Undefined if it cannot be read. */
  readonly file: UpdatesFile | undefined;
  /** Undefined for a file that is wholly intact. */
  readonly problem: Problem | undefined;
  /** That a journal is pending is no damage. */
  readonly journal: PendingJournal | undefined;
}

type DamagedVerdict = Verdict & { readonly problem: Problem };
type Damaged = readonly [DamagedVerdict, ...DamagedVerdict[]];

const isDamaged = (verdict: Verdict): verdict is DamagedVerdict => verdict.problem !== undefined;

type Problem =
  | UpdatesDamage
  | { readonly type: 'unreadable' | 'journal'; readonly code: string; readonly reason: string };

async function verify(path: string, { kind }: UpdatesOptions): Promise<Verdict> {
  try {
    const file = await readUpdatesFile(path, kind);
    const journal = await findPendingJournal(path);
    return { path, file, problem: file.damage ?? problemOf(journal), journal };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    const problem = { type: 'unreadable', code: error.code, reason: error.message } as const;
    return { path, file: undefined, problem, journal: undefined };
  }
}

/** What a damaged journal holds of the file may be lost. */
function problemOf(journal: PendingJournal | undefined): Problem | undefined {
  if (!journal || !('error' in journal)) return undefined;
  return { type: 'journal', code: journal.error.code, reason: journal.error.message };
}

async function print(verdicts: readonly Verdict[], json: boolean, io: CliIo): Promise<void> {
  const out = new TextWriter(io.stdout);
  for (const verdict of verdicts) {
    await out.line(json ? JSON.stringify(verdictJson(verdict)) : verdictText(verdict, io));
  }
  await out.flush();
}

function verdictJson({ path, problem, journal }: Verdict): object {
  const { type, ...facts } = problem ?? { type: undefined };
  return {
    ...{ file: path, intact: problem === undefined },
    ...(problem && { damage: type, ...facts }),
    ...(journal && { journal }),
  };
}

function verdictText({ path, file, problem, journal }: Verdict, io: CliIo): string {
  const { bold, red } = colorsFor(io.stdout, io.env);
  const summary = file ? `, ${updatesSummaryText(file)}` : '';
  const verdict = problem ? red(problemText(problem)) : `intact${summary}`;
  const isTold = !journal || problem?.type === 'journal';
  const hint = isTold ? '' : `\n  journal: ${journalText(journal)}`;
  return `${bold(printable(path))}: ${verdict}${hint}`;
}

function problemText(problem: Problem): string {
  switch (problem.type) {
    case 'torn':
    case 'corrupt':
      return describeDamage(problem);
    case 'unreadable':
    case 'journal':
      return `${problem.type}, ${problem.code}: ${printable(problem.reason)}`;
  }
}

function notIntact([{ path, problem }, ...others]: Damaged, count: number): CliError {
  const first = `${printable(path)}: ${problemText(problem)}`;
  const message = count === 1 ? first : `${1 + others.length} of ${count} files: ${first}`;
  return new CliError('CLI_UPDATES_DAMAGED', message);
}
