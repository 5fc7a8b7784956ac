import { macrotask } from '../adapters/turn.ts';

/** Messages that all connections together deliver in a turn of the event loop: what a runtime serves in one. */
const TURN_MESSAGES = 1_024;
/** Of one connection, before the next has its turn. */
const SHARE_MESSAGES = 64;

/** A connection that has messages to deliver. */
export interface TurnTaker {
  /** Delivers at most so many, and gives how many it were; fewer: it has no more. */
  deliver(messagesMax: number): number;
  /** It has delivered what it had. */
  done(): void;
}

/**
 * Divides what is delivered in a turn of the event loop among the connections. Whoever floods does not fill
 * mailboxes faster than they are emptied, and waits behind everybody else's share; timers and other sockets
 * have their turns in between.
 */
export class FairTurns {
  readonly #schedule: (thunk: () => void) => void;
  readonly #waiting: TurnTaker[] = [];
  #left = TURN_MESSAGES;
  #isScheduled = false;

  constructor(schedule: (thunk: () => void) => void = macrotask) {
    this.#schedule = schedule;
  }

  /** Delivers at once what this turn has room for. False: the rest waits, and `done` tells of its end. */
  deliver(taker: TurnTaker): boolean {
    this.#scheduleTurn();
    if (this.#waiting.length === 0 && this.#left > 0) {
      const room = this.#left;
      const delivered = taker.deliver(room);
      this.#left -= delivered;
      if (delivered < room) return true;
    }
    this.#waiting.push(taker);
    return false;
  }

  #scheduleTurn(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#schedule(() => this.#turn());
  }

  #turn(): void {
    this.#isScheduled = false;
    this.#left = TURN_MESSAGES;
    while (this.#left > 0) {
      const taker = this.#waiting.shift();
      if (!taker) return;
      const share = Math.min(SHARE_MESSAGES, this.#left);
      const delivered = taker.deliver(share);
      this.#left -= delivered;
      if (delivered < share) taker.done();
      else this.#waiting.push(taker);
    }
    if (this.#waiting.length > 0) this.#scheduleTurn();
  }
}
