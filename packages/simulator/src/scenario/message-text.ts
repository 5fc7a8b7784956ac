import type { Action, RecoverRequest, RecoverResponse } from '@quorate/messages';
import type { Message } from '@quorate/process';
import { decodeLogMessage, valueOf } from '../log/log-message.ts';
import type { LogMessage } from '../log/log-message.ts';

/** Values are shown as far as this. */
const VALUE_LENGTH_MAX = 24;

/** Messages between replicas as lines: `1->2 write p3 @5 append "a"`. */
export class MessageTexts {
  /** Who has asked for a promise for a single position: an answer does not say. */
  readonly #fills = new Set<string>();

  of(message: Message): string {
    const { from, to } = message;
    const decoded = decodeLogMessage(message);
    if (decoded?.type === 'promise-request') {
      // Pids are used again after a restart.
      if (decoded.message.position === undefined) this.#fills.delete(String(from));
      else this.#fills.add(String(from));
    }
    const what = decoded ? describe(decoded, this.#fills.has(String(to))) : message.name;
    return `${numberOf(from.address)}->${numberOf(to.address)} ${what}`;
  }
}

/** What a replica holds at a position: `@5 promised p3, performed p3, append "a", learned`. */
export function recordText({ position, promised, performed, learned, ...value }: Action): string {
  const parts = [`promised p${promised}`];
  if (performed !== undefined) parts.push(`performed p${performed}`, valueText(value));
  if (learned) parts.push('learned');
  return `@${position} ${parts.join(', ')}`;
}

/** `append "a"`, `truncate to 7`, `nop`, `tombstone`. */
function valueText(
  action: Parameters<typeof valueOf>[0] & { readonly nop?: { readonly tombstone?: boolean } },
): string {
  if (action.nop?.tombstone) return 'tombstone';
  if (!action.append) return valueOf(action);
  const text = new TextDecoder().decode(action.append.bytes);
  const shown = text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX - 1)}…` : text;
  return `append ${JSON.stringify(shown)}`;
}

/** The number in the address of a replica's node. */
function numberOf(address: string): number {
  return Number(address.slice(address.lastIndexOf('-') + 1));
}

function describe({ type, message }: LogMessage, isFill: boolean): string {
  switch (type) {
    case 'promise-request':
      return `promise p${message.proposal}${at(message.position)}`;
    case 'promise-response': {
      const { proposal, position, action } = message;
      const told = `${answer(message)} promise p${proposal}`;
      if (action) return `${told}, holds ${recordText(action)}`;
      if (isFill || position === undefined) return `${told}${at(position)}`;
      return `${told}, end @${position}`;
    }
    case 'write-request': {
      const learned = message.learned ? ', learned' : '';
      return `write p${message.proposal}${at(message.position)} ${valueText(message)}${learned}`;
    }
    case 'write-response':
      return `${answer(message)} write p${message.proposal}${at(message.position)}`;
    case 'learned':
      return `learned${at(message.action.position)} ${valueText(message.action)}`;
    case 'recover-request':
      return `recover${asked(message)}`;
    case 'recover-response':
      return `status ${message.status}${range(message)}`;
  }
}

function answer({ type, okay }: { readonly type?: string; readonly okay: boolean }): string {
  return type ?? (okay ? 'accept' : 'reject');
}

function asked({ reserve, incarnation, startCounter }: RecoverRequest): string {
  if (reserve !== undefined) return `, reserves life ${reserve}`;
  if (incarnation === undefined) return '';
  return `, life ${incarnation}${startCounter === undefined ? '' : ` start ${startCounter}`}`;
}

function range({ begin, end, promised }: RecoverResponse): string {
  const positions = begin === undefined ? '' : ` ${begin}..${end ?? '?'}`;
  return promised === undefined ? positions : `${positions}, promised p${promised}`;
}

function at(position: number | undefined): string {
  return position === undefined ? '' : ` @${position}`;
}
