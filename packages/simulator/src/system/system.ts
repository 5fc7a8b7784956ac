import type { Logger, Message } from '@quorate/process';
import type { PlannedFault } from '../faults/fault-action.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import type { RecordedEvent } from '../recording.ts';
import type { Simulation } from '../simulation.ts';
import type { Tallies } from '../tallies.ts';

/**
 * What decides a run of a system, all of it: as data, to be written down and replayed. A run depends on
 * its plan and on nothing else. A system adds what it needs.
 */
export interface Plan {
  /** An integer from 0 to 2^53 - 1. */
  readonly seed: number;
  /** How long things go wrong, in virtual milliseconds. */
  readonly durationMs: number;
  /** How the network is, apart from what the faults do to it. */
  readonly climate: NetworkConditions;
  /** What goes wrong, and when. */
  readonly faults: readonly PlannedFault[];
}

/** What can be simulated: programs on nodes, with clients that use them and checkers of what must hold. */
export interface System<P extends Plan = Plan> {
  readonly name: string;
  /** Builds the world of a run. Nothing happens in it yet. */
  build(plan: P, settings: BuildSettings): SystemRun;
  /** Plans that are simpler in a way of the system's own: tried when a failing run is cut down. */
  simpler?(plan: P): readonly P[];
  /** What a message says, in a few words, for pictures. */
  describe?(message: Message): string | undefined;
}

/** What a world is built with besides its plan. */
export interface BuildSettings {
  /** Of each node. Default: silent. */
  readonly logger?: (address: string) => Logger;
  /** Hears what a system has to tell besides what can be seen of its world, for pictures. */
  readonly tell: (event: ToldEvent) => void;
}

/** An event without its time. */
export type ToldEvent<E = RecordedEvent> = E extends RecordedEvent ? Omit<E, 'timeMs'> : never;

/** The world of one run. */
export interface SystemRun {
  readonly simulation: Simulation;
  /** How often faults were brought about, and rare things happened. */
  readonly tallies: Tallies;
  /** How many operations of clients were acknowledged so far. */
  readonly acknowledged: number;
  /** Runs it to the end, or to the first violation: see `simulation.violation`. */
  run(): Promise<void>;
}
