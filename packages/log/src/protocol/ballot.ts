/** How one response ended up being counted. */
export type BallotVerdict = 'undecided' | 'quorum' | 'unreachable';

/**
 * Counts the responses to one request, each member once: a response that arrives twice, or one
 * from a process that was not asked, changes nothing.
 *
 * Invariant: accepted + rejected + ignored + lost + outstanding = members.
 */
export class Ballot {
  readonly #quorum: number;
  readonly #outstanding: Set<string>;
  readonly #accepted = new Set<string>();
  #rejected = 0;
  #ignored = 0;

  constructor(quorum: number, members: Iterable<string>) {
    this.#quorum = quorum;
    this.#outstanding = new Set(members);
  }

  /** Whether a response of `member` is still awaited. */
  awaits(member: string): boolean {
    return this.#outstanding.has(member);
  }

  get rejected(): number {
    return this.#rejected;
  }

  accept(member: string): void {
    if (this.#outstanding.delete(member)) this.#accepted.add(member);
  }

  reject(member: string): void {
    if (this.#outstanding.delete(member)) this.#rejected++;
  }

  ignore(member: string): void {
    if (this.#outstanding.delete(member)) this.#ignored++;
  }

  /** `member` will not answer, or what it answered makes no sense: it is not counted. */
  lose(member: string): void {
    this.#outstanding.delete(member);
  }

  /** What `member` accepted is not counted any more: it has lost its disk since. */
  withdraw(member: string): void {
    this.#accepted.delete(member);
  }

  /**
   * - `quorum`: a quorum of members took the request up (accepted or rejected it).
   * - `unreachable`: no quorum of accepts can come about any more, whatever the members still to
   *   answer say. Waiting on would only hang when one of them is down: with 2 accepts and 2
   *   ignores of 5 members, and a quorum of 4, nothing the last one says can help.
   */
  get verdict(): BallotVerdict {
    if (this.#accepted.size + this.#rejected >= this.#quorum) return 'quorum';
    if (this.#ignored >= this.#quorum) return 'unreachable';
    if (this.#accepted.size + this.#outstanding.size < this.#quorum) return 'unreachable';
    return 'undecided';
  }
}
