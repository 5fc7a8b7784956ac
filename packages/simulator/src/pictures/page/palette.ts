const NAMES = [
  ...['background', 'surface', 'ink', 'muted', 'rule', 'message', 'again', 'lost', 'cut'],
  ...['violation', 'violation-soft', 'selected', 'running', 'empty', 'starting', 'recovering'],
  ...['voting', 'succeeded', 'failed', 'unknown', 'open', 'fault'],
] as const;

export type ColourName = (typeof NAMES)[number];
export type Palette = Readonly<Record<ColourName, string>>;

const STATUSES = ['empty', 'starting', 'recovering', 'voting'] as const;

/** The colours of the style sheet, for light or dark as the reader has it. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries(entries) as Palette;
}

export function statusColour(palette: Palette, status: string): string {
  const known = STATUSES.find((name) => name === status.toLowerCase());
  return palette[known ?? 'running'];
}
