import type { Logger } from '@quorate/process';
import type { Recording } from '../recording.ts';
import type { Violation } from '../simulation.ts';
import { LogSimulation } from './log-simulation.ts';
import { Recorder } from './recorder.ts';
import type { RunPlan } from './run-plan.ts';

/** What came out of a run. */
export interface RunReport {
  readonly plan: RunPlan;
  /** The fingerprint of the run: equal for equal seeds and code, on every machine and engine. */
  readonly hash: string;
  readonly events: number;
  /** How long it was, in virtual milliseconds. */
  readonly virtualMs: number;
  /** Appends that were acknowledged. */
  readonly appends: number;
  /** How often each fault was brought about, and each rare branch was taken. */
  readonly tallies: Readonly<Record<string, number>>;
  /** Undefined when everything held. */
  readonly violation: Violation | undefined;
  /** Only if it was asked for. */
  readonly recording: Recording | undefined;
}

/** What is kept of a run besides its report. */
export interface RunSettings {
  /** Keep what is needed to draw it. Default false. */
  readonly record?: boolean;
  /** Of each node. Default: silent. */
  readonly logger?: (address: string) => Logger;
}

/** Runs a plan to its end, or to the first violation. One at a time in a program. */
export async function runPlan(plan: RunPlan, settings: RunSettings = {}): Promise<RunReport> {
  const { logger, record = false } = settings;
  const run = new LogSimulation({ ...plan, plan: plan.faults, ...(logger && { logger }) });
  const recorder = record ? new Recorder(run) : undefined;
  await run.run();
  const { simulation, appends, tallies } = run;
  return {
    plan,
    hash: simulation.hash,
    events: simulation.events,
    virtualMs: simulation.nowMs,
    appends,
    tallies: tallies.toJSON(),
    violation: simulation.violation,
    recording: recorder?.recording(plan),
  };
}
