import type { AcceptorInput } from '../../src/protocol/acceptor-input.ts';
import { Printed } from './fingerprint.ts';
import { PLAIN } from './relabelling.ts';
import type { Relabelling } from './relabelling.ts';
import { inputText } from './text.ts';

/** What is sent to several replicas. */
export class Message extends Printed {
  static readonly #all = new Map<string, Message>();
  readonly input: AcceptorInput;

  /** The message of `input`: the same one for the same input, as what it leads to is remembered. */
  static of(input: AcceptorInput): Message {
    const key = inputText(input, PLAIN);
    const before = Message.#all.get(key);
    if (before) return before;
    const message = new Message(input);
    Message.#all.set(key, message);
    return message;
  }

  private constructor(input: AcceptorInput) {
    super();
    this.input = input;
  }

  get isImplicitPromise(): boolean {
    return this.input.type === 'promise' && this.input.request.position === undefined;
  }

  override text(names: Relabelling): string {
    return inputText(this.input, names);
  }
}

/** One broadcast under way. A member that is never given it has lost it. */
export interface Broadcast {
  /** The place of the proposer that waits for answers; -1 once nobody does. */
  readonly slot: number;
  readonly message: Message;
  /** Who may still be given it, a bit each. */
  readonly to: number;
}

/** Who of `members` may still be given something, as a set. */
export function setOf(members: readonly number[]): number {
  return members.reduce((set, member) => set | (1 << member), 0);
}

export function isIn(set: number, member: number): boolean {
  return (set & (1 << member)) !== 0;
}

/** The broadcast once `member` has been given it, in a list: none when nobody is left. */
export function without(broadcast: Broadcast, members: number): readonly Broadcast[] {
  const to = broadcast.to & ~members;
  if (to === broadcast.to) return [broadcast];
  return to === 0 ? [] : [{ ...broadcast, to }];
}
