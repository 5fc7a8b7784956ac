import { ScenarioError } from './scenario-error.ts';

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };
/** A longer run is a mistake: nothing in a group takes as long. */
const DURATION_MS_MAX = 3_600_000;

/** The words of one line, taken one after the other. What is wrong throws a `ScenarioError`. */
export class Words {
  readonly #line: number;
  readonly #words: readonly string[];
  #next = 0;

  constructor(text: string, line: number) {
    this.#line = line;
    this.#words = text.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  }

  get isAtEnd(): boolean {
    return this.#next >= this.#words.length;
  }

  wrong(problem: string): ScenarioError {
    return new ScenarioError(this.#line, problem);
  }

  /** @param what what is missing if there is no word left */
  take(what: string): string {
    const word = this.#words[this.#next];
    if (word === undefined) throw this.wrong(`${what} is missing at the end`);
    this.#next++;
    return word;
  }

  /** Takes the next word if it is this one. */
  takeIf(word: string): boolean {
    if (this.#words[this.#next] !== word) return false;
    this.#next++;
    return true;
  }

  /** Takes the next word, which must be this one. */
  after(word: string): this {
    const found = this.take(`"${word}"`);
    if (found !== word) throw this.wrong(`expected "${word}", found ${found}`);
    return this;
  }

  end(): void {
    const rest = this.#words.slice(this.#next);
    if (rest.length > 0) throw this.wrong(`nothing is expected after this: ${rest.join(' ')}`);
  }

  oneOf<T extends string>(allowed: readonly T[]): T {
    const word = this.take(allowed.join(' or '));
    const found = allowed.find((each) => each === word);
    if (found === undefined) throw this.wrong(`expected ${allowed.join(', ')}, found ${word}`);
    return found;
  }

  integer(what: string): number {
    const word = this.take(what);
    if (/^\d{1,15}$/.test(word)) return Number(word);
    throw this.wrong(`${what} is an integer from 0, found ${word}`);
  }

  /** The number of a replica. */
  node(): number {
    return this.#nodeOf(this.take('the number of a replica'));
  }

  /** The numbers of replicas, one at least. */
  nodes(): readonly number[] {
    const nodes = [this.node()];
    while (/^\d+$/.test(this.#words[this.#next] ?? '')) nodes.push(this.node());
    return nodes;
  }

  /** Texts in quotes, one at least. */
  texts(): readonly string[] {
    const texts: string[] = [];
    do {
      texts.push(this.#text());
    } while (!this.isAtEnd);
    return texts;
  }

  /** `1..3`, both included. */
  range(): { readonly from: number; readonly to: number } {
    const word = this.take('a range');
    const match = /^(\d{1,15})\.\.(\d{1,15})$/.exec(word);
    if (!match) throw this.wrong(`a range of positions is like 1..3, found ${word}`);
    return { from: Number(match[1]), to: Number(match[2]) };
  }

  /** `1->2`; `*` stands for any replica. */
  direction(): { readonly from: number | undefined; readonly to: number | undefined } {
    const word = this.take('a direction');
    const match = /^(\d+|\*)->(\d+|\*)$/.exec(word);
    if (!match) throw this.wrong(`a direction is like 1->2 or *->2, found ${word}`);
    const [, from = '*', to = '*'] = match;
    return {
      from: from === '*' ? undefined : this.#nodeOf(from),
      to: to === '*' ? undefined : this.#nodeOf(to),
    };
  }

  /** In milliseconds. */
  duration(): number {
    const word = this.take('a duration');
    const match = /^(\d{1,9})(ms|s|m)$/.exec(word);
    const ms = Number(match?.[1]) * (UNIT_MS[match?.[2] ?? ''] ?? NaN);
    if (ms <= DURATION_MS_MAX) return ms;
    throw this.wrong(`a duration is like 500ms, 5s or 2m, at most 60m; found ${word}`);
  }

  #nodeOf(word: string): number {
    if (/^[1-9]$/.test(word)) return Number(word);
    throw this.wrong(`replicas have the numbers 1 to 9, found ${word}`);
  }

  #text(): string {
    const word = this.take('a text in quotes');
    try {
      const text: unknown = JSON.parse(word);
      if (typeof text === 'string') return text;
    } catch {
      // Told below.
    }
    throw this.wrong(`an entry is a text in quotes, found ${word}`);
  }
}
