import { FONT_BOLD, type Brush } from './brush.ts';
import type { Mark } from './model.ts';
import { statusColour, type ColourName } from './palette.ts';
import { GUTTER_WIDTH, HEADER_HEIGHT, type Geometry } from './view.ts';

/** The events themselves: dots on the lines, and their words where rows are high enough. */
export function drawMarks(brush: Brush, geometry: Geometry, marks: readonly number[]): void {
  const drawn = marks.flatMap((at) => geometry.scene.model.marks[at] ?? []);
  marks.forEach((at, index) => {
    const mark = drawn[index];
    if (mark !== undefined) drawMark(brush, geometry, mark, at);
  });
}

function drawMark(brush: Brush, geometry: Geometry, mark: Mark, at: number): void {
  const y = geometry.y(at);
  const { view } = geometry;
  const { palette } = brush;
  if (at === view.selected || at === view.hovered) {
    brush.context.globalAlpha = 0.14;
    brush.rectangle(0, y - view.rowHeight / 2, view.width, view.rowHeight, palette.selected);
    brush.context.globalAlpha = 1;
  }
  if (mark.kind === 'violation') return drawViolation(brush, geometry, mark, y);
  if (mark.line === undefined) return drawAcross(brush, geometry, mark, y);
  const x = geometry.x(mark.line);
  if (x === undefined) return;
  if (mark.kind === 'message') return drawMessageMark(brush, geometry, mark, x, y);
  if (mark.kind === 'fault') drawFault(brush, mark, x, y);
  if (mark.kind === 'state') brush.dot(x, y, 4, stateColour(brush, mark));
  if (mark.kind === 'client') brush.rectangle(x - 22, y - 1, 20, 2, clientColour(brush, mark));
  if (geometry.hasText) drawOwnText(brush, geometry, mark, x, y);
}

function drawMessageMark(brush: Brush, geometry: Geometry, mark: Mark, x: number, y: number): void {
  const { palette } = brush;
  if (mark.event.type === 'lose') return;
  brush.dot(x, y, geometry.hasText ? 3.2 : 1.6, palette.ink);
  if (mark.event.type !== 'send' || !geometry.hasText) return;
  const message = geometry.scene.model.messages[mark.message ?? -1];
  if (message === undefined) return;
  const { name, detail } = mark.event;
  const isLeftward = message.to < message.from;
  const text = detail === undefined ? name : `${name} ${detail}`;
  brush.text(text, isLeftward ? x - 10 : x + 10, y - 5, {
    colour: palette.ink,
    align: isLeftward ? 'right' : 'left',
    widthMax: isLeftward ? geometry.columnWidth - 24 : geometry.room(x + 10),
  });
}

function drawFault(brush: Brush, { event }: Mark, x: number, y: number): void {
  const { palette, context } = brush;
  if (event.type === 'crash') return brush.cross(x, y, 6, palette.fault, 3);
  if (event.type === 'wipe') {
    brush.rectangle(x - 6, y - 6, 12, 12, palette.background);
    context.strokeStyle = palette.fault;
    context.lineWidth = 2.5;
    context.strokeRect(x - 5, y - 5, 10, 10);
    return;
  }
  const isBack = event.type === 'start' || event.type === 'resume';
  brush.dot(x, y, 6, isBack ? palette.succeeded : palette.fault);
  brush.dot(x, y, 3, palette.background);
}

function drawOwnText(brush: Brush, geometry: Geometry, mark: Mark, x: number, y: number): void {
  const { palette } = brush;
  const { event } = mark;
  const widthMax = geometry.room(x + 12);
  if (event.type === 'client') {
    const text = event.phase === 'invoked' ? event.text : `${event.phase}: ${event.text}`;
    const colour = event.phase === 'invoked' ? palette.muted : clientColour(brush, mark);
    brush.text(text, x + 12, y, { colour, widthMax });
    return;
  }
  if (event.type === 'state') {
    const colour = stateColour(brush, mark);
    const log = event.end < event.begin ? 'empty log' : `log ${event.begin}–${event.end}`;
    const text = `${event.status} · promised ${event.promised} · ${log}`;
    brush.text(text, x + 12, y, { colour, widthMax });
    return;
  }
  const isFault = mark.kind === 'fault';
  const font = isFault ? { font: FONT_BOLD } : {};
  const colour = isFault ? faultColour(event.type) : 'muted';
  brush.text(mark.text, x + 12, y, { colour: palette[colour], widthMax, ...font });
}

const faultColour = (type: string): ColourName =>
  type === 'start' || type === 'resume' ? 'succeeded' : 'fault';

function stateColour({ palette }: Brush, { event }: Mark): string {
  return event.type === 'state' ? statusColour(palette, event.status) : palette.ink;
}

function clientColour({ palette }: Brush, { event }: Mark): string {
  if (event.type !== 'client' || event.phase === 'invoked') return palette.open;
  return palette[event.phase];
}

/** What concerns all lines: a change of the network, a note about the run. */
function drawAcross(brush: Brush, geometry: Geometry, { kind, text }: Mark, y: number): void {
  const { palette } = brush;
  const colour = kind === 'network' ? palette.cut : palette.muted;
  const right = geometry.contentWidth - geometry.view.scrollLeft;
  brush.dashed([2, 4], () => brush.line(GUTTER_WIDTH - 16, y, right, y, colour, 1));
  if (!geometry.hasText) return;
  brush.text(text, GUTTER_WIDTH - 8, y, {
    colour,
    font: FONT_BOLD,
    widthMax: right - GUTTER_WIDTH,
  });
}

function drawViolation(brush: Brush, geometry: Geometry, mark: Mark, y: number): void {
  const { palette } = brush;
  const height = Math.max(4, geometry.view.rowHeight);
  const left = GUTTER_WIDTH - 16;
  brush.rectangle(left, y - height / 2, geometry.view.width, height, palette['violation-soft']);
  brush.rectangle(left, y - height / 2, 4, height, palette.violation);
  const x = mark.line === undefined ? undefined : geometry.x(mark.line);
  if (x !== undefined) brush.dot(x, y, 6, palette.violation);
  if (!geometry.hasText) return;
  const widthMax = geometry.view.width - left - 20;
  brush.text(mark.text, left + 12, y, { colour: palette.violation, font: FONT_BOLD, widthMax });
}

/** The names of the nodes, which stay at the top. */
export function drawHeader(brush: Brush, geometry: Geometry): void {
  const { palette } = brush;
  const { model } = geometry.scene;
  brush.rectangle(0, 0, geometry.view.width, HEADER_HEIGHT, palette.surface);
  brush.rectangle(0, HEADER_HEIGHT - 1, geometry.view.width, 1, palette.rule);
  for (const line of geometry.lines) {
    const x = geometry.x(line);
    if (x === undefined) continue;
    const widthMax = geometry.columnWidth - 12;
    const style = { colour: palette.ink, align: 'center', font: FONT_BOLD, widthMax } as const;
    brush.text(model.lines[line] ?? '', x, HEADER_HEIGHT / 2, style);
  }
}
