import type { Membership, MembershipSite, RunningMembership } from '@quorate/log';
import { checkGroupOptions } from '../group/group.ts';
import type { GroupOptions } from '../group/group.ts';
import { ZooKeeperNetworkProcess } from './zookeeper-network-process.ts';

/**
 * The replicas of a log find each other through a group: each joins with its pid as data, and those who
 * have joined are the members. For `Log.open({ membership })`; all replicas name the same path.
 *
 * A log goes on without ZooKeeper: who was known stays a member until others are known. A replica that
 * loses its membership joins again. When the group fails for good so does the log, with
 * `LOG_MEMBERSHIP_FAILED`. (Mesos src/log/network.hpp, `ZooKeeperNetwork`)
 */
export class ZooKeeperNetwork implements Membership {
  readonly #options: GroupOptions;

  /**
   * @param options as of `Group`; `runtime` is that of the log by default
   *
   * Throws `ZOOKEEPER_OPTION_INVALID`, `ZOOKEEPER_URL_INVALID` and `ZOOKEEPER_PATH_INVALID`.
   */
  constructor(options: GroupOptions) {
    checkGroupOptions(options);
    this.#options = options;
  }

  /** Called by the log. */
  start(site: MembershipSite): RunningMembership {
    const { runtime } = site;
    const pid = runtime.spawn(new ZooKeeperNetworkProcess(this.#options, site));
    return {
      close: () => {
        const ended = runtime.wait(pid);
        runtime.terminate(pid);
        return ended.andThen(() => undefined);
      },
    };
  }
}
