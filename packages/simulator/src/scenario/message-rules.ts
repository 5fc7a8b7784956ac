import type { Message } from '@quorate/process';
import { decodeLogMessage } from '../log/log-message.ts';
import type { LogMessage } from '../log/log-message.ts';
import type { MessageRule } from './command.ts';

/** What rules tell apart. */
export const MESSAGE_KINDS = [
  'promise',
  'promise-reply',
  'write',
  'write-reply',
  'learned',
  'recover',
  'recover-reply',
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

const KIND_OF: Readonly<Record<LogMessage['type'], MessageKind>> = {
  'promise-request': 'promise',
  'promise-response': 'promise-reply',
  'write-request': 'write',
  'write-response': 'write-reply',
  learned: 'learned',
  'recover-request': 'recover',
  'recover-response': 'recover-reply',
};

/** What is done to messages, by rules that are given one after the other. */
export class MessageRules {
  #rules: { readonly verdict: 'lose' | 'hold'; readonly rule: MessageRule }[] = [];

  add(verdict: 'lose' | 'hold', rule: MessageRule): void {
    this.#rules.push({ verdict, rule });
  }

  /** Ends all rules of a kind. */
  end(verdict: 'lose' | 'hold'): void {
    this.#rules = this.#rules.filter((each) => each.verdict !== verdict);
  }

  /** By the first rule that fits; one for a single message has done its work then. */
  verdict(message: Message): 'pass' | 'lose' | 'hold' {
    const found = this.#rules.find(({ rule }) => fits(rule, message));
    if (found?.rule.once) this.#rules = this.#rules.filter((each) => each !== found);
    return found?.verdict ?? 'pass';
  }
}

function fits({ kind, from, to, position }: MessageRule, message: Message): boolean {
  const decoded = decodeLogMessage(message);
  if (!decoded) return false;
  if (kind !== 'any' && kind !== KIND_OF[decoded.type]) return false;
  if (from !== undefined && message.from.address !== addressOf(from)) return false;
  if (to !== undefined && message.to.address !== addressOf(to)) return false;
  return position === undefined || position === positionIn(decoded);
}

/** The address of a replica's node. */
export function addressOf(number: number): string {
  return `node-${number}`;
}

/** Of an answer to an election it is the end of the log. */
function positionIn(decoded: LogMessage): number | undefined {
  const action = 'action' in decoded.message ? decoded.message.action : undefined;
  if (action) return action.position;
  return 'position' in decoded.message ? decoded.message.position : undefined;
}
