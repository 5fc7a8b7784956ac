import {
  LearnedMessage,
  PromiseRequest,
  PromiseResponse,
  RecoverRequest,
  RecoverResponse,
  WriteRequest,
  WriteResponse,
} from '@quorate/messages';
import type { Action } from '@quorate/messages';
import type { Future } from '@quorate/process';
import type { Runtime } from '@quorate/process';
import type { LocalReplica } from './local-replica.ts';
import type { PeerProblemEvent } from '../events.ts';
import type { Network } from '../network.ts';
import { PeerProblems } from './peer-problems.ts';
import { runPhase } from './phase.ts';
import type { PhasePlan } from './phase.ts';
import type { GroupClaim } from '../protocol/group.ts';
import { ExplicitPromiseTally, ImplicitPromiseTally } from '../protocol/promise-phase.ts';
import type { ExplicitPromiseOutcome, ImplicitPromiseOutcome } from '../protocol/promise-phase.ts';
import { RecoverTally } from '../protocol/recover.ts';
import type { RecoverOutcome, RecoverQuestion } from '../protocol/recover.ts';
import type { RecoveryMode } from '../protocol/voters.ts';
import { AnnounceTally } from '../protocol/announce.ts';
import type { AnnounceOutcome } from '../protocol/announce.ts';
import { ReserveTally } from '../protocol/reserve.ts';
import type { Reservation, ReserveOutcome } from '../protocol/reserve.ts';
import type { Incarnation } from '../protocol/incarnations.ts';
import type { Tally } from '../protocol/tally.ts';
import type { Position, Proposal } from '../protocol/types.ts';
import { WriteTally } from '../protocol/write-phase.ts';
import type { WriteOutcome } from '../protocol/write-phase.ts';

/** Who agrees: the group, and the replica beside the proposer. */
export interface ConsensusOptions {
  readonly runtime: Runtime;
  readonly network: Network;
  readonly replica: LocalReplica;
  readonly quorum: number;
  /** Default `mesos`. */
  readonly recovery?: RecoveryMode;
  /** Safe recovery: the name of the group. */
  readonly clusterId?: string;
  /** Hears what is wrong with members. */
  readonly onPeerProblem?: (event: PeerProblemEvent) => void;
}

/**
 * The phases of Paxos as questions to a group of replicas. Each asks once and has no time limit;
 * discarding its future ends it at once. After Mesos src/log/consensus.hpp.
 */
export class Consensus {
  readonly runtime: Runtime;
  readonly network: Network;
  readonly replica: LocalReplica;
  readonly quorum: number;
  readonly recovery: RecoveryMode;
  readonly #clusterId: string | undefined;
  readonly #problems: PeerProblems;

  constructor(options: ConsensusOptions) {
    this.runtime = options.runtime;
    this.network = options.network;
    this.replica = options.replica;
    this.quorum = options.quorum;
    this.recovery = options.recovery ?? 'mesos';
    this.#clusterId = options.clusterId;
    this.#problems = new PeerProblems((event) => options.onPeerProblem?.(event));
  }

  /** What the local replica says of its group, and expects of the others. */
  get group(): GroupClaim {
    const clusterId = this.#clusterId;
    const { quorum, network } = this;
    return { ...(clusterId !== undefined && { clusterId }), quorum, members: network.size };
  }

  /** Asks for a promise for all positions beyond the end, at once. */
  promise(proposal: Proposal): Future<ImplicitPromiseOutcome> {
    return this.#run<PromiseResponse, ImplicitPromiseOutcome>({
      name: 'promise',
      broadcast: (network) => network.broadcast(PromiseRequest, { proposal }, PromiseResponse),
      tally: (members) => new ImplicitPromiseTally(this.quorum, members, proposal, this.recovery),
    });
  }

  /** Asks for a promise for one position, and for the value it may have. */
  promiseAt(position: Position, proposal: Proposal): Future<ExplicitPromiseOutcome> {
    const request = { proposal, position };
    return this.#run<PromiseResponse, ExplicitPromiseOutcome>({
      name: 'promise',
      broadcast: (network) => network.broadcast(PromiseRequest, request, PromiseResponse),
      tally: (members) =>
        new ExplicitPromiseTally(this.quorum, members, proposal, position, this.recovery),
    });
  }

  /** Asks a quorum to accept the value of `action`. */
  write(proposal: Proposal, action: Action): Future<WriteOutcome> {
    const request = writeRequest(proposal, action);
    const question = { proposal, position: action.position as Position };
    return this.#run<WriteResponse, WriteOutcome>({
      name: 'write',
      broadcast: (network) => network.broadcast(WriteRequest, request, WriteResponse),
      tally: (members) => new WriteTally(this.quorum, members, question, this.recovery),
    });
  }

  /**
   * Tells everybody that `action` was chosen. Ready once the local replica holds it as learned;
   * the others may never hear of it: they find out when they catch up.
   */
  learn(action: Action): Future<void> {
    const learned: Action = action.learned === true ? action : { ...action, learned: true };
    const { network, replica } = this;
    const sent = network.broadcastMessage(
      LearnedMessage,
      { action: learned },
      (member) => !member.equals(replica.pid),
    );
    return sent.andThen(() => replica.learn(learned));
  }

  /** Asks everybody for their status, to decide on the next one of `question.status`. */
  recover(question: RecoverQuestion, timeoutMs: number): Future<RecoverOutcome> {
    let tally: RecoverTally | undefined;
    const { group } = this;
    const asking = this.#run<RecoverResponse, RecoverOutcome>({
      name: 'recover',
      broadcast: (network) =>
        network.broadcast(
          RecoverRequest,
          question.self ? { ...question.self, ...group } : {},
          RecoverResponse,
        ),
      tally: (members) =>
        (tally = new RecoverTally(members, question.self ? { ...question, group } : question)),
      onAnswer: (member, answer) => this.#problems.compare(member, group, answer),
    });
    return asking.after(this.runtime.clock, timeoutMs, () => {
      asking.discard();
      return (tally ?? new RecoverTally([], question)).onTimeout();
    });
  }

  /** Safe recovery: has `needed` of the others write down which life a disk asks for. */
  reserve(reservation: Reservation, needed: number, timeoutMs: number): Future<ReserveOutcome> {
    const { replicaId, incarnation, token } = reservation;
    return this.#askAll(
      'reservation',
      { replicaId, reserve: incarnation, reserveBy: token },
      (group, members) => new ReserveTally(group, members, reservation, needed),
      timeoutMs,
    );
  }

  /** Safe recovery: has a quorum record a start of the local replica. */
  announce(self: Incarnation, timeoutMs: number): Future<AnnounceOutcome> {
    return this.#askAll(
      'announcement',
      self,
      (group, members) => new AnnounceTally(group, members, self),
      timeoutMs,
    );
  }

  #askAll<O>(
    name: string,
    request: RecoverRequest,
    tally: (group: GroupClaim, members: readonly string[]) => Tally<RecoverResponse, O>,
    timeoutMs: number,
  ): Future<O | { readonly type: 'undecided'; readonly timedOut: true }> {
    const { group } = this;
    const asking = this.#run<RecoverResponse, O>({
      name,
      broadcast: (network) =>
        network.broadcast(RecoverRequest, { ...request, ...group }, RecoverResponse),
      tally: (members) => tally(group, members),
      onAnswer: (member, answer) => this.#problems.compare(member, group, answer),
    });
    return asking.after<O | { readonly type: 'undecided'; readonly timedOut: true }>(
      this.runtime.clock,
      timeoutMs,
      () => {
        asking.discard();
        return { type: 'undecided', timedOut: true };
      },
    );
  }

  #run<R, O>(plan: Omit<PhasePlan<R, O>, 'quorum' | 'onProblem'>): Future<O> {
    const { quorum } = this;
    const { report } = this.#problems;
    return runPhase(this.network, this.runtime.logger, { ...plan, quorum, onProblem: report });
  }
}

/** A write carries the value only; a NOP's tombstone is a replica's own mark, never written. */
function writeRequest(proposal: Proposal, action: Action): WriteRequest {
  const { position, type, append, truncate } = action;
  if (type === 'nop') return { proposal, position, type, nop: {} };
  if (type === 'append' && append) return { proposal, position, type, append };
  if (type === 'truncate' && truncate) return { proposal, position, type, truncate };
  throw new Error(`the action at position ${position} has no value to write`);
}
