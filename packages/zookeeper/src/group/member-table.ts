import { parseMemberName } from './member-name.ts';
import type { MemberName } from './member-name.ts';
import { KnownMember } from './membership.ts';
import type { Membership } from './membership.ts';

/**
 * The members of a group as far as they are known, by the names of their znodes: those who joined
 * through this group, and the others.
 */
export class MemberTable {
  readonly #owned = new Map<string, KnownMember>();
  readonly #others = new Map<string, KnownMember>();

  owns(name: string): boolean {
    return this.#owned.has(name);
  }

  /** A membership of our own. */
  add(name: MemberName): Membership {
    const member = this.#others.get(name.name) ?? new KnownMember(name);
    this.#others.delete(name.name);
    this.#owned.set(name.name, member);
    return member.membership;
  }

  /** Ends a membership of our own, as it was asked for. */
  cancel(name: string): void {
    this.#owned.get(name)?.end(true);
    this.#owned.delete(name);
  }

  /** All of our own are lost, with their session. */
  loseOwned(): void {
    for (const member of this.#owned.values()) member.end(false);
    this.#owned.clear();
  }

  /** The group is closed: ours have ended as we wanted, and of the others we hear no more. */
  close(): void {
    for (const member of this.#owned.values()) member.end(true);
    for (const member of this.#others.values()) member.forget();
    this.#owned.clear();
    this.#others.clear();
  }

  /** Brings the table in line with the names of the znodes; gives the members, oldest first. */
  update(names: readonly string[]): readonly Membership[] {
    const present = new Map<string, MemberName>();
    for (const name of names) {
      // The group of a log's replicas may stand below that of their masters: not every child joined.
      const parsed = parseMemberName(name);
      if (parsed) present.set(name, parsed);
    }
    for (const table of [this.#owned, this.#others]) {
      for (const [name, member] of table) {
        if (present.has(name)) continue;
        table.delete(name);
        member.end(false);
      }
    }
    return [...present.values()]
      .map((name) => this.#known(name).membership)
      .sort((a, b) => a.id - b.id);
  }

  #known(name: MemberName): KnownMember {
    const known = this.#owned.get(name.name) ?? this.#others.get(name.name);
    if (known) return known;
    const member = new KnownMember(name);
    this.#others.set(name.name, member);
    return member;
  }
}
