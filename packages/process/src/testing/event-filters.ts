import { Completer } from '../futures/completer.ts';
import type { Future } from '../futures/future.ts';
import type { Pid } from '../pid.ts';
import type { EventFilter, FilteredEvent } from '../runtime-options.ts';

/** Which events a rule is about; what is left out does not matter. */
export interface EventMatch {
  readonly type?: FilteredEvent['type'];
  /** Who is to serve it. */
  readonly to?: Pid;
  /** The method or message name. */
  readonly name?: string;
  /** Who sent the message, or who has ended. */
  readonly from?: Pid;
}

/** Drops what it matches, until it is disposed of. */
export interface EventRule extends Disposable {
  readonly dropped: number;
}

/**
 * Sees each event when it is about to be served: tests wait for one, or drop it. (libprocess:
 * FUTURE_MESSAGE, FUTURE_DISPATCH, DROP_MESSAGE, DROP_DISPATCH and their kin)
 */
export class EventFilters {
  readonly #rules = new Set<(event: FilteredEvent) => boolean>();

  /** For `RuntimeOptions.eventFilter`. True drops the event. */
  readonly filter: EventFilter = (event) => {
    let drops = false;
    // A copy: whoever hears of an event may make rules of its own.
    for (const rule of [...this.#rules]) if (rule(event)) drops = true;
    return drops;
  };

  /** Ready with the first event from now on that matches, before it is served. */
  next(match: EventMatch): Future<FilteredEvent> {
    const completer = new Completer<FilteredEvent>();
    const rule = (event: FilteredEvent): boolean => {
      if (!matches(match, event)) return false;
      this.#rules.delete(rule);
      completer.set(event);
      return false;
    };
    this.#rules.add(rule);
    completer.future.onDiscard(() => {
      this.#rules.delete(rule);
      completer.discard();
    });
    return completer.future;
  }

  /** Drops events that match, `times` of them. Calls are abandoned. Default: all. */
  drop(match: EventMatch, times = Infinity): EventRule {
    let dropped = 0;
    const rule = (event: FilteredEvent): boolean => {
      if (dropped >= times || !matches(match, event)) return false;
      dropped++;
      return true;
    };
    this.#rules.add(rule);
    return {
      get dropped(): number {
        return dropped;
      },
      [Symbol.dispose]: () => void this.#rules.delete(rule),
    };
  }
}

function matches(match: EventMatch, event: FilteredEvent): boolean {
  const { type, to, name, from } = match;
  return (
    (type === undefined || type === event.type) &&
    (to === undefined || to.equals(event.to)) &&
    (name === undefined || name === event.name) &&
    (from === undefined || event.from?.equals(from) === true)
  );
}
