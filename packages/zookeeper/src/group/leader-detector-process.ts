import { Completer, Process } from '@quorate/process';
import type { Future, Pid } from '@quorate/process';
import { ZooKeeperError } from '../errors.ts';
import { inProcess } from '../in-process.ts';
import type { Group } from './group.ts';
import type { Membership } from './membership.ts';

/** The actor behind `LeaderDetector`. */
export class LeaderDetectorProcess extends Process {
  declare readonly self: Pid<LeaderDetectorProcess>;
  readonly #group: Group;
  readonly #detections = new Set<Completer<Membership | undefined>>();
  #leader: Membership | undefined;
  #watching: Future<readonly Membership[]> | undefined;
  #error: Error | undefined;

  constructor(group: Group) {
    super({ idPrefix: 'zookeeper-leader-detector' });
    this.#group = group;
  }

  protected override initialize(): void {
    this.#watch([]);
  }

  protected override finalize(): void {
    this.#watching?.discard();
    this.#fail(new ZooKeeperError('ZOOKEEPER_CLOSED', 'the detector was closed'));
  }

  detect(
    previous: Membership | undefined,
  ): Future<Membership | undefined> | Membership | undefined {
    if (this.#error) throw this.#error;
    if (!isSame(this.#leader, previous)) return this.#leader;
    const detection = new Completer<Membership | undefined>();
    this.#detections.add(detection);
    detection.future.onDiscard(() => {
      this.#detections.delete(detection);
      detection.discard();
    });
    return detection.future;
  }

  #watch(expected: readonly Membership[]): void {
    this.#watching = this.#group.watch(expected);
    this.#watching.onAny(
      inProcess(this, (watched: Future<readonly Membership[]>) => this.#watched(watched)),
    );
  }

  #watched(watched: Future<readonly Membership[]>): void {
    if (!watched.isReady) {
      this.#fail(watched.isFailed ? watched.failure() : new Error('the watch was discarded'));
      return;
    }
    const memberships = watched.value();
    const [oldest] = memberships;
    if (!isSame(oldest, this.#leader)) {
      this.#leader = oldest;
      this.runtime.logger.info({ leader: oldest?.name }, 'the leader of a group has changed');
      for (const detection of this.#detections) detection.set(oldest);
      this.#detections.clear();
    }
    this.#watch(memberships);
  }

  #fail(error: Error): void {
    this.#error = error;
    this.#leader = undefined;
    for (const detection of this.#detections) detection.fail(error);
    this.#detections.clear();
  }
}

function isSame(a: Membership | undefined, b: Membership | undefined): boolean {
  return a?.name === b?.name;
}
