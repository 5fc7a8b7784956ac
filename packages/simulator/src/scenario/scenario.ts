import type { Command } from './command.ts';

/** Some commands, and what they are expected to show. */
export interface Step {
  /** Comments and empty lines in front of it, as they stand in the text. */
  readonly preamble: readonly string[];
  /** The commands as they stand in the text. */
  readonly lines: readonly string[];
  readonly commands: readonly Command[];
  /** One line each, none of them empty. */
  readonly trace: readonly string[];
}

/** What happens to a group of replicas, step by step, and what is seen of it. */
export interface Scenario {
  readonly steps: readonly Step[];
  /** Comments after the last step. */
  readonly ending: readonly string[];
}
