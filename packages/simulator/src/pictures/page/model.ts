import type { RecordedEvent, Recording } from '../../recording.ts';
import type { SendEvent } from '../drawable.ts';
import { textOf } from '../event-text.ts';

/** What the page is given. */
export interface PageData {
  readonly title: string;
  readonly replayCommand?: string;
  /** Addresses; one line is drawn for each, called by its index from here on. */
  readonly lines: readonly string[];
  readonly recording: Recording;
}

export type Kind = 'message' | 'fault' | 'network' | 'state' | 'client' | 'note' | 'violation';

/** One event, as it is drawn: on its line, or across all lines. */
export interface Mark {
  readonly event: RecordedEvent;
  readonly kind: Kind;
  readonly line?: number;
  readonly text: string;
  /** Of a message: its index in `messages`. */
  readonly message?: number;
}

export interface Message {
  readonly send: SendEvent;
  readonly from: number;
  readonly to: number;
  readonly sentAt: number;
  /** Events that end a journey: the first delivery, duplicates, losses. */
  readonly ends: readonly {
    readonly at: number;
    readonly isLost: boolean;
    readonly isAgain: boolean;
  }[];
}

export interface Model {
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
  readonly messages: readonly Message[];
  readonly violations: readonly number[];
}

export function modelOf({ lines, recording }: PageData): Model {
  const lineOf = new Map(lines.map((line, index) => [line, index]));
  const sends = new Map<number, SendEvent>();
  const messages: (Message & { readonly ends: Message['ends'][number][] })[] = [];
  const messageOf = new Map<number, number>();
  const marks = recording.events.map((event, at): Mark => {
    if (event.type === 'send') {
      sends.set(event.id, event);
      messageOf.set(event.id, messages.length);
      const [from = 0, to = 0] = [lineOf.get(event.from), lineOf.get(event.to)];
      messages.push({ send: event, from, to, sentAt: at, ends: [] });
    }
    const mark = { event, kind: kindOf(event), text: textOf(event, sends, lines) };
    if (event.type !== 'send' && event.type !== 'deliver' && event.type !== 'lose') {
      const line = 'node' in event && event.node !== undefined ? lineOf.get(event.node) : undefined;
      return line === undefined ? mark : { ...mark, line };
    }
    const number = messageOf.get(event.id) ?? 0;
    const message = messages[number];
    if (message === undefined) return mark;
    if (event.type === 'send') return { ...mark, message: number, line: message.from };
    const isLost = event.type === 'lose';
    const isAgain = !isLost && message.ends.some((end) => !end.isLost);
    message.ends.push({ at, isLost, isAgain });
    return { ...mark, message: number, line: message.to };
  });
  const violations = marks.flatMap(({ kind }, at) => (kind === 'violation' ? [at] : []));
  return { lines, marks, messages, violations };
}

function kindOf({ type }: RecordedEvent): Kind {
  switch (type) {
    case 'send':
    case 'deliver':
    case 'lose':
      return 'message';
    case 'cuts':
      return 'network';
    case 'state':
    case 'client':
    case 'note':
    case 'violation':
      return type;
    default:
      return 'fault';
  }
}
