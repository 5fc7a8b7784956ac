import type { Cancellable, Clock, Timer } from '@quorate/process';
import type { SimulatedNode } from './simulated-node.ts';
import type { World } from './world.ts';

const MILLION = 1_000_000;

/**
 * The clock of one node: monotonic, but faster or slower than that of the world. Made anew with
 * each life of the node.
 */
export class NodeClock implements Clock {
  readonly #world: World;
  readonly #node: SimulatedNode;
  /** Where the local clock stood, in microseconds, when it last changed its pace. */
  #localUs: number;
  #sinceUs: number;
  #drift = 0;
  /** How much later than asked a timer fires at most, in microseconds. */
  lateUsMax = 0;

  constructor(world: World, node: SimulatedNode) {
    this.#world = world;
    this.#node = node;
    this.#localUs = world.nowUs;
    this.#sinceUs = world.nowUs;
  }

  now(): number {
    return this.#nowUs() / 1000;
  }

  /** @param drift how many microseconds it gains in a second; negative when it loses */
  setDrift(drift: number): void {
    this.#localUs = this.#nowUs();
    this.#sinceUs = this.#world.nowUs;
    this.#drift = drift;
  }

  after(delayMs: number, thunk: () => void): Timer {
    if (Number.isNaN(delayMs)) throw new RangeError('a delay is not a number');
    if (delayMs === Infinity) return new NodeTimer(undefined);
    const deadlineUs = this.#nowUs() + Math.ceil(Math.max(0, delayMs) * 1000);
    const timer = new NodeTimer(undefined);
    const lateUs = this.lateUsMax > 0 ? this.#node.chance.between(0, this.lateUsMax) : 0;
    this.#arm(timer, deadlineUs, lateUs, thunk);
    return timer;
  }

  #arm(timer: NodeTimer, deadlineUs: number, lateUs: number, thunk: () => void): void {
    const remainingUs = deadlineUs - this.#nowUs();
    const worldUs = Math.ceil((remainingUs * MILLION) / (MILLION + this.#drift)) + lateUs;
    timer.pending = this.#world.after(Math.max(0, worldUs), this.#node, () => {
      // The clock may have become slower meanwhile: no timer fires before its time.
      if (this.#nowUs() < deadlineUs) this.#arm(timer, deadlineUs, 0, thunk);
      else thunk();
    });
  }

  #nowUs(): number {
    const elapsedUs = this.#world.nowUs - this.#sinceUs;
    return this.#localUs + Math.floor((elapsedUs * (MILLION + this.#drift)) / MILLION);
  }
}

class NodeTimer implements Timer {
  pending: Cancellable | undefined;

  constructor(pending: Cancellable | undefined) {
    this.pending = pending;
  }

  cancel(): boolean {
    return this.pending?.cancel() ?? false;
  }

  [Symbol.dispose](): void {
    this.cancel();
  }
}
