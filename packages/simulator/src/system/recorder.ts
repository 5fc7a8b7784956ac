import type { Message } from '@quorate/process';
import type { RecordedEvent, Recording } from '../recording.ts';
import type { Simulation } from '../simulation.ts';
import type { Plan, System, ToldEvent } from './system.ts';

/** Keeps what happens in a run, to be drawn. */
export class Recorder<P extends Plan> {
  readonly #system: System<P>;
  readonly #events: RecordedEvent[] = [];
  #simulation: Simulation | undefined;
  #cuts = '';

  constructor(system: System<P>) {
    this.#system = system;
  }

  /** Keeps what can be seen of a world from now on. */
  watch(simulation: Simulation): void {
    this.#simulation = simulation;
    simulation.network.listen({
      sent: (id, message) => this.#onSent(simulation, id, message),
      delivered: (id) => this.add({ type: 'deliver', id }),
      lost: (id, _message, reason) => this.add({ type: 'lose', id, reason }),
    });
    simulation.listen({
      node: (node, what, detail) => {
        const type = what === 'replace-disk' ? 'wipe' : what;
        const more = what === 'replace-disk' ? 'replaced by a copy' : detail;
        this.add({ type, node: node.address, ...(more !== undefined && { detail: more }) });
      },
      violated: ({ invariant, text, node }) => {
        this.add({ type: 'violation', invariant, text, ...(node !== undefined && { node }) });
      },
    });
  }

  /** Something happens now. */
  add(event: ToldEvent): void {
    this.#events.push({ timeMs: this.#simulation?.nowMs ?? 0, ...event });
  }

  /** What was kept so far. */
  recording(plan: P): Recording {
    const nodes = this.#simulation?.nodes.map(({ address }) => address) ?? [];
    const profile = 'profile' in plan ? String(plan.profile) : this.#system.name;
    return { formatVersion: 1, seed: plan.seed, profile, nodes, events: this.#events };
  }

  #onSent(simulation: Simulation, id: number, message: Message): void {
    this.#noteCuts(simulation);
    const detail = this.#system.describe?.(message);
    this.add({
      type: 'send',
      id,
      from: message.from.address,
      to: message.to.address,
      name: message.name.slice(message.name.lastIndexOf('.') + 1),
      ...(detail !== undefined && { detail }),
    });
  }

  /** Cuts are looked at when something is sent: nobody else could tell. */
  #noteCuts({ network: { cuts } }: Simulation): void {
    const key = cuts.join(';');
    if (key === this.#cuts) return;
    this.#cuts = key;
    this.add({ type: 'cuts', cuts });
  }
}
