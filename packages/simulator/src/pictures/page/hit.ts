import { marksOnScreen } from './draw.ts';
import { pathOf, type Path } from './draw-messages.ts';
import type { Geometry } from './view.ts';

const REACH = 7;

/** The event under the pointer: a dot, else an arrow (its end), else whatever has the row to itself. */
export function eventAt(geometry: Geometry, x: number, y: number): number | undefined {
  const { model, layout } = geometry.scene;
  const marks = marksOnScreen(geometry);
  const isNear = (at: number) =>
    Math.abs(geometry.y(at) - y) <= Math.max(3, geometry.view.rowHeight / 2);
  const near = marks.filter(isNear);
  for (const at of near) {
    const line = model.marks[at]?.line;
    const lineX = line === undefined ? undefined : geometry.x(line);
    if (lineX !== undefined && Math.abs(lineX - x) <= REACH + 2) return at;
  }
  for (const arrow of layout.arrowsWithin(geometry.rowOfY(y - 20), geometry.rowOfY(y + 20))) {
    const path = pathOf(geometry, arrow);
    if (path !== undefined && distanceTo(path, x, y) <= REACH - 2) return arrow.endsAt;
  }
  return near[0];
}

function distanceTo({ x1, y1, x2, y2 }: Path, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
