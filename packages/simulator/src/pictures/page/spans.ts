import type { Model } from './model.ts';

/** What the line of a node shows from one event to another. */
export interface LineSpan {
  readonly line: number;
  /** -1 for the beginning of the run. */
  readonly from: number;
  readonly to: number;
  /** A status of a replica, or `running` while none is known. */
  readonly status: string;
  readonly life: 'up' | 'paused' | 'down';
}

/** While it lasts, `shares` says of each gap between neighbouring lines how much of it is cut, 0 to 1. */
export interface CutSpan {
  readonly from: number;
  readonly to: number;
  readonly shares: readonly number[];
}

export interface OperationSpan {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly outcome: 'open' | 'succeeded' | 'failed' | 'unknown';
  /** Operations at the same time stand side by side: 0 is next to the line. */
  readonly lane: number;
}

/** The life of each line: what its events say, up to the end. */
export function lineSpans({ lines, marks }: Model): readonly LineSpan[] {
  const spans: LineSpan[] = [];
  const current = lines.map((_, line): Omit<LineSpan, 'to'> => ({
    ...{ line, from: -1, status: 'running' },
    life: isStartedLater(marks, line) ? 'down' : 'up',
  }));
  marks.forEach(({ event, line }, at) => {
    const span = line === undefined ? undefined : current[line];
    if (span === undefined || line === undefined) return;
    const next: { status: string; life: LineSpan['life'] } = {
      status: span.status,
      life: span.life,
    };
    if (event.type === 'state') next.status = event.status;
    if (event.type === 'start' || event.type === 'resume') next.life = 'up';
    if (event.type === 'start') next.status = 'running';
    if (event.type === 'pause') next.life = 'paused';
    if (event.type === 'crash' || event.type === 'stop') next.life = 'down';
    if (next.status === span.status && next.life === span.life) return;
    if (at > span.from) spans.push({ ...span, to: at });
    current[line] = { line, from: at, ...next };
  });
  return [...spans, ...current.map((span) => ({ ...span, to: marks.length }))];
}

/** A node whose first own event is its start was down before. */
function isStartedLater(marks: Model['marks'], line: number): boolean {
  return marks.find((mark) => mark.line === line && mark.kind === 'fault')?.event.type === 'start';
}

export function cutSpans({ lines, marks }: Model): readonly CutSpan[] {
  const spans: CutSpan[] = [];
  const lineOf = new Map(lines.map((line, index) => [line, index]));
  let open: { readonly from: number; readonly shares: readonly number[] } | undefined;
  const close = (to: number) => {
    if (open !== undefined) spans.push({ ...open, to });
    open = undefined;
  };
  marks.forEach(({ event }, at) => {
    if (event.type !== 'cuts') return;
    close(at);
    const pairs = event.cuts.map(([a, b]) => [lineOf.get(a) ?? 0, lineOf.get(b) ?? 0] as const);
    if (pairs.length > 0) open = { from: at, shares: sharesOf(pairs, lines.length) };
  });
  close(marks.length);
  return spans;
}

/** Of the ways that cross each gap, in both directions, the part that is cut. */
function sharesOf(pairs: readonly (readonly [number, number])[], lines: number): number[] {
  return Array.from({ length: Math.max(0, lines - 1) }, (_, gap) => {
    const crossing = pairs.filter(([a, b]) => Math.min(a, b) <= gap && Math.max(a, b) > gap);
    return Math.min(1, crossing.length / (2 * (gap + 1) * (lines - 1 - gap)));
  });
}

export function operationSpans({ marks }: Model): readonly OperationSpan[] {
  const spans: OperationSpan[] = [];
  const open = new Map<string, { line: number; from: number; lane: number }>();
  marks.forEach(({ event, line }, at) => {
    if (event.type !== 'client' || line === undefined) return;
    const key = `${line} ${event.operation}`;
    const begun = open.get(key);
    if (event.phase === 'invoked') {
      open.set(key, { line, from: at, lane: freeLane(line) });
    } else if (begun !== undefined) {
      open.delete(key);
      spans.push({ ...begun, to: at, outcome: event.phase });
    }
  });
  for (const span of open.values()) spans.push({ ...span, to: marks.length, outcome: 'open' });
  return spans;

  function freeLane(line: number): number {
    const taken = [...open.values()].filter((span) => span.line === line).map(({ lane }) => lane);
    let lane = 0;
    while (taken.includes(lane)) lane += 1;
    return lane;
  }
}
