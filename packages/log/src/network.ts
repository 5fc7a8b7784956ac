import type { Future, MessageType, Pid, Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { LogError } from './errors.ts';
import { NetworkProcess } from './network-process.ts';
import type { MemberFilter, Reply, WatchMode } from './network-process.ts';

/**
 * The replicas of one group, by pid, and how to ask all of them at once.
 *
 * Membership is told to it, not found out: whoever knows the members adds and removes them. After
 * `close` every call fails with `NETWORK_CLOSED`. The shape follows Mesos src/log/network.hpp.
 */
export class Network {
  readonly #runtime: Runtime;
  readonly #process: NetworkProcess;
  readonly #pid: Pid<NetworkProcess>;

  /** @param members a pid given twice counts once */
  constructor(runtime: Runtime, members: Iterable<Pid> = []) {
    this.#runtime = runtime;
    this.#process = new NetworkProcess(members);
    this.#pid = runtime.spawn(this.#process);
  }

  /** How many members there are now. */
  get size(): number {
    return this.#process.size;
  }

  /** The members of this moment. */
  get members(): readonly Pid[] {
    return this.#process.members;
  }

  /** Adds a member and keeps a connection to it. Takes effect before any later call. */
  add(member: Pid): void {
    this.#runtime.tell(this.#pid, 'add', member);
  }

  /** Removes a member. Requests that are under way to it go on. */
  remove(member: Pid): void {
    this.#runtime.tell(this.#pid, 'remove', member);
  }

  /** Replaces all members. */
  set(members: Iterable<Pid>): void {
    this.#runtime.tell(this.#pid, 'set', [...members]);
  }

  /**
   * Ready with the size as soon as it stands in the given relation to `size`, which may be at
   * once. Discarding the future ends the watch.
   *
   * @param mode default `not-equal-to`
   */
  watch(size: number, mode: WatchMode = 'not-equal-to'): Future<number> {
    return this.#orClosed(this.#runtime.dispatch(this.#pid, 'watch', size, mode));
  }

  /**
   * Sends one request to each member of the moment in which the call is served. Members that join
   * later are not asked. A response future stays pending when the member does not answer: discard
   * it once the answer no longer matters.
   */
  broadcast<Q, R>(
    requestType: MessageType<Q>,
    request: Q,
    responseType: MessageType<R>,
    filter?: MemberFilter,
  ): Future<readonly Reply<R>[]> {
    return this.#orClosed(
      this.#runtime.dispatch(this.#pid, (network: NetworkProcess) =>
        network.broadcast(requestType, request, responseType, filter),
      ),
    );
  }

  /** Sends one message to each member of the moment; ready when it is sent, not when received. */
  broadcastMessage<M>(type: MessageType<M>, message: M, filter?: MemberFilter): Future<void> {
    return this.#orClosed(
      this.#runtime.dispatch(this.#pid, (network: NetworkProcess) => {
        network.broadcastMessage(type, message, filter);
      }),
    );
  }

  /** Fails what is being watched, and every later call. Ready when the process has ended. */
  close(): Future<boolean> {
    const ended = this.#runtime.wait(this.#pid);
    this.#runtime.terminate(this.#pid);
    return ended;
  }

  #orClosed<T>(future: Future<T>): Future<T> {
    return failIfAbandoned(future, () => new LogError('NETWORK_CLOSED', 'the network is closed'));
  }
}
