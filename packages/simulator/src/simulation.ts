import type { Logger } from '@quorate/process';
import { Chance } from './chance.ts';
import { SimulatedNetwork } from './network/simulated-network.ts';
import { SimulationError } from './simulation-error.ts';
import { Guard } from './adapters/guard.ts';
import { SimulatedNode } from './world/simulated-node.ts';
import type { NodeHappening, NodeProgram } from './world/simulated-node.ts';
import { World } from './world/world.ts';

/** What decides a simulation. */
export interface SimulationOptions {
  /** An integer from 0 to 2^53 - 1. The same one gives the same run. */
  readonly seed: number;
  /** Of every node, given its address. Default: silent. */
  readonly logger?: (address: string) => Logger;
}

/** Something that must never happen has happened. */
export interface Violation {
  /** The name of what was violated: a checker's, or `unhandled-failure`, `uncaught-error`. */
  readonly invariant: string;
  readonly text: string;
  readonly node?: string;
  /** Virtual milliseconds since the beginning. */
  readonly timeMs: number;
}

/** Hears what happens to a simulation. */
export interface SimulationListener {
  node?(node: SimulatedNode, what: NodeHappening, detail?: string): void;
  violated?(violation: Violation): void;
}

const LOOK_EVERY_MS = 250;

/**
 * A world of its own: virtual time, one seeded source of chance, a network, and nodes with disks
 * and runtimes on which production code runs unchanged. The same seed and the same code give the
 * same run, whatever machine and engine it runs on.
 *
 * One at a time in a program: real clocks, timers and chance are out of reach while it runs, and
 * whoever asks for them is named in a violation.
 */
export class Simulation {
  readonly seed: number;
  readonly chance: Chance;
  readonly network: SimulatedNetwork;
  readonly #world: World;
  readonly #nodes: SimulatedNode[] = [];
  readonly #logger: ((address: string) => Logger) | undefined;
  readonly #guard: Guard;
  #violation: Violation | undefined;
  readonly #listeners: SimulationListener[] = [];

  /** Throws `SEED_INVALID`. */
  constructor(options: SimulationOptions) {
    const { seed } = options;
    if (!Number.isSafeInteger(seed) || seed < 0) {
      const given = String(seed);
      throw new SimulationError(
        'SEED_INVALID',
        `a seed is an integer from 0 to 2^53-1, not ${given}`,
      );
    }
    this.seed = seed;
    this.#logger = options.logger;
    this.chance = new Chance(seed);
    this.#world = new World(this.chance.fork('world'));
    this.#world.onUncaught = (error, node) => this.violate('uncaught-error', textOf(error), node);
    this.network = new SimulatedNetwork(this.#world, this.chance.fork('network'));
    this.#guard = new Guard((what, site) =>
      this.violate('not-deterministic', `${what} was called in a simulation, ${site}`),
    );
  }

  /** Virtual milliseconds since the beginning. */
  get nowMs(): number {
    return this.#world.nowUs / 1000;
  }

  /** How many events were served: turns of processes, timers, deliveries, ends of I/O. */
  get events(): number {
    return this.#world.events;
  }

  /** The first thing that went wrong. */
  get violation(): Violation | undefined {
    return this.#violation;
  }

  get nodes(): readonly SimulatedNode[] {
    return this.#nodes;
  }

  /** The fingerprint of all that has happened so far: 16 hexadecimal digits. */
  get hash(): string {
    return this.#world.trace.digest();
  }

  /** Adds a machine that runs `program` at each start. It is down until `start`. */
  addNode(address: string, program: NodeProgram): SimulatedNode {
    const node = new SimulatedNode(
      {
        world: this.#world,
        network: this.network,
        logger: this.#logger?.(address),
        onNode: (which, what, detail) => {
          for (const listener of this.#listeners) listener.node?.(which, what, detail);
        },
        onUnhandledFailure: (where, error) =>
          this.violate('unhandled-failure', textOf(error), where),
      },
      this.#nodes.length,
      address,
      this.chance.fork(`node ${address}`),
      program,
    );
    this.#nodes.push(node);
    this.network.add(node);
    return node;
  }

  /** `action` happens `delayMs` from now, to the world as a whole. */
  after(delayMs: number, action: () => void): void {
    this.#world.after(Math.ceil(delayMs * 1000), undefined, action);
  }

  /**
   * `action` happens at a moment, in the order of these calls. It draws nothing: what is planned for
   * later does not change what happens before.
   */
  at(timeMs: number, action: () => void): void {
    this.#world.at(Math.ceil(timeMs * 1000), undefined, action);
  }

  /** Lets virtual time run for `ms`, or until something is violated. */
  async run(ms: number): Promise<void> {
    if (this.#violation) return;
    const untilUs = this.#world.nowUs + Math.ceil(ms * 1000);
    this.#guard.engage();
    try {
      await this.#world.run(untilUs);
    } finally {
      this.#guard.release();
    }
  }

  /**
   * Lets time run until something holds, which is looked at every 250 ms; a violation of `invariant` if it
   * does not within so many milliseconds.
   */
  async eventually(
    invariant: string,
    failure: string,
    withinMs: number,
    holds: () => boolean,
  ): Promise<void> {
    const deadlineMs = this.nowMs + withinMs;
    while (!this.violation && !holds()) {
      if (this.nowMs >= deadlineMs) {
        this.violate(invariant, `${failure} within ${withinMs} ms`);
        return;
      }
      await this.run(LOOK_EVERY_MS);
    }
  }

  /** Takes note of a violation and ends the run. The first one counts. */
  violate(invariant: string, text: string, node?: SimulatedNode): void {
    if (this.#violation) return;
    this.#violation = {
      invariant,
      text,
      timeMs: this.nowMs,
      ...(node && { node: node.address }),
    };
    this.#world.stop();
    for (const listener of this.#listeners) listener.violated?.(this.#violation);
  }

  /** Hears what happens from now on. */
  listen(listener: SimulationListener): void {
    this.#listeners.push(listener);
  }

  /** Mixes a value of the run into its fingerprint. */
  note(text: string): void {
    this.#world.trace.text(text);
  }
}

/** What it says, its code first, and where it was thrown. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? `${String(error.code)}: ` : '';
  const where = (error.stack?.split('\n')[1] ?? '').trim();
  return `${code}${error.message} ${where}`.trim();
}
