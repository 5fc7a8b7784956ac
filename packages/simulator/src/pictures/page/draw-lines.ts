import type { Brush } from './brush.ts';
import { statusColour } from './palette.ts';
import { GUTTER_WIDTH, type Geometry } from './view.ts';

/** What lies below the messages: cuts, the lines of the nodes, and the operations of clients. */
export function drawLines(brush: Brush, geometry: Geometry): void {
  drawCuts(brush, geometry);
  drawNodes(brush, geometry);
  drawOperations(brush, geometry);
}

function drawCuts(brush: Brush, geometry: Geometry): void {
  const { context, palette } = brush;
  for (const { from, to, shares } of geometry.scene.cutSpans) {
    const [top, bottom] = clipped(geometry, geometry.y(from), geometry.y(to));
    if (bottom <= top) continue;
    geometry.lines.forEach((line, index) => {
      const next = geometry.lines[index + 1];
      if (next === undefined) return;
      const share = Math.max(...shares.slice(line, next));
      const [left = 0, right = 0] = [geometry.x(line), geometry.x(next)];
      if (!(share > 0)) return;
      context.globalAlpha = 0.08 + 0.22 * share;
      brush.rectangle(left, top, right - left, bottom - top, palette.cut);
      context.globalAlpha = 1;
    });
  }
}

function drawNodes(brush: Brush, geometry: Geometry): void {
  const { palette } = brush;
  for (const { line, from, to, status, life } of geometry.scene.lineSpans) {
    const x = geometry.x(line);
    const start = from < 0 ? geometry.yOfRow(0) : geometry.y(from);
    const [top, bottom] = clipped(geometry, start, geometry.y(to));
    if (x === undefined || bottom <= top) continue;
    const colour = statusColour(palette, status);
    if (life === 'up') brush.line(x, top, x, bottom, colour, 5);
    if (life === 'paused') {
      // Dashes begin at a multiple of their length, so that they stand still while one scrolls.
      const first = top - ((top + geometry.view.scrollTop) % 12);
      brush.dashed([4, 8], () => brush.line(x, first, x, bottom, colour, 5));
    }
    if (life === 'down') {
      const first = top - ((top + geometry.view.scrollTop) % 8);
      brush.dashed([1, 7], () => brush.line(x, first, x, bottom, palette.muted, 1.5));
    }
  }
}

function drawOperations(brush: Brush, geometry: Geometry): void {
  const { context, palette } = brush;
  for (const { line, from, to, outcome, lane } of geometry.scene.operations) {
    const x = geometry.x(line);
    const [top, bottom] = clipped(geometry, geometry.y(from) - 3, geometry.y(to) + 3);
    if (x === undefined || bottom <= top) continue;
    const left = x - 17 - lane * 9;
    context.globalAlpha = outcome === 'open' ? 0.5 : 0.9;
    brush.rectangle(left, top, 7, bottom - top, palette[outcome]);
    context.globalAlpha = 1;
  }
}

/** The part from `top` to `bottom` that is on the screen. */
function clipped({ view }: Geometry, top: number, bottom: number): [number, number] {
  return [Math.max(-20, top), Math.min(view.height + 20, bottom)];
}

/** The column of times on the left, one for each instant that has room. */
export function drawTimes(brush: Brush, geometry: Geometry, marks: readonly number[]): void {
  const { palette } = brush;
  const events = geometry.scene.model.marks;
  brush.rectangle(0, 0, GUTTER_WIDTH - 16, geometry.view.height, palette.background);
  let [lastMs, lastY] = [-1, -Infinity];
  for (const at of marks) {
    const timeMs = events[at]?.event.timeMs ?? 0;
    const y = geometry.y(at);
    if (timeMs === lastMs || y - lastY < 16) continue;
    [lastMs, lastY] = [timeMs, y];
    brush.text(formatMs(timeMs), GUTTER_WIDTH - 22, y, { colour: palette.muted, align: 'right' });
  }
}

export function formatMs(timeMs: number): string {
  return `${Number(timeMs.toFixed(1)).toLocaleString('en')} ms`;
}
