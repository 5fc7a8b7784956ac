import type { ValueRange } from '@quorate/messages';

// Ranges hold both of their ends: [1-3] is 1, 2 and 3. Unknown fields of a range do not survive
// arithmetic, as they do not upstream.

/** The same integers in as few ranges as possible, ascending. (Mesos src/common/values.cpp) */
export function coalesce(ranges: readonly ValueRange[]): readonly ValueRange[] {
  const merged: ValueRange[] = [];
  for (const { begin, end } of sorted(ranges)) {
    const last = merged.at(-1);
    // Neighbours without a gap are one range too.
    if (last && begin <= last.end + 1) {
      merged[merged.length - 1] = { begin: last.begin, end: Math.max(last.end, end) };
    } else merged.push({ begin, end });
  }
  return merged;
}

export function addRanges(
  left: readonly ValueRange[],
  right: readonly ValueRange[],
): readonly ValueRange[] {
  return coalesce([...left, ...right]);
}

/** What is in `left` and not in `right`, ascending. */
export function subtractRanges(
  left: readonly ValueRange[],
  right: readonly ValueRange[],
): readonly ValueRange[] {
  if (left.length === 0 || right.length === 0) return left;
  const holes = coalesce(right);
  return sorted(left).flatMap((range) => without(range, holes));
}

/** Whether all of `right` is in `left`. */
export function containsRanges(left: readonly ValueRange[], right: readonly ValueRange[]): boolean {
  const outer = coalesce(left);
  return coalesce(right).every((range) =>
    outer.some(({ begin, end }) => begin <= range.begin && range.end <= end),
  );
}

export function equalRanges(left: readonly ValueRange[], right: readonly ValueRange[]): boolean {
  return containsRanges(left, right) && containsRanges(right, left);
}

function sorted(ranges: readonly ValueRange[]): readonly ValueRange[] {
  return [...ranges].sort((a, b) => a.begin - b.begin || a.end - b.end);
}

function without(range: ValueRange, holes: readonly ValueRange[]): readonly ValueRange[] {
  const parts: ValueRange[] = [];
  let begin = range.begin;
  for (const hole of holes) {
    if (hole.end < begin) continue;
    if (hole.begin > range.end) break;
    if (hole.begin > begin) parts.push({ begin, end: hole.begin - 1 });
    begin = hole.end + 1;
  }
  if (begin <= range.end) parts.push({ begin, end: range.end });
  return parts;
}
