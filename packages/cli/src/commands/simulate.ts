import { drawRun, runPlan, shrink } from '@quorate/simulator/systems';
import type {
  ProfileName,
  RecoveryMode,
  RunPlan,
  RunReport,
  SystemName,
} from '@quorate/simulator/systems';
import { OutputClosedError } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { EXIT_CODE } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { Interruption } from '../interruption.ts';
import { progressOf } from '../progress.ts';
import { readRunPlan, writePicture, writeRunPlan } from '../run-files.ts';
import {
  recoveryOf,
  reportJson,
  reportText,
  summaryJson,
  summaryText,
  violationText,
} from '../run-text.ts';

export interface SimulateOptions {
  readonly seeds: SeedRange;
  readonly system: SystemName;
  readonly profile: ProfileName;
  /** Of systems on a group of replicas; default `safe`. */
  readonly recovery?: RecoveryMode;
  /** In virtual milliseconds. */
  readonly duration: number;
  /** Whether a quorum loses its disks in the end. */
  readonly mustHalt?: boolean;
  /** A plan that was written down, to be run in place of seeds. */
  readonly replay?: string;
  /** Where to draw the run that fails, or the only one. */
  readonly html?: string;
  /** Whether a run that fails is cut down. */
  readonly shrink: boolean;
  /** The directory that plans of failing runs are written to. */
  readonly out: string;
  readonly json?: boolean;
}

export interface SeedRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Runs seeds one after the other, and says of each whether everything held. A run that fails is cut
 * down to what it takes to fail, written to a file, and named with the command that replays it.
 *
 * Throws `REPLAY_INVALID`, `CLI_USAGE` for files that cannot be read, and `CLI_FILE_UNWRITABLE`.
 */
export async function simulate(options: SimulateOptions, io: CliIo): Promise<ExitCode> {
  const { json = false } = options;
  const plans = await plansOf(options);
  const progress = progressOf(io, plans.count);
  using interruption = new Interruption();
  const totals = { runs: 0, failed: 0, events: 0, virtualMs: 0, acknowledged: 0 };
  const tallies: Record<string, number> = {};
  const print = printerOf(io);
  for (const plan of plans) {
    if (interruption.isWanted) break;
    const isAlone = plans.count === 1;
    const report = await runPlan(plan, { record: isAlone && options.html !== undefined });
    totals.runs++;
    totals.events += report.events;
    totals.virtualMs += report.virtualMs;
    totals.acknowledged += report.acknowledged;
    if (report.violation) totals.failed++;
    for (const [name, count] of Object.entries(report.tallies)) {
      tallies[name] = (tallies[name] ?? 0) + count;
    }
    progress.advance(totals.failed);
    if (json || isAlone || report.violation) {
      progress.clear();
      await print(json ? JSON.stringify(reportJson(report)) : reportText(report, io));
    }
    if (report.violation) await onViolation(report, options, io);
    else if (report.recording && options.html !== undefined) {
      await writePicture(options.html, report.recording, replayCommandOf(options, plan));
    }
  }
  progress.stop();
  if (json) await print(JSON.stringify(summaryJson(totals, tallies)));
  else if (plans.count > 1) await print(summaryText(totals, tallies, io));
  if (totals.failed > 0) return EXIT_CODE.failed;
  return totals.runs < plans.count ? EXIT_CODE.unknown : EXIT_CODE.ok;
}

interface Plans extends Iterable<RunPlan> {
  readonly count: number;
}

async function plansOf(options: SimulateOptions): Promise<Plans> {
  const { seeds, system, profile, recovery, duration: durationMs, replay, mustHalt } = options;
  if (replay !== undefined) return Object.assign([await readRunPlan(replay)], { count: 1 });
  return {
    count: seeds.to - seeds.from + 1,
    *[Symbol.iterator]() {
      for (let seed = seeds.from; seed <= seeds.to; seed++) {
        yield drawRun({
          ...{ seed, system, profile, durationMs },
          ...(recovery && { recovery }),
          ...(mustHalt !== undefined && { mustHalt }),
        });
      }
    },
  };
}

/** Cuts the run down, and leaves behind what is needed to look at it. */
async function onViolation(
  report: RunReport<RunPlan>,
  options: SimulateOptions,
  io: CliIo,
): Promise<void> {
  const small = options.shrink ? await shrink(report) : report;
  const path = await writeRunPlan(options.out, small.plan);
  const replay = `quorate simulate --replay ${path}`;
  await io.stderr.write(`${violationText(small, replay, io)}\n`);
  if (options.html === undefined) return;
  const { recording } = await runPlan(small.plan, { record: true });
  if (recording) await writePicture(options.html, recording, replay);
}

function replayCommandOf({ replay }: SimulateOptions, plan: RunPlan): string {
  if (replay !== undefined) return `quorate simulate --replay ${replay}`;
  const { seed, system, profile, durationMs } = plan;
  const { recovery } = recoveryOf(plan);
  const group = recovery === undefined ? '' : ` --recovery ${recovery}`;
  const end = 'mustHalt' in plan ? ' --must-halt' : '';
  const what = `--system ${system} --seed ${seed} --profile ${profile}${group}`;
  return `quorate simulate ${what} --duration ${durationMs / 1000}s${end}`;
}

/** The exit code tells also whom the lines do not reach. */
function printerOf(io: CliIo): (line: string) => Promise<void> {
  let isClosed = false;
  return async (line) => {
    if (isClosed) return;
    try {
      await io.stdout.write(`${line}\n`);
    } catch (error) {
      if (!(error instanceof OutputClosedError)) throw error;
      isClosed = true;
    }
  };
}
