import type { Chance } from '../chance.ts';
import type { FaultKind, PlannedFault } from './fault-action.ts';
import { FAULT_DRAWS } from './fault-draws.ts';

/** A kind of fault, and how long it is from one to the next on average, in milliseconds. */
export interface Weighted {
  readonly kind: FaultKind;
  readonly everyMs: number;
}

/** What the plan of a run is drawn from. */
export interface MixOptions {
  readonly mix: readonly Weighted[];
  /** How many nodes there are. */
  readonly nodes: number;
  readonly durationMs: number;
  /** When the first fault may strike, in milliseconds: what is to be broken has begun by then. */
  readonly beginMs: number;
  /**
   * Whether each run leaves out some of the kinds: a fault that many others hide is found by the run
   * that leaves those out. Default false.
   */
  readonly isSwarm?: boolean;
  /** Kinds that are in every mix. Default: none. */
  readonly always?: readonly FaultKind[];
}

/** Draws what goes wrong in a run. Each run has more or less of a kind than the mix says. */
export function drawFaults(chance: Chance, options: MixOptions): PlannedFault[] {
  const { mix, nodes, durationMs, beginMs, isSwarm = false, always = [] } = options;
  const plan: PlannedFault[] = [];
  for (const { kind, everyMs } of mix) {
    const source = chance.fork(kind);
    const isIn = !isSwarm || always.includes(kind) || source.permille(500);
    if (!isIn) continue;
    // From half to three times as long apart as the mix says.
    const meanMs = Math.ceil((everyMs * source.between(50, 300)) / 100);
    let atMs = beginMs + source.between(0, 2 * meanMs);
    while (atMs < durationMs) {
      plan.push({ atMs, action: FAULT_DRAWS[kind](source, nodes) });
      atMs += source.between(1, 2 * meanMs);
    }
  }
  return plan.sort((a, b) => a.atMs - b.atMs);
}

/** Programs that are kept from their turns, and clocks that go wrong. */
export const SCHEDULING: readonly Weighted[] = [
  { kind: 'pause', everyMs: 30_000 },
  { kind: 'drift', everyMs: 40_000 },
  { kind: 'late-timers', everyMs: 40_000 },
  { kind: 'slow-turns', everyMs: 40_000 },
];
/** What becomes of messages. */
export const NETWORK: readonly Weighted[] = [
  { kind: 'cut', everyMs: 25_000 },
  { kind: 'clog', everyMs: 30_000 },
  { kind: 'hold', everyMs: 40_000 },
  { kind: 'break', everyMs: 15_000 },
  { kind: 'weather', everyMs: 40_000 },
];
/** Programs that end. */
export const PROCESS: readonly Weighted[] = [
  { kind: 'crash', everyMs: 30_000 },
  { kind: 'crash-at-write', everyMs: 30_000 },
  { kind: 'crash-loop', everyMs: 90_000 },
  { kind: 'stop', everyMs: 60_000 },
];
