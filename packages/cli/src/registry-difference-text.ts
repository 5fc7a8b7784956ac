import type { RegistryDifference } from './registry-difference.ts';
import { printable } from './text-style.ts';

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

/** Differences for people, such as `+admitted S1`. */
export function differencesText(
  differences: readonly RegistryDifference[],
  separator: string,
): string {
  return differences
    .map(({ part, id, change }) => `${SIGNS[change]}${part}${id === undefined ? '' : ` ${id}`}`)
    .map(printable)
    .join(separator);
}
