import type { Pid } from '../pid.ts';
import { ChildQueue } from './child-queue.ts';
import type { ChildSpec, Strategy } from './child-spec.ts';
import { Child } from './child.ts';
import { mayStart, planRestart } from './restart-plan.ts';
import { childStopped, childUnknown } from './supervisor-error.ts';

/** What a supervisor does next, if anything. */
export type Step =
  | { readonly type: 'stop'; readonly child: Child }
  | { readonly type: 'start'; readonly child: Child }
  | { readonly type: 'end' }
  | { readonly type: 'wait' };

const WAIT: Step = { type: 'wait' };

/**
 * The children of a supervisor, and what is to be done with them: the books, without any process.
 *
 * One step at a time: one child is stopped, and has ended or used up its time before the next is;
 * all are stopped before any is started; one is started, and has initialised before the next is.
 */
export class ChildTable {
  readonly #strategy: Strategy;
  /** In the order in which they were added. */
  readonly #children = new Map<string, Child>();
  /** Those that are up, by the ids of their processes. */
  readonly #byProcess = new Map<string, Child>();
  readonly #toStop = new ChildQueue();
  readonly #toStart = new ChildQueue();
  readonly #inBackOff = new ChildQueue();
  #stopping: Child | undefined;
  #starting: Child | undefined;
  #addedEver = 0;

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
  }

  *[Symbol.iterator](): IterableIterator<Child> {
    yield* this.#children.values();
  }

  has(id: string): boolean {
    return this.#children.has(id);
  }

  /** Throws `SUPERVISOR_CHILD_UNKNOWN`. */
  find(id: string): Child {
    const child = this.#children.get(id);
    if (child) return child;
    throw childUnknown(id);
  }

  findByPid(pid: Pid): Child | undefined {
    return this.#byProcess.get(pid.id);
  }

  add(spec: ChildSpec, isOnTrial: boolean): Child {
    const child = new Child(spec, this.#addedEver++, isOnTrial);
    this.#children.set(spec.id, child);
    return child;
  }

  /** @param isEnding no child is started any more */
  nextStep(isEnding: boolean): Step {
    if (this.#stopping) return WAIT;
    const last = this.#toStop.last;
    if (last) return { type: 'stop', child: last };
    if (isEnding) return { type: 'end' };
    const first = this.#toStart.first;
    if (!first || this.#starting) return WAIT;
    if (!mayStart(this.#strategy, first.order, this.#inBackOff.first?.order)) return WAIT;
    return { type: 'start', child: first };
  }

  isToStop(child: Child): boolean {
    return this.#toStop.has(child);
  }

  // ------------------------------------------------------------------- what is to be done

  /** It is down. */
  toStart(child: Child): void {
    this.leaveBackOff(child);
    child.status = 'waiting';
    this.#toStart.add(child);
    child.stopWaiters.set(); // somebody else wanted it up before they heard of its end
  }

  toStop(child: Child): void {
    if (child.status === 'starting' || child.status === 'running') this.#toStop.add(child);
  }

  toBackOff(child: Child): void {
    child.status = 'waiting';
    this.#inBackOff.add(child);
  }

  leaveBackOff(child: Child): void {
    if (this.#inBackOff.delete(child)) child.disarm();
  }

  /** Plans the new start of all that the strategy binds to `failed`, which is in its back-off. */
  toRestartSiblings(failed: Child): void {
    // The others of a large supervisor need not be looked at where they have no part in it.
    if (this.#strategy === 'one-for-one') return;
    const staying = [...this].filter((child) => !child.isLeaving);
    const { stops, starts } = planRestart(this.#strategy, staying, failed.id);
    for (const id of stops) {
      const child = this.find(id);
      child.stopsForSibling = true;
      if (child.restart === 'temporary') child.wanted = 'gone';
      this.toStop(child);
    }
    for (const id of starts) {
      const child = this.find(id);
      child.wanted = 'up';
      if (!child.isUp && !this.#inBackOff.has(child)) this.toStart(child);
    }
  }

  /** Whatever was to be started is not; whatever is up is to be stopped. */
  toStopAll(reason: Error): void {
    this.#toStart.clear();
    for (const child of this) {
      this.leaveBackOff(child);
      if (child.wanted === 'up') child.wanted = 'down';
      if (child.status === 'waiting') child.status = 'stopped';
      this.toStop(child);
      disappoint(child, reason);
    }
  }

  // ------------------------------------------------------------------------ what was done

  beginStart(child: Child): void {
    this.#toStart.delete(child);
    child.starts++;
    child.runningSince = undefined;
    child.stopsForSibling = false;
  }

  started(child: Child, pid: Pid): void {
    child.pid = pid;
    child.status = 'starting';
    this.#starting = child;
    this.#byProcess.set(pid.id, child);
  }

  initialized(child: Child, now: number): void {
    this.#starting = undefined;
    child.status = 'running';
    child.runningSince = now;
  }

  beginStop(child: Child): void {
    this.#toStop.delete(child);
    if (this.#starting === child) this.#starting = undefined;
    this.#stopping = child;
    child.status = 'stopping';
  }

  stuck(child: Child): void {
    this.#stopping = undefined;
    child.status = 'stuck';
    if (child.wanted === 'up') child.wanted = 'down';
  }

  /** Its process has ended. */
  ended(child: Child): void {
    if (child.pid) this.#byProcess.delete(child.pid.id);
    child.pid = undefined;
    child.disarm();
    this.#toStop.delete(child);
    if (this.#stopping === child) this.#stopping = undefined;
    if (this.#starting === child) this.#starting = undefined;
  }

  /** It stays down until somebody wants it up again. */
  leaveDown(child: Child): void {
    this.leaveBackOff(child);
    this.#toStart.delete(child);
    disappoint(child, childStopped(child.id));
    child.status = 'stopped';
    if (child.wanted === 'gone' || child.restart === 'temporary') this.forget(child);
    else child.wanted = 'down';
    child.stopWaiters.set();
  }

  forget(child: Child): void {
    this.#children.delete(child.id);
  }
}

/** Those who wait for it to run need not wait any longer. */
export function disappoint(child: Child, error: Error): void {
  child.startWaiters.fail(error);
  child.pidWaiters.fail(error);
}
