import type { RecordedEvent, Recording } from '../recording.ts';
import { drawableOf, sendOf, type Drawable } from './drawable.ts';
import { textOf } from './event-text.ts';

/** A vector clock: how many events of each host are known. */
type VectorClock = Readonly<Record<string, number>>;

/** How ShiViz reads the lines below it; the group names are its own. */
const PARSER = String.raw`(?<host>\S*) (?<clock>{.*})\n(?<event>.*)`;

/**
 * A log for ShiViz: its first line is the parser expression, its second the delimiter of
 * executions (none), then two lines per event, `host {"host":1,…}` and the text. Clocks are
 * computed from the messages. What happens to no node in particular, such as a lost message, has
 * a host of its own, called `network`.
 *
 * @throws PictureError see `drawableOf`
 */
export function shivizOf(recording: Recording): string {
  const drawable = drawableOf(recording);
  const hosts = hostNames(drawable.lines);
  const network = freeName('network', new Set(hosts.values()));
  const clocks = new Map<string, VectorClock>();
  const sent = new Map<number, VectorClock>();
  const entries = recording.events.map((event) => {
    const node = nodeOf(event, drawable);
    const host = (node === undefined ? undefined : hosts.get(node)) ?? network;
    const cause =
      event.type === 'deliver' || event.type === 'lose' ? sent.get(event.id) : undefined;
    const clock = tick(host, clocks.get(host), cause);
    clocks.set(host, clock);
    if (event.type === 'send') sent.set(event.id, clock);
    const text = textOf(event, drawable.sends, drawable.lines);
    return `${host} ${JSON.stringify(clock)}\n${oneLine(`${event.timeMs} ms ${text}`)}`;
  });
  return [PARSER, '', ...entries, ''].join('\n');
}

/** The clock of the next event of `host` after `before`, caused by what had `cause`. */
function tick(host: string, before: VectorClock = {}, cause: VectorClock = {}): VectorClock {
  const merged = new Map([[host, 0], ...Object.entries(before)]);
  for (const [other, count] of Object.entries(cause)) {
    merged.set(other, Math.max(count, merged.get(other) ?? 0));
  }
  merged.set(host, (merged.get(host) ?? 0) + 1);
  return Object.fromEntries(merged);
}

function nodeOf(event: RecordedEvent, { sends }: Drawable): string | undefined {
  switch (event.type) {
    case 'send':
      return event.from;
    case 'deliver':
      return sendOf(sends, event.id).to;
    case 'lose':
    case 'cuts':
      return undefined;
    default:
      return event.node;
  }
}

/** Hosts end at the first space: what addresses may hold of white space becomes an underscore. */
function hostNames(lines: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const line of lines) {
    const name = freeName(line.replace(/[\s\p{Cc}]/gu, '_') || '_', taken);
    taken.add(name);
    names.set(line, name);
  }
  return names;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? freeName(`${wanted}'`, taken) : wanted;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
