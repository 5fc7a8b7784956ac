import { Completer, Process } from '@quorate/process';
import type { Future, MessageType, Pid } from '@quorate/process';
import { LogError } from './errors.ts';

/** How the size of a network is compared with the one waited for. */
export type WatchMode =
  | 'equal-to'
  | 'not-equal-to'
  | 'less-than'
  | 'less-than-or-equal-to'
  | 'greater-than'
  | 'greater-than-or-equal-to';

/** Chooses members. */
export type MemberFilter = (member: Pid) => boolean;

/** A member that was asked, and the future of its answer. */
export interface Reply<R> {
  readonly member: Pid;
  readonly response: Future<R>;
}

interface Watch {
  readonly size: number;
  readonly mode: WatchMode;
  readonly completer: Completer<number>;
}

/** The members of a group of replicas. Served behind the facade `Network`. */
export class NetworkProcess extends Process {
  declare readonly self: Pid<NetworkProcess>;
  readonly #members = new Map<string, Pid>();
  readonly #watches = new Set<Watch>();
  readonly #initial: readonly Pid[];

  constructor(members: Iterable<Pid>) {
    super({ idPrefix: 'log-network' });
    this.#initial = [...members];
    for (const member of this.#initial) this.#members.set(member.toString(), member);
  }

  protected override initialize(): void {
    for (const member of this.#initial) this.link(member);
  }

  protected override finalize(): void {
    const error = new LogError('NETWORK_CLOSED', 'the network was closed while it was watched');
    for (const { completer } of this.#watches) completer.fail(error);
    this.#watches.clear();
  }

  /**
   * The link only keeps the connection open. A member whose connection broke stays a member: it
   * is asked again with the next broadcast, which opens a new connection.
   */
  protected override exited(pid: Pid, reason: Error | undefined): void {
    this.runtime.logger.debug({ member: `${pid}`, err: reason }, 'lost the link to a replica');
  }

  get size(): number {
    return this.#members.size;
  }

  get members(): readonly Pid[] {
    return [...this.#members.values()];
  }

  add(member: Pid): void {
    this.#members.set(member.toString(), member);
    this.link(member);
    this.#changed();
  }

  remove(member: Pid): void {
    this.#members.delete(member.toString());
    this.#changed();
  }

  set(members: readonly Pid[]): void {
    this.#members.clear();
    for (const member of members) {
      this.#members.set(member.toString(), member);
      this.link(member);
    }
    this.#changed();
  }

  watch(size: number, mode: WatchMode): Future<number> | number {
    if (holds(this.size, mode, size)) return this.size;
    const watch: Watch = { size, mode, completer: new Completer<number>() };
    this.#watches.add(watch);
    watch.completer.future.onDiscard(() => {
      this.#watches.delete(watch);
      watch.completer.discard();
    });
    return watch.completer.future;
  }

  /** Sends one request, encoded once, to each member of this moment; later ones are not asked. */
  broadcast<Q, R>(
    requestType: MessageType<Q>,
    request: Q,
    responseType: MessageType<R>,
    filter: MemberFilter | undefined,
  ): readonly Reply<R>[] {
    const { runtime } = this;
    const body = requestType.encode(request);
    const replies: Reply<R>[] = [];
    for (const member of this.#members.values()) {
      if (filter && !filter(member)) continue;
      const response = runtime.requestEncoded(member, requestType.typeName, body, responseType);
      replies.push({ member, response });
    }
    return replies;
  }

  /** Sends one message, encoded once, to each member of this moment. */
  broadcastMessage<M>(type: MessageType<M>, message: M, filter: MemberFilter | undefined): void {
    const { runtime, self } = this;
    const body = type.encode(message);
    for (const member of this.#members.values()) {
      if (!filter || filter(member)) runtime.post(member, type.typeName, body, self);
    }
  }

  #changed(): void {
    for (const watch of [...this.#watches]) {
      if (!holds(this.size, watch.mode, watch.size)) continue;
      this.#watches.delete(watch);
      watch.completer.set(this.size);
    }
  }
}

function holds(actual: number, mode: WatchMode, size: number): boolean {
  switch (mode) {
    case 'equal-to':
      return actual === size;
    case 'not-equal-to':
      return actual !== size;
    case 'less-than':
      return actual < size;
    case 'less-than-or-equal-to':
      return actual <= size;
    case 'greater-than':
      return actual > size;
    case 'greater-than-or-equal-to':
      return actual >= size;
  }
}
