import type { Logger } from '@quorate/process';
import type { Recording } from '../recording.ts';
import type { Violation } from '../simulation.ts';
import { Recorder } from './recorder.ts';
import type { Plan, System } from './system.ts';

/** What came out of a run. */
export interface RunReport<P extends Plan = Plan> {
  readonly plan: P;
  /** The fingerprint of the run: equal for equal plans and code, on every machine and engine. */
  readonly hash: string;
  readonly events: number;
  /** How long it was, in virtual milliseconds. */
  readonly virtualMs: number;
  /** Operations of clients that were acknowledged. */
  readonly acknowledged: number;
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

/** Runs a plan of a system to its end, or to the first violation. One at a time in a program. */
export async function runSystem<P extends Plan>(
  system: System<P>,
  plan: P,
  settings: RunSettings = {},
): Promise<RunReport<P>> {
  const { logger, record = false } = settings;
  const recorder = record ? new Recorder(system) : undefined;
  const run = system.build(plan, {
    ...(logger && { logger }),
    tell: (event) => recorder?.add(event),
  });
  recorder?.watch(run.simulation);
  await run.run();
  const { simulation, acknowledged, tallies } = run;
  return {
    plan,
    hash: simulation.hash,
    events: simulation.events,
    virtualMs: simulation.nowMs,
    acknowledged,
    tallies: tallies.toJSON(),
    violation: simulation.violation,
    recording: recorder?.recording(plan),
  };
}
