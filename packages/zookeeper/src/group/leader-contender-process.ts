import { Completer, Process } from '@quorate/process';
import type { Future, Pid } from '@quorate/process';
import { ZooKeeperError } from '../errors.ts';
import { inProcess } from '../in-process.ts';
import type { Group } from './group.ts';
import type { Candidacy } from './leader-contender.ts';
import type { Membership } from './membership.ts';

/** The actor behind `LeaderContender`. */
export class LeaderContenderProcess extends Process {
  declare readonly self: Pid<LeaderContenderProcess>;
  readonly #group: Group;
  readonly #data: Uint8Array | string;
  readonly #label: string | undefined;
  readonly #contending = new Completer<Candidacy>();
  readonly #lost = new Completer<void>();
  readonly #withdrawn = new Completer<boolean>();
  #joining: Future<Membership> | undefined;
  #isWithdrawing = false;

  constructor(group: Group, data: Uint8Array | string, label: string | undefined) {
    super({ idPrefix: 'zookeeper-leader-contender' });
    this.#group = group;
    this.#data = data;
    this.#label = label;
  }

  /** The candidacy is given up; nobody waits for that, which may take as long as the session. */
  protected override finalize(): void {
    if (!this.#joining) return;
    this.#contending.fail(new ZooKeeperError('ZOOKEEPER_CLOSED', 'the contender was closed'));
    this.#lost.set(undefined);
    this.#withdrawn.set(false);
    this.#joining.discard();
    this.#joining
      .andThen((membership) => this.#group.cancel(membership))
      .onFailed((reason) => this.runtime.logger.debug({ err: reason }, 'a candidacy was left'));
  }

  contend(): Future<Candidacy> {
    if (this.#joining) {
      const message = 'this contender has contended before; make a new one for each candidacy';
      throw new ZooKeeperError('ZOOKEEPER_CONTENDED_ALREADY', message);
    }
    this.#joining = this.#group.join(this.#data, this.#label);
    this.#joining.onAny(inProcess(this, (joined: Future<Membership>) => this.#joined(joined)));
    return this.#contending.future;
  }

  withdraw(): Future<boolean> | boolean {
    if (!this.#joining || this.#joining.isFailed) return false;
    if (!this.#isWithdrawing) {
      this.#isWithdrawing = true;
      if (this.#joining.isReady) this.#cancel(this.#joining.value());
    }
    return this.#withdrawn.future;
  }

  #joined(joined: Future<Membership>): void {
    if (!joined.isReady) {
      const error = joined.isFailed ? joined.failure() : new Error('the join was discarded');
      this.#contending.fail(error);
      this.#withdrawn.set(false);
      return;
    }
    const membership = joined.value();
    if (this.#isWithdrawing) {
      this.#contending.discard();
      this.#cancel(membership);
      return;
    }
    membership.cancelled.onAny(() => this.#lost.set(undefined));
    this.#contending.set({ membership, lost: this.#lost.future.undiscardable() });
  }

  #cancel(membership: Membership): void {
    this.#withdrawn.associate(this.#group.cancel(membership));
  }
}
