import type { RecordedEvent, Recording } from '../recording.ts';
import { drawableOf, sendOf, type Drawable, type SendEvent } from './drawable.ts';
import { messageText, textOf } from './event-text.ts';

/** Which part of a recording is drawn. */
export interface MermaidOptions {
  /** Leaves out what happened before; virtual milliseconds, default 0. */
  readonly fromMs?: number;
  /** Leaves out what happened after; virtual milliseconds, default no limit. */
  readonly toMs?: number;
  /** The most lines drawn, from 1; the rest is counted in a last note. Default 200. */
  readonly limit?: number;
}

/** Mermaid refuses diagrams of more than 500 arrows, and people read fewer. */
const LIMIT_DEFAULT = 200;

/**
 * A Mermaid `sequenceDiagram`: an arrow where a message arrives or is lost, a note where a node
 * or the network changes, and the messages still under way at the end.
 *
 * @throws PictureError see `drawableOf`
 */
export function mermaidOf(recording: Recording, options: MermaidOptions = {}): string {
  const { fromMs = 0, toMs = Infinity, limit = LIMIT_DEFAULT } = options;
  const drawable = drawableOf(recording);
  const names = new Names(drawable.lines);
  const statements = statementsOf(
    drawable,
    names,
    ({ timeMs }) => timeMs >= fromMs && timeMs <= toMs,
  );
  const kept = statements.slice(0, limit);
  const left = statements.length - kept.length;
  if (left > 0) kept.push(names.noteOverAll(`${left} more are left out`));
  const participants = drawable.lines.map(
    (line) => `participant ${names.of(line)} as ${escapeMermaid(line)}`,
  );
  return ['sequenceDiagram', ...[...participants, ...kept].map((line) => `  ${line}`), ''].join(
    '\n',
  );
}

/** Text that Mermaid shows as it is: whatever has a meaning to its parser becomes a character code. */
function escapeMermaid(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim();
  if (visible === '') return '#32;';
  return visible.replace(/[#;<>"&%:\\`{}[\]$+-]/g, (character) => `#${character.charCodeAt(0)};`);
}

function statementsOf(
  { recording, sends, lines }: Drawable,
  names: Names,
  isShown: (event: RecordedEvent) => boolean,
): string[] {
  const statements: string[] = [];
  const underWay = new Map<number, SendEvent>();
  const shownBefore = new Map<string, string>();
  const delivered = new Set<number>();
  for (const event of recording.events) {
    if (event.type === 'send' && isShown(event)) underWay.set(event.id, event);
    if (event.type === 'deliver' || event.type === 'lose') underWay.delete(event.id);
    const statement = statementOf(event);
    if (statement !== undefined && isShown(event)) statements.push(statement);
  }
  const rest = [...underWay.values()].map((send) => names.arrow(send, '--)', ' (under way)'));
  return [...statements, ...rest];

  function statementOf(event: RecordedEvent): string | undefined {
    switch (event.type) {
      case 'send':
        return undefined;
      case 'deliver': {
        const isAgain = delivered.has(event.id);
        delivered.add(event.id);
        return names.arrow(sendOf(sends, event.id), '->>', isAgain ? ' (again)' : '');
      }
      case 'lose':
        return names.arrow(sendOf(sends, event.id), '-x', ` (${event.reason})`);
      case 'state': {
        // The ends of the log move with every write: only what decides about votes is noted.
        const text = `${event.status}, promised ${event.promised}`;
        if (shownBefore.get(event.node) === text) return undefined;
        shownBefore.set(event.node, text);
        return names.note(event.node, text);
      }
      case 'violation':
        return names.note(event.node, `❌ ${textOf(event, sends, lines)}`);
      case 'cuts':
        return names.noteOverAll(textOf(event, sends, lines));
      default:
        return names.note(event.node, textOf(event, sends, lines));
    }
  }
}

/** Participants are called n0, n1, …: addresses hold characters that Mermaid reads as arrows. */
class Names {
  readonly #lines: readonly string[];
  readonly #names: ReadonlyMap<string, string>;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#names = new Map(lines.map((line, index) => [line, `n${index}`]));
  }

  of(line: string): string {
    return this.#names.get(line) ?? line;
  }

  arrow(send: SendEvent, arrow: string, suffix: string): string {
    const text = escapeMermaid(`${messageText(send)}${suffix}`);
    return `${this.of(send.from)}${arrow}${this.of(send.to)}: ${text}`;
  }

  note(line: string | undefined, text: string): string {
    if (line === undefined) return this.noteOverAll(text);
    return `Note over ${this.of(line)}: ${escapeMermaid(text)}`;
  }

  noteOverAll(text: string): string {
    const last = this.#lines.length - 1;
    if (last < 0) return `%% ${escapeMermaid(text)}`;
    return `Note over ${last === 0 ? 'n0' : `n0,n${last}`}: ${escapeMermaid(text)}`;
  }
}
