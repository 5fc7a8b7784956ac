import type { Model } from './model.ts';

/** One journey of a message, from the event that sent it to one that ended it. */
export interface Arrow {
  readonly message: number;
  readonly sentAt: number;
  readonly endsAt: number;
  readonly style: 'delivered' | 'again' | 'lost' | 'open';
}

/** Where events stand, in rows from the top: each that is shown has one, and pauses have room. */
export interface Layout {
  /** The row of each event, and after the last the end; a hidden one has that of its successor. */
  readonly rows: readonly number[];
  /** The events that are shown, in their order. */
  readonly shown: readonly number[];
  readonly arrows: readonly Arrow[];
  readonly height: number;
  /** The arrows that may cross the rows from `top` to `bottom`. */
  arrowsWithin(top: number, bottom: number): ReadonlySet<Arrow>;
}

const ROWS_PER_BUCKET = 64;
/** The room that a pause takes grows with its logarithm, up to this many rows. */
const PAUSE_ROWS_MAX = 2;

export function layOut(model: Model, isShown: readonly boolean[]): Layout {
  const rows: number[] = [];
  const shown: number[] = [];
  let row = 1;
  let lastMs: number | undefined;
  model.marks.forEach(({ event }, at) => {
    if (isShown[at] !== true) {
      rows.push(row);
      return;
    }
    const pauseMs = lastMs === undefined ? 0 : Math.max(0, event.timeMs - lastMs);
    row += Math.min(PAUSE_ROWS_MAX, 0.4 * Math.log10(1 + pauseMs));
    lastMs = event.timeMs;
    rows.push(row);
    shown.push(at);
    row += 1;
  });
  rows.push(row);
  const arrows = arrowsOf(model, isShown);
  const buckets = bucketsOf(arrows, rows);
  const arrowsWithin = (top: number, bottom: number) => {
    const found = new Set<Arrow>();
    const last = Math.floor(bottom / ROWS_PER_BUCKET);
    for (let bucket = Math.floor(top / ROWS_PER_BUCKET); bucket <= last; bucket += 1) {
      for (const arrow of buckets.get(bucket) ?? []) found.add(arrow);
    }
    return found;
  };
  return { rows, shown, arrows, height: row + 1, arrowsWithin };
}

function arrowsOf({ messages }: Model, isShown: readonly boolean[]): Arrow[] {
  return messages.flatMap(({ sentAt, ends }, message): Arrow[] => {
    if (isShown[sentAt] !== true) return [];
    if (ends.length === 0) return [{ message, sentAt, endsAt: sentAt, style: 'open' }];
    return ends.map(({ at, isLost, isAgain }) => ({
      ...{ message, sentAt, endsAt: at },
      style: isLost ? 'lost' : isAgain ? 'again' : 'delivered',
    }));
  });
}

function bucketsOf(arrows: readonly Arrow[], rows: readonly number[]): Map<number, Arrow[]> {
  const buckets = new Map<number, Arrow[]>();
  for (const arrow of arrows) {
    const last = Math.floor(((rows[arrow.endsAt] ?? 0) + 1) / ROWS_PER_BUCKET);
    const first = Math.floor((rows[arrow.sentAt] ?? 0) / ROWS_PER_BUCKET);
    for (let bucket = first; bucket <= last; bucket += 1) {
      const held = buckets.get(bucket);
      if (held === undefined) buckets.set(bucket, [arrow]);
      else held.push(arrow);
    }
  }
  return buckets;
}

/** The first of `shown` whose row is at least `row`, as an index of `shown`. */
export function firstShownFrom({ rows, shown }: Layout, row: number): number {
  let [low, high] = [0, shown.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[shown[middle] ?? 0] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
