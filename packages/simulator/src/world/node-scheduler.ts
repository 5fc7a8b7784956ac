import type { Runnable, Scheduler } from '@quorate/process';
import type { SimulatedNode } from './simulated-node.ts';

/** Gives the processes of one runtime their turns when the world draws them. */
export class NodeScheduler implements Scheduler {
  readonly #node: SimulatedNode;
  readonly #life: number;
  #stopped = false;

  constructor(node: SimulatedNode) {
    this.#node = node;
    this.#life = node.life;
  }

  /** Only settling asks for it, which a simulation does not do: the world runs instead. */
  get isIdle(): boolean {
    return true;
  }

  add(runnable: Runnable): void {
    if (!this.#stopped && this.#node.life === this.#life) this.#node.makeReady(runnable);
  }

  stop(): void {
    this.#stopped = true;
  }
}
