import type { Process } from '@quorate/process';

/** A callback of futures and listeners that runs as an event of a process. */
export function inProcess<A extends readonly unknown[]>(
  process: Process,
  callback: (...args: A) => void,
): (...args: A) => void {
  return (...args) => process.runtime.tell(process.self, () => callback(...args));
}
