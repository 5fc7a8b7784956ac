import type { Chance } from '../chance.ts';
import type { AgentRequest } from './registry-model.ts';

/** How many agents are asked about again. */
const KNOWN_MAX = 12;

/** The agents of a cluster. They know nothing of masters: whoever leads may hear of any of them. */
export class AgentPool {
  readonly #known: string[] = [];
  #made = 0;

  /** Something that an agent, or an operator, asks of a master. */
  draw(chance: Chance): AgentRequest {
    const host = `host-${chance.between(1, 1_000)}`;
    const kind = chance.between(0, 99);
    if (kind < 30 || this.#known.length === 0) {
      return { type: 'admit', id: `agent-${++this.#made}`, host };
    }
    const id = chance.pick(this.#known);
    if (kind < 60) return { type: 'reregister', id, host };
    if (kind < 80) return { type: 'unreachable', id };
    if (kind < 88) return { type: 'gone', id };
    if (kind < 94) return { type: 'prune', id };
    return { type: 'remove', id };
  }

  /** An agent learns its id when its admission is acknowledged; nobody speaks of it before. */
  admitted(id: string): void {
    this.#known.push(id);
    if (this.#known.length > KNOWN_MAX) this.#known.shift();
  }
}
