import { type Future } from '@quorate/process';
import type { Pid } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { ZooKeeperError } from '../errors.ts';
import type { Group } from './group.ts';
import { LeaderContenderProcess } from './leader-contender-process.ts';
import { checkLabel } from './member-name.ts';
import type { Membership } from './membership.ts';

/** A place in the row of those who would lead. The oldest membership of the group leads. */
export interface Candidacy {
  readonly membership: Membership;
  /** Ready when the candidacy has ended: withdrawn, or lost with the session. Never fails. */
  readonly lost: Future<void>;
}

/** Stands for leader in a group, once. (Mesos src/zookeeper/contender.cpp) */
export class LeaderContender implements AsyncDisposable {
  readonly #group: Group;
  readonly #pid: Pid<LeaderContenderProcess>;

  /**
   * @param group stays open when the contender is closed
   * @param data what detectors of the leader read of it
   * @param label put before the number in the name of the znode; throws `ZOOKEEPER_LABEL_INVALID`
   */
  constructor(group: Group, data: Uint8Array | string, label?: string) {
    checkLabel(label);
    this.#group = group;
    this.#pid = group.runtime.spawn(new LeaderContenderProcess(group, data, label));
  }

  /**
   * Ready once it stands for leader, which is not to lead: ask a `LeaderDetector`. Discarded when it is
   * withdrawn before. Fails as `Group.join` does, and with `ZOOKEEPER_CONTENDED_ALREADY` the second
   * time.
   */
  contend(): Future<Candidacy> {
    return this.#ask(this.#group.runtime.dispatch(this.#pid, 'contend'));
  }

  /**
   * Gives the candidacy up, once there is one. Ready with false if there is nothing to give up: it has
   * not contended, or has lost it.
   */
  withdraw(): Future<boolean> {
    return this.#ask(this.#group.runtime.dispatch(this.#pid, 'withdraw'));
  }

  /** Gives the candidacy up and does not wait for it: use `withdraw` for that. */
  close(): Future<void> {
    const { runtime } = this.#group;
    const ended = runtime.wait(this.#pid);
    runtime.terminate(this.#pid);
    return ended.andThen(() => undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #ask<T>(future: Future<T>): Future<T> {
    return failIfAbandoned(
      future,
      () => new ZooKeeperError('ZOOKEEPER_CLOSED', 'the contender was closed'),
    );
  }
}
