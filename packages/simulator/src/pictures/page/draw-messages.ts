import type { Brush } from './brush.ts';
import type { Arrow } from './layout.ts';
import type { Palette } from './palette.ts';
import type { Geometry } from './view.ts';

/** How far a lost message gets on its way. */
const LOST_SHARE = 0.72;

export interface Path {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Where an arrow runs; undefined if one of its lines is hidden. */
export function pathOf(geometry: Geometry, arrow: Arrow): Path | undefined {
  const message = geometry.scene.model.messages[arrow.message];
  if (message === undefined) return undefined;
  const [x1, toX] = [geometry.x(message.from), geometry.x(message.to)];
  if (x1 === undefined || toX === undefined) return undefined;
  const y1 = geometry.y(arrow.sentAt);
  // A message to itself leaves the line and comes back to it: only its way out has a width.
  const farX = message.from === message.to ? x1 + 26 : toX;
  if (arrow.style === 'open') return { x1, y1, x2: x1 + (farX - x1) * 0.25, y2: y1 + 6 };
  const y2 = geometry.y(arrow.endsAt);
  if (arrow.style === 'lost') return { x1, y1, x2: x1 + (farX - x1) * LOST_SHARE, y2 };
  return { x1, y1, x2: toX, y2 };
}

export function drawMessages(
  brush: Brush,
  geometry: Geometry,
  emphasised: number | undefined,
): void {
  const { view, scene } = geometry;
  const [top, bottom] = [geometry.rowOfY(0), geometry.rowOfY(view.height)];
  const later: Arrow[] = [];
  for (const arrow of scene.layout.arrowsWithin(top, bottom)) {
    if (arrow.message === emphasised) later.push(arrow);
    else drawArrow(brush, geometry, arrow, false);
  }
  for (const arrow of later) drawArrow(brush, geometry, arrow, true);
}

function drawArrow(brush: Brush, geometry: Geometry, arrow: Arrow, isEmphasised: boolean): void {
  const path = pathOf(geometry, arrow);
  if (path === undefined) return;
  const { x1, y1, x2, y2 } = path;
  if (Math.max(y1, y2) < 0 || Math.min(y1, y2) > geometry.view.height) return;
  const colour = isEmphasised ? brush.palette.selected : colourOf(brush.palette, arrow);
  const width = isEmphasised ? 2.5 : geometry.hasText ? 1.3 : 0.8;
  const isToItself = Math.abs(x2 - x1) < 1;
  const stroke = () => {
    if (isToItself) drawLoop(brush, path, colour, width);
    else brush.line(x1, y1, x2, y2, colour, width);
  };
  if (arrow.style === 'delivered') stroke();
  else brush.dashed(arrow.style === 'again' ? [7, 4] : [3, 4], stroke);
  if (arrow.style === 'lost') brush.cross(x2, y2, geometry.hasText ? 5 : 2, colour);
  else if (geometry.hasText && isToItself) brush.head(x1 + 30, y2, x1 + 4, y2, colour);
  else if (geometry.hasText) brush.head(x1, y1, x2 + (x2 > x1 ? -4 : 4), y2, colour);
}

function drawLoop({ context }: Brush, { x1, y1, y2 }: Path, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(x1, y1);
  context.bezierCurveTo(x1 + 32, y1, x1 + 32, y2, x1 + 4, y2);
  context.stroke();
}

function colourOf(palette: Palette, { style }: Arrow): string {
  if (style === 'lost') return palette.lost;
  return style === 'again' ? palette.again : style === 'open' ? palette.muted : palette.message;
}
