import type { RefusalReason } from './transport-events.ts';

/** What a connection carries is not to be read on: it has no future. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
