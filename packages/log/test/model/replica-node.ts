import type { Action, KnownIncarnation } from '@quorate/messages';
import { acceptorState, isLearned, isVoting } from '../../src/protocol/acceptor-state.ts';
import type { AcceptorState } from '../../src/protocol/acceptor-state.ts';
import { step } from '../../src/protocol/acceptor.ts';
import type { AcceptorEffect } from '../../src/protocol/acceptor-effect.ts';
import type { AcceptorInput } from '../../src/protocol/acceptor-input.ts';
import { RestoreScan } from '../../src/protocol/restore.ts';
import type { RecoveryMode } from '../../src/protocol/voters.ts';
import type { Message } from './broadcast.ts';
import { Printed } from './fingerprint.ts';
import { PLAIN } from './relabelling.ts';
import type { Relabelling } from './relabelling.ts';
import { actionText } from './text.ts';

/** What a replica did about an input, and what it is after it. */
export interface Served {
  readonly node: ReplicaNode;
  readonly effects: readonly AcceptorEffect[];
}

/** A replica and its disk, which always agree: what a step changes is durable with it. */
export class ReplicaNode extends Printed {
  readonly index: number;
  /** How many disks it has had before this one. */
  readonly disk: number;
  readonly state: AcceptorState;
  readonly #records: ReadonlyMap<number, Action>;
  /** Each is served the same in many states, and computed once. */
  readonly #served = new Map<AcceptorInput, Served>();

  static readonly #all = new Map<string, ReplicaNode>();

  /** The first that was the same. */
  static #only(node: ReplicaNode): ReplicaNode {
    const key = `${node.index} ${node.text(PLAIN)}`;
    const before = ReplicaNode.#all.get(key);
    if (before) return before;
    ReplicaNode.#all.set(key, node);
    return node;
  }

  private constructor(
    index: number,
    disk: number,
    state: AcceptorState,
    records: ReadonlyMap<number, Action>,
  ) {
    super();
    this.index = index;
    this.disk = disk;
    this.state = state;
    this.#records = records;
  }

  /** A replica with an empty disk. */
  static empty(index: number, disk: number, recovery: RecoveryMode): ReplicaNode {
    const restored = new RestoreScan().finish();
    const state = acceptorState(
      restored,
      recovery === 'safe' ? { replicaId: idOf(index) } : undefined,
    );
    return ReplicaNode.#only(new ReplicaNode(index, disk, state, new Map()));
  }

  /** A replica of a group that has run for a while: it votes, and position 0 is learned. */
  static voting(index: number, size: number, recovery: RecoveryMode): ReplicaNode {
    const scan = new RestoreScan();
    const self = { replicaId: idOf(index), incarnation: 1, startCounter: 1 };
    const others = Array.from({ length: size }, (_, each) => each).filter((each) => each !== index);
    const safe = recovery === 'safe' ? { ...self, known: others.map(firstLife) } : {};
    scan.metadata({ status: 'voting', promised: 0, ...safe });
    scan.action(FIRST);
    const state = acceptorState(
      scan.finish(),
      recovery === 'safe' ? { replicaId: idOf(index) } : undefined,
    );
    if (state.safe) {
      state.safe.isAnnounced = true;
      state.safe.startToken = tokenOf(index, 0);
    }
    return ReplicaNode.#only(new ReplicaNode(index, 0, state, new Map([[0, FIRST]])));
  }

  /** Serves what is sent to it. */
  serve({ input }: Message): Served {
    let served = this.#served.get(input);
    if (!served) this.#served.set(input, (served = this.step(input)));
    return served;
  }

  /** Serves what is asked of it, now. */
  step(input: AcceptorInput): Served {
    const state = copyOf(this.state);
    const effects = step(state, input, this.#records);
    const records = new Map(this.#records);
    for (const effect of effects) {
      if (effect.type === 'persist-action') records.set(effect.action.position, effect.action);
    }
    const node = ReplicaNode.#only(new ReplicaNode(this.index, this.disk, state, records));
    return { node, effects };
  }

  /**
   * Whether serving `message` would change anything. A promise for a position that is learned here does
   * not: the value it comes with is the same for ever.
   */
  isChangedBy(message: Message): boolean {
    if (this.hasLearned(message.input)) return false;
    return this.serve(message).effects.some(({ type }) => type.startsWith('persist'));
  }

  /** Whether it votes, or is asked for something that it does without a vote. */
  serves({ type }: AcceptorInput): boolean {
    return isVoting(this.state) || type === 'learned' || type === 'recover';
  }

  /** Whether `input` asks for a position whose value is known here. */
  hasLearned(input: AcceptorInput): boolean {
    if (input.type !== 'promise' || input.request.position === undefined) return false;
    return isLearned(this.state, input.request.position);
  }

  override text(names: Relabelling): string {
    const { metadata, begin, end, safe } = this.state;
    const lives = (metadata.known ?? []).map((life) => names.life(life)).sort();
    const actions = [...this.#records.values()].sort((a, b) => a.position - b.position);
    return [
      `${this.disk}${metadata.status}${metadata.promised}`,
      `${metadata.incarnation ?? ''}${safe?.isAnnounced === true ? '!' : ''}`,
      `${begin}-${end}`,
      lives.join(','),
      actions.map((action) => actionText(action, names)).join(','),
    ].join(' ');
  }
}

const FIRST: Action = {
  position: 0,
  promised: 0,
  performed: 0,
  learned: true,
  type: 'nop',
  nop: {},
};

export function idOf(index: number): string {
  return `r${index}`;
}

/** What stands for a disk in reservations and starts: never the same twice. */
export function tokenOf(index: number, disk: number): string {
  return `${idOf(index)}/${disk}`;
}

function firstLife(index: number): KnownIncarnation {
  return { replicaId: idOf(index), incarnation: 1, startCounter: 1, startToken: tokenOf(index, 0) };
}

function copyOf(state: AcceptorState): AcceptorState {
  return {
    ...state,
    ...(state.safe && { safe: { ...state.safe } }),
    holes: state.holes.clone(),
    unlearned: state.unlearned.clone(),
  };
}
