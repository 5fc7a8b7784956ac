import { CallList, inCallOrder, NO_CALL } from './call-list.ts';
import { hashOf } from './hash.ts';
import type { Model } from './model.ts';
import type { Operation } from './operation.ts';
import { PlacedSet } from './placed-set.ts';
import { SeenConfigurations } from './seen-configurations.ts';

/** An order of operations as far as one was found. */
export interface Linearization<Input, Output> {
  /** In the order in which they took effect; those of unknown outcome that need not have are missing. */
  readonly operations: readonly Operation<Input, Output>[];
  /** What returned before anything else that has no place, and cannot follow; undefined: all have one. */
  readonly blocked: Operation<Input, Output> | undefined;
}

/** Calls in the order in which they were placed, and the one that could not follow. */
interface Path {
  readonly calls: Int32Array;
  readonly blocked: number;
}

/**
 * The search for a linearization of one partition: Wing and Gong's, with Lowe's list and memory of
 * configurations, made to go on where it was left. Beyond that:
 *
 * - A read that may take effect now does so at once, and nothing else is tried in its place: whatever
 *   can follow without it can follow it.
 * - An operation of unknown outcome is tried last, and only where it makes a difference to the next
 *   one; what needs more of them to come to the same state is not looked at again.
 */
export class Search<State, Input, Output> {
  /** How often an operation was tried in a state. */
  steps = 0;
  verdict: 'ok' | 'illegal' | undefined;
  readonly #model: Model<State, Input, Output>;
  readonly #equal: (one: State, other: State) => boolean;
  readonly #operations: readonly Operation<Input, Output>[];
  readonly #list: CallList;
  readonly #placed: PlacedSet;
  readonly #seen: SeenConfigurations<State>;
  /** The calls that are placed; `#before` has the states in front of them. */
  readonly #path: Int32Array;
  /** Whether a call is one of a read that returned. */
  readonly #isRead: readonly boolean[];
  readonly #before: State[] = [];
  #state: State;
  #depth = 0;
  /** The call that was tried last in this configuration. */
  #cursor: number;
  #isNew = true;
  #longest: Path[] = [];
  #longestClosed = -1;

  /** @param operations that may have taken effect */
  constructor(model: Model<State, Input, Output>, operations: readonly Operation<Input, Output>[]) {
    this.#model = model;
    this.#equal = model.equal?.bind(model) ?? Object.is;
    this.#operations = inCallOrder(operations);
    this.#isRead = this.#operations.map(
      ({ input, outcome }) =>
        outcome.type === 'succeeded' && model.isRead?.(input, outcome.output) === true,
    );
    this.#list = new CallList(this.#operations);
    this.#placed = new PlacedSet(this.#list.closedCount, operations.length);
    this.#seen = new SeenConfigurations(this.#equal);
    this.#path = new Int32Array(operations.length);
    this.#state = model.initial;
    this.#cursor = this.#list.head;
    if (this.#list.closedCount === 0) this.verdict = 'ok';
  }

  get operationCount(): number {
    return this.#operations.length;
  }

  /** Goes on for about so many steps, or to the verdict. */
  run(steps: number): void {
    const limit = this.steps + steps;
    while (this.verdict === undefined && this.steps < limit) {
      if (this.#isNew) this.#enter();
      else this.#tryNext();
    }
  }

  /** The one that was found, or the longest so far: one for each operation that could not follow. */
  linearizations(): readonly Linearization<Input, Output>[] {
    if (this.verdict === undefined) this.#noteLongest();
    const found = { calls: this.#path.slice(0, this.#depth), blocked: NO_CALL };
    const paths = this.verdict === 'ok' ? [found] : this.#longest;
    return paths.map(({ calls, blocked }) => ({
      operations: Array.from(calls, (call) => this.#operation(call)),
      blocked: blocked === NO_CALL ? undefined : this.#operation(blocked),
    }));
  }

  /** In a configuration that was just reached. */
  #enter(): void {
    this.#isNew = false;
    this.#placeReads();
    if (this.verdict !== undefined) return;
    const hash = this.#model.hash?.(this.#state) ?? hashOf(this.#state);
    if (this.#seen.add(this.#placed, this.#state, hash)) this.#cursor = this.#list.head;
    else this.#backtrack();
  }

  /** Those that may take effect now; the state stays the same, so that one look at each is enough. */
  #placeReads(): void {
    let last = this.#list.head;
    while (this.verdict === undefined) {
      const call = this.#list.after(last);
      if (call === NO_CALL) return;
      const next = this.#isRead[call] === true ? this.#step(call) : undefined;
      if (next === undefined) last = call;
      else this.#place(call, next);
    }
  }

  #tryNext(): void {
    const call = this.#list.after(this.#cursor);
    if (call === NO_CALL) {
      this.#noteLongest();
      this.#backtrack();
      return;
    }
    this.#cursor = call;
    if (this.#isRead[call] === true) return; // `#placeReads` has tried it
    const next = this.#step(call);
    if (next === undefined || this.#isInVain(call, next)) return;
    this.#place(call, next);
    this.#isNew = true;
  }

  /** Whether an operation of unknown outcome changes nothing: this one, or the one in front of it. */
  #isInVain(call: number, next: State): boolean {
    if (!this.#list.isClosed(call) && this.#equal(next, this.#state)) return true;
    const last = this.#path[this.#depth - 1];
    if (last === undefined || this.#list.isClosed(last)) return false;
    const without = this.#step(call, this.#before[this.#depth - 1]);
    return without !== undefined && this.#equal(next, without);
  }

  #step(call: number, state = this.#state): State | undefined {
    this.steps++;
    const { input, outcome } = this.#operation(call);
    const output = outcome.type === 'succeeded' ? outcome.output : undefined;
    return this.#model.step(state, input, output);
  }

  #place(call: number, next: State): void {
    this.#list.take(call);
    this.#placed.add(call);
    this.#path[this.#depth] = call;
    this.#before[this.#depth] = this.#state;
    this.#depth++;
    this.#state = next;
    if (this.#list.closedLeft === 0) this.verdict = 'ok';
  }

  /** To the last configuration in which something else can be tried. */
  #backtrack(): void {
    do {
      if (this.#depth === 0) {
        this.verdict = 'illegal';
        return;
      }
      this.#depth--;
      this.#cursor = this.#path[this.#depth] ?? NO_CALL;
      this.#list.putBack(this.#cursor);
      this.#placed.delete(this.#cursor);
      this.#state = this.#before[this.#depth] as State;
    } while (this.#isRead[this.#cursor] === true);
  }

  #noteLongest(): void {
    const closed = this.#list.closedCount - this.#list.closedLeft;
    const blocked = this.#list.firstToReturn();
    if (closed < this.#longestClosed) return;
    if (closed > this.#longestClosed) this.#longest = [];
    else if (this.#longest.some((path) => path.blocked === blocked)) return;
    this.#longestClosed = closed;
    this.#longest.push({ calls: this.#path.slice(0, this.#depth), blocked });
  }

  /** Every call is one of an operation. */
  #operation(call: number): Operation<Input, Output> {
    return this.#operations[call] as Operation<Input, Output>;
  }
}
