import type { Timer } from '../clocks/timer-source.ts';
import type { Pid } from '../pid.ts';
import { SHUTDOWN_MS } from './child-spec.ts';
import type { ChildSpec, Restart } from './child-spec.ts';
import { Waiters } from './waiters.ts';

/**
 * Where a child is in its life.
 *
 * - `waiting`: down; it will be started, after its back-off or when it is its turn
 * - `starting`: spawned, and not initialised yet
 * - `running`
 * - `stopping`: told to end
 * - `stuck`: told to end, and it has not within its time limit
 * - `stopped`: down, and left so
 */
export type ChildStatus = 'waiting' | 'starting' | 'running' | 'stopping' | 'stuck' | 'stopped';

/** A child as its supervisor sees it, at one moment. */
export interface ChildInfo {
  readonly id: string;
  readonly status: ChildStatus;
  /** Of the process it has now; undefined when it is down. */
  readonly pid: Pid | undefined;
  /** How often it was started again, for whatever reason. */
  readonly restarts: number;
  /** How often it failed: to start, while it ran, or as it ended. */
  readonly crashes: number;
}

/** What a supervisor remembers of a child. */
export class Child {
  readonly spec: ChildSpec;
  /** Its place among all children that its supervisor ever had. */
  readonly order: number;
  status: ChildStatus = 'waiting';
  pid: Pid | undefined = undefined;
  isSupervisor = false;
  /** Added by a call that still waits for its first start: a failure is that call's. */
  isOnTrial: boolean;
  /** What it is to be once the step it is in is done; `gone`: down and forgotten. */
  wanted: 'up' | 'down' | 'gone' = 'up';
  /** It is stopped because a sibling failed, which waits for that. */
  stopsForSibling = false;
  crashes = 0;
  /** How often it was started, in vain or not. */
  starts = 0;
  /** Crashes in a row, for the back-off. */
  failures = 0;
  runningSince: number | undefined = undefined;
  /** Its restarts that count, for a supervisor that counts them child by child. */
  recentRestarts: readonly number[] = [];
  /** Of its back-off, or of its time limit while it is stopping. */
  timer: Timer | undefined = undefined;
  /** They hear of its next start, whether it succeeds or not. */
  readonly startWaiters = new Waiters<Pid>();
  /** They wait until it runs, however many starts it takes. */
  readonly pidWaiters = new Waiters<Pid>();
  readonly stopWaiters = new Waiters<void>();

  constructor(spec: ChildSpec, order: number, isOnTrial: boolean) {
    this.spec = spec;
    this.order = order;
    this.isOnTrial = isOnTrial;
  }

  get id(): string {
    return this.spec.id;
  }

  get restart(): Restart {
    return this.spec.restart ?? 'permanent';
  }

  get isUp(): boolean {
    return this.pid !== undefined;
  }

  /** Milliseconds. The children of a supervisor have limits of their own. */
  get shutdownMs(): number {
    return this.spec.shutdownMs ?? (this.isSupervisor ? Infinity : SHUTDOWN_MS);
  }

  /** Somebody asked for its end, and it has not come yet. */
  get isLeaving(): boolean {
    return this.isUp && this.wanted !== 'up';
  }

  /** Its timer may have gone off, and its event be queued: that is too late then. */
  disarm(): void {
    this.timer?.cancel();
    this.timer = undefined;
  }

  info(): ChildInfo {
    const { id, status, pid, crashes } = this;
    return { id, status, pid, crashes, restarts: Math.max(0, this.starts - 1) };
  }
}
