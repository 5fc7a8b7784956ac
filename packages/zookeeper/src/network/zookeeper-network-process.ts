import type { MembershipSite } from '@quorate/log';
import { Pid, Process, collect, withDeadline } from '@quorate/process';
import type { Future } from '@quorate/process';
import { Group } from '../group/group.ts';
import type { GroupOptions } from '../group/group.ts';
import type { Membership } from '../group/membership.ts';
import { inProcess } from '../in-process.ts';

/** How long the data of the members may take to be read. */
const READ_MS_MAX = 5_000;

/** Keeps one replica in the group, and its log informed of the others. Behind `ZooKeeperNetwork`. */
export class ZooKeeperNetworkProcess extends Process {
  declare readonly self: Pid<ZooKeeperNetworkProcess>;
  readonly #options: GroupOptions;
  readonly #site: MembershipSite;
  #group: Group | undefined;
  #watching: Future<unknown> | undefined;

  constructor(options: GroupOptions, site: MembershipSite) {
    super({ idPrefix: 'zookeeper-network' });
    this.#options = options;
    this.#site = site;
  }

  protected override initialize(): void {
    this.#group = new Group({ runtime: this.runtime, ...this.#options });
    this.#join(this.#group);
    this.#watch(this.#group, []);
  }

  protected override finalize(): Future<void> | undefined {
    this.#watching?.discard();
    return this.#group?.close();
  }

  /** Joins again whenever the membership is lost, with its session or by somebody's hand. */
  #join(group: Group): void {
    const joining = group.join(this.#site.self.toString());
    joining.onReady((membership) => {
      membership.cancelled.onReady(inProcess(this, () => this.#join(group)));
    });
    joining.onFailed(inProcess(this, (error: Error) => this.#site.fail(error)));
  }

  #watch(group: Group, expected: readonly Membership[]): void {
    const watching = group.watch(expected);
    this.#watching = watching;
    watching.onReady(
      inProcess(this, (memberships: readonly Membership[]) => this.#read(group, memberships)),
    );
    watching.onFailed(inProcess(this, (error: Error) => this.#site.fail(error)));
  }

  #read(group: Group, memberships: readonly Membership[]): void {
    const { clock, logger } = this.runtime;
    const reading = collect(memberships.map((membership) => group.data(membership)));
    const limited = withDeadline(reading, clock, READ_MS_MAX);
    this.#watching = limited;
    limited.onAny(
      inProcess(this, (read: typeof limited) => {
        if (read.isReady) {
          this.#tell(read.value());
          this.#watch(group, memberships);
          return;
        }
        const err = read.isFailed ? read.failure() : undefined;
        logger.warn({ err, path: group.path }, 'cannot read who the members of a log are yet');
        this.#watch(group, []);
      }),
    );
  }

  #tell(data: readonly (Uint8Array | undefined)[]): void {
    const members = data.flatMap((bytes) => this.#parse(bytes));
    // We are in the group ourselves, but for a while in which nothing is known of the others either:
    // the log can do without ZooKeeper, not without its peers.
    if (members.length > 0) this.#site.setMembers(members);
  }

  /** A member that went away before it was read has no data. */
  #parse(bytes: Uint8Array | undefined): readonly Pid[] {
    if (!bytes) return [];
    const text = new TextDecoder().decode(bytes);
    try {
      return [Pid.parse(text)];
    } catch (error) {
      this.runtime.logger.warn({ err: error }, 'a member of a log is no replica: it is left out');
      return [];
    }
  }
}
