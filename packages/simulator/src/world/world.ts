import type { Cancellable, Runnable } from '@quorate/process';
import { Turns } from '../adapters/turns.ts';
import type { Chance } from '../chance.ts';
import { Agenda } from './agenda.ts';
import type { Appointment } from './agenda.ts';
import type { SimulatedNode } from './simulated-node.ts';
import { TraceHash } from './trace-hash.ts';

/** A process that could have its turn. */
interface Ready {
  readonly node: SimulatedNode;
  readonly runnable: Runnable;
}

/** After so many events the engine has a turn in any case: for signals, and whoever shows progress. */
const EVENTS_IN_A_ROW_MAX = 1_000;

/**
 * The order of everything that happens in a simulation. It serves one event at a time: one of a
 * process that is ready, drawn at random, or, when none is, the next thing on the agenda, to
 * which time then jumps. Before the next one all that the event has postponed happens, such as the
 * reactions of promises that it settled; nothing else in the program may be under way.
 */
export class World {
  readonly trace = new TraceHash();
  readonly #chance: Chance;
  readonly #agenda = new Agenda();
  readonly #turns = new Turns();
  #ready: Ready[] = [];
  #nowUs = 0;
  #sequence = 0;
  #events = 0;
  readonly #names = new WeakMap<Runnable, number>();
  #named = 0;
  #stopped = false;
  /** Told of what an event throws: nothing in a simulated node may throw into its event loop. */
  onUncaught: (error: unknown, node: SimulatedNode | undefined) => void = (error) => {
    throw error;
  };

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Microseconds since the simulation began. */
  get nowUs(): number {
    return this.#nowUs;
  }

  /** How many events were served so far. */
  get events(): number {
    return this.#events;
  }

  /** `action` happens `delayUs` from now; to `node`, if there is one, unless that crashes before. */
  after(delayUs: number, node: SimulatedNode | undefined, action: () => void): Cancellable {
    return this.#schedule(
      this.#nowUs + delayUs,
      node,
      this.#chance.random.intBelow(1 << 16),
      action,
    );
  }

  /** `after`, but those of one moment happen in the order in which they were made. */
  at(timeUs: number, node: SimulatedNode | undefined, action: () => void): Cancellable {
    return this.#schedule(Math.max(timeUs, this.#nowUs), node, 0, action);
  }

  #schedule(
    timeUs: number,
    node: SimulatedNode | undefined,
    rank: number,
    action: () => void,
  ): Cancellable {
    const appointment: Appointment = {
      timeUs,
      rank,
      sequence: ++this.#sequence,
      node,
      life: node?.life ?? 0,
      action,
    };
    this.#agenda.add(appointment);
    return {
      cancel: () => {
        const wasPending = appointment.action !== undefined;
        appointment.action = undefined;
        return wasPending;
      },
    };
  }

  /** A process can have a turn. */
  makeReady(node: SimulatedNode, runnable: Runnable): void {
    this.#ready.push({ node, runnable });
  }

  /** Those of a node that were ready, which are not any more. */
  withdraw(node: SimulatedNode): readonly Runnable[] {
    const withdrawn = this.#ready.filter((ready) => ready.node === node);
    this.#ready = this.#ready.filter((ready) => ready.node !== node);
    return withdrawn.map(({ runnable }) => runnable);
  }

  /** Makes `run` return after the event that is being served. */
  stop(): void {
    this.#stopped = true;
  }

  /** Serves what happens until `untilUs`; time stands there then, unless it was stopped. */
  async run(untilUs: number): Promise<void> {
    this.#stopped = false;
    this.#turns.engage();
    try {
      // What was begun outside reacts before the first event.
      await this.#turns.takeWhole();
      this.#turns.taken();
      while (!this.#stopped && this.#serveNext(untilUs)) {
        const isLongRow = this.#events % EVENTS_IN_A_ROW_MAX === 0;
        if (!this.#turns.isDue && !isLongRow) continue;
        await (isLongRow ? this.#turns.takeWhole() : this.#turns.take());
        // Here and not in a function of its own: that its promise is settled would count, too.
        this.#turns.taken();
      }
    } finally {
      this.#turns.release();
    }
    if (!this.#stopped) this.#nowUs = Math.max(this.#nowUs, untilUs);
  }

  #serveNext(untilUs: number): boolean {
    if (this.#ready.length > 0) {
      this.#serveReady();
      return true;
    }
    for (;;) {
      const next = this.#agenda.peek();
      if (!next || next.timeUs > untilUs) return false;
      this.#agenda.take();
      if (this.#keep(next)) return true;
    }
  }

  #serveReady(): void {
    const ready = this.#ready;
    const index = ready.length === 1 ? 0 : this.#chance.random.intBelow(ready.length);
    const chosen = ready[index] as Ready;
    ready[index] = ready[ready.length - 1] as Ready;
    ready.pop();
    const { node, runnable } = chosen;
    this.#note(1, node);
    this.trace.number(this.#nameOf(runnable));
    try {
      runnable.run(1);
    } catch (error) {
      this.onUncaught(error, node);
    }
    if (node.isUp && runnable.runnable) node.makeReady(runnable);
  }

  /** @returns whether something happened */
  #keep(next: Appointment): boolean {
    const { node, action } = next;
    if (!action) return false;
    if (node && node.life !== next.life) return false;
    this.#nowUs = next.timeUs;
    if (node?.isPaused) {
      node.postpone(next);
      return false;
    }
    next.action = undefined;
    this.#note(2, node);
    try {
      action();
    } catch (error) {
      this.onUncaught(error, node);
    }
    return true;
  }

  #note(kind: number, node: SimulatedNode | undefined): void {
    this.#events++;
    this.trace.number(this.#nowUs);
    this.trace.number(kind * 256 + (node?.index ?? 255));
  }

  /** Processes are told apart by when they first had a turn. */
  #nameOf(runnable: Runnable): number {
    let name = this.#names.get(runnable);
    if (name === undefined) {
      name = ++this.#named;
      this.#names.set(runnable, name);
    }
    return name;
  }
}
