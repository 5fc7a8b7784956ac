import { macrotask } from '../src/adapters/turn.ts';

/** Lets every microtask run, and everything it causes; time stands still meanwhile. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    macrotask(resolve);
  });
}

/** Waits for turns until `condition` holds. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await turn();
}
