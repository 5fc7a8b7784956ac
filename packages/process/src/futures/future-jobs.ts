import { microtask } from '../adapters/turn.ts';

type Job<C> = (core: C) => void;

/**
 * One microtask for everything that `then` has to call, in order: a microtask each would cost
 * several times as much in Node.
 *
 * @param run called once for each queued item; must not throw
 * @returns puts an item in the queue
 */
export function jobQueue<C>(run: Job<C>): Job<C> {
  let waiting: C[] = [];
  const flush = (): void => {
    const jobs = waiting;
    waiting = [];
    for (const job of jobs) run(job);
  };
  return (core) => {
    if (waiting.length === 0) microtask(flush);
    waiting.push(core);
  };
}
