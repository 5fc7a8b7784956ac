import type { ClockParticipant } from './clock.ts';
import { VirtualClock } from './virtual-clock.ts';
import type { VirtualClockOptions } from './virtual-clock.ts';

/**
 * A virtual clock with a time per process, as libprocess has it while its clock is paused: whoever
 * serves an event sees a time that is not before that of whoever sent it, and moving the time of the
 * world moves that of no process. Finds code that takes it for granted that all clocks agree.
 *
 * A process begins with the time of its creator, or of the world. Its own time moves when an event of
 * a process that is ahead reaches it, when a timer that it has made falls due, and by `updateProcess`.
 * Its timers count from its own time. `resume` forgets all of these times.
 *
 * Source: libprocess clock.cpp, `Clock::order` and `Clock::update`.
 */
export class ProcessClock extends VirtualClock {
  #times = new WeakMap<object, number>();
  #pausedAtMs: number;
  readonly #worlds = new Set<ClockParticipant>();

  constructor(options: VirtualClockOptions = {}) {
    super(options);
    this.#pausedAtMs = super.now();
  }

  /** In a process, its own time while time stands still; otherwise that of the world. */
  override now(): number {
    const process = this.#current();
    return process ? this.nowOf(process) : super.now();
  }

  /** The time of a process: at first that at which time was stopped. */
  nowOf(process: object): number {
    return this.paused ? (this.#times.get(process) ?? this.#pausedAtMs) : super.now();
  }

  /** Moves the time of a process; back only if told so. Nothing fires. Ignored while time runs. */
  updateProcess(
    process: object,
    timeMs: number,
    options: { readonly backwards?: boolean } = {},
  ): void {
    if (!this.paused) return;
    const isBack = timeMs < this.nowOf(process);
    if (!isBack || options.backwards === true) this.#times.set(process, timeMs);
  }

  order(from: object | undefined, to: object): void {
    this.updateProcess(to, from ? this.nowOf(from) : super.now());
  }

  override after(delayMs: number, thunk: () => void): ReturnType<VirtualClock['after']> {
    const creator = this.#current();
    if (!creator) return super.after(delayMs, thunk);
    const deadlineMs = this.nowOf(creator) + Math.max(0, delayMs);
    return super.after(delayMs, () => {
      this.updateProcess(creator, deadlineMs);
      thunk();
    });
  }

  override attach(participant: ClockParticipant): () => void {
    this.#worlds.add(participant);
    const detach = super.attach(participant);
    return () => {
      this.#worlds.delete(participant);
      detach();
    };
  }

  override pause(): void {
    if (this.paused) return;
    super.pause();
    this.#pausedAtMs = super.now();
  }

  override resume(): void {
    this.#times = new WeakMap();
    super.resume();
  }

  #current(): object | undefined {
    if (!this.paused) return undefined;
    for (const world of this.#worlds) {
      const process = world.currentProcess();
      if (process) return process;
    }
    return undefined;
  }
}
