import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import type { CutSpan, LineSpan, OperationSpan } from './spans.ts';

/** Everything that is drawn, before it has a size. */
export interface Scene {
  readonly model: Model;
  readonly layout: Layout;
  readonly lineSpans: readonly LineSpan[];
  readonly cutSpans: readonly CutSpan[];
  readonly operations: readonly OperationSpan[];
  readonly hiddenLines: ReadonlySet<number>;
}

/** The part of the scene on the screen; sizes in CSS pixels. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly selected: number | undefined;
  readonly hovered: number | undefined;
}

export const HEADER_HEIGHT = 30;
export const GUTTER_WIDTH = 116;
const COLUMN_WIDTH_MIN = 150;
/** Below this height of a row there is no room for words. */
const TEXT_ROW_HEIGHT = 13;

/** Where things stand on the canvas. */
export class Geometry {
  readonly scene: Scene;
  readonly view: View;
  readonly columnWidth: number;
  readonly #columns: ReadonlyMap<number, number>;

  constructor(scene: Scene, view: View) {
    this.scene = scene;
    this.view = view;
    const lines = scene.model.lines.map((_, line) => line);
    const shown = lines.filter((line) => !scene.hiddenLines.has(line));
    this.#columns = new Map(shown.map((line, column) => [line, column]));
    const room = (view.width - GUTTER_WIDTH) / Math.max(1, shown.length);
    this.columnWidth = Math.max(COLUMN_WIDTH_MIN, room);
  }

  /** Lines that are shown, from left to right. */
  get lines(): readonly number[] {
    return [...this.#columns.keys()];
  }

  get contentWidth(): number {
    return GUTTER_WIDTH + this.columnWidth * Math.max(1, this.#columns.size);
  }

  get contentHeight(): number {
    return HEADER_HEIGHT + this.scene.layout.height * this.view.rowHeight;
  }

  /** A line stands left in its column, so that its texts have room on the right. */
  x(line: number): number | undefined {
    const column = this.#columns.get(line);
    if (column === undefined) return undefined;
    return GUTTER_WIDTH + this.columnWidth * (column + 0.3) - this.view.scrollLeft;
  }

  y(at: number): number {
    return this.yOfRow(this.scene.layout.rows[at] ?? this.scene.layout.height);
  }

  yOfRow(row: number): number {
    return HEADER_HEIGHT + row * this.view.rowHeight - this.view.scrollTop;
  }

  rowOfY(y: number): number {
    return (y - HEADER_HEIGHT + this.view.scrollTop) / this.view.rowHeight;
  }

  /** How wide a text may be that begins at `x`. */
  room(x: number): number {
    return Math.min(this.columnWidth - 24, this.contentWidth - this.view.scrollLeft - x - 6);
  }

  get hasText(): boolean {
    return this.view.rowHeight >= TEXT_ROW_HEIGHT;
  }
}
