import { Completer } from '@quorate/process';
import type { Future } from '@quorate/process';
import type { MemberName } from './member-name.ts';

/** One membership in a group: not who the member is, but that it has joined, once. */
export class Membership {
  /** The number of the membership: who joined earlier has a smaller one. */
  readonly id: number;
  readonly label: string | undefined;
  /** The name of its znode, which identifies it in the group. */
  readonly name: string;
  /**
   * Ready when the membership has ended, as far as this group knows: true if its owner asked for it
   * through this group, false if it was lost (the session expired, somebody removed the znode) or
   * belongs to another group. A discard has no effect.
   */
  readonly cancelled: Future<boolean>;

  /** @internal */
  constructor({ id, label, name }: MemberName, cancelled: Future<boolean>) {
    this.id = id;
    this.label = label;
    this.name = name;
    this.cancelled = cancelled;
  }

  equals(other: Membership): boolean {
    return this.name === other.name;
  }
}

/** A membership with the right to end it. */
export class KnownMember {
  readonly membership: Membership;
  readonly #cancelled = new Completer<boolean>();

  constructor(name: MemberName) {
    this.membership = new Membership(name, this.#cancelled.future.undiscardable());
  }

  /** @param wasAsked whether its owner wanted it */
  end(wasAsked: boolean): void {
    this.#cancelled.set(wasAsked);
  }

  /** Nobody will tell any more. */
  forget(): void {
    this.#cancelled.abandon();
  }
}
