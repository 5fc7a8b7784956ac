import { Runtime, sequentialIds } from '@quorate/process';
import type { Logger, Runnable } from '@quorate/process';
import type { Chance } from '../chance.ts';
import { SimulatedDisk } from '../disk/simulated-disk.ts';
import type { CrashKind, DiskBackup } from '../disk/simulated-disk.ts';
import type { SimulatedNetwork } from '../network/simulated-network.ts';
import type { Appointment } from './agenda.ts';
import { NodeClock } from './node-clock.ts';
import { NodeScheduler } from './node-scheduler.ts';
import type { World } from './world.ts';

/** What a program of a node is given each time it starts. */
export interface NodeContext {
  readonly node: SimulatedNode;
  readonly runtime: Runtime;
  readonly disk: SimulatedDisk;
  /** Draws of this life of the node, for its program. */
  readonly chance: Chance;
}

/** Runs on a node from its start on. What it throws, or rejects with, is a violation. */
export type NodeProgram = (context: NodeContext) => void | PromiseLike<void>;

/** What can be done to a node. */
export type NodeHappening = 'start' | 'crash' | 'pause' | 'resume' | 'wipe' | 'replace-disk';

/** What a node needs of its simulation. */
export interface NodeHost {
  readonly world: World;
  readonly network: SimulatedNetwork;
  readonly logger: Logger | undefined;
  /** Something is being done to a node. */
  onNode(node: SimulatedNode, what: NodeHappening, detail?: string): void;
  /** A failure that nobody looked at. */
  onUnhandledFailure(node: SimulatedNode, error: Error): void;
}

/** A machine: a disk that stays, and a runtime with a program that comes and goes. */
export class SimulatedNode {
  /** From 0. */
  readonly index: number;
  readonly address: string;
  readonly disk: SimulatedDisk;
  readonly chance: Chance;
  readonly #host: NodeHost;
  readonly #program: NodeProgram;
  #life = 0;
  #runtime: Runtime | undefined;
  #clock: NodeClock | undefined;
  #drift = 0;
  #lateUsMax = 0;
  #isPaused = false;
  #postponed: Appointment[] = [];
  #waiting: Runnable[] = [];
  /** How long processes are kept from their turns at most, and how often, when they are slow. */
  #slow: { readonly permille: number; readonly delayUsMax: number } | undefined;

  constructor(
    host: NodeHost,
    index: number,
    address: string,
    chance: Chance,
    program: NodeProgram,
  ) {
    this.#host = host;
    this.index = index;
    this.address = address;
    this.chance = chance;
    this.#program = program;
    this.disk = new SimulatedDisk(host.world, this);
  }

  /** Counts its starts and crashes: what belongs to another life does not happen any more. */
  get life(): number {
    return this.#life;
  }

  get isUp(): boolean {
    return this.#runtime !== undefined;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Boots it and runs its program. Does nothing when it is up. */
  start(): void {
    if (this.#runtime) return;
    this.#life++;
    this.#host.onNode(this, 'start');
    const { world, network, logger } = this.#host;
    const chance = this.chance.fork(`life ${this.#life}`);
    this.#clock = new NodeClock(world, this);
    this.#clock.setDrift(this.#drift);
    this.#clock.lateUsMax = this.#lateUsMax;
    const runtime = new Runtime({
      clock: this.#clock,
      random: chance.fork('runtime').random,
      ids: sequentialIds(`${this.address}-${this.#life}-`),
      transport: network.transport(this),
      scheduler: new NodeScheduler(this),
      onUnhandledFailure: (error) => this.#host.onUnhandledFailure(this, error),
      ...(logger && { logger }),
    });
    this.#runtime = runtime;
    const report = (error: unknown): void => {
      if (this.#runtime === runtime) world.onUncaught(error, this);
    };
    try {
      const running = this.#program({ node: this, runtime, disk: this.disk, chance });
      running?.then(undefined, report);
    } catch (error) {
      report(error);
    }
  }

  /** All on its disk is lost. Crashes it first when it is up. */
  wipe(): void {
    this.crash('power-loss');
    this.#host.onNode(this, 'wipe');
    this.disk.wipe();
  }

  /** Its disk becomes a copy of a backup, its own or another node's. Crashes it first when it is up. */
  restoreDisk(backup: DiskBackup): void {
    this.crash('power-loss');
    this.#host.onNode(this, 'replace-disk');
    this.disk.restore(backup);
  }

  /** It stops at once: by a kill, what it wrote stays; by a loss of power, what was synced. */
  crash(kind: CrashKind): void {
    const runtime = this.#runtime;
    if (!runtime) return;
    this.#host.onNode(this, 'crash', kind);
    this.#life++;
    this.#runtime = undefined;
    this.#isPaused = false;
    this.#postponed = [];
    this.#waiting = [];
    this.#host.world.withdraw(this);
    this.#host.network.disconnect(this, kind);
    this.disk.crash(kind);
    // Its work on the disk never ends: nobody waits for this.
    void runtime.halt();
  }

  /** Stops it in the middle of whatever it does, as SIGSTOP or a long collection of garbage. */
  pause(): void {
    if (!this.#runtime || this.#isPaused) return;
    this.#host.onNode(this, 'pause');
    this.#isPaused = true;
    this.#waiting = [...this.#host.world.withdraw(this)];
  }

  /** It goes on: with all that has come in meanwhile, and timers that are late. */
  resume(): void {
    if (!this.#isPaused) return;
    this.#host.onNode(this, 'resume');
    this.#isPaused = false;
    const waiting = this.#waiting;
    const postponed = this.#postponed;
    this.#waiting = [];
    this.#postponed = [];
    for (const runnable of waiting) this.#host.world.makeReady(this, runnable);
    for (const appointment of postponed) {
      // Through the appointment, so that whoever made it can still cancel it.
      this.#host.world.at(0, this, () => {
        const { action } = appointment;
        appointment.action = undefined;
        action?.();
      });
    }
  }

  /** @param drift microseconds that its clock gains in a second; negative when it loses */
  setDrift(drift: number): void {
    this.#drift = drift;
    this.#clock?.setDrift(drift);
  }

  /** How late a timer may fire, in microseconds. */
  setLateness(lateUsMax: number): void {
    this.#lateUsMax = lateUsMax;
    if (this.#clock) this.#clock.lateUsMax = lateUsMax;
  }

  /** Makes one turn in so many take a long time. Undefined ends it. */
  setSlowness(slow: { readonly permille: number; readonly delayUsMax: number } | undefined): void {
    this.#slow = slow;
  }

  /** @internal A process of it can have a turn. */
  makeReady(runnable: Runnable): void {
    if (this.#isPaused) {
      this.#waiting.push(runnable);
      return;
    }
    const { world } = this.#host;
    if (this.#slow && this.chance.permille(this.#slow.permille)) {
      const delayUs = this.chance.between(1, this.#slow.delayUsMax);
      world.after(delayUs, this, () => world.makeReady(this, runnable));
      return;
    }
    world.makeReady(this, runnable);
  }

  /** @internal Happens once it goes on. */
  postpone(appointment: Appointment): void {
    this.#postponed.push(appointment);
  }
}
