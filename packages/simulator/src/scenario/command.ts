import type { RecoveryMode } from '../system/run-options.ts';
import type { MessageKind } from './message-rules.ts';

/** Replicas are numbered from 1; times are virtual milliseconds. */
export type Action =
  | {
      readonly verb: 'replicas';
      readonly count: number;
      readonly quorum: number;
      readonly recovery: RecoveryMode;
      /** Whether a group of empty replicas initialises itself; else `initialize` does. */
      readonly autoInitialize: boolean;
      readonly seed: number;
    }
  | { readonly verb: NodesVerb; readonly nodes: readonly number[] }
  | {
      readonly verb: 'crash';
      readonly nodes: readonly number[];
      readonly how: 'kill' | 'power-loss';
    }
  | { readonly verb: 'append'; readonly node: number; readonly values: readonly string[] }
  | { readonly verb: 'truncate'; readonly node: number; readonly to: number }
  | { readonly verb: 'read'; readonly node: number; readonly from: number; readonly to: number }
  | { readonly verb: 'drop' | 'hold'; readonly rule: MessageRule }
  | { readonly verb: 'pass' | 'release' | 'heal' | 'status' }
  | { readonly verb: 'cut'; readonly from: number; readonly to: number }
  | { readonly verb: 'hide' | 'show'; readonly member: number; readonly node: number }
  | { readonly verb: 'disk'; readonly node: number; readonly state: DiskState }
  | { readonly verb: 'run'; readonly ms: number };

/** Commands that take a list of replicas and nothing else. */
export type NodesVerb =
  'start' | 'stop' | 'initialize' | 'wipe' | 'elect' | 'catch-up' | 'discard' | 'log';

/** How a disk is: see `DISKS`. */
export type DiskState = 'healthy' | 'slow' | 'full' | 'failing';

/** Which messages: all of a kind, in one direction or in all. */
export interface MessageRule {
  readonly kind: MessageKind | 'any';
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Only those about this position. */
  readonly position: number | undefined;
  /** Only the next one. */
  readonly once: boolean;
}

/** One line of a scenario. */
export interface Command {
  /** From 1. */
  readonly line: number;
  readonly action: Action;
  /** Messages between replicas are not shown. */
  readonly isQuiet: boolean;
  /** What it begins is not waited for. */
  readonly isBegun: boolean;
}
