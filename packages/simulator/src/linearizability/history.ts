import { LinearizabilityError } from './errors.ts';
import type { Operation, Outcome } from './operation.ts';

/**
 * Records what clients do. A client has one operation at a time, and may go on after one whose
 * outcome is unknown; who has several at a time is several clients.
 *
 * Every method takes the time, on a scale of one's own, not before the last one; by default one
 * more than that. They throw `HISTORY_INVALID` when they are called out of order.
 */
export class History<Input, Output> {
  readonly #operations: Operation<Input, Output>[] = [];
  /** Where the operation of a client that has not ended is. */
  readonly #open = new Map<string, number>();
  #now = 0;

  /** All so far, in the order in which they were invoked; what has not ended is of unknown outcome. */
  get operations(): readonly Operation<Input, Output>[] {
    return [...this.#operations];
  }

  invoke(client: string, input: Input, at?: number): void {
    if (this.#open.has(client))
      throw invalid(`client ${client} has an operation that has not ended`);
    const invoked = this.#advance(at);
    this.#open.set(client, this.#operations.length);
    this.#operations.push({ client, input, invoked, outcome: { type: 'unknown' } });
  }

  /** The client's operation took effect and returned this. */
  succeed(client: string, output: Output, at?: number): void {
    this.#end(client, { type: 'succeeded', at: this.#advance(at), output });
  }

  /** The client's operation definitely took no effect. */
  fail(client: string, at?: number): void {
    this.#advance(at);
    this.#end(client, { type: 'failed' });
  }

  /** Nobody will know what became of the client's operation, after a timeout for example. */
  lose(client: string, at?: number): void {
    this.#advance(at);
    this.#end(client, { type: 'unknown' });
  }

  /** What the client's operation that has not ended was invoked with. */
  inputOf(client: string): Input {
    return this.#openOperation(client)[1].input;
  }

  #end(client: string, outcome: Outcome<Output>): void {
    const [index, operation] = this.#openOperation(client);
    this.#operations[index] = { ...operation, outcome };
    this.#open.delete(client);
  }

  #openOperation(client: string): readonly [number, Operation<Input, Output>] {
    const index = this.#open.get(client) ?? -1;
    const operation = this.#operations[index];
    if (!operation) throw invalid(`client ${client} has no operation that could end`);
    return [index, operation];
  }

  #advance(at = this.#now + 1): number {
    if (!(at >= this.#now)) throw invalid(`time ${at} comes after ${this.#now}`);
    this.#now = at;
    return at;
  }
}

function invalid(message: string): LinearizabilityError {
  return new LinearizabilityError('HISTORY_INVALID', message);
}
