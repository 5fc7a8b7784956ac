import { defaultRuntime } from '../default-runtime.ts';
import { Future } from '../futures/future.ts';
import type { Pid } from '../pid.ts';
import type { Process } from '../process.ts';
import type { Runtime } from '../runtime.ts';
import type { ChildSpec } from './child-spec.ts';
import type { ChildInfo } from './child.ts';
import { supervisorEnded } from './supervisor-error.ts';
import type { SupervisorOptions } from './supervisor-options.ts';
import { SHUT_DOWN, SupervisorProcess } from './supervisor-process.ts';
import { failIfAbandoned } from '../sync/fail-if-abandoned.ts';

/**
 * Keeps processes running: starts its children in order, starts those anew that end and should not
 * have, and stops them in reverse order.
 *
 * A child that fails is logged and counted, once, and its `decider` says what is done: it is
 * restarted, with the siblings that the strategy binds to it, after a back-off and when all of them
 * have ended; or it is left stopped; or the supervisor escalates, as it does when restarts come too
 * often. **To escalate** is to stop all children and to end with a reason, `SUPERVISOR_ESCALATED` or
 * `SUPERVISOR_INTENSITY_REACHED`, which its own supervisor sees as the failure of a child. A child
 * whose constructor or `initialize` throws has failed like any other.
 *
 * A child that does not end within its `shutdownMs` is logged with `SUPERVISOR_CHILD_STUCK` and left
 * behind: nothing can end a handler that never comes back. A group that would have to restart with
 * it escalates with that error.
 *
 * In the words of OTP, from which the meaning comes; the differences are in docs/guide/supervision.md.
 */
export class Supervisor implements AsyncDisposable {
  readonly #runtime: Runtime;
  readonly #process: SupervisorProcess;

  /**
   * Starts the supervisor and its children, soon.
   *
   * Throws `SUPERVISOR_OPTION_INVALID`, `SUPERVISOR_CHILD_EXISTS`, and what `runtime.spawn` does.
   *
   * @param options.runtime where it runs. Default: the default runtime
   */
  constructor(options: SupervisorOptions & { readonly runtime?: Runtime } = {}) {
    this.#runtime = options.runtime ?? defaultRuntime();
    this.#process = new SupervisorProcess(options);
    this.#runtime.spawn(this.#process);
  }

  /** Of its process: link to it to see it end. To terminate it is to give up the order of the ends. */
  get pid(): Pid<SupervisorProcess> {
    return this.#process.self;
  }

  /** Failures of children so far, also of those that are forgotten by now. */
  get crashes(): number {
    return this.#process.crashes;
  }

  /** The children at this moment, in order. */
  children(): readonly ChildInfo[] {
    return this.#process.children();
  }

  /**
   * The pid of a child, once it runs: through restarts, so that whoever lost it finds it again.
   * Given the child's spec it is typed.
   *
   * Fails with `SUPERVISOR_CHILD_UNKNOWN`, `SUPERVISOR_CHILD_STOPPED` when it is stopped or comes to
   * be, `SUPERVISOR_CHILD_STUCK`, `SUPERVISOR_ENDED`.
   */
  pidOf<P extends Process>(child: ChildSpec<P>): Future<Pid<P>>;
  pidOf(id: string): Future<Pid>;
  pidOf(child: ChildSpec | string): Future<Pid> {
    return this.#ask((process) => process.pidOf(child as string));
  }

  /**
   * Adds a child behind all others. Ready with its pid when it has initialised; if it fails to, it is
   * not added.
   *
   * Fails with `SUPERVISOR_CHILD_START_FAILED` (the `cause` says why), `SUPERVISOR_CHILD_EXISTS`,
   * `SUPERVISOR_OPTION_INVALID`, `SUPERVISOR_CHILD_STOPPED` when it is stopped before it runs,
   * `SUPERVISOR_ENDED`.
   */
  startChild<P extends Process>(spec: ChildSpec<P>): Future<Pid<P>> {
    return this.#ask((process) => process.startChild(spec));
  }

  /**
   * Stops a child and leaves it stopped; a temporary one is forgotten. `restartChild`, or a failure of
   * a sibling that it is bound to, starts it again. Ready when it has ended, at once when it had.
   *
   * Fails with `SUPERVISOR_CHILD_UNKNOWN`, `SUPERVISOR_CHILD_STUCK`, `SUPERVISOR_ENDED`.
   */
  terminateChild(id: string): Future<void> {
    return this.#ask((process) => process.terminateChild(id));
  }

  /** As `terminateChild`, and forgets the child. */
  removeChild(id: string): Future<void> {
    return this.#ask((process) => process.removeChild(id));
  }

  /**
   * Starts a child that is stopped, or that waits for its back-off; stops one that runs first. None
   * of its siblings take part, and it does not count as a restart. Ready with its pid when it has
   * initialised.
   *
   * Fails with `SUPERVISOR_CHILD_UNKNOWN`, `SUPERVISOR_CHILD_STUCK`, `SUPERVISOR_CHILD_STOPPED`,
   * `SUPERVISOR_ENDED`, `SUPERVISOR_CHILD_START_FAILED`: then the child has failed as it might have
   * at any other time, and is restarted, or not, by the same rules.
   */
  restartChild(id: string): Future<Pid> {
    return this.#ask((process) => process.restartChild(id));
  }

  /**
   * Ready when the supervisor has ended in order. Fails with the reason when it has escalated, or
   * with `SUPERVISOR_CHILD_STUCK` when it left a child behind.
   */
  ended(): Future<void> {
    // Its id may be another's by then.
    if (this.#process.ended) return outcomeOf(this.#process);
    return this.#runtime.wait(this.pid).andThen(() => outcomeOf(this.#process));
  }

  /** Stops the children in reverse order and ends. The same future as `ended`. */
  close(): Future<void> {
    const ended = this.ended();
    if (ended.isPending) this.#runtime.tell(this.pid, (process) => process[SHUT_DOWN]());
    return ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #ask<R>(request: (process: SupervisorProcess) => Future<R>): Future<R> {
    const asked = this.#runtime.dispatch(this.pid, request) as Future<R>;
    return failIfAbandoned(asked, supervisorEnded);
  }
}

function outcomeOf({ ended }: SupervisorProcess): Future<void> {
  return ended?.reason ? Future.failed(ended.reason) : Future.ready();
}
