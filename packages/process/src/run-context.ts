import type { ProcessCell } from './process-cell.ts';

/**
 * What a runtime is doing right now: which process is having its turn, which knows the event it serves.
 * Whatever is sent meanwhile is its doing. Code after an `await` runs outside of it.
 */
export interface RunContext {
  cell: ProcessCell | undefined;
  /** Of the event that is served. */
  eventTrace: string | undefined;
  /** Set by `withTrace`, outside any process or within a handler. */
  trace: string | undefined;
}

export function newRunContext(): RunContext {
  return { cell: undefined, eventTrace: undefined, trace: undefined };
}

/** The trace that what is sent now belongs to. */
export function currentTrace({ trace, eventTrace }: RunContext): string | undefined {
  return trace ?? eventTrace;
}
