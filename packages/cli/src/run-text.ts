import type { PlannedFault } from '@quorate/simulator';
import type { RunPlan, RunReport } from '@quorate/simulator/systems';
import type { CliIo } from './cli-io.ts';
import { colorsFor, printable } from './text-style.ts';

/** What came of several runs. */
export interface RunTotals {
  readonly runs: number;
  readonly failed: number;
  readonly events: number;
  readonly virtualMs: number;
  /** Operations of clients that were acknowledged. */
  readonly acknowledged: number;
}

/** A run as one line of JSON. */
export function reportJson(report: RunReport<RunPlan>): object {
  const { plan, hash, events, virtualMs, acknowledged, violation } = report;
  const { seed, system, profile, nodes } = plan;
  const verdict = violation ? 'violation' : 'passed';
  const what = { seed, system, profile, ...recoveryOf(plan), nodes };
  const run = { ...what, hash, events, virtualMs, acknowledged, verdict };
  return violation ? { ...run, violation } : run;
}

/** Of a system on a group of replicas: how those come back that lost their disks. */
export function recoveryOf(plan: RunPlan): { readonly recovery?: string } {
  return 'recovery' in plan ? { recovery: plan.recovery } : {};
}

/** A run in words. */
export function reportText(report: RunReport<RunPlan>, io: CliIo): string {
  const { bold, green, red } = colorsFor(io.stdout, io.env);
  const { plan, hash, events, virtualMs, acknowledged, violation } = report;
  const verdict = violation ? red('violation') : green('passed');
  const seconds = (virtualMs / 1000).toFixed(1);
  const { seed, system, profile, nodes, faults } = plan;
  const { recovery } = recoveryOf(plan);
  const group = recovery === undefined ? '' : `, recovery ${recovery}`;
  return (
    `${bold(`seed ${seed}`)}: ${verdict}, ${system}, ${profile} with ${faults.length} faults, ${nodes} nodes${group}, ` +
    `${acknowledged} operations, ${events} events in ${seconds} s of virtual time, hash ${hash}`
  );
}

/** What went wrong in a run, and how to see it again. */
export function violationText(report: RunReport<RunPlan>, replay: string, io: CliIo): string {
  const { bold, red } = colorsFor(io.stderr, io.env);
  const { violation, plan } = report;
  if (!violation) return '';
  const where = violation.node === undefined ? '' : ` on ${violation.node}`;
  return [
    `${red(bold(violation.invariant))}${where}, ${violation.timeMs} ms into the run:`,
    `  ${printable(violation.text)}`,
    `  it takes ${plan.faults.length} faults:`,
    ...plan.faults.map((fault) => `    ${faultText(fault)}`),
    `  replay: ${printable(replay)}`,
  ].join('\n');
}

function faultText({ atMs, action }: PlannedFault): string {
  const { kind, ...rest } = action;
  return printable(`at ${atMs} ms ${kind} ${JSON.stringify(rest)}`);
}

/** Totals and tallies as one line of JSON. */
export function summaryJson(totals: RunTotals, tallies: Readonly<Record<string, number>>): object {
  return { summary: { ...totals, passed: totals.runs - totals.failed, tallies: sorted(tallies) } };
}

/** Totals and tallies in words. */
export function summaryText(
  totals: RunTotals,
  tallies: Readonly<Record<string, number>>,
  io: CliIo,
): string {
  const { bold, green, red } = colorsFor(io.stdout, io.env);
  const { runs, failed, events, virtualMs, acknowledged } = totals;
  const verdict = failed > 0 ? red(`${failed} failed`) : green('all passed');
  const hours = (virtualMs / 3_600_000).toFixed(2);
  const lines = Object.entries(sorted(tallies)).map(([name, count]) => `  ${count} ${name}`);
  const head = `${bold(`${runs} runs`)}: ${verdict}, ${acknowledged} operations, ${events} events in ${hours} h of virtual time`;
  return [head, ...lines].join('\n');
}

function sorted(tallies: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(tallies).sort(([a], [b]) => (a < b ? -1 : 1)));
}
