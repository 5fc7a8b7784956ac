import type { Action, PromiseResponse, RecoverResponse, WriteResponse } from '@quorate/messages';
import { isMissing, missingBetween } from '../../src/protocol/acceptor-state.ts';
import type { AcceptorInput } from '../../src/protocol/acceptor-input.ts';
import { CatchUp } from '../../src/protocol/catch-up.ts';
import type { CatchUpEffect } from '../../src/protocol/catch-up.ts';
import { Fill } from '../../src/protocol/fill.ts';
import type { FillEffect } from '../../src/protocol/fill.ts';
import { ExplicitPromiseTally } from '../../src/protocol/promise-phase.ts';
import type { ExplicitPromiseOutcome } from '../../src/protocol/promise-phase.ts';
import type { Tally } from '../../src/protocol/tally.ts';
import { toPosition, toProposal } from '../../src/protocol/types.ts';
import type { Proposal } from '../../src/protocol/types.ts';
import { WriteTally } from '../../src/protocol/write-phase.ts';
import type { WriteOutcome } from '../../src/protocol/write-phase.ts';
import { Printed } from './fingerprint.ts';
import type { Group } from './group.ts';
import type { Relabelling } from './relabelling.ts';
import { Replay } from './replay.ts';
import { idOf } from './replica-node.ts';
import { actionText, answerText } from './text.ts';

export type Answer = PromiseResponse | WriteResponse | RecoverResponse;

interface Question {
  readonly name: string;
  readonly tally: Replay<Tally<Answer, unknown>>;
  readonly heard: readonly { readonly member: number; readonly answer: Answer }[];
  readonly then: (proposer: never, group: Group, outcome: never) => void;
}

interface PendingFill {
  readonly steps: Replay<Fill>;
  readonly position: number;
  readonly proposal: number;
  readonly action?: Action;
}

/**
 * A driver of the production steps without its clock and its network: it asks one question at a time
 * and waits for answers, or for a step that it may take at any time. What it holds is never changed,
 * only replaced, so that a shallow copy is independent.
 */
export abstract class Proposer extends Printed {
  readonly slot: number;
  /** The replica beside it: what is local takes no time. */
  readonly home: number;
  /** How often it may still try again. */
  protected retries: number;
  protected question: Question | undefined;
  protected catchingUp: Replay<CatchUp> | undefined;
  protected filling: PendingFill | undefined;
  /** A step that it waits to take: when, is for the explorer to choose. */
  protected pause: Pause | undefined;

  protected constructor(slot: number, home: number, retries: number) {
    super();
    this.slot = slot;
    this.home = home;
    this.retries = retries;
  }

  copy(): this {
    const copy = Object.create(Object.getPrototypeOf(this) as object) as this;
    return Object.assign(copy, this, { prints: [] });
  }

  /** Whether it may still choose a number by what its replica has promised. */
  get mayBeElected(): boolean {
    return false;
  }

  get canRetry(): boolean {
    return this.retries > 0;
  }

  /** The step that may be taken now, if any. */
  get choice(): string | undefined {
    return this.pause?.name;
  }

  takeChoice(group: Group): void {
    const { pause } = this;
    this.pause = undefined;
    pause?.then(this as never, group);
  }

  /** What `member` answered to the question that is open. */
  hear(group: Group, member: number, answer: Answer): void {
    const { question } = this;
    if (!question) return;
    const { said, next } = question.tally.tell((tally) => tally.onResponse(idOf(member), answer));
    const step = said.type === 'malformed' ? said.next : said;
    if (step.type === 'decided') {
      this.question = undefined;
      group.closeQuestion(this.slot);
      question.then(this as never, group, step.outcome as never);
      return;
    }
    this.question = { ...question, tally: next, heard: [...question.heard, { member, answer }] };
  }

  override text(names: Relabelling): string {
    const { question, filling, pause, retries } = this;
    const heard = (question?.heard ?? []).map(
      ({ member, answer }) => `${names.of(member)}=${answerText(answer, names)}`,
    );
    const fill =
      filling &&
      `${filling.position}@${filling.proposal}${filling.action ? actionText(filling.action, names) : ''}`;
    // The order of answers makes no difference to what a tally does with those that follow.
    return [
      question?.name,
      heard.sort().join('+'),
      fill,
      pause?.name,
      retries,
      this.ownText(names),
    ].join(' ');
  }

  protected abstract ownText(names: Relabelling): string;
  /** Who is asked when it fills; its own replica answers nothing while it does not vote. */
  protected abstract get asked(): readonly number[];
  protected abstract onCaughtUp(group: Group): void;

  protected ask<P extends Proposer, A extends Answer, O>(
    group: Group,
    name: string,
    input: AcceptorInput,
    tally: () => Tally<A, O>,
    then: (proposer: P, group: Group, outcome: O) => void,
  ): void {
    this.question = {
      name,
      tally: new Replay<Tally<Answer, unknown>>(tally),
      heard: [],
      then: then as unknown as Question['then'],
    };
    group.broadcast(this.slot, input, this.asked);
  }

  protected later<P extends Proposer>(
    name: string,
    then: (proposer: P, group: Group) => void,
  ): void {
    if (this.retries === 0) return;
    this.retries--;
    this.pause = { name, then: then as unknown as Pause['then'] };
  }

  // --------------------------------------------------------------------------- catch-up

  protected catchUp(group: Group, from: number, to: number, proposal: Proposal): void {
    const missing = missingBetween(group.replica(this.home).state, from, to);
    const { said, next } = new Replay(() => new CatchUp(missing, proposal)).tell((steps) =>
      steps.start(),
    );
    this.catchingUp = next;
    this.performCatchUp(group, said);
  }

  protected performCatchUp(group: Group, effect: CatchUpEffect): void {
    switch (effect.type) {
      case 'check': {
        const isStill = isMissing(group.replica(this.home).state, effect.position);
        this.tellCatchUp(group, (steps) => steps.onChecked(isStill));
        return;
      }
      case 'fill': {
        const { position, proposal } = effect;
        const { said, next } = new Replay(() => new Fill(position, proposal)).tell((fill) =>
          fill.start(),
        );
        this.filling = { steps: next, position, proposal };
        this.performFill(group, said);
        return;
      }
      case 'caught-up':
        this.catchingUp = undefined;
        this.filling = undefined;
        this.onCaughtUp(group);
    }
  }

  private tellCatchUp(group: Group, what: (steps: CatchUp) => CatchUpEffect): void {
    if (!this.catchingUp) throw new Error('no catch-up is under way');
    const { said, next } = this.catchingUp.tell(what);
    this.catchingUp = next;
    this.performCatchUp(group, said);
  }

  // ------------------------------------------------------------------------------- fill

  protected performFill(group: Group, effect: FillEffect): void {
    const { recovery, quorum } = group;
    switch (effect.type) {
      case 'promise': {
        const { proposal, position } = effect;
        if (this.filling) this.filling = { ...this.filling, proposal };
        const members = this.asked.map(idOf);
        const tally = () => new ExplicitPromiseTally(quorum, members, proposal, position, recovery);
        const input: AcceptorInput = { type: 'promise', request: { proposal, position } };
        this.ask(group, 'fill-promise', input, tally, onFillPromise);
        if (group.areIndifferent(this.asked, input)) group.deliverAll(this);
        return;
      }
      case 'write': {
        this.write(group, 'fill-write', effect.proposal, effect.action, onFillWrite);
        if (this.filling) this.filling = { ...this.filling, action: effect.action };
        return;
      }
      case 'learn':
        group.learn(this.home, effect.action);
        this.tellFill(group, (fill) => fill.onLearned());
        return;
      case 'back-off':
        this.later('fills again', (proposer, next) =>
          proposer.tellFill(next, (fill) => fill.onBackedOff()),
        );
        return;
      case 'filled': {
        const promised = toProposal(effect.action.promised);
        this.filling = undefined;
        this.tellCatchUp(group, (steps) => steps.onFilled(promised));
      }
    }
  }

  tellFill(group: Group, what: (fill: Fill) => FillEffect): void {
    if (!this.filling) throw new Error('no fill is under way');
    const { said, next } = this.filling.steps.tell(what);
    this.filling = { ...this.filling, steps: next };
    this.performFill(group, said);
  }

  protected write<P extends Proposer>(
    group: Group,
    name: string,
    proposal: Proposal,
    action: Action,
    then: (proposer: P, group: Group, outcome: WriteOutcome, action: Action) => void,
  ): void {
    const { position, type, nop, append } = action;
    const members = this.asked.map(idOf);
    const question = { proposal, position: toPosition(position) };
    const request = {
      proposal,
      position,
      type: type ?? 'nop',
      ...(nop && { nop: {} }),
      ...(append && { append }),
    };
    this.ask<P, WriteResponse, WriteOutcome>(
      group,
      name,
      { type: 'write', request },
      () => new WriteTally(group.quorum, members, question, group.recovery),
      (proposer, next, outcome) => {
        if (outcome.type === 'accepted') next.choose(action);
        then(proposer, next, outcome, action);
      },
    );
  }
}

interface Pause {
  readonly name: string;
  readonly then: (proposer: never, group: Group) => void;
}

function onFillPromise(proposer: Proposer, group: Group, outcome: ExplicitPromiseOutcome): void {
  proposer.tellFill(group, (fill) => fill.onPromise(outcome));
}

function onFillWrite(proposer: Proposer, group: Group, outcome: WriteOutcome): void {
  proposer.tellFill(group, (fill) => fill.onWrite(outcome));
}
