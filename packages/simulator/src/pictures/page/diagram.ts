import { byId } from './dom.ts';
import { draw, drawOverview } from './draw.ts';
import { eventAt } from './hit.ts';
import { readPalette } from './palette.ts';
import { Geometry, HEADER_HEIGHT, type Scene } from './view.ts';

const ROW_HEIGHT_MIN = 2;
const ROW_HEIGHT_MAX = 44;
const ROW_HEIGHT_DEFAULT = 22;
const ZOOM_STEP = 1.25;

export interface DiagramEvents {
  readonly onHover: (at: number | undefined) => void;
  readonly onSelect: (at: number | undefined) => void;
}

/** The canvas in its scrolling box: knows what is on the screen and draws it once per frame. */
export class Diagram {
  readonly canvas = byId<HTMLCanvasElement>('diagram');
  readonly #scroller = byId('scroller');
  readonly #extent = byId('extent');
  readonly #overview = byId<HTMLCanvasElement>('overview');
  #scene: Scene;
  #rowHeight = ROW_HEIGHT_DEFAULT;
  #selected: number | undefined;
  #hovered: number | undefined;
  #isDrawing = false;
  #palette = readPalette(document.documentElement);

  constructor(scene: Scene, events: DiagramEvents) {
    this.#scene = scene;
    this.#scroller.addEventListener('scroll', () => this.#request());
    this.#scroller.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    new ResizeObserver(() => this.#resize()).observe(this.#scroller);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.#palette = readPalette(document.documentElement);
      this.#request();
    });
    const at = ({ offsetX, offsetY }: MouseEvent) =>
      offsetY < HEADER_HEIGHT ? undefined : eventAt(this.#geometry(), offsetX, offsetY);
    this.canvas.addEventListener('pointermove', (event) => events.onHover(at(event)));
    this.canvas.addEventListener('pointerleave', () => events.onHover(undefined));
    this.canvas.addEventListener('click', (event) => events.onSelect(at(event)));
    this.#overview.addEventListener('pointerdown', (event) => this.#jump(event));
    this.#overview.addEventListener('pointermove', (event) => {
      if (event.buttons === 1) this.#jump(event);
    });
    this.#resize();
  }

  show(scene: Scene): void {
    const anchor = this.#eventAtTop();
    this.#scene = scene;
    this.#resize();
    this.#scroller.scrollTop = (scene.layout.rows[anchor] ?? 0) * this.#rowHeight - this.#rowHeight;
  }

  select(at: number | undefined): void {
    this.#selected = at;
    this.#request();
  }

  hover(at: number | undefined): void {
    if (at === this.#hovered) return;
    this.#hovered = at;
    this.#request();
  }

  /** Scrolls just as far as it takes to see the event, or with `isCentred` to the middle. */
  reveal(at: number, isCentred: boolean): void {
    const y = this.#geometry().y(at);
    const { clientHeight } = this.#scroller;
    const isSeen = y > HEADER_HEIGHT + 20 && y < clientHeight - 30;
    if (!isSeen || isCentred) this.#scroller.scrollTop += y - clientHeight / 2;
    this.#request();
  }

  /** Larger for a positive number of steps; what is in the middle stays there. */
  zoom(steps: number, middle = this.#scroller.clientHeight / 2): void {
    const row = this.#geometry().rowOfY(middle);
    const wanted = this.#rowHeight * ZOOM_STEP ** steps;
    this.#rowHeight = Math.min(ROW_HEIGHT_MAX, Math.max(ROW_HEIGHT_MIN, wanted));
    this.#resize();
    this.#scroller.scrollTop = HEADER_HEIGHT + row * this.#rowHeight - middle;
  }

  #eventAtTop(): number {
    const row = this.#geometry().rowOfY(HEADER_HEIGHT + this.#rowHeight);
    return Math.max(
      0,
      this.#scene.layout.rows.findIndex((other) => other >= row),
    );
  }

  #onWheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoom(-event.deltaY / 100, event.clientY - this.#scroller.getBoundingClientRect().top);
  }

  #jump({ offsetY }: PointerEvent): void {
    const share = offsetY / this.#overview.clientHeight;
    const { scrollHeight, clientHeight } = this.#scroller;
    this.#scroller.scrollTop = share * scrollHeight - clientHeight / 2;
  }

  #geometry(): Geometry {
    const { clientWidth, clientHeight, scrollTop, scrollLeft } = this.#scroller;
    return new Geometry(this.#scene, {
      ...{ width: clientWidth, height: clientHeight, scrollTop, scrollLeft },
      ...{ rowHeight: this.#rowHeight, selected: this.#selected, hovered: this.#hovered },
    });
  }

  #resize(): void {
    const { contentWidth, contentHeight, view } = this.#geometry();
    this.#extent.style.height = `${Math.max(contentHeight, view.height)}px`;
    this.#extent.style.width = `${Math.max(contentWidth, view.width)}px`;
    this.#request();
  }

  #request(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      this.#draw();
    });
  }

  #draw(): void {
    const geometry = this.#geometry();
    const context = sized(this.canvas, geometry.view.width, geometry.view.height);
    if (context !== null) draw(context, this.#palette, geometry);
    const { clientWidth: width, clientHeight: height } = this.#overview;
    const overview = sized(this.#overview, width, height);
    if (overview !== null) drawOverview(overview, this.#palette, geometry, { width, height });
  }
}

/** A context in CSS pixels on a canvas with as many pixels as the screen has there. */
function sized(canvas: HTMLCanvasElement, width: number, height: number) {
  const [wide, high] = [width * devicePixelRatio, height * devicePixelRatio].map(Math.round);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide ?? 0;
    canvas.height = high ?? 0;
    if (canvas.id === 'diagram') {
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
  }
  const context = canvas.getContext('2d');
  context?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  return context;
}
