import type { ReportRow } from '../support/report.ts';

interface Row {
  readonly bench: string;
  readonly runtime: string;
  readonly cpuNsPerOp: number;
}

/** What a bench of ours may cost, in times of what. */
const LIMITS: Readonly<Record<string, readonly [times: number, bench: string, runtime: string]>> = {
  tell: [1.6, 'tell', 'floor'],
  'ping-pong': [1.8, 'ping-pong', 'floor'],
  ring: [1.8, 'ring', 'floor'],
  ask: [1.6, 'ask', 'floor'],
  'ask-await': [2, 'ask-await', 'floor'],
  spawn: [2, 'spawn', 'floor'],
  future: [1.2, 'future', 'native'],
  typed: [1.4, 'send', 'quorate'],
};

/** For people: beside each figure of ours, how many times that of the floor it is, and may be. */
export function comparisonOf<R extends Row & ReportRow>(rows: readonly R[]): readonly ReportRow[] {
  const costOf = (bench: string, runtime: string): number | undefined =>
    rows.find((row) => row.bench === bench && row.runtime === runtime)?.cpuNsPerOp;
  return rows.map((row) => {
    const limit = LIMITS[row.bench];
    const base = limit && costOf(limit[1], limit[2]);
    if (!limit || base === undefined) return row;
    const times = row.cpuNsPerOp / base;
    const verdict = times <= limit[0] ? 'met' : 'not met';
    return {
      ...row,
      times: Number(times.toFixed(2)),
      ...(row.runtime === 'quorate' && { limit: limit[0], verdict }),
    };
  });
}
