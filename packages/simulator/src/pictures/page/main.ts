import { setUpFilters } from './controls.ts';
import { showDetails } from './details.ts';
import { Diagram } from './diagram.ts';
import { byId } from './dom.ts';
import { NO_FILTER, visibleMarks, type Filter } from './filter.ts';
import { showHeading } from './heading.ts';
import { layOut } from './layout.ts';
import { showLegend } from './legend.ts';
import { modelOf, type PageData } from './model.ts';
import { cutSpans, lineSpans, operationSpans } from './spans.ts';
import type { Scene } from './view.ts';
import { joined, plural } from './words.ts';

const data = JSON.parse(byId('run').textContent ?? '') as PageData;
const model = modelOf(data);
const spans = {
  lineSpans: lineSpans(model),
  cutSpans: cutSpans(model),
  operations: operationSpans(model),
};
const details = byId('details');

let scene = sceneFor(NO_FILTER);
let selected: number | undefined;

showHeading(data, model);
showLegend();
const diagram = new Diagram(scene, {
  onHover: (at) => {
    diagram.hover(at);
    // What was chosen stays in the panel, and readers of the screen are not told of every move.
    if (selected === undefined) showDetails(details, model, at);
  },
  onSelect: (at) => select(at),
});
setUpFilters(model, (filter) => {
  scene = sceneFor(filter);
  diagram.show(scene);
});
showDetails(details, model, undefined);
setUpKeys();
addEventListener('hashchange', followHash);
followHash();

function sceneFor(filter: Filter): Scene {
  const layout = layOut(model, visibleMarks(model, filter));
  const shown = model.lines.length - filter.hiddenLines.size;
  byId('counts').textContent = joined([
    `${layout.shown.length.toLocaleString('en')} of ${plural(model.marks.length, 'event')}`,
    plural(layout.arrows.length, 'arrow'),
    plural(shown, 'line'),
  ]);
  return { model, layout, ...spans, hiddenLines: filter.hiddenLines };
}

function select(at: number | undefined): void {
  selected = at;
  diagram.select(at);
  showDetails(details, model, at);
}

/** `#e12` is the event with the index 12. */
function followHash(): void {
  const [, index] = /^#e(\d+)$/.exec(location.hash) ?? [];
  if (index === undefined) return;
  const at = Number(index);
  if (model.marks[at] === undefined) return;
  select(at);
  diagram.reveal(at, true);
  diagram.canvas.focus({ preventScroll: true });
}

function setUpKeys(): void {
  const shown = () => scene.layout.shown;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(shown(), 1),
    ArrowUp: () => step(shown(), -1),
    Home: () => go(shown()[0]),
    End: () => go(shown().at(-1)),
    n: () => step(model.violations, 1),
    p: () => step(model.violations, -1),
    '+': () => diagram.zoom(1),
    '=': () => diagram.zoom(1),
    '-': () => diagram.zoom(-1),
    Escape: () => select(undefined),
  };
  diagram.canvas.addEventListener('keydown', (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    byId('search').focus();
  });
  byId('larger').addEventListener('click', () => diagram.zoom(1));
  byId('smaller').addEventListener('click', () => diagram.zoom(-1));
}

/** To the next of `events` after the chosen one, or before it. */
function step(events: readonly number[], direction: 1 | -1): void {
  const from = selected ?? (direction === 1 ? -1 : model.marks.length);
  const next =
    direction === 1 ? events.find((at) => at > from) : events.findLast((at) => at < from);
  go(next);
}

function go(at: number | undefined): void {
  if (at === undefined) return;
  select(at);
  diagram.reveal(at, false);
}
