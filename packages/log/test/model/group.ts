import type { Action } from '@quorate/messages';
import { isVoting } from '../../src/protocol/acceptor-state.ts';
import type { AcceptorEffect } from '../../src/protocol/acceptor-effect.ts';
import type { AcceptorInput } from '../../src/protocol/acceptor-input.ts';
import type { RecoveryMode } from '../../src/protocol/voters.ts';
import { isIn, Message, setOf, without } from './broadcast.ts';
import type { Broadcast } from './broadcast.ts';
import { Chosen } from './chosen.ts';
import { CoordinatorNode } from './coordinator-node.ts';
import { FingerprintSum } from './fingerprint.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { ModelBound } from './model-bound.ts';
import type { Answer, Proposer } from './proposer.ts';
import { PLAIN } from './relabelling.ts';
import type { Relabelling } from './relabelling.ts';
import { RejoinNode } from './rejoin-node.ts';
import { ReplicaNode } from './replica-node.ts';
import type { Served } from './replica-node.ts';
import { answerText } from './text.ts';

/** A step that a group can take. */
interface Step {
  readonly group: Group;
  /** In words, for a trace. */
  readonly name: () => string;
}

interface GroupParts {
  readonly bound: ModelBound;
  readonly replicas: readonly ReplicaNode[];
  readonly proposers: readonly (Proposer | undefined)[];
  readonly broadcasts: readonly Broadcast[];
  readonly wipesLeft: number;
  readonly chosen: Chosen;
}

/** A group of replicas, those that propose to them, and what is under way between them. */
export class Group {
  readonly bound: ModelBound;
  readonly #replicas: ReplicaNode[];
  readonly #proposers: (Proposer | undefined)[];
  #broadcasts: readonly Broadcast[];
  #wipesLeft: number;
  #chosen: Chosen;

  private constructor(parts: GroupParts) {
    this.bound = parts.bound;
    this.#replicas = [...parts.replicas];
    this.#proposers = [...parts.proposers];
    this.#broadcasts = parts.broadcasts;
    this.#wipesLeft = parts.wipesLeft;
    this.#chosen = parts.chosen;
  }

  /** A group that has run for a while, and two coordinators beside its last two replicas. */
  static initial(bound: ModelBound): Group {
    const { size, recovery, elections } = bound;
    const members = Array.from({ length: size }, (_, index) => index);
    const coordinators = [0, 1].map(
      (slot) => new CoordinatorNode(slot, size - 2 + slot, members, elections),
    );
    return new Group({
      bound,
      replicas: members.map((index) => ReplicaNode.voting(index, size, recovery)),
      proposers: [...coordinators, ...members.map(() => undefined)],
      broadcasts: [],
      wipesLeft: bound.wipes,
      chosen: Chosen.NONE,
    });
  }

  get quorum(): number {
    return this.bound.quorum;
  }

  get size(): number {
    return this.bound.size;
  }

  get recovery(): RecoveryMode {
    return this.bound.recovery;
  }

  /** What is wrong, if anything is. */
  get violation(): string | undefined {
    return this.#chosen.violation;
  }

  replica(index: number): ReplicaNode {
    const replica = this.#replicas[index];
    if (!replica) throw new Error(`there is no replica ${index}`);
    return replica;
  }

  // ------------------------------------------------------------------------------- steps

  /**
   * Every step that can be taken now, with the group after it. A delivery that makes no difference is
   * none: a message that is never delivered is lost, which comes to the same.
   */
  *steps(): Generator<Step> {
    yield* this.#deliveries();
    yield* this.#choices();
    yield* this.#losses();
  }

  *#deliveries(): Generator<Step> {
    for (const broadcast of this.#broadcasts) {
      for (const { index } of this.#replicas) {
        if (!isIn(broadcast.to, index) || !this.#matters(broadcast, index)) continue;
        const group = this.#copy();
        const answer = group.#serveBroadcast(broadcast, index);
        if (answer) group.#proposer(broadcast.slot)?.hear(group, index, answer);
        group.#forgetWhatCannotMatter();
        yield { group, name: () => deliveryText(broadcast.message, index, answer) };
      }
    }
  }

  *#choices(): Generator<Step> {
    for (const proposer of this.#proposers) {
      const choice = proposer?.choice;
      if (!proposer || choice === undefined) continue;
      const group = this.#copy();
      group.#proposer(proposer.slot)?.takeChoice(group);
      group.#forgetWhatCannotMatter();
      yield { group, name: () => `the proposer beside replica ${proposer.home} ${choice}` };
    }
  }

  *#losses(): Generator<Step> {
    for (const { index } of this.#replicas) {
      if (!this.#mayLoseDisk(index)) continue;
      const group = this.#copy();
      group.#loseDisk(index);
      group.#forgetWhatCannotMatter();
      yield { group, name: () => `replica ${index} loses its disk` };
    }
  }

  #copy(): Group {
    return new Group({
      bound: this.bound,
      replicas: this.#replicas,
      proposers: this.#proposers,
      broadcasts: this.#broadcasts,
      wipesLeft: this.#wipesLeft,
      chosen: this.#chosen,
    });
  }

  /** A copy of the proposer that this group may change. */
  #proposer(slot: number): Proposer | undefined {
    const proposer = this.#proposers[slot]?.copy();
    if (proposer) this.#proposers[slot] = proposer;
    return proposer;
  }

  #serveBroadcast(broadcast: Broadcast, index: number): Answer | undefined {
    this.#broadcasts = this.#broadcasts.flatMap((each) =>
      each === broadcast ? without(each, 1 << index) : [each],
    );
    const effects = this.#take(this.replica(index).serve(broadcast.message));
    return effects.map(answerOf).find((each) => each !== undefined);
  }

  #mayLoseDisk(index: number): boolean {
    if (this.#wipesLeft === 0) return false;
    const others = this.#replicas.filter((each) => each.index !== index);
    const absent = others.filter(({ state }) => !isVoting(state)).length;
    return absent < this.bound.togetherMax;
  }

  #loseDisk(index: number): void {
    this.#wipesLeft--;
    const { disk } = this.replica(index);
    this.#replicas[index] = ReplicaNode.empty(index, disk + 1, this.recovery);
    for (const proposer of this.#proposers) {
      if (proposer?.home !== index) continue;
      this.closeQuestion(proposer.slot);
      this.#proposers[proposer.slot] = undefined;
    }
    const others = this.#othersThan(index);
    const rejoin = new RejoinNode(2 + index, index, others, this.bound.rejoinRetries);
    this.#proposers[rejoin.slot] = rejoin;
    rejoin.start(this);
  }

  // ------------------------------------------------- what makes no difference is left out

  /**
   * Whether a delivery makes a difference. A refusal does when its proposer can try again with a
   * higher number; else it is as good as lost.
   */
  #matters({ slot, message }: Broadcast, index: number): boolean {
    const { input } = message;
    const replica = this.replica(index);
    if (replica.isChangedBy(message)) return true;
    const proposer = this.#proposers[slot];
    if (!proposer) return false;
    return proposer.canRetry || input.type === 'recover' || replica.hasLearned(input);
  }

  /**
   * A promise for all positions that nobody waits for only makes a replica refuse more, once nobody
   * will stand for election with what it has promised. And once no disk is lost any more, what changes
   * nothing at a replica never will: its promises only grow, and what it has learned stays.
   */
  #forgetWhatCannotMatter(): void {
    const mayBeElected = this.#proposers.some((each) => each?.mayBeElected);
    if (this.#wipesLeft > 0 && mayBeElected) return;
    this.#broadcasts = this.#broadcasts.flatMap((broadcast) => {
      if (broadcast.slot >= 0) return [broadcast];
      if (!mayBeElected && broadcast.message.isImplicitPromise) return [];
      return this.#wipesLeft > 0 ? [broadcast] : without(broadcast, this.#settled(broadcast));
    });
  }

  #settled({ message }: Broadcast): number {
    const settled = this.#replicas.filter(
      (replica) => replica.serves(message.input) && !replica.isChangedBy(message),
    );
    return setOf(settled.map(({ index }) => index));
  }

  // ------------------------------------------------------- what proposers do to the group

  /** Has a replica serve something at once, without an answer that could get lost. */
  serve(index: number, input: AcceptorInput): readonly AcceptorEffect[] {
    return this.#take(this.replica(index).step(input));
  }

  #take({ node, effects }: Served): readonly AcceptorEffect[] {
    this.#replicas[node.index] = node;
    for (const effect of effects) {
      if (effect.type === 'persist-action' && effect.action.learned === true) {
        this.choose(effect.action);
      }
    }
    return effects;
  }

  broadcast(slot: number, input: AcceptorInput, members: readonly number[]): void {
    const broadcast = { slot, message: Message.of(input), to: setOf(members) };
    this.#broadcasts = [...this.#broadcasts, broadcast];
  }

  /**
   * Whether a promise for one position changes none of `members`, whenever it is served: nobody
   * promises 0, and what is learned stays. Then it need not wait.
   */
  areIndifferent(members: readonly number[], input: AcceptorInput): boolean {
    if (input.type !== 'promise') return false;
    if (input.request.proposal === 0) return true;
    return members.every((member) => this.replica(member).hasLearned(input));
  }

  /**
   * Whether no other life is announced to anybody while `proposer` rejoins. Then what it reserves
   * makes a difference to nobody but itself, and need not wait.
   */
  isLastToRejoin(proposer: Proposer): boolean {
    const isOther = ({ slot, message }: Broadcast): boolean =>
      slot !== proposer.slot && message.input.type === 'recover';
    return this.#wipesLeft === 0 && !this.#broadcasts.some(isOther);
  }

  /** Has all that are asked answer at once, until they have decided. */
  deliverAll(proposer: Proposer): void {
    for (const { index } of this.#replicas) {
      const open = this.#broadcasts.find(
        ({ slot, to }) => slot === proposer.slot && isIn(to, index),
      );
      const answer = open && this.#serveBroadcast(open, index);
      if (answer) proposer.hear(this, index, answer);
    }
  }

  /** Nobody waits any more for answers to what a proposer has asked; what it sent may still arrive. */
  closeQuestion(slot: number): void {
    this.#broadcasts = this.#broadcasts.map((each) =>
      each.slot === slot ? { ...each, slot: -1 } : each,
    );
  }

  learn(home: number, action: Action): void {
    const learned: Action = { ...action, learned: true };
    this.broadcast(-1, { type: 'learned', action: learned }, this.#othersThan(home));
    this.serve(home, { type: 'learned', action: learned });
  }

  /** Somebody holds a value for chosen. */
  choose(action: Action): void {
    this.#chosen = this.#chosen.with(action);
  }

  #othersThan(index: number): readonly number[] {
    return this.#replicas.map((each) => each.index).filter((each) => each !== index);
  }

  // ------------------------------------------------------------------------------- identity

  /** Stands for all of the group that can make a difference later. */
  fingerprint(names: Relabelling): Fingerprint {
    const sum = new FingerprintSum();
    for (const node of this.#replicas) sum.add(node.fingerprint(names), names.of(node.index));
    for (const proposer of this.#proposers) {
      if (proposer) sum.add(proposer.fingerprint(names), PROPOSER);
    }
    for (const { slot, message, to } of this.#broadcasts) {
      const isOpen = slot < 0 ? 0 : 1;
      sum.add(message.fingerprint(names), MESSAGE + names.set(to) * 2 + isOpen);
    }
    sum.add(this.#chosen.fingerprint(names), CHOSEN + this.#wipesLeft);
    return sum.total;
  }
}

// Roles of parts in a fingerprint; below them are the replicas.
const PROPOSER = 100;
const CHOSEN = 200;
const MESSAGE = 1000;

function deliveryText(message: Message, index: number, answer: Answer | undefined): string {
  const response = answer ? `: ${answerText(answer, PLAIN)}` : '';
  return `replica ${index} serves ${message.text(PLAIN)}${response}`;
}

function answerOf(effect: AcceptorEffect): Answer | undefined {
  switch (effect.type) {
    case 'promise-response':
    case 'write-response':
    case 'recover-response':
      return effect.response;
    default:
      return undefined;
  }
}
