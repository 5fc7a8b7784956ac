import { Future } from '../futures/future.ts';
import type { Pid } from '../pid.ts';
import { Process } from '../process.ts';
import { MAILBOX_LIMIT } from '../runtime-options.ts';
import { checkChildSpec } from './child-spec.ts';
import type { ChildSpec, Decision } from './child-spec.ts';
import { ChildTable, disappoint } from './child-table.ts';
import type { Child, ChildInfo } from './child.ts';
import { RestartPolicy } from './restart-policy.ts';
import * as errors from './supervisor-error.ts';
import { checkOptions } from './supervisor-options.ts';
import type { SupervisorOptions, SupervisorSettings } from './supervisor-options.ts';

/** Of the registry, so that ESM and CommonJS copies of this package know each other's supervisors. */
export const SHUT_DOWN: unique symbol = Symbol.for('quorate.process.shut-down/1') as never;

/** How a supervisor ended: without a reason when it was told to. */
export interface SupervisorEnd {
  readonly reason: Error | undefined;
}

/**
 * The actor behind `Supervisor`, which says what it does; and a supervisor as a child of another:
 * `start: () => new SupervisorProcess({ … })`.
 *
 * Whatever happens is put into the table of its children, and changes which steps are still to be
 * taken; `#advance` takes them.
 *
 * Source: the principles of OTP's supervisor; libprocess has none.
 */
export class SupervisorProcess extends Process {
  declare readonly self: Pid<SupervisorProcess>;
  readonly #settings: SupervisorSettings;
  readonly #policy: RestartPolicy;
  readonly #children: ChildTable;
  #crashes = 0;
  /** Set once no child is started any more. */
  #ending: SupervisorEnd | undefined;
  #ended: SupervisorEnd | undefined;

  /** Throws `SUPERVISOR_OPTION_INVALID` or `SUPERVISOR_CHILD_EXISTS`. */
  constructor(options: SupervisorOptions = {}) {
    const settings = checkOptions(options);
    const name = settings.id === undefined ? { idPrefix: 'supervisor' } : { id: settings.id };
    // Its timers come through the mailbox: none must be lost to a small limit of the runtime.
    super({ ...name, mailboxLimit: MAILBOX_LIMIT });
    this.#settings = settings;
    this.#policy = new RestartPolicy(settings);
    this.#children = new ChildTable(settings.strategy);
  }

  // ------------------------------------------------------------------- requests

  /** See `Supervisor.startChild`. */
  startChild<P extends Process>(spec: ChildSpec<P>): Future<Pid<P>>;
  startChild(spec: ChildSpec): Future<Pid> {
    this.#checkOpen();
    checkChildSpec(spec);
    if (this.#children.has(spec.id)) throw errors.childExists(spec.id);
    return this.#startOnRequest(this.#children.add(spec, true));
  }

  /** See `Supervisor.restartChild`. */
  restartChild(id: string): Future<Pid> {
    this.#checkOpen();
    const child = this.#children.find(id);
    if (child.status === 'stuck') throw errors.childStuck(id, child.shutdownMs);
    return this.#startOnRequest(child);
  }

  /** See `Supervisor.terminateChild`. */
  terminateChild(id: string): Future<void> {
    return this.#stopOnRequest(id, 'down');
  }

  /** See `Supervisor.removeChild`. */
  removeChild(id: string): Future<void> {
    return this.#stopOnRequest(id, 'gone');
  }

  /** See `Supervisor.pidOf`. */
  pidOf<P extends Process>(child: ChildSpec<P>): Future<Pid<P>>;
  pidOf(id: string): Future<Pid>;
  pidOf(childOrId: ChildSpec | string): Future<Pid> {
    this.#checkOpen();
    const id = typeof childOrId === 'object' ? childOrId.id : childOrId;
    const child = this.#children.find(id);
    if (child.wanted !== 'up') throw errors.childStopped(child.id);
    const { pid, status } = child;
    const isThere = status === 'running' && !this.#children.isToStop(child);
    return pid && isThere ? Future.ready(pid) : child.pidWaiters.add();
  }

  /** See `Supervisor.children`. */
  children(): readonly ChildInfo[] {
    return [...this.#children].map((child) => child.info());
  }

  /** See `Supervisor.crashes`. */
  get crashes(): number {
    return this.#crashes;
  }

  /** Undefined while it has not ended. */
  get ended(): SupervisorEnd | undefined {
    return this.#ended;
  }

  /**
   * Stops the children in reverse order, then ends.
   *
   * @internal
   */
  [SHUT_DOWN](): void {
    this.#end(undefined);
    this.#advance();
  }

  #startOnRequest(child: Child): Future<Pid> {
    child.wanted = 'up';
    child.failures = 0;
    const started = child.startWaiters.add();
    if (!child.isUp) this.#children.toStart(child);
    else if (child.status === 'running') this.#children.toStop(child);
    this.#advance();
    return started;
  }

  #stopOnRequest(id: string, wanted: 'down' | 'gone'): Future<void> {
    this.#checkOpen();
    const child = this.#children.find(id);
    if (child.wanted !== 'gone') child.wanted = wanted;
    if (child.status === 'stuck') throw errors.childStuck(id, child.shutdownMs);
    const stopped = child.stopWaiters.add();
    disappoint(child, errors.childStopped(id));
    if (child.isUp) this.#children.toStop(child);
    else this.#children.leaveDown(child);
    this.#advance();
    return stopped;
  }

  #checkOpen(): void {
    if (this.#ending) throw errors.supervisorEnded();
  }

  // --------------------------------------------------------------------- events

  protected override initialize(): void {
    for (const spec of this.#settings.children) {
      this.#children.toStart(this.#children.add(spec, false));
    }
    this.#advance();
  }

  /** A child has ended: nothing else is linked to. */
  protected override exited(pid: Pid, reason: Error | undefined): void {
    const child = this.#children.findByPid(pid);
    if (!child) return;
    const isStarting = child.status === 'starting';
    const wasToEnd =
      child.status === 'stopping' || child.status === 'stuck' || this.#children.isToStop(child);
    this.#children.ended(child);
    if (wasToEnd) this.#onStopped(child, reason);
    else if (isStarting && reason) this.#onStartFailed(child, reason);
    else this.#onEnded(child, reason);
    this.#advance();
  }

  /**
   * Ended in order, the children are down by now. Told to terminate by somebody else it cannot wait
   * for them: they are told to end all the same, in order, and named in the log if they do not.
   */
  protected override finalize(): void {
    this.#end(undefined);
    for (const child of [...this.#children].reverse()) {
      child.disarm();
      if (child.isUp && child.status !== 'stuck') this.#stopUnattended(child);
      child.stopWaiters.fail(errors.supervisorEnded());
    }
    const stuck = [...this.#children].find(({ status }) => status === 'stuck');
    const leftBehind = stuck && errors.childStuck(stuck.id, stuck.shutdownMs);
    const reason = this.#ending?.reason ?? leftBehind;
    this.#ended = { reason };
    if (reason) throw reason; // that is how a process ends with a reason
  }

  #onInitialized(child: Child, pid: Pid): void {
    if (child.pid !== pid || child.status !== 'starting') return;
    this.#children.initialized(child, this.runtime.clock.now());
    if (!this.#children.isToStop(child)) {
      child.isOnTrial = false;
      child.startWaiters.set(pid);
      child.pidWaiters.set(pid);
    }
    this.#advance();
  }

  #onStartFailed(child: Child, reason: Error): void {
    const error = errors.childStartFailed(child.id, reason);
    if (child.isOnTrial) {
      this.#countCrash(child, reason, 'stop');
      disappoint(child, error);
      this.#children.forget(child);
    } else {
      child.startWaiters.fail(error);
      this.#onEnded(child, reason);
    }
  }

  /** By itself. */
  #onEnded(child: Child, reason: Error | undefined): void {
    const decision = this.#decide(child, reason);
    if (decision === 'restart') this.#restart(child, reason);
    else if (decision === 'stop') this.#children.leaveDown(child);
    else this.#escalate(child, reason);
  }

  /** As it was told to, or before it could be: what was planned for it stays, at most. */
  #onStopped(child: Child, reason: Error | undefined): void {
    const decision = reason ? this.#decide(child, reason) : 'restart';
    if (decision === 'escalate') this.#escalate(child, reason);
    else if (decision === 'restart' && child.wanted === 'up') this.#children.toStart(child);
    else this.#children.leaveDown(child);
  }

  #onStuck(child: Child): void {
    const error = errors.childStuck(child.id, child.shutdownMs);
    this.#log('error', child, { err: error }, 'a supervised child does not end');
    this.#children.stuck(child);
    // A supervisor can at least be ended without its children.
    if (child.isSupervisor && child.pid) this.runtime.terminate(child.pid);
    disappoint(child, error);
    child.stopWaiters.fail(error);
    // Its siblings can neither go on without it nor start beside what is left of it.
    if (child.stopsForSibling) this.#end(error);
    this.#advance();
  }

  // ------------------------------------------------------------------ decisions

  #decide(child: Child, reason: Error | undefined): Decision {
    const decision = this.#judge(child, reason);
    if (reason) this.#countCrash(child, reason, decision);
    else if (decision === 'restart') this.#log('warn', child, {}, 'a permanent child has ended');
    return decision;
  }

  #judge(child: Child, reason: Error | undefined): Decision {
    // A runtime that closes ends its processes one by one: no reason to start them again.
    if (this.#ending || this.runtime.isClosed) return 'stop';
    try {
      return this.#policy.decide(child, reason);
    } catch (error) {
      this.#log('error', child, { err: error }, 'a decider failed');
      return 'escalate';
    }
  }

  #countCrash(child: Child, reason: Error, decision: Decision): void {
    child.crashes++;
    this.#crashes++;
    const { crashes } = child;
    this.#log('error', child, { err: reason, decision, crashes }, 'a supervised child has failed');
  }

  #restart(child: Child, reason: Error | undefined): void {
    const now = this.runtime.clock.now();
    if (!this.#policy.take(child, now)) {
      child.status = 'stopped';
      this.#end(errors.intensityReached(child.id, this.#settings, reason));
      return;
    }
    this.#children.toBackOff(child);
    this.#children.toRestartSiblings(child);
    this.#arm(child, this.#policy.backOffMs(child, now, this.runtime.random), () => {
      this.#children.toStart(child);
      this.#advance();
    });
  }

  #escalate(child: Child, reason: Error | undefined): void {
    child.status = 'stopped';
    this.#end(errors.escalated(child.id, reason));
  }

  #end(reason: Error | undefined): void {
    if (this.#ending) return;
    this.#ending = { reason };
    this.#children.toStopAll(errors.supervisorEnded());
  }

  // ---------------------------------------------------------------------- steps

  #advance(): void {
    for (;;) {
      const step = this.#children.nextStep(this.#ending !== undefined);
      if (step.type === 'stop') this.#stop(step.child);
      else if (step.type === 'start') this.#start(step.child);
      else if (step.type === 'end') return this.runtime.terminate(this.self);
      else return;
    }
  }

  #start(child: Child): void {
    if (this.runtime.isClosed) return this.#children.leaveDown(child);
    this.#children.beginStart(child);
    let pid: Pid;
    try {
      const process = child.spec.start();
      pid = this.runtime.spawn(process);
      child.isSupervisor = SHUT_DOWN in process;
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown : new Error(String(thrown));
      return this.#onStartFailed(child, reason);
    }
    this.#children.started(child, pid);
    this.link(pid);
    // Served after its `initialize`. If a full mailbox drops it, the child is alive all the same: of
    // one that is not, `exited` tells first.
    const onInitialized = (): void => void this.defer(() => this.#onInitialized(child, pid))();
    this.runtime
      .dispatch(pid, () => undefined)
      .onAny(onInitialized)
      .onAbandoned(onInitialized);
  }

  #stop(child: Child): void {
    const { pid } = child;
    this.#children.beginStop(child);
    this.#arm(child, child.shutdownMs, () => this.#onStuck(child));
    if (!pid) return;
    if (child.isSupervisor) this.#shutDown(pid as Pid<SupervisorProcess>);
    else this.runtime.terminate(pid);
  }

  #shutDown(pid: Pid<SupervisorProcess>): void {
    this.runtime
      .dispatch(pid, (supervisor) => supervisor[SHUT_DOWN]())
      .onFailed(() => this.runtime.terminate(pid));
  }

  /** Without this process to hear of its end. */
  #stopUnattended(child: Child): void {
    const { pid, shutdownMs } = child;
    if (!pid) return;
    child.status = 'stopping';
    this.runtime.terminate(pid);
    this.runtime.wait(pid, { timeoutMs: shutdownMs }).onReady((hasEnded) => {
      const err = errors.childStuck(child.id, shutdownMs);
      if (!hasEnded) this.#log('error', child, { err }, 'a supervised child does not end');
    });
  }

  /** One timer a child: in its back-off, or while it is stopping. */
  #arm(child: Child, delayMs: number, f: () => void): void {
    const timer = this.delay(delayMs, () => {
      if (child.timer === timer) f();
    });
    child.timer = timer;
  }

  #log(level: 'warn' | 'error', child: Child, fields: object, message: string): void {
    const { runtime, self } = this;
    runtime.logger[level]({ supervisor: `${self}`, child: child.id, ...fields }, message);
  }
}
