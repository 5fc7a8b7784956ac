import { Completer } from '../futures/completer.ts';
import type { Future } from '../futures/future.ts';
import type { Pid } from '../pid.ts';
import type { Message } from '../transport/transport.ts';

/** Which messages: all of the given properties must match. */
export interface MessageMatcher {
  /** The message name, or a message type. */
  readonly name?: string | { readonly typeName: string };
  readonly from?: Pid;
  readonly to?: Pid;
  /** The address of the receiving runtime. */
  readonly toAddress?: string;
  /** The address of the sending runtime. */
  readonly fromAddress?: string;
}

/** A rule in force; `cancel` ends it. */
export interface FilterRule {
  cancel(): void;
}

/** Messages held back by a rule. */
export interface HeldMessages extends FilterRule {
  readonly messages: readonly Message[];
  /**
   * Delivers what is held and holds nothing more. `order` chooses which and in what order;
   * what it leaves out is dropped. Default: all, first come first served.
   */
  release(order?: (held: readonly Message[]) => readonly Message[]): void;
}

interface Rule {
  readonly matcher: MessageMatcher;
  /** @returns whether the rule took the message: it is then delivered by the rule or by nobody */
  onMessage(message: Message, deliver: () => void): boolean;
}

/**
 * Drops, holds or reorders chosen messages of one or several runtimes: pass `filter` to each as
 * `messageFilter`. Messages between processes of one runtime pass through it too. The rule made
 * last is asked first.
 */
export class MessageFilters {
  #rules: Rule[] = [];

  readonly filter = (message: Message, deliver: () => void): void => {
    for (const rule of this.#rules) {
      if (matches(rule.matcher, message) && rule.onMessage(message, deliver)) return;
    }
    deliver();
  };

  /** Drops all messages that match, from now on. */
  drop(matcher: MessageMatcher): FilterRule {
    return this.#add({ matcher, onMessage: () => true });
  }

  /** Drops the next message that matches; ready with it. */
  dropNext(matcher: MessageMatcher): Future<Message> {
    return this.#once(matcher, true);
  }

  /** Ready with the next message that matches, just before it is delivered. */
  next(matcher: MessageMatcher): Future<Message> {
    return this.#once(matcher, false);
  }

  /** Holds back all messages that match. */
  hold(matcher: MessageMatcher): HeldMessages {
    const held = new Map<Message, () => void>();
    const rule = this.#add({
      matcher,
      onMessage: (message, deliver) => {
        held.set(message, deliver);
        return true;
      },
    });
    return {
      get messages() {
        return [...held.keys()];
      },
      release: (order = (messages) => messages) => {
        rule.cancel();
        const chosen = order([...held.keys()]);
        for (const message of chosen) held.get(message)?.();
        held.clear();
      },
      cancel: () => rule.cancel(),
    };
  }

  /** Ends all rules. Held messages stay where they are. */
  clear(): void {
    this.#rules = [];
  }

  #once(matcher: MessageMatcher, drop: boolean): Future<Message> {
    const completer = new Completer<Message>();
    const rule = this.#add({
      matcher,
      onMessage: (message) => {
        rule.cancel();
        completer.set(message);
        return drop;
      },
    });
    return completer.future;
  }

  #add(rule: Rule): FilterRule {
    this.#rules.unshift(rule);
    return {
      cancel: () => {
        this.#rules = this.#rules.filter((each) => each !== rule);
      },
    };
  }
}

function matches(matcher: MessageMatcher, message: Message): boolean {
  const name = typeof matcher.name === 'object' ? matcher.name.typeName : matcher.name;
  return (
    (name === undefined || name === message.name) &&
    (!matcher.from || matcher.from.equals(message.from)) &&
    (!matcher.to || matcher.to.equals(message.to)) &&
    (matcher.toAddress === undefined || matcher.toAddress === message.to.address) &&
    (matcher.fromAddress === undefined || matcher.fromAddress === message.from.address)
  );
}
