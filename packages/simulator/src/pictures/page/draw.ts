import { Brush } from './brush.ts';
import { drawLines, drawTimes } from './draw-lines.ts';
import { drawHeader, drawMarks } from './draw-marks.ts';
import { drawMessages } from './draw-messages.ts';
import { firstShownFrom } from './layout.ts';
import type { Palette } from './palette.ts';
import type { Geometry } from './view.ts';

/** The events whose rows are on the screen, and one screen's edge more. */
export function marksOnScreen(geometry: Geometry): readonly number[] {
  const { layout } = geometry.scene;
  const first = firstShownFrom(layout, geometry.rowOfY(-20));
  const last = firstShownFrom(layout, geometry.rowOfY(geometry.view.height + 20));
  return layout.shown.slice(first, last);
}

/** Draws what is on the screen, and nothing else: the length of the run does not matter. */
export function draw(
  context: CanvasRenderingContext2D,
  palette: Palette,
  geometry: Geometry,
): void {
  const { view, scene } = geometry;
  const brush = new Brush(context, palette);
  const marks = marksOnScreen(geometry);
  const emphasised = scene.model.marks[view.selected ?? view.hovered ?? -1]?.message;
  brush.rectangle(0, 0, view.width, view.height, palette.background);
  drawLines(brush, geometry);
  drawMessages(brush, geometry, emphasised);
  drawMarks(brush, geometry, marks);
  drawTimes(brush, geometry, marks);
  drawHeader(brush, geometry);
}

/** The whole run in a narrow strip: where faults and violations are, and where the screen is. */
export function drawOverview(
  context: CanvasRenderingContext2D,
  palette: Palette,
  geometry: Geometry,
  size: { readonly width: number; readonly height: number },
): void {
  const { layout, model } = geometry.scene;
  const { view } = geometry;
  const brush = new Brush(context, palette);
  const scale = size.height / layout.height;
  brush.rectangle(0, 0, size.width, size.height, palette.surface);
  const tick = (at: number, colour: string, height: number) =>
    brush.rectangle(0, (layout.rows[at] ?? 0) * scale - height / 2, size.width, height, colour);
  for (const at of layout.shown) {
    const kind = model.marks[at]?.kind;
    if (kind === 'fault') tick(at, palette.fault, 1);
    if (kind === 'network') tick(at, palette.cut, 1);
  }
  for (const at of model.violations) tick(at, palette.violation, 4);
  const top = (view.scrollTop / view.rowHeight) * scale;
  const height = Math.max(6, (view.height / view.rowHeight) * scale);
  context.globalAlpha = 0.22;
  brush.rectangle(0, top, size.width, height, palette.ink);
  context.globalAlpha = 1;
}
