import type { Event } from './event.ts';
import type { ProcessCell } from './process-cell.ts';

/**
 * What a runtime is doing right now: which process is having its turn, and which event it serves.
 * Whatever is sent meanwhile is its doing. Code after an `await` runs outside of it.
 */
export interface RunContext {
  cell: ProcessCell | undefined;
  event: Event | undefined;
  /** Set by `withTrace`, outside any process or within a handler. */
  trace: string | undefined;
}

export function newRunContext(): RunContext {
  return { cell: undefined, event: undefined, trace: undefined };
}

/** The trace that what is sent now belongs to. */
export function currentTrace({ event, trace }: RunContext): string | undefined {
  return (
    trace ?? (event?.type === 'dispatch' || event?.type === 'message' ? event.trace : undefined)
  );
}
