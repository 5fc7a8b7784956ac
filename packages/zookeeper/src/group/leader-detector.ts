import type { Future, Pid } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { ZooKeeperError } from '../errors.ts';
import type { Group } from './group.ts';
import { LeaderDetectorProcess } from './leader-detector-process.ts';
import type { Membership } from './membership.ts';

/** Finds out who leads a group: its oldest membership. (Mesos src/zookeeper/detector.cpp) */
export class LeaderDetector implements AsyncDisposable {
  readonly #group: Group;
  readonly #pid: Pid<LeaderDetectorProcess>;

  /** @param group stays open when the detector is closed */
  constructor(group: Group) {
    this.#group = group;
    this.#pid = group.runtime.spawn(new LeaderDetectorProcess(group));
  }

  /**
   * Ready with the leader, or undefined for nobody, as soon as it is another than `previous`. Nobody
   * is also what it says when ZooKeeper cannot be reached for as long as the session lasts.
   *
   * Discarding it ends the wait. Fails as `Group.watch` does, and with `ZOOKEEPER_CLOSED`.
   *
   * @param previous what the caller knows; default nobody
   */
  detect(previous?: Membership): Future<Membership | undefined> {
    return failIfAbandoned(
      this.#group.runtime.dispatch(this.#pid, 'detect', previous),
      () => new ZooKeeperError('ZOOKEEPER_CLOSED', 'the detector was closed'),
    );
  }

  /** Fails what waits with `ZOOKEEPER_CLOSED`. */
  close(): Future<void> {
    const { runtime } = this.#group;
    const ended = runtime.wait(this.#pid);
    runtime.terminate(this.#pid);
    return ended.andThen(() => undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
