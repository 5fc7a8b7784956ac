import { Pid } from '../pid.ts';
import type { Message } from '../transport/transport.ts';

// What libprocess sends: one HTTP request per message, to the letter.

/** What a request line cannot carry, or a receiver would read as something else. */
const UNSAFE_IN_ID = /[%+?#/\s\p{Cc}\u007f-\uffff]/gu;
const UNSAFE_IN_NAME = /[?#\s\p{Cc}\u007f-\uffff]/u;
const UNSAFE_IN_PID = /[\s\p{Cc}]/u;
/** Names of headers, and the address of the receiver. */
const OTHER_HEADERS_BYTES = 1024;
const NOBODY_TEXT = '@0.0.0.0:0';

/**
 * Whether its name and its pids can be written so that the meaning of the request stays the same, and
 * fit into a head of this size.
 */
export function isSendable({ from, to, name, trace }: Message, headBytesMax: number): boolean {
  // Each character may take three bytes, each byte of the id three characters; the sender is there twice.
  const bytesAtMost =
    9 * (to.id.length + (trace?.length ?? 0)) +
    6 * (from.id.length + from.address.length) +
    name.length;
  return (
    bytesAtMost + OTHER_HEADERS_BYTES <= headBytesMax &&
    !UNSAFE_IN_NAME.test(name) &&
    !UNSAFE_IN_PID.test(from.id) &&
    !UNSAFE_IN_PID.test(from.address)
  );
}

/** The bytes of a message as libprocess writes it; its body is one chunk. */
export function messageText(message: Message): readonly Uint8Array[] {
  const { body } = message;
  if (body.length === 0) return [Buffer.from(`${headOf(message)}\r\n`)];
  const head = `${headOf(message)}Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n`;
  return [Buffer.from(head), body, END_OF_BODY];
}

const END_OF_BODY = Buffer.from('\r\n0\r\n\r\n');

function headOf({ from, to, name, trace }: Message): string {
  const sender = from.address === '' ? NOBODY_TEXT : `${from}`;
  const id = to.id === '' ? '' : `/${to.id.replace(UNSAFE_IN_ID, encodeURIComponent)}`;
  const traceLine = trace === undefined ? '' : `Traceparent: ${encodeURI(trace)}\r\n`;
  return (
    `POST ${id}/${name} HTTP/1.1\r\n` +
    `User-Agent: libprocess/${sender}\r\n` +
    `Libprocess-From: ${sender}\r\n` +
    `Connection: Keep-Alive\r\n` +
    `Host: ${to.address}\r\n${traceLine}`
  );
}

/** Whom a message is for, by the path of its request; undefined when the path is none. */
export function parsePath(
  path: string,
): { readonly id: string; readonly name: string } | undefined {
  if (!path.startsWith('/') || path.startsWith('//')) return undefined;
  const end = path.search(/[?#]/);
  const clean = end < 0 ? path : path.slice(0, end);
  const slash = clean.indexOf('/', 1);
  const id = decoded(slash < 0 ? clean.slice(1) : clean.slice(1, slash));
  const isOdd = id === undefined || CONTROL.test(id) || DOTS.test(clean);
  return isOdd ? undefined : { id, name: slash < 0 ? '' : clean.slice(slash + 1) };
}

const CONTROL = /\p{Cc}/u;
/** Segments that lead elsewhere. */
const DOTS = /\/\.{1,2}(?:\/|$)/;

function decoded(id: string): string | undefined {
  if (!/[%+]/.test(id)) return id;
  try {
    return decodeURIComponent(id.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

const SENDER = /^([^@]*)@([^@\s]*:\d+)$/;

/** The sender, as a header has it; undefined when it is no pid. */
export function parseSender(text: string): Pid | undefined {
  if (text === NOBODY_TEXT) return new Pid('', '');
  const [, id, address] = SENDER.exec(utf8(text)) ?? [];
  return id === undefined || address === undefined || /\s/.test(id)
    ? undefined
    : new Pid(id, address);
}

const AGENT = 'libprocess/';

/** Who sent the message that a request with these headers is; undefined when it is none. */
export function senderText(headers: {
  readonly 'user-agent'?: string | undefined;
  readonly [name: string]: string | readonly string[] | undefined;
}): string | undefined {
  const from = headers['libprocess-from'];
  if (typeof from === 'string') return from.trim();
  const agent = headers['user-agent'];
  return agent?.startsWith(AGENT) ? agent.slice(AGENT.length).trim() : undefined;
}

/** What `encodeURI` wrote; text of others as it is. */
export function parseTrace(header: string | readonly string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    return decodeURI(header);
  } catch {
    return header;
  }
}

/** Headers come as latin1; what we and libprocess write is UTF-8. */
function utf8(text: string): string {
  return /[\u0080-\u00ff]/.test(text) ? Buffer.from(text, 'latin1').toString() : text;
}
