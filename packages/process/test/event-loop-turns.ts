import { macrotask } from '../src/adapters/turn.ts';

/** Counts the turns of the event loop, until it is disposed of. */
export function eventLoopTurns(
  onTurn: () => void = () => undefined,
): Disposable & { count: number } {
  let isOver = false;
  const turns = {
    count: 0,
    [Symbol.dispose]: (): void => {
      isOver = true;
    },
  };
  const next = (): void => {
    if (isOver) return;
    turns.count++;
    onTurn();
    macrotask(next);
  };
  macrotask(next);
  return turns;
}
