import type { Palette } from './palette.ts';

const FONT = '12px ui-sans-serif, system-ui, "Segoe UI", "DejaVu Sans", sans-serif';
export const FONT_BOLD = `600 ${FONT}`;

export interface TextStyle {
  readonly colour: string;
  readonly align?: CanvasTextAlign;
  readonly font?: string;
  /** Longer texts end with an ellipsis. */
  readonly widthMax?: number;
}

/** A canvas context with the few strokes that the diagram is made of. */
export class Brush {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;

  constructor(context: CanvasRenderingContext2D, palette: Palette) {
    this.context = context;
    this.palette = palette;
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: string, width = 1.25): void {
    const { context } = this;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }

  dashed(dash: readonly number[], draw: () => void): void {
    this.context.setLineDash([...dash]);
    draw();
    this.context.setLineDash([]);
  }

  dot(x: number, y: number, radius: number, colour: string): void {
    const { context } = this;
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
  }

  cross(x: number, y: number, radius: number, colour: string, width = 2): void {
    this.line(x - radius, y - radius, x + radius, y + radius, colour, width);
    this.line(x - radius, y + radius, x + radius, y - radius, colour, width);
  }

  rectangle(x: number, y: number, width: number, height: number, colour: string): void {
    this.context.fillStyle = colour;
    this.context.fillRect(x, y, width, height);
  }

  /** The head of an arrow that comes from (fromX, fromY) and ends at (x, y). */
  head(fromX: number, fromY: number, x: number, y: number, colour: string): void {
    const { context } = this;
    const angle = Math.atan2(y - fromY, x - fromX);
    context.fillStyle = colour;
    context.beginPath();
    context.moveTo(x, y);
    for (const turn of [0.42, -0.42]) {
      context.lineTo(x - 9 * Math.cos(angle + turn), y - 9 * Math.sin(angle + turn));
    }
    context.closePath();
    context.fill();
  }

  /** Text around whose letters the background shows, so that lines do not cross it. */
  text(text: string, x: number, y: number, style: TextStyle): void {
    const { context } = this;
    context.font = style.font ?? FONT;
    context.textAlign = style.align ?? 'left';
    context.textBaseline = 'middle';
    const shown = this.fit(text, style.widthMax ?? Infinity);
    context.strokeStyle = this.palette.background;
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.strokeText(shown, x, y);
    context.fillStyle = style.colour;
    context.fillText(shown, x, y);
  }

  private fit(text: string, widthMax: number): string {
    const { context } = this;
    if (text.length * 12 < widthMax || context.measureText(text).width <= widthMax) return text;
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (context.measureText(`${text.slice(0, middle)}…`).width <= widthMax) low = middle;
      else high = middle - 1;
    }
    return low === 0 ? '' : `${text.slice(0, low)}…`;
  }
}
