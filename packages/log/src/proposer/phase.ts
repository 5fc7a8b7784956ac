import { Completer } from '@quorate/process';
import type { Future, Logger } from '@quorate/process';
import type { Network } from '../network.ts';
import type { Reply } from '../network-process.ts';
import type { PeerProblem, Tally, TallyStep } from '../protocol/tally.ts';

/** One question to all members, and the making of one outcome from their answers. */
export interface PhasePlan<R, O> {
  /** Names the phase in log lines. */
  readonly name: string;
  /** Asks nobody before the network has so many members. */
  readonly quorum: number;
  readonly broadcast: (network: Network) => Future<readonly Reply<R>[]>;
  /** @param members the pids of those that were asked */
  readonly tally: (members: readonly string[]) => Tally<R, O>;
  /** Hears of every answer, before it is counted. */
  readonly onAnswer?: (member: string, response: R) => void;
  /** Hears why an answer was not counted. */
  readonly onProblem?: (member: string, problem: PeerProblem) => void;
}

/**
 * Runs one phase: waits for enough members, asks each once, counts until there is an outcome.
 *
 * There is no time limit inside: with too few members that answer the future stays pending, and
 * the caller decides how long that is bearable. Discarding it ends the phase at once, wherever it
 * stands. Fails with `NETWORK_CLOSED`.
 */
export function runPhase<R, O>(network: Network, logger: Logger, plan: PhasePlan<R, O>): Future<O> {
  return new PhaseRun(network, logger, plan).run();
}

class PhaseRun<R, O> {
  readonly #network: Network;
  readonly #logger: Logger;
  readonly #plan: PhasePlan<R, O>;
  readonly #completer = new Completer<O>();
  /** What the phase waits for before the answers. */
  #stage: Future<unknown> | undefined;
  #replies: readonly Reply<R>[] = [];

  constructor(network: Network, logger: Logger, plan: PhasePlan<R, O>) {
    this.#network = network;
    this.#logger = logger;
    this.#plan = plan;
  }

  run(): Future<O> {
    this.#completer.future.onDiscard(() => {
      this.#completer.discard();
      this.#cleanUp();
    });
    const watching = this.#network.watch(this.#plan.quorum, 'greater-than-or-equal-to');
    this.#await(watching, () => this.#broadcast());
    return this.#completer.future;
  }

  #broadcast(): void {
    this.#await(this.#plan.broadcast(this.#network), (replies) => this.#count(replies));
  }

  #count(replies: readonly Reply<R>[]): void {
    this.#replies = replies;
    const members = replies.map(({ member }) => member.toString());
    const tally = this.#plan.tally(members);
    replies.forEach(({ response }, index) => {
      const member = members[index] ?? '';
      response.onReady((value) => {
        if (!this.#done) this.#plan.onAnswer?.(member, value);
        this.#step(member, () => tally.onResponse(member, value));
      });
      response.onFailed((error) => {
        if (this.#done) return;
        this.#logger.warn({ member, phase: this.#plan.name, err: error }, 'unreadable response');
        this.#step(member, () => tally.onLost(member));
      });
      // Nobody discards a response but ourselves, after the end. A request that can have no
      // response, to a replica of this runtime that has ended, is abandoned.
      response.onAbandoned(() => this.#step(member, () => tally.onLost(member)));
    });
  }

  #step(member: string, take: () => TallyStep<O>): void {
    if (this.#done) return;
    let step = take();
    if (step.type === 'malformed') {
      const { problem } = step;
      const fields = { member, phase: this.#plan.name, ...problem };
      this.#logger.warn(fields, 'a response was not counted');
      this.#plan.onProblem?.(member, problem);
      step = step.next;
    }
    if (step.type !== 'decided') return;
    this.#completer.set(step.outcome);
    this.#cleanUp();
  }

  #await<T>(stage: Future<T>, next: (value: T) => void): void {
    this.#stage = stage;
    stage.onReady((value) => {
      if (!this.#done) next(value);
    });
    stage.onFailed((error) => {
      this.#completer.fail(error);
    });
  }

  get #done(): boolean {
    return !this.#completer.future.isPending;
  }

  /** Responses that are no longer awaited are forgotten, or they would be kept for good. */
  #cleanUp(): void {
    this.#stage?.discard();
    for (const { response } of this.#replies) response.discard();
  }
}
