import { Completer } from '@quorate/process';
import type { Future, Random, Timer } from '@quorate/process';
import { ZooKeeperError } from '../errors.ts';
import { describeRequest } from '../protocol/requests.ts';
import type { Replies, Reply, Request, RequestOf } from '../protocol/requests.ts';
import { newSession } from '../protocol/session-state.ts';
import type {
  SessionEffect,
  SessionInput,
  SessionState,
  SessionStatus,
} from '../protocol/session-state.ts';
import { deadlineOf } from '../protocol/deadlines.ts';
import { step } from '../protocol/session.ts';
import type { ServerAddress } from '../server-address.ts';
import { ChangeListeners } from './change-listeners.ts';
import type { ChangeListener } from './change-listeners.ts';
import type { Connection } from './connector.ts';
import { dialPauseMs } from './dial-pause.ts';
import type { ConnectionSettings } from './zookeeper-options.ts';

interface Operation {
  readonly request: Request;
  readonly completer: Completer<Reply>;
  readonly onChange: ChangeListener | undefined;
}

/**
 * Does what the steps of a session ask for: connections, timers, and the futures of operations. It is
 * fed by sockets and timers themselves, not through a mailbox: a process that is ending has none left,
 * and the session is ended then.
 */
export class SessionDriver {
  readonly #settings: ConnectionSettings;
  readonly #onStatus: (status: SessionStatus) => void;
  /** Each client begins with another server: they share the load, and the rush after a failure. */
  readonly #servers: readonly ServerAddress[];
  readonly #operations = new Map<number, Operation>();
  readonly #listeners = new ChangeListeners();
  readonly #inputs: SessionInput[] = [];
  readonly #ended = new Completer<void>();
  #state: SessionState;
  #status: SessionStatus = { type: 'connecting' };
  #isStepping = false;
  #nextServer = 0;
  #nextId = 1;
  #connection: Connection | undefined;
  #timer: Timer | undefined;
  #pause: Timer | undefined;

  constructor(settings: ConnectionSettings, onStatus: (status: SessionStatus) => void) {
    this.#settings = settings;
    this.#onStatus = onStatus;
    const { runtime, sessionTimeoutMs: timeoutMs, authentication, url } = settings;
    this.#servers = shuffled(url.servers, runtime.random);
    const authentications = authentication ? [authentication] : [];
    this.#state = newSession({ timeoutMs, authentications }, runtime.clock.now());
    this.#dial(0);
    this.#rearm();
  }

  get status(): SessionStatus {
    return this.#status;
  }

  /** Undefined before the first connection. */
  get sessionId(): bigint | undefined {
    return this.#state.sessionId === 0n ? undefined : this.#state.sessionId;
  }

  /** What was asked for, or granted. */
  get timeoutMs(): number {
    return this.#state.timeoutMs;
  }

  request<T extends Request['type']>(
    request: RequestOf<T>,
    onChange: ChangeListener | undefined,
  ): Future<Replies[T]> {
    const completer = new Completer<Reply>();
    const { future } = completer;
    if (this.#operations.size >= this.#settings.operationsMax) {
      completer.fail(queueFull(request, this.#operations.size));
      return future as Future<Replies[T]>;
    }
    const id = this.#nextId++;
    this.#operations.set(id, { request, completer, onChange });
    future.onDiscard(() => this.#feed({ type: 'withdraw', id }));
    this.#feed({ type: 'submit', id, request });
    return future as Future<Replies[T]>;
  }

  /** Ready when the server has ended the session, or was not there to do it. */
  close(): Future<void> {
    this.#feed({ type: 'close' });
    return this.#ended.future.undiscardable();
  }

  /** Whoever hears of one effect may feed the next input: it waits until all effects are done. */
  #feed(input: SessionInput): void {
    this.#inputs.push(input);
    if (this.#isStepping) return;
    this.#isStepping = true;
    const { clock } = this.#settings.runtime;
    try {
      for (let next = this.#inputs.shift(); next; next = this.#inputs.shift()) {
        const [state, effects] = step(this.#state, next, clock.now());
        this.#state = state;
        for (const effect of effects) this.#perform(effect);
      }
    } finally {
      this.#isStepping = false;
      this.#rearm();
    }
  }

  #perform(effect: SessionEffect): void {
    switch (effect.type) {
      case 'dial':
        return this.#dial(effect.failures);
      case 'send':
        return this.#connection?.send(effect.bytes);
      case 'hang-up':
        return this.#hangUp();
      case 'reply':
        return this.#take(effect.id, ({ request, completer, onChange }) => {
          if (effect.watch && onChange) this.#listeners.add(effect.watch, request.path, onChange);
          completer.set(effect.reply);
        });
      case 'fail':
        return this.#take(effect.id, ({ completer }) => completer.fail(effect.error));
      case 'withdrawn':
        return this.#take(effect.id, ({ completer }) => completer.discard());
      case 'event':
        return this.#safely(() => {
          for (const tell of this.#listeners.take(effect.event)) tell(effect.event);
        });
      case 'status':
        return this.#changed(effect.status);
    }
  }

  #take(id: number, complete: (operation: Operation) => void): void {
    const operation = this.#operations.get(id);
    this.#operations.delete(id);
    if (operation) complete(operation);
  }

  #changed(status: SessionStatus): void {
    this.#status = status;
    this.#settings.runtime.logger.debug({ status: status.type }, 'the session with ZooKeeper');
    this.#safely(() => this.#onStatus(status));
    if (status.type !== 'ended') return;
    this.#pause?.cancel();
    this.#listeners.clear();
    this.#ended.set(undefined);
  }

  /** A listener that throws must not stop the session that tells it something. */
  #safely(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#settings.runtime.logger.error({ err: error }, 'a listener of ZooKeeper threw');
    }
  }

  // ------------------------------------------------------------------------- connections

  #dial(failures: number): void {
    const { clock, random } = this.#settings.runtime;
    this.#pause = clock.after(dialPauseMs(failures, random), () => this.#connect());
  }

  #connect(): void {
    const server = this.#servers[this.#nextServer++ % this.#servers.length];
    if (!server) return;
    this.#feed({ type: 'dialled' });
    try {
      this.#connection = this.#open(server);
    } catch (error) {
      this.#feed({ type: 'broken', reason: `the connector threw: ${String(error)}` });
    }
  }

  #open(server: ServerAddress): Connection {
    const ifCurrent = (input: SessionInput): void => {
      // What an earlier connection still says is of no interest.
      if (this.#connection === connection) this.#feed(input);
    };
    const connection = this.#settings.connector.connect(server, {
      opened: () => ifCurrent({ type: 'opened' }),
      received: (bytes) => ifCurrent({ type: 'received', bytes }),
      broken: (reason) => ifCurrent({ type: 'broken', reason }),
    });
    return connection;
  }

  #hangUp(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  #rearm(): void {
    this.#timer?.cancel();
    const deadlineMs = deadlineOf(this.#state);
    if (deadlineMs === Infinity) return;
    const { clock } = this.#settings.runtime;
    this.#timer = clock.after(deadlineMs - clock.now(), () => this.#feed({ type: 'tick' }));
  }
}

function queueFull(request: Request, count: number): ZooKeeperError {
  const message = `${describeRequest(request)}: ${count} operations are waiting; await some of them first`;
  return new ZooKeeperError('ZOOKEEPER_QUEUE_FULL', message, { outcome: 'definite' });
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
