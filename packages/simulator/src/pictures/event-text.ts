import type { RecordedEvent } from '../recording.ts';
import { sendOf, type SendEvent } from './drawable.ts';
import { describeCuts } from './partition.ts';

/** One event in one line of words; the nodes of cuts are told from `lines`. */
export function textOf(
  event: RecordedEvent,
  sends: ReadonlyMap<number, SendEvent>,
  lines: readonly string[],
): string {
  switch (event.type) {
    case 'send':
      return `sends ${messageText(event)} to ${event.to}`;
    case 'deliver': {
      const send = sendOf(sends, event.id);
      return `receives ${messageText(send)} from ${send.from}`;
    }
    case 'lose': {
      const send = sendOf(sends, event.id);
      return `${messageText(send)} from ${send.from} to ${send.to} is lost: ${event.reason}`;
    }
    case 'cuts':
      return describeCuts(event.cuts, lines);
    case 'state':
      return `${event.status}, promised ${event.promised}, log ${event.begin} to ${event.end}`;
    case 'client':
      return `operation ${event.operation} ${event.phase}: ${event.text}`;
    case 'note':
      return event.text;
    case 'violation':
      return `violation of ${event.invariant}: ${event.text}`;
    default:
      return event.detail === undefined ? event.type : `${event.type}: ${event.detail}`;
  }
}

export function messageText({ name, detail }: Pick<SendEvent, 'name' | 'detail'>): string {
  return detail === undefined ? name : `${name} ${detail}`;
}
