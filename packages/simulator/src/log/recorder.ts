import type { SafeRecoveryFields } from '@quorate/messages';
import type { Message } from '@quorate/process';
import type { RecordedEvent, Recording } from '../recording.ts';
import type { LogMessage } from './log-message.ts';
import { valueOf } from './log-message.ts';
import type { Operation } from './history.ts';
import { decodeLogMessage } from './log-message.ts';
import type { LogSimulation } from './log-simulation.ts';
import type { RunPlan } from './run-plan.ts';

type NewEvent<E = RecordedEvent> = E extends RecordedEvent ? Omit<E, 'timeMs'> : never;

/** Values are shown as far as this. */
const VALUE_LENGTH_MAX = 24;

/** Keeps what happens in a run, to be drawn. */
export class Recorder {
  readonly #run: LogSimulation;
  readonly #events: RecordedEvent[] = [];
  #cuts = '';

  constructor(run: LogSimulation) {
    this.#run = run;
    run.simulation.network.listen({
      sent: (id, message) => this.#onSent(id, message),
      delivered: (id) => this.#add({ type: 'deliver', id }),
      lost: (id, _message, reason) => this.#add({ type: 'lose', id, reason }),
    });
    run.simulation.listen({
      node: (node, what, detail) => {
        const type = what === 'replace-disk' ? 'wipe' : what;
        const more = what === 'replace-disk' ? 'replaced by a copy' : detail;
        this.#add({ type, node: node.address, ...(more !== undefined && { detail: more }) });
      },
      violated: ({ invariant, text, node }) => {
        this.#add({ type: 'violation', invariant, text, ...(node !== undefined && { node }) });
      },
    });
    run.listen({
      changed: (node, view) => {
        const { metadata, begin, end } = view;
        const { status, promised } = metadata ?? { status: 'empty', promised: 0 };
        this.#add({ type: 'state', node: node.address, status, promised, begin, end });
      },
      operation: (operation, phase) => this.#onOperation(operation, phase),
      fault: (name) => this.#add({ type: 'note', text: name }),
    });
  }

  /** What was kept so far. */
  recording({ seed, profile }: RunPlan): Recording {
    const nodes = this.#run.simulation.nodes.map(({ address }) => address);
    return { formatVersion: 1, seed, profile, nodes, events: this.#events };
  }

  #onSent(id: number, message: Message): void {
    this.#noteCuts();
    const decoded = decodeLogMessage(message);
    const detail = decoded && describe(decoded);
    this.#add({
      type: 'send',
      id,
      from: message.from.address,
      to: message.to.address,
      name: message.name.slice(message.name.lastIndexOf('.') + 1),
      ...(detail !== undefined && { detail }),
    });
  }

  #onOperation(operation: Operation, phase: 'invoked' | 'returned'): void {
    const { id, node, type, value, position, outcome } = operation;
    const what = value === undefined ? type : `${type} ${shorten(value)}`;
    const text = position === undefined ? what : `${what} at ${position}`;
    const ended = outcome === 'pending' ? 'unknown' : outcome;
    this.#add({
      type: 'client',
      node,
      operation: id,
      phase: phase === 'invoked' ? 'invoked' : ended,
      text,
    });
  }

  /** Cuts are looked at when something is sent: nobody else could tell. */
  #noteCuts(): void {
    const { cuts } = this.#run.simulation.network;
    const key = cuts.join(';');
    if (key === this.#cuts) return;
    this.#cuts = key;
    this.#add({ type: 'cuts', cuts });
  }

  #add(event: NewEvent): void {
    this.#events.push({ timeMs: this.#run.simulation.nowMs, ...event });
  }
}

function describe({ type, message }: LogMessage): string | undefined {
  switch (type) {
    case 'promise-request':
      return `${message.proposal}${at(message.position)}`;
    case 'promise-response':
      return `${message.type ?? ''} ${message.proposal}${at(message.position)}`;
    case 'write-request':
      return `${message.proposal}${at(message.position)}: ${shorten(valueOf(message))}`;
    case 'write-response':
      return `${message.type ?? ''} ${message.proposal}${at(message.position)}`;
    case 'recover-request':
      return undefined;
    case 'recover-response':
      return `${message.status}, ${message.begin ?? '-'} to ${message.end ?? '-'}${lives(message)}`;
    case 'learned':
      return `${at(message.action.position)}: ${shorten(valueOf(message.action))}`;
  }
}

/** Which life answers, and which lives and starts it knows of. */
function lives({ incarnation, known = [] }: SafeRecoveryFields): string {
  if (incarnation === undefined && known.length === 0) return '';
  const others = known.map(
    (each) => `${each.replicaId}=${each.incarnation}.${each.startCounter ?? 0}`,
  );
  return `, life ${incarnation ?? '-'}, knows ${others.join(' ')}`;
}

function at(position: number | undefined): string {
  return position === undefined ? '' : ` at ${position}`;
}

function shorten(text: string): string {
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX - 1)}…` : text;
}
