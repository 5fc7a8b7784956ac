import { Log, toPosition } from '@quorate/log';
import type { Entry, LogEvent, StartResult, Writer } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Completer, Future, Pid } from '@quorate/process';
import type { History, Operation } from '../log/history.ts';
import { LOG_PATH } from '../log/log-observer.ts';
import type { NodeContext, SimulatedNode } from '../world/simulated-node.ts';
import { Call } from './call.ts';
import type { Action } from './command.ts';
import { addressOf } from './message-rules.ts';

const REPLICA_ID = 'log-replica(1)';

/** The pid of a replica, whether it runs or not. */
export function pidOf(number: number): Pid {
  return new Pid(REPLICA_ID, addressOf(number));
}

/** What a replica needs of its scenario. */
export interface ReplicaHost {
  readonly group: Extract<Action, { verb: 'replicas' }>;
  readonly history: History;
  note(number: number, text: string): void;
}

/** One replica of a scenario: its log while its node is up, and the calls on it. */
export class ScenarioReplica {
  readonly number: number;
  readonly #host: ReplicaHost;
  #node: SimulatedNode | undefined;
  #log: Log | undefined;
  #writer: Writer | undefined;
  #calls: Call[] = [];
  #opened = new Completer<void>();
  /** What the program does at the next start. */
  #task: 'serve' | 'initialize' = 'serve';
  #waitsFor = '';

  constructor(number: number, host: ReplicaHost) {
    this.number = number;
    this.#host = host;
  }

  /** The machine that it runs on. */
  get node(): SimulatedNode {
    if (this.#node) return this.#node;
    throw new Error('the replica has no node yet');
  }

  set node(node: SimulatedNode) {
    this.#node = node;
  }

  /** Undefined while the node is down, or the log is being opened. */
  get log(): Log | undefined {
    return this.#log;
  }

  get calls(): readonly Call[] {
    return this.#calls;
  }

  // ------------------------------------------------------------------------------ its life

  /** Boots the node. The call ends when the replica votes. */
  start(): Call {
    this.#opened = new Completer<void>();
    const started = this.#opened.future.andThen(
      () => this.#log?.recovered ?? Future.ready(undefined),
    );
    const call = this.#call('start', started, () => 'votes');
    this.node.start();
    return call;
  }

  /** An operator makes its empty disk that of a voting replica. */
  initialize(): Call {
    this.#opened = new Completer<void>();
    const call = this.#call('initialize', this.#opened.future, () => 'done');
    this.#task = 'initialize';
    this.node.start();
    this.#task = 'serve';
    return call;
  }

  /** Closes the log in order; the node goes down with the next `fall`. */
  stop(log: Log): Call {
    return this.#call('stop', log.close(), () => 'closed');
  }

  /** The node has crashed, or is about to: what was asked of its program has no outcome any more. */
  fall(): void {
    const calls = this.#calls;
    this.#calls = [];
    this.#log = undefined;
    this.#writer = undefined;
    this.#waitsFor = '';
    for (const call of calls) call.lose();
  }

  /** What runs on the node. */
  async program({ runtime, disk, node }: NodeContext): Promise<void> {
    const { life } = node;
    const storage = levelStorage({ path: LOG_PATH, engine: disk.engine });
    const opened = this.#opened;
    if (this.#task === 'initialize') {
      const { metadata } = await storage.restore();
      await storage.persist({ metadata: { ...metadata, status: 'voting' }, actions: [] });
      await storage.close();
      opened.set(undefined);
      return;
    }
    const { count, quorum, recovery, autoInitialize } = this.#host.group;
    const others = Array.from({ length: count }, (_, index) => index + 1);
    const opening = Log.open({
      runtime,
      storage,
      quorum,
      clusterSize: Math.max(count, 2 * quorum - 1),
      peers: others.filter((other) => other !== this.number).map(pidOf),
      replicaId: REPLICA_ID,
      recovery,
      autoInitialize,
      onEvent: (event) => {
        if (node.life === life) this.#onEvent(event);
      },
    });
    opening.onReady((log) => {
      this.#log = log;
      opened.set(undefined);
    });
    opening.onFailed((error) => opened.fail(error));
    await opening.repair(() => undefined as never);
  }

  #onEvent(event: LogEvent): void {
    if (event.type === 'status') this.#note(`status ${event.from} -> ${event.to}`);
    if (event.type === 'failed') this.#note(`failed ${event.error.code}`);
    // Each round says so: once is enough until it is another reason.
    if (event.type !== 'recovery-waiting' || event.diagnosis === this.#waitsFor) return;
    this.#waitsFor = event.diagnosis;
    this.#note(`recovery waits: ${event.diagnosis}`);
  }

  // -------------------------------------------------------------------------- calls on its log

  elect(log: Log): Call {
    const writer = (this.#writer ??= log.writer());
    const operation = this.#host.history.invoke(addressOf(this.number), 'elect');
    return this.#operate('elect', operation, writer.start(), electText);
  }

  append(log: Log, value: string): Call {
    const writer = (this.#writer ??= log.writer());
    const operation = this.#host.history.invoke(addressOf(this.number), 'append', { value });
    const appending = writer.append(new TextEncoder().encode(value));
    return this.#operate(`append ${JSON.stringify(value)}`, operation, appending, positionText);
  }

  truncate(log: Log, to: number): Call {
    const writer = (this.#writer ??= log.writer());
    const operation = this.#host.history.invoke(addressOf(this.number), 'truncate', { to });
    const truncating = writer.truncate(toPosition(to));
    return this.#operate(`truncate to ${to}`, operation, truncating, positionText);
  }

  read(log: Log, from: number, to: number): Call {
    const operation = this.#host.history.invoke(addressOf(this.number), 'read');
    const reading = log.reader().read(toPosition(from), toPosition(to));
    return this.#operate(`read ${from}..${to}`, operation, reading, entriesText);
  }

  catchUp(log: Log): Call {
    const catchingUp = log.reader().catchUp();
    return this.#call('catch-up', catchingUp, (position) => `readable to @${position}`);
  }

  #operate<T>(
    name: string,
    operation: Operation,
    future: Future<T>,
    shown: (value: T) => string,
  ): Call {
    const { history } = this.#host;
    return this.#call(name, future, shown, ({ outcome, code }, value) => {
      if (outcome === 'succeeded') history.succeed(operation, resultOf(operation, value));
      else history.fail(operation, outcome, code);
    });
  }

  #call<T>(
    name: string,
    future: Future<T>,
    shown: (value: T) => string,
    onEnd: ConstructorParameters<typeof Call<T>>[2] = () => undefined,
  ): Call {
    const call = new Call<T>(
      name,
      future,
      (end, value) => {
        this.#calls = this.#calls.filter(({ isPending }) => isPending);
        this.#note(`${name}: ${end.text}`);
        onEnd(end, value);
      },
      shown,
    ) as Call;
    if (call.isPending) this.#calls.push(call);
    return call;
  }

  #note(text: string): void {
    this.#host.note(this.number, text);
  }
}

function electText(result: StartResult): string {
  return result.type === 'elected' ? `elected at @${result.position}` : result.type;
}

function positionText(position: number): string {
  return `@${position}`;
}

function entriesText(entries: readonly Entry[]): string {
  const shown = entries.map(({ position, data }) => `@${position} ${JSON.stringify(textOf(data))}`);
  return shown.length === 0 ? 'nothing' : shown.join(', ');
}

function resultOf({ type }: Operation, value: unknown): Pick<Operation, 'position' | 'entries'> {
  if (type === 'append' || type === 'truncate') return { position: value as number };
  if (type !== 'read') return {};
  const entries = value as readonly Entry[];
  return { entries: entries.map(({ position, data }) => [position, textOf(data)] as const) };
}

function textOf(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}
