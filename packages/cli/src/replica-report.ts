import type { LogEvent, RecoveryWaiting } from '@quorate/log';
import type { ReplicaServer } from '@quorate/log/http';
import type { Logger } from '@quorate/process';
import type { CliIo, CliOutput } from './cli-io.ts';
import { statusName } from './record-json.ts';
import { printable } from './text-style.ts';

/** How many positions are caught up from one line to the next. */
const CATCH_UP_STEP = 1_000;

/** Tells what a running replica does: a line of text an event, or of JSON. */
export class ReplicaReport {
  readonly #io: CliIo;
  readonly #json: boolean;
  #waiting: string | undefined;
  #caughtUp = 0;

  constructor(io: CliIo, json: boolean) {
    this.#io = io;
    this.#json = json;
  }

  started({ log, address }: ReplicaServer): void {
    const { replica, group } = log;
    const { quorum, clusterSize, recovery } = group;
    this.#tell(
      { event: 'started', replica: `${replica.pid}`, address, pid: process.pid, ...group },
      `${replica.pid} listens on ${address}: quorum ${quorum} of ${clusterSize}, recovery ${recovery}`,
    );
  }

  votes(): void {
    this.#tell({ event: 'votes' }, 'votes');
  }

  stopped(signal: NodeJS.Signals): void {
    this.#tell({ event: 'stopped', signal }, `stopped by ${signal}`);
  }

  /** SIGHUP was obeyed. */
  reloaded(): void {
    this.#tell({ event: 'reloaded' }, 'has read its credentials again');
  }

  notReloaded(error: Error): void {
    const { message } = error;
    this.#tell({ event: 'not-reloaded', message }, `keeps its old credentials: ${message}`);
  }

  /** For `LogOptions.onEvent`. What ends the replica is told by whoever runs it. */
  onEvent(event: LogEvent): void {
    switch (event.type) {
      case 'status': {
        const [from, to] = [statusName(event.from), statusName(event.to)];
        this.#waiting = undefined;
        this.#tell({ event: 'status', from, to }, `${from} → ${to}`);
        return;
      }
      case 'recovery-waiting':
        this.#onWaiting(event);
        return;
      case 'catch-up': {
        const { position, begin, end } = event;
        this.#caughtUp++;
        if (position < end && this.#caughtUp % CATCH_UP_STEP > 0) return;
        const text = `caught up to ${position}, of ${begin} to ${end}`;
        this.#tell({ event: 'catch-up', position, begin, end }, text);
        return;
      }
      case 'members-refused': {
        const { members, clusterSize } = event;
        const text = `refused ${members.length} members, the group has ${clusterSize}: ${members.join(', ')}`;
        this.#tell({ event: 'members-refused', members, clusterSize }, text);
        return;
      }
      case 'peer-problem': {
        const { member, code, isCounted } = event;
        const text = `${isCounted ? 'counts' : 'does not count'} ${member}: ${code}: it ${event.text}`;
        this.#tell({ event: 'peer-problem', member, code, isCounted, text: event.text }, text);
        return;
      }
      case 'failed':
    }
  }

  /** Warnings and errors of the libraries, to stderr. */
  logger(): Logger {
    return stderrLogger(this.#io.stderr);
  }

  /** A round decides nothing every few seconds; what it waits for is told when that changes. */
  #onWaiting({ type, diagnosis, status, counts, unanswered }: RecoveryWaiting): void {
    const facts = { diagnosis, status: statusName(status), counts, unanswered };
    const key = JSON.stringify(facts);
    if (key === this.#waiting) return;
    this.#waiting = key;
    const answers = Object.entries(counts).filter(([, count]) => count > 0);
    const seen = answers.map(([name, count]) => `${count} ${name.toUpperCase()}`).join(', ');
    const silent = unanswered.length === 0 ? '' : `; no answer of ${unanswered.join(', ')}`;
    this.#tell({ event: type, ...facts }, `waits, ${diagnosis}: ${seen}${silent}`);
  }

  /** A replica does not end because nobody reads what it says any more. */
  #tell(event: Readonly<Record<string, unknown>>, text: string): void {
    const time = new Date().toISOString();
    const line = this.#json ? JSON.stringify({ time, ...event }) : `${time} ${printable(text)}`;
    this.#io.stdout.write(`${line}\n`).catch(() => undefined);
  }
}

function stderrLogger(stderr: CliOutput, bindings: object = {}): Logger {
  const nothing = (): void => undefined;
  const line =
    (level: string) =>
    (fields: object, message = ''): void => {
      const facts = JSON.stringify({ ...bindings, ...fields }, withMessages);
      const text = `${new Date().toISOString()} ${level}: ${message} ${facts}`;
      stderr.write(`${printable(text)}\n`).catch(nothing);
    };
  return {
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: line('warning'),
    error: line('error'),
    child: (more) => stderrLogger(stderr, { ...bindings, ...more }),
  };
}

/** JSON shows nothing of an error. */
function withMessages(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.message : value;
}
