import type { RecoverRequest, RecoverResponse } from '@quorate/messages';
import type { Incarnation } from '../../src/protocol/incarnations.ts';
import { Recovery, RecoverTally } from '../../src/protocol/recover.ts';
import type { RecoverOutcome, RecoveryEffect } from '../../src/protocol/recover.ts';
import { ReserveTally } from '../../src/protocol/reserve.ts';
import type { Reservation, ReserveOutcome } from '../../src/protocol/reserve.ts';
import { toProposal } from '../../src/protocol/types.ts';
import type { Group } from './group.ts';
import { Proposer } from './proposer.ts';
import type { Relabelling } from './relabelling.ts';
import { Replay } from './replay.ts';
import { idOf, tokenOf } from './replica-node.ts';

/** Leads a replica whose disk was wiped back into the group, as `recover` of the log does. */
export class RejoinNode extends Proposer {
  private recovery: Replay<Recovery>;
  private self: Incarnation | undefined;
  private reservation: Reservation | undefined;
  private readonly others: readonly number[];

  constructor(slot: number, home: number, others: readonly number[], retries: number) {
    super(slot, home, retries);
    this.others = others;
    this.recovery = new Replay(() => new Recovery());
  }

  start(group: Group): void {
    if (group.recovery === 'mesos') {
      this.perform(group, { type: 'read-status' });
      return;
    }
    this.recovery = new Replay(() => new Recovery('safe'));
    const token = tokenOf(this.home, group.replica(this.home).disk);
    this.reserve(group, { replicaId: idOf(this.home), incarnation: 1, token });
  }

  protected override get asked(): readonly number[] {
    return this.others;
  }

  protected override ownText(names: Relabelling): string {
    const { phase } = this.recovery.now();
    return `${names.of(this.home)}${phase}#${this.self?.incarnation ?? this.reservation?.incarnation ?? ''}`;
  }

  protected override onCaughtUp(group: Group): void {
    this.tell(group, (recovery) => recovery.onCaughtUp());
  }

  // ------------------------------------------------------------------------------- identity

  private reserve(group: Group, reservation: Reservation): void {
    this.reservation = reservation;
    const { replicaId, incarnation, token } = reservation;
    const request: RecoverRequest = { replicaId, reserve: incarnation, reserveBy: token };
    const needed = Math.min(group.quorum, this.others.length);
    const claim = { quorum: group.quorum, members: this.others.length + 1 };
    const tally = () => new ReserveTally(claim, this.others.map(idOf), reservation, needed);
    this.ask(group, 'reserve', { type: 'recover', request }, tally, onReserved);
    if (group.isLastToRejoin(this)) group.deliverAll(this);
  }

  onReserved(group: Group, outcome: ReserveOutcome): void {
    const { reservation } = this;
    if (!reservation) throw new Error('nothing was reserved');
    const { replicaId, incarnation, token } = reservation;
    switch (outcome.type) {
      case 'taken':
        this.reserve(group, { ...reservation, incarnation: outcome.highest + 1 });
        return;
      case 'undecided':
        this.later('reserves again', (rejoin: RejoinNode, next) =>
          rejoin.reserve(next, reservation),
        );
        return;
      case 'reserved': {
        const self = { replicaId, incarnation, startCounter: 1, startToken: token };
        this.self = self;
        group.serve(this.home, { type: 'identify', self });
        this.perform(group, { type: 'read-status' });
      }
    }
  }

  // ------------------------------------------------------------------------------- the way in

  tell(group: Group, what: (recovery: Recovery) => RecoveryEffect): void {
    const { said, next } = this.recovery.tell(what);
    this.recovery = next;
    this.perform(group, said);
  }

  private perform(group: Group, effect: RecoveryEffect): void {
    switch (effect.type) {
      case 'read-status': {
        const { status } = group.replica(this.home).state.metadata;
        this.tell(group, (recovery) => recovery.onStatus(status));
        return;
      }
      case 'ask':
        this.askStatus(group, effect.status);
        return;
      case 'back-off':
        this.later('asks again', backedOff);
        return;
      case 'save': {
        const { to: status, adopted } = effect;
        group.serve(this.home, { type: 'update-status', status, ...(adopted && { adopted }) });
        this.tell(group, (recovery) => recovery.onSaved(status));
        return;
      }
      case 'catch-up':
        this.catchUp(group, effect.begin, effect.end, toProposal(0));
        return;
      case 'recovered':
        if (this.self) group.serve(this.home, { type: 'announced' });
        return;
      case 'announce':
      case 'refused':
        throw new Error(`a replica with an empty disk is ${effect.type}`);
    }
  }

  private askStatus(group: Group, status: 'empty' | 'starting' | 'recovering' | 'voting'): void {
    const { self } = this;
    const { quorum, size } = group;
    const question = {
      status,
      quorum,
      clusterSize: size,
      autoInitialize: false,
      ...(self && { self }),
    };
    const tally = () => new RecoverTally(this.others.map(idOf), question);
    const request: RecoverRequest = self ?? {};
    this.ask<RejoinNode, RecoverResponse, RecoverOutcome>(
      group,
      'ask',
      { type: 'recover', request },
      tally,
      onOutcome,
    );
  }
}

function onReserved(rejoin: RejoinNode, group: Group, outcome: ReserveOutcome): void {
  rejoin.onReserved(group, outcome);
}

function onOutcome(rejoin: RejoinNode, group: Group, outcome: RecoverOutcome): void {
  rejoin.tell(group, (recovery) => recovery.onOutcome(outcome));
}

function backedOff(rejoin: RejoinNode, group: Group): void {
  rejoin.tell(group, (recovery) => recovery.onBackedOff());
}
