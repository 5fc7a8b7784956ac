import type { Operation } from './operation.ts';

/** A rule that a history breaks. */
export interface Violation<Rule extends string, Input, Output> {
  /** Stable, for programs. */
  readonly rule: Rule;
  /** What is wrong, for people. */
  readonly message: string;
  /** The operations that contradict each other. */
  readonly operations: readonly Operation<Input, Output>[];
}
