import type { Resumption, StreamRecord, UpdateRecord } from '../update-history.ts';
import { nameOf } from './update-checker.ts';
import type { UpdateChecker } from './update-checker.ts';

/**
 * A manager that is paused forwards nothing, and when it goes on it forwards what is at the front of each
 * stream: a pause loses nothing (U8).
 */
export class PausedForwards implements UpdateChecker {
  readonly invariant = 'paused-forwards';
  readonly #streams: () => readonly StreamRecord[];
  #isPaused = false;
  /** What waited for its acknowledgement when the manager was told to go on. */
  #waiting: readonly UpdateRecord[] = [];

  constructor(streams: () => readonly StreamRecord[]) {
    this.#streams = streams;
  }

  paused(): void {
    this.#isPaused = true;
  }

  forwarded(update: UpdateRecord): string | undefined {
    return this.#isPaused
      ? `${nameOf(update)} is forwarded by a manager that is paused`
      : undefined;
  }

  resuming(): void {
    this.#isPaused = false;
    this.#waiting = this.#streams().flatMap((stream) => frontOf(stream) ?? []);
  }

  resumed({ life, resumes }: Resumption): string | undefined {
    const left = this.#waiting.find(
      ({ stream, acknowledged, forwards }) =>
        !stream.isOver &&
        acknowledged === 'none' &&
        !forwards.some((forward) => forward.life === life && forward.resumes === resumes),
    );
    return left && `${nameOf(left)} waits, and is not forwarded by a manager that goes on`;
  }

  crashed(): void {
    this.#isPaused = false;
    this.#waiting = [];
  }
}

/** The oldest that waits for its acknowledgement, if it is certain which one that is. */
function frontOf({ isOver, updates }: StreamRecord): UpdateRecord | undefined {
  if (isOver) return undefined;
  const front = updates.find(({ acknowledged }) => acknowledged !== 'done');
  return front?.kept === 'done' && front.acknowledged === 'none' ? front : undefined;
}
