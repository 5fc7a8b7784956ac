import { HEALTHY } from '../disk/disk-faults.ts';
import type { DiskFaults } from '../disk/disk-faults.ts';
import type { CrashKind } from '../disk/simulated-disk.ts';
import { QUIET } from '../network/network-conditions.ts';
import type { Tallies } from '../tallies.ts';
import type { Simulation } from '../simulation.ts';
import type { SimulatedNode } from '../world/simulated-node.ts';
import type { FaultAction, Pairs, PlannedFault } from './fault-action.ts';

/** What faults do to a system that they know nothing of by themselves. What it cannot bear is left out. */
export interface FaultTarget {
  /** Whether the records of a node may be lost now: enough others are there to remember. Default: never. */
  mayLose?(node: SimulatedNode): boolean;
  /** Its records are going to be lost: until it votes again it is not counted upon. */
  losing?(node: SimulatedNode): void;
  /** Starts its program again, `downMs` from now. Default: by `node.start`. */
  restart?(node: SimulatedNode, downMs: number): void;
  /** Ends its program in order, then starts it again. Default: a crash. */
  stop?(node: SimulatedNode, downMs: number): void;
  /** Makes a node believe for a while that another one is not in the group. */
  hide?(node: SimulatedNode, member: SimulatedNode, forMs: number): void;
  /** Names the start of a replica that votes; undefined when it does not. */
  startOf?(node: SimulatedNode): string | undefined;
  /** Somebody else is to lead from now on. */
  lead?(node: SimulatedNode): void;
  /**
   * Lets a bit of a node's disk flip where it has to be noticed; false where it cannot. Default: a value of
   * a database, if its records may be lost.
   */
  rot?(node: SimulatedNode): boolean;
  /** A fault was brought about. */
  onFault?(name: string): void;
}

/**
 * Carries out what a plan says, until all is healed. What would be more than the system can bear is left
 * out: it loses its data or its quorum for good by no fault that it promises to survive.
 */
export class FaultInjector {
  readonly #simulation: Simulation;
  readonly #target: FaultTarget;
  readonly #tallies: Tallies;
  /** Counts up when all is healed: what was to end later has ended then. */
  #era = 0;
  #isHealed = false;

  constructor(simulation: Simulation, tallies: Tallies, target: FaultTarget = {}) {
    this.#simulation = simulation;
    this.#target = target;
    this.#tallies = tallies;
  }

  /** All has been healed, and nothing goes wrong any more. */
  get isHealed(): boolean {
    return this.#isHealed;
  }

  /** Everything of the plan goes wrong in its time, as long as nothing has been healed. */
  follow(plan: readonly PlannedFault[]): void {
    for (const { atMs, action } of plan) {
      this.#simulation.at(atMs, () => {
        if (!this.#isHealed) this.#inject(action);
      });
    }
  }

  #inject(action: FaultAction): void {
    const isDone = this.#apply(action);
    this.#tallies.count(`${isDone ? 'fault' : 'left out'}: ${nameOf(action)}`);
    if (isDone) this.#target.onFault?.(nameOf(action));
  }

  /** Undoes everything that can be undone, at once, and starts what is down. */
  healAll(): void {
    this.#era++;
    this.#isHealed = true;
    const { network, nodes } = this.#simulation;
    network.climate = QUIET;
    network.weather = undefined;
    network.heal();
    for (const node of nodes) {
      node.resume();
      node.setDrift(0);
      node.setLateness(0);
      node.setSlowness(undefined);
      node.disk.faults = HEALTHY;
      node.start();
    }
  }

  #apply(action: FaultAction): boolean {
    switch (action.kind) {
      case 'crash':
        return this.#crash(this.#node(action.node), action.how, action.downMs);
      case 'crash-at-write':
        return this.#atWrite(this.#node(action.node), action.delayUs, (node) => {
          this.#crash(node, action.how, action.downMs);
        });
      case 'crash-loop':
        return this.#crashLoop(this.#node(action.node), action.times, action.upMs);
      case 'stop': {
        const node = this.#node(action.node);
        if (!node.isUp || node.isPaused) return false;
        if (!this.#target.stop) return this.#crash(node, 'kill', action.downMs);
        this.#target.stop(node, action.downMs);
        return true;
      }
      case 'pause': {
        const node = this.#node(action.node);
        if (!node.isUp || node.isPaused) return false;
        node.pause();
        const { life } = node;
        this.#later(action.forMs, () => {
          if (node.life === life) node.resume();
        });
        return true;
      }
      case 'drift': {
        const node = this.#node(action.node);
        node.setDrift(action.ppm);
        this.#later(action.forMs, () => node.setDrift(0));
        return true;
      }
      case 'late-timers': {
        const node = this.#node(action.node);
        node.setLateness(action.lateMs * 1000);
        this.#later(action.forMs, () => node.setLateness(0));
        return true;
      }
      case 'slow-turns': {
        const node = this.#node(action.node);
        node.setSlowness({ permille: action.permille, delayUsMax: action.delayMs * 1000 });
        this.#later(action.forMs, () => node.setSlowness(undefined));
        return true;
      }
      case 'cut':
        return this.#cut(action.pairs, action.forMs);
      case 'clog':
        return this.#clog(action.pairs, action.forMs);
      case 'hold':
        this.#simulation.network.hold();
        this.#later(action.forMs, () => this.#simulation.network.release());
        return true;
      case 'break':
        this.#simulation.network.breakConnection(this.#node(action.a), this.#node(action.b));
        return true;
      case 'weather':
        this.#simulation.network.weather = action.conditions;
        this.#later(action.forMs, () => {
          this.#simulation.network.weather = undefined;
        });
        return true;
      case 'disk':
        return this.#disk(this.#node(action.node), action.faults, action.forMs);
      case 'bit-rot':
        return this.#rot(this.#node(action.node));
      case 'wipe':
        return this.#replace(this.#node(action.node), action.downMs, (node) => node.wipe());
      case 'wipe-at-write': {
        const { delayUs, downMs } = action;
        return this.#atWrite(this.#node(action.node), delayUs, (node) => {
          this.#replace(node, downMs, () => node.wipe());
        });
      }
      case 'old-backup':
        return this.#oldBackup(this.#node(action.node), action.ageMs, action.downMs);
      case 'copied-disk': {
        const { disk } = this.#node(action.from);
        return this.#replace(this.#node(action.node), action.downMs, (node) => {
          node.restoreDisk(disk.backup());
        });
      }
      case 'missing-member': {
        const node = this.#node(action.node);
        if (action.node === action.member || !node.isUp || !this.#target.hide) return false;
        this.#target.hide(node, this.#node(action.member), action.forMs);
        return true;
      }
      case 'new-leader':
        this.#target.lead?.(this.#node(action.node));
        return this.#target.lead !== undefined;
    }
  }

  #crash(node: SimulatedNode, how: CrashKind, downMs: number): boolean {
    if (!node.isUp) return false;
    node.crash(how);
    this.#restart(node, downMs);
    return true;
  }

  #restart(node: SimulatedNode, downMs: number): void {
    if (this.#target.restart) this.#target.restart(node, downMs);
    else this.#simulation.after(downMs, () => node.start());
  }

  /** Somewhere between the beginning of its next write and a little after its end. */
  #atWrite(node: SimulatedNode, delayUs: number, strike: (node: SimulatedNode) => void): boolean {
    if (!node.isUp) return false;
    const { life } = node;
    const era = this.#era;
    node.disk.onNextWrite(() => {
      // It may be long until it writes: all may have been healed since.
      if (era !== this.#era) return;
      this.#later(delayUs / 1000, () => {
        if (node.life === life) strike(node);
      });
    });
    return true;
  }

  #crashLoop(node: SimulatedNode, times: number, upMs: number): boolean {
    if (!this.#crash(node, 'kill', 10)) return false;
    for (let time = 1; time < times; time++) {
      this.#later(time * (upMs + 10), () => this.#crash(node, 'kill', 10));
    }
    return true;
  }

  #cut(pairs: Pairs, forMs: number): boolean {
    const nodes = pairs.map(([from, to]) => [this.#node(from), this.#node(to)] as const);
    for (const [from, to] of nodes) this.#simulation.network.cut(from, to);
    this.#later(forMs, () => this.#simulation.network.join(nodes));
    return nodes.length > 0;
  }

  #clog(pairs: Pairs, forMs: number): boolean {
    const { network, nowMs } = this.#simulation;
    // Each comes loose at a moment of its own.
    pairs.forEach(([from, to], index) => {
      const untilMs = nowMs + (forMs * (index + 1)) / pairs.length;
      network.clog(this.#node(from), this.#node(to), Math.ceil(untilMs * 1000));
    });
    return pairs.length > 0;
  }

  #disk(node: SimulatedNode, faults: Partial<DiskFaults>, forMs: number): boolean {
    node.disk.faults = { ...HEALTHY, ...faults };
    this.#later(forMs, () => {
      node.disk.faults = HEALTHY;
    });
    return true;
  }

  /** A replica that finds a damaged record ends: it can only come back with an empty disk. */
  #rot(node: SimulatedNode): boolean {
    if (this.#target.rot) return this.#target.rot(node);
    return this.#mayLose(node) && node.disk.damage();
  }

  /**
   * A backup from before the last start: one of a program that still runs is no backup that anybody
   * may use, and nothing could tell it from the disk after a crash.
   */
  #oldBackup(node: SimulatedNode, ageMs: number, downMs: number): boolean {
    const backup = node.disk.backup();
    const start = this.#target.startOf?.(node);
    if (start === undefined) return false;
    this.#later(ageMs, () => {
      const startNow = this.#target.startOf?.(node);
      if (startNow === undefined || startNow === start) return;
      this.#tallies.count('fault: old-backup restored');
      this.#replace(node, downMs, () => node.restoreDisk(backup));
    });
    return true;
  }

  #replace(node: SimulatedNode, downMs: number, replace: (node: SimulatedNode) => void): boolean {
    if (!this.#mayLose(node)) return false;
    this.#target.losing?.(node);
    replace(node);
    this.#restart(node, downMs);
    return true;
  }

  #mayLose(node: SimulatedNode): boolean {
    return this.#target.mayLose?.(node) ?? false;
  }

  #node(index: number): SimulatedNode {
    const node = this.#simulation.nodes[index];
    if (node) return node;
    throw new RangeError(
      `the plan names node ${index}; there are ${this.#simulation.nodes.length}`,
    );
  }

  #later(delayMs: number, action: () => void): void {
    const era = this.#era;
    this.#simulation.after(delayMs, () => {
      if (this.#era === era) action();
    });
  }
}

/** The kind, and which of its forms, as counted. */
function nameOf(action: FaultAction): string {
  switch (action.kind) {
    case 'cut':
      return `cut ${action.shape}`;
    case 'disk':
      return `disk ${action.fault}`;
    case 'crash':
    case 'crash-at-write':
      return `${action.kind} ${action.how}`;
    default:
      return action.kind;
  }
}
