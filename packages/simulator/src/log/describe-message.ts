import type { SafeRecoveryFields } from '@quorate/messages';
import type { Message } from '@quorate/process';
import { decodeLogMessage, valueOf } from './log-message.ts';
import type { LogMessage } from './log-message.ts';

/** Values are shown as far as this. */
const VALUE_LENGTH_MAX = 24;

/** What a message of the log says; undefined for others. */
export function describeMessage(message: Message): string | undefined {
  const decoded = decodeLogMessage(message);
  return decoded && describe(decoded);
}

function describe({ type, message }: LogMessage): string | undefined {
  switch (type) {
    case 'promise-request':
      return `${message.proposal}${at(message.position)}`;
    case 'promise-response':
      return `${message.type ?? ''} ${message.proposal}${at(message.position)}`;
    case 'write-request':
      return `${message.proposal}${at(message.position)}: ${shorten(valueOf(message))}`;
    case 'write-response':
      return `${message.type ?? ''} ${message.proposal}${at(message.position)}`;
    case 'recover-request':
      return undefined;
    case 'recover-response':
      return `${message.status}, ${message.begin ?? '-'} to ${message.end ?? '-'}${lives(message)}`;
    case 'learned':
      return `${at(message.action.position)}: ${shorten(valueOf(message.action))}`;
  }
}

/** Which life answers, and which lives and starts it knows of. */
function lives({ incarnation, known = [] }: SafeRecoveryFields): string {
  if (incarnation === undefined && known.length === 0) return '';
  const others = known.map(
    (each) => `${each.replicaId}=${each.incarnation}.${each.startCounter ?? 0}`,
  );
  return `, life ${incarnation ?? '-'}, knows ${others.join(' ')}`;
}

function at(position: number | undefined): string {
  return position === undefined ? '' : ` at ${position}`;
}

/** The beginning of a value that is long. */
export function shorten(text: string): string {
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX - 1)}…` : text;
}
