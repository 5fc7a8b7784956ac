import type { Action } from '@quorate/messages';
import { CoordinatorLogic } from '../../src/protocol/coordinator.ts';
import type { CoordinatorEffect } from '../../src/protocol/coordinator.ts';
import { ImplicitPromiseTally } from '../../src/protocol/promise-phase.ts';
import type { ImplicitPromiseOutcome } from '../../src/protocol/promise-phase.ts';
import { toProposal } from '../../src/protocol/types.ts';
import type { WriteOutcome } from '../../src/protocol/write-phase.ts';
import type { Group } from './group.ts';
import { Proposer } from './proposer.ts';
import type { Relabelling } from './relabelling.ts';
import { Replay } from './replay.ts';
import { idOf } from './replica-node.ts';

/** Where coordinators write: the position that they fight for. */
const CONTESTED = 1;

/** Lets itself be elected and writes its own value at the contested position, if that is still free. */
export class CoordinatorNode extends Proposer {
  private logic = new Replay(() => new CoordinatorLogic());
  private readonly members: readonly number[];

  constructor(slot: number, home: number, members: readonly number[], elections: number) {
    super(slot, home, elections);
    this.members = members;
    this.later('stands for election', elect);
  }

  override get mayBeElected(): boolean {
    return this.pause !== undefined || this.canRetry;
  }

  protected override get asked(): readonly number[] {
    return this.members;
  }

  protected override ownText(names: Relabelling): string {
    const { phase, proposal, index } = this.logic.now();
    return `${names.of(this.home)}${phase}${proposal}@${phase === 'electing' ? '' : index}`;
  }

  tell(group: Group, what: (logic: CoordinatorLogic) => CoordinatorEffect): void {
    const { said, next } = this.logic.tell(what);
    this.logic = next;
    this.perform(group, said);
  }

  protected override onCaughtUp(group: Group): void {
    this.tell(group, (logic) => logic.onCaughtUp());
  }

  private perform(group: Group, effect: CoordinatorEffect): void {
    switch (effect.type) {
      case 'read-promised': {
        const { promised } = group.replica(this.home).state.metadata;
        this.tell(group, (logic) => logic.onPromised(toProposal(promised)));
        return;
      }
      case 'promise': {
        const { proposal } = effect;
        const ids = this.members.map(idOf);
        const { quorum, recovery } = group;
        const tally = () => new ImplicitPromiseTally(quorum, ids, proposal, recovery);
        this.ask(group, 'promise', { type: 'promise', request: { proposal } }, tally, onPromise);
        return;
      }
      case 'catch-up':
        this.catchUp(group, 0, effect.to, effect.proposal);
        return;
      case 'election-ended':
        if (effect.outcome.type === 'elected') this.writeOwn(group);
        else this.later('stands for election', elect);
        return;
      case 'write':
        this.write(group, 'write', effect.proposal, effect.action, onWrite);
        return;
      case 'learn':
        group.learn(this.home, effect.action);
        this.tell(group, (logic) => logic.onLearned());
        return;
      case 'write-ended':
        if (effect.outcome.type !== 'written') this.later('stands for election', elect);
    }
  }

  private writeOwn(group: Group): void {
    if (this.logic.now().index !== CONTESTED) return;
    const bytes = Uint8Array.of(this.home);
    this.tell(group, (logic) => logic.write({ type: 'append', bytes }));
  }
}

function elect(coordinator: CoordinatorNode, group: Group): void {
  coordinator.tell(group, (logic) => logic.elect());
}

function onPromise(
  coordinator: CoordinatorNode,
  group: Group,
  outcome: ImplicitPromiseOutcome,
): void {
  coordinator.tell(group, (logic) => logic.onPromise(outcome));
}

function onWrite(
  coordinator: CoordinatorNode,
  group: Group,
  outcome: WriteOutcome,
  action: Action,
): void {
  coordinator.tell(group, (logic) => logic.onWrite(action, outcome));
}
