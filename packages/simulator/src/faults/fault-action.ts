import type { DiskFaults } from '../disk/disk-faults.ts';
import type { CrashKind } from '../disk/simulated-disk.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';

/**
 * One thing that goes wrong, as data: a plan of them can be written down, replayed and cut down.
 * Nodes are numbered from 0; times are milliseconds; `forMs` says when it is over again.
 */
export type FaultAction =
  | {
      readonly kind: 'crash';
      readonly node: number;
      readonly how: CrashKind;
      readonly downMs: number;
    }
  /** Crashes amid its next write. */
  | {
      readonly kind: 'crash-at-write';
      readonly node: number;
      readonly how: CrashKind;
      readonly delayUs: number;
      readonly downMs: number;
    }
  /** Crashes again and again, soon after each start. */
  | {
      readonly kind: 'crash-loop';
      readonly node: number;
      readonly times: number;
      readonly upMs: number;
    }
  /** Closes its log in order, and starts again. */
  | { readonly kind: 'stop'; readonly node: number; readonly downMs: number }
  | { readonly kind: 'pause'; readonly node: number; readonly forMs: number }
  | { readonly kind: 'drift'; readonly node: number; readonly ppm: number; readonly forMs: number }
  | {
      readonly kind: 'late-timers';
      readonly node: number;
      readonly lateMs: number;
      readonly forMs: number;
    }
  | {
      readonly kind: 'slow-turns';
      readonly node: number;
      readonly permille: number;
      readonly delayMs: number;
      readonly forMs: number;
    }
  /** Cuts directions, as pairs of from and to. */
  | { readonly kind: 'cut'; readonly shape: string; readonly pairs: Pairs; readonly forMs: number }
  | { readonly kind: 'clog'; readonly pairs: Pairs; readonly forMs: number }
  | { readonly kind: 'hold'; readonly forMs: number }
  | { readonly kind: 'break'; readonly a: number; readonly b: number }
  | { readonly kind: 'weather'; readonly conditions: NetworkConditions; readonly forMs: number }
  | {
      readonly kind: 'disk';
      readonly fault: string;
      readonly node: number;
      readonly faults: Partial<DiskFaults>;
      readonly forMs: number;
    }
  | { readonly kind: 'bit-rot'; readonly node: number }
  | { readonly kind: 'wipe'; readonly node: number; readonly downMs: number }
  /** Loses its disk soon after its next write. */
  | {
      readonly kind: 'wipe-at-write';
      readonly node: number;
      readonly delayUs: number;
      readonly downMs: number;
    }
  /** It comes back with its own disk of a while ago. */
  | {
      readonly kind: 'old-backup';
      readonly node: number;
      readonly ageMs: number;
      readonly downMs: number;
    }
  /** It comes back with a copy of another one's disk. */
  | {
      readonly kind: 'copied-disk';
      readonly node: number;
      readonly from: number;
      readonly downMs: number;
    }
  /** A node's view of who is in the group lacks another one. */
  | {
      readonly kind: 'missing-member';
      readonly node: number;
      readonly member: number;
      readonly forMs: number;
    }
  /** Somebody else is meant to write. */
  | { readonly kind: 'new-leader'; readonly node: number };

export type Pairs = readonly (readonly [from: number, to: number])[];

/** The name of a kind of fault. */
export type FaultKind = FaultAction['kind'];

/** When what goes wrong. Times from the beginning of the run. */
export interface PlannedFault {
  readonly atMs: number;
  readonly action: FaultAction;
}
