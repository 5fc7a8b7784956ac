import { make } from './dom.ts';
import { formatMs } from './draw-lines.ts';
import type { Mark, Model } from './model.ts';

/** Tells all about one event, with links to the other events of its message. */
export function showDetails(target: HTMLElement, model: Model, at: number | undefined): void {
  const mark = at === undefined ? undefined : model.marks[at];
  if (mark === undefined || at === undefined) {
    target.replaceChildren(
      make('p', { className: 'hint' }, 'Point at an event, or click it to keep it here.'),
    );
    return;
  }
  const fields = fieldsOf(mark).flatMap(([name, value]) => [
    make('dt', {}, name),
    make('dd', {}, value),
  ]);
  target.replaceChildren(
    make('h2', { className: mark.kind }, mark.event.type),
    make('p', {}, whereAndWhat(model, mark)),
    make('dl', {}, ...fields),
    ...journeyOf(model, mark, at),
  );
}

/** One line for a link to an event. */
export function linkTo(model: Model, at: number, prefix = ''): HTMLAnchorElement {
  const mark = model.marks[at];
  const text =
    mark === undefined ? '' : `${formatMs(mark.event.timeMs)} ${whereAndWhat(model, mark)}`;
  return make('a', { href: `#e${at}` }, `${prefix}${text}`);
}

function whereAndWhat({ lines }: Model, { line, text, event }: Mark): string {
  return line === undefined || event.type === 'lose' ? text : `${lines[line] ?? ''} ${text}`;
}

function fieldsOf({ event }: Mark): [string, string][] {
  return Object.entries(event)
    .filter(([name]) => name !== 'type' && name !== 'cuts')
    .map(([name, value]) =>
      name === 'timeMs' ? ['time', formatMs(event.timeMs)] : [name, String(value)],
    );
}

function journeyOf(model: Model, { message: number }: Mark, at: number): HTMLElement[] {
  const message = number === undefined ? undefined : model.messages[number];
  if (message === undefined) return [];
  const events = [message.sentAt, ...message.ends.map((end) => end.at)];
  const items = events.map((event) => {
    const item = make('li', {}, linkTo(model, event));
    if (event === at) item.setAttribute('aria-current', 'true');
    return item;
  });
  return [make('h3', {}, 'This message'), make('ol', {}, ...items)];
}
