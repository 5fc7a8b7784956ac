// Three acceptors, proposers that follow the protocol, and a network that delays, reorders,
// duplicates and loses whatever it likes: no two values may ever be chosen for a position.
import { expect, test } from '@jest/globals';
import type { Action, PromiseResponse, WriteRequest } from '@quorate/messages';
import type { AcceptorInput } from '../../src/protocol/acceptor-input.ts';
import { AcceptorHarness, bytes } from '../support/acceptor-harness.ts';

const REPLICAS = [0, 1, 2] as const;
const QUORUM = 2;

interface Envelope {
  readonly proposer: Proposer;
  readonly replica: number;
  readonly input: AcceptorInput;
}

/** Chooses among what is in flight; the same seed makes the same choices. */
class Schedule {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0 || 1;
  }

  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    this.#state >>>= 0;
    return this.#state % limit;
  }
}

/** Elected by an implicit promise, or a filler of one position by an explicit one. */
class Proposer {
  readonly number: number;
  readonly #fills: number | undefined;
  readonly #promises = new Map<number, PromiseResponse>();
  #writing = false;

  constructor(number: number, fills: number | undefined) {
    this.number = number;
    this.#fills = fills;
  }

  get request(): AcceptorInput {
    const request = this.#fills === undefined ? {} : { position: this.#fills };
    return { type: 'promise', request: { proposal: this.number, ...request } };
  }

  /** The write to broadcast once a quorum has promised. */
  onPromise(replica: number, response: PromiseResponse): WriteRequest | undefined {
    if (!response.okay || this.#writing) return undefined;
    this.#promises.set(replica, response);
    if (this.#promises.size < QUORUM) return undefined;
    this.#writing = true;
    return { proposal: this.number, ...this.#value() };
  }

  #value(): Pick<WriteRequest, 'position' | 'type' | 'append' | 'nop'> {
    const responses = [...this.#promises.values()];
    if (this.#fills === undefined) {
      const end = Math.max(...responses.map((response) => response.position ?? 0));
      return { position: end + 1, type: 'append', append: { bytes: bytes(`by ${this.number}`) } };
    }
    const accepted = responses
      .map((response) => response.action)
      .filter((action): action is Action => action?.performed !== undefined)
      .sort((a, b) => (b.performed ?? 0) - (a.performed ?? 0));
    const highest = accepted.find((action) => action.learned === true) ?? accepted[0];
    if (highest?.append) return { position: this.#fills, type: 'append', append: highest.append };
    return { position: this.#fills, type: 'nop', nop: {} };
  }
}

function run(seed: number): ReadonlyMap<number, ReadonlySet<string>> {
  const schedule = new Schedule(seed);
  const replicas = REPLICAS.map(() => AcceptorHarness.voting());
  const accepted = new Map<string, Set<number>>();
  const chosen = new Map<number, Set<string>>();
  const inFlight: Envelope[] = [];
  const broadcast = (proposer: Proposer, input: AcceptorInput): void => {
    for (const replica of REPLICAS) inFlight.push({ proposer, replica, input });
  };
  // Two coordinators after each other, then fillers: enough for every way to disagree.
  for (let number = 1; number <= 4; number++) {
    const fills = number > 2 ? 1 : undefined;
    const proposer = new Proposer(number, fills);
    broadcast(proposer, proposer.request);
  }

  while (inFlight.length > 0) {
    const index = schedule.below(inFlight.length);
    const [envelope] = schedule.below(8) === 0 ? [inFlight[index]] : inFlight.splice(index, 1);
    if (!envelope || schedule.below(6) === 0) continue;
    const { proposer, replica, input } = envelope;
    for (const effect of replicas[replica]?.serve(input) ?? []) {
      if (effect.type === 'promise-response') {
        const write = proposer.onPromise(replica, effect.response);
        if (write) broadcast(proposer, { type: 'write', request: write });
      }
      if (effect.type !== 'write-response' || !effect.response.okay || input.type !== 'write')
        continue;
      const { position, type, append } = input.request;
      const ballot = `${position}@${proposer.number}`;
      const voters = accepted.get(ballot) ?? new Set();
      accepted.set(ballot, voters.add(replica));
      if (voters.size < QUORUM) continue;
      const value = type === 'nop' ? 'nop' : new TextDecoder().decode(append?.bytes);
      chosen.set(position, (chosen.get(position) ?? new Set()).add(value));
    }
  }
  return chosen;
}

test('at most one value is chosen for each position, in 8,000 schedules', () => {
  let choices = 0;
  for (let seed = 1; seed <= 8_000; seed++) {
    for (const [position, values] of run(seed)) {
      choices++;
      if (values.size > 1) {
        throw new Error(`seed ${seed}, position ${position}: ${[...values].join(' and ')}`);
      }
    }
  }
  // Otherwise the schedules lose too much to show anything.
  expect(choices).toBeGreaterThan(4_000);
});
