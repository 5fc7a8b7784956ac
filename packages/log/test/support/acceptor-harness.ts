import type {
  Action,
  Metadata,
  PromiseRequest,
  ReplicaStatus,
  WriteRequest,
} from '@quorate/messages';
import { acceptorState } from '../../src/protocol/acceptor-state.ts';
import type { AcceptorState, ReplicaSelf } from '../../src/protocol/acceptor-state.ts';
import { step } from '../../src/protocol/acceptor.ts';
import { recordNeeded } from '../../src/protocol/acceptor-input.ts';
import type { AcceptorEffect } from '../../src/protocol/acceptor-effect.ts';
import type { AcceptorInput } from '../../src/protocol/acceptor-input.ts';
import { METADATA_INITIAL, RestoreScan } from '../../src/protocol/restore.ts';

/** An acceptor on a disk that is a map: every effect is durable at once. */
export class AcceptorHarness {
  state: AcceptorState;
  metadata: Metadata;
  readonly records = new Map<number, Action>();
  /** The named group that it has written down to be a member of. */
  memberOf: string | undefined;
  readonly #self: ReplicaSelf | undefined;

  /** @param self with safe recovery: who it is */
  constructor(
    metadata: Metadata = METADATA_INITIAL,
    records: readonly Action[] = [],
    self?: ReplicaSelf,
  ) {
    this.#self = self;
    this.metadata = metadata;
    for (const record of records) this.records.set(record.position, record);
    this.state = this.restored();
  }

  static voting(promised = 0, records: readonly Action[] = []): AcceptorHarness {
    return new AcceptorHarness({ status: 'voting', promised }, records);
  }

  /** Serves one request; hands `step` only the record it asked for, as the driver does. */
  serve(input: AcceptorInput): readonly AcceptorEffect[] {
    const needed = recordNeeded(this.state, input);
    const records = {
      get: (position: number): Action | undefined => {
        if (position !== needed) throw new Error(`step asked for ${position}, not for ${needed}`);
        return this.records.get(position);
      },
    };
    const effects = step(this.state, input, records);
    for (const effect of effects) this.#apply(effect);
    return effects;
  }

  promise(request: PromiseRequest): readonly AcceptorEffect[] {
    return this.serve({ type: 'promise', request });
  }

  write(request: WriteRequest): readonly AcceptorEffect[] {
    return this.serve({ type: 'write', request });
  }

  learned(action: Action): readonly AcceptorEffect[] {
    return this.serve({ type: 'learned', action });
  }

  update(status: ReplicaStatus): readonly AcceptorEffect[] {
    return this.serve({ type: 'update-status', status });
  }

  /** The state a restart would compute from the disk. */
  restored(): AcceptorState {
    const scan = new RestoreScan();
    scan.metadata(this.metadata);
    for (const record of this.records.values()) scan.action(record);
    const { memberOf } = this;
    return acceptorState(
      { ...scan.finish(), ...(memberOf !== undefined && { memberOf }) },
      this.#self,
    );
  }

  #apply(effect: AcceptorEffect): void {
    if (effect.type === 'persist-metadata') this.metadata = effect.metadata;
    if (effect.type === 'persist-membership') this.memberOf = effect.memberOf;
    if (effect.type === 'persist-action') this.records.set(effect.action.position, effect.action);
    if (effect.type !== 'truncate') return;
    for (const position of this.records.keys()) {
      if (position < effect.to) this.records.delete(position);
    }
  }
}

/** State in a form that compares and prints well. */
export function summary(state: AcceptorState): object {
  const { metadata, begin, end, holes, unlearned } = state;
  return { metadata, begin, end, holes: `${holes}`, unlearned: `${unlearned}` };
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A record as an accepted append leaves it. */
export function append(position: number, proposal: number, text = `v${position}`): Action {
  return {
    position,
    promised: proposal,
    performed: proposal,
    type: 'append',
    append: { bytes: bytes(text) },
  };
}

export function learned(action: Action): Action {
  return { ...action, learned: true };
}

export function truncate(position: number, to: number, proposal = 1): Action {
  return { position, promised: proposal, performed: proposal, type: 'truncate', truncate: { to } };
}

export function tombstone(position: number, proposal = 1): Action {
  return {
    position,
    promised: proposal,
    performed: proposal,
    learned: true,
    type: 'nop',
    nop: { tombstone: true },
  };
}

export function appendRequest(
  position: number,
  proposal: number,
  text = `v${position}`,
): WriteRequest {
  return { proposal, position, type: 'append', append: { bytes: bytes(text) } };
}
