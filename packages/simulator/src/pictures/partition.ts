type Cut = readonly [string, string];

/** Who no longer reaches whom: the sides if nothing passes between them, else the pairs. */
export function describeCuts(cuts: readonly Cut[], lines: readonly string[]): string {
  if (cuts.length === 0) return 'network whole';
  const sides = sidesOf(cuts, lines);
  if (sides === undefined) {
    return `cut: ${cuts.map(([from, to]) => `${from} to ${to}`).join(', ')}`;
  }
  return `partition: ${sides.map((side) => side.join(' ')).join(' | ')}`;
}

/**
 * The groups of lines that still reach each other; undefined where cuts are one-way only, or leave
 * a way around.
 */
function sidesOf(
  cuts: readonly Cut[],
  lines: readonly string[],
): readonly (readonly string[])[] | undefined {
  const keys = new Set(cuts.map(([from, to]) => key(from, to)));
  const reaches = (from: string, to: string) =>
    !keys.has(key(from, to)) && !keys.has(key(to, from));
  const rest = new Set(lines);
  const sides: string[][] = [];
  for (const first of lines) {
    if (!rest.delete(first)) continue;
    const side = [first];
    for (const member of side) {
      for (const other of [...rest].filter((line) => reaches(member, line))) {
        rest.delete(other);
        side.push(other);
      }
    }
    sides.push(side);
  }
  const sideOf = new Map(sides.flatMap((side, index) => side.map((line) => [line, index])));
  const isClean =
    sides.length > 1 &&
    cuts.every(([from, to]) => sideOf.get(from) !== sideOf.get(to) && keys.has(key(to, from)));
  return isClean ? sides : undefined;
}

const key = (from: string, to: string) => JSON.stringify([from, to]);
