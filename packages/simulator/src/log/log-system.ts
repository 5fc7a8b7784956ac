import type { BuildSettings, System, SystemRun } from '../system/system.ts';
import { describeMessage, shorten } from './describe-message.ts';
import type { Operation } from './history.ts';
import { BRISK } from './log-client.ts';
import type { LogPlan } from './log-plan.ts';
import { LogSimulation } from './log-simulation.ts';
import type { ReplicaView } from './replica-view.ts';
import type { SimulatedNode } from '../world/simulated-node.ts';

/** A group of replicas of the log, with a client on each node. */
export const logSystem: System<LogPlan> = {
  name: 'log',
  build: (plan, settings) => new LogRun(plan, settings),
  simpler: (plan) => [{ ...plan, pace: BRISK }],
  describe: describeMessage,
};

class LogRun implements SystemRun {
  readonly #run: LogSimulation;

  constructor(plan: LogPlan, { logger, tell }: BuildSettings) {
    this.#run = new LogSimulation({ ...plan, ...(logger && { logger }) });
    this.#run.listen({
      changed: (node, view) => tell(stateOf(node, view)),
      operation: (operation, phase) => tell(eventOf(operation, phase)),
      fault: (name) => tell({ type: 'note', text: name }),
    });
  }

  get simulation() {
    return this.#run.simulation;
  }

  get tallies() {
    return this.#run.tallies;
  }

  get acknowledged(): number {
    return this.#run.appends;
  }

  run(): Promise<void> {
    return this.#run.run();
  }
}

/** What a replica has on its disk, for pictures. */
export function stateOf({ address }: SimulatedNode, { metadata, begin, end }: ReplicaView) {
  const { status, promised } = metadata ?? { status: 'empty', promised: 0 };
  return { type: 'state', node: address, status, promised, begin, end } as const;
}

function eventOf(operation: Operation, phase: 'invoked' | 'returned') {
  const { id, node, type, value, position, outcome } = operation;
  const what = value === undefined ? type : `${type} ${shorten(value)}`;
  const text = position === undefined ? what : `${what} at ${position}`;
  const ended = outcome === 'pending' ? 'unknown' : outcome;
  const shown = phase === 'invoked' ? phase : ended;
  return { type: 'client', node, operation: id, phase: shown, text } as const;
}
