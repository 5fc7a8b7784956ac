// Any sequence of updates, acknowledgements, pauses and crashes, against a model of one stream.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OperationState } from '@quorate/messages';
import type { Future } from '@quorate/process';
import { RETRY_MS_MAX } from '@quorate/status-updates';
import { OPERATION, operationUpdate, uuidOf } from './support/agent.ts';
import { SimulatedAgent } from './support/simulated-agent.ts';
import { DURABILITIES } from './support/simulated-storage.ts';
import type { Durability } from './support/simulated-storage.ts';

type Action =
  | { readonly type: 'update'; readonly digit: string; readonly terminal: boolean }
  | { readonly type: 'acknowledge'; readonly digit: string }
  | { readonly type: 'acknowledge front' }
  | { readonly type: 'pause' | 'resume' | 'wait' | 'reconcile' | 'remove' | 'flush' }
  | { readonly type: 'cleanup' }
  | { readonly type: 'crash'; readonly seed: number | undefined };

const digit = fc.constantFrom('a', 'b', 'c', 'd');
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('update' as const),
      digit,
      terminal: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('acknowledge' as const), digit }) },
  { weight: 4, arbitrary: fc.constant({ type: 'acknowledge front' as const }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('pause', 'resume', 'wait', 'reconcile', 'remove', 'flush', 'cleanup')
      .map((type): Action => ({ type })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('crash' as const),
      seed: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
    }),
  },
);

/** What there should be. */
class Model {
  /** Undefined if the manager knows no stream. */
  stream: { pending: string[]; received: Map<string, boolean> } | undefined;
  /** What is in the file, if there is one. */
  file: { pending: string[]; received: Map<string, boolean>; terminated: boolean } | undefined;
  paused = false;

  /** Gives whether it is taken. */
  update(uuid: string, terminal: boolean): boolean {
    if (!this.stream) {
      if (this.file) return false;
      this.stream = { pending: [], received: new Map() };
    }
    if (!this.stream.received.has(uuid)) {
      this.stream.received.set(uuid, terminal);
      this.stream.pending.push(uuid);
    }
    this.#save(false);
    return true;
  }

  /** Gives whether the stream goes on; undefined if the acknowledgement is refused. */
  acknowledge(uuid: string): boolean | undefined {
    if (this.stream?.pending[0] !== uuid) return undefined;
    this.stream.pending.shift();
    const terminated = this.stream.received.get(uuid) === true;
    this.#save(terminated);
    if (terminated) this.stream = undefined;
    return !terminated;
  }

  recover(): void {
    const { file } = this;
    this.paused = false;
    this.stream =
      file && !file.terminated
        ? { pending: [...file.pending], received: new Map(file.received) }
        : undefined;
  }

  #save(terminated: boolean): void {
    if (!this.stream) return;
    const { pending, received } = this.stream;
    this.file = { pending: [...pending], received: new Map(received), terminated };
  }
}

class Run {
  readonly #agent = new SimulatedAgent();
  readonly #model = new Model();
  readonly #durability: Durability;

  constructor(durability: Durability) {
    this.#durability = durability;
    this.#agent.start({ durability });
  }

  async play(actions: readonly Action[]): Promise<void> {
    for (const one of actions) {
      await this.#do(one);
      await this.#checkForwards(one);
    }
    await this.#do({ type: 'crash', seed: undefined });
    await this.#drain();
  }

  async #do(one: Action): Promise<void> {
    const { manager, clock } = this.#agent;
    const model = this.#model;
    switch (one.type) {
      case 'update': {
        const state: OperationState = one.terminal ? 'OPERATION_FINISHED' : 'OPERATION_PENDING';
        const updating = manager.update(OPERATION, operationUpdate(state, one.digit));
        const taken = model.update(one.digit, one.terminal);
        expect(await this.#isReady(updating)).toBe(taken);
        break;
      }
      case 'acknowledge':
        return this.#acknowledge(one.digit);
      case 'acknowledge front':
        return this.#acknowledge(model.stream?.pending[0] ?? 'a');
      case 'pause':
        manager.pause();
        model.paused = true;
        break;
      case 'resume':
        manager.resume();
        model.paused = false;
        break;
      case 'wait':
        await clock.advance(RETRY_MS_MAX);
        break;
      case 'reconcile': {
        const unknown = manager.reconcile([OPERATION]);
        await clock.settle();
        expect(unknown.value()).toEqual(model.stream ? [] : [OPERATION]);
        break;
      }
      case 'remove': {
        const isFree = model.stream === undefined;
        expect(await this.#isReady(manager.remove(OPERATION))).toBe(isFree);
        if (isFree) model.file = undefined;
        break;
      }
      case 'flush':
        expect(await this.#isReady(manager.flush())).toBe(true);
        break;
      case 'cleanup':
        manager.cleanup('framework-1');
        model.stream = undefined;
        break;
      case 'crash':
        return this.#crash(one.seed);
    }
  }

  async #acknowledge(one: string): Promise<void> {
    const acknowledging = this.#agent.manager.acknowledge(OPERATION, uuidOf(one));
    const goesOn = this.#model.acknowledge(one);
    const isReady = await this.#isReady(acknowledging);
    expect(isReady ? acknowledging.value() : undefined).toBe(goesOn);
  }

  async #crash(seed: number | undefined): Promise<void> {
    await this.#agent.clock.settle();
    await this.#agent.crash(seed === undefined ? 'process' : { power: seed });
    this.#agent.start({ durability: this.#durability });
    const recovering = this.#agent.manager.recover([OPERATION], { strict: true });
    const { file } = this.#model;
    this.#model.recover();
    // Without its directory a stream is missing; one that was removed is.
    if (!(await this.#isReady(recovering))) {
      expect(file).toBeUndefined();
      return;
    }
    const found = recovering.value().streams.get(OPERATION);
    expect(found?.pending).toEqual(file?.pending.length);
    expect(found?.terminated).toEqual(file?.terminated);
  }

  /** Nothing but the front is forwarded, with the newest state; and that it is, sooner or later. */
  async #checkForwards(after: Action): Promise<void> {
    const forwarded = await this.#agent.forwarded();
    const pending = this.#model.stream?.pending ?? [];
    const [front] = pending;
    const expected = front === pending.at(-1) ? front : `${front} (latest ${pending.at(-1)})`;
    if (after.type === 'reconcile' && front === undefined) return;
    if (front === undefined) expect(forwarded).toEqual([]);
    for (const one of forwarded) expect(one).toBe(expected);
    if (this.#model.paused) expect(forwarded).toEqual([]);
    const isDue = after.type === 'wait' || after.type === 'resume' || after.type === 'crash';
    if (isDue && front !== undefined && !this.#model.paused) {
      expect(forwarded).toContain(expected);
    }
  }

  /** What is left is delivered in order. */
  async #drain(): Promise<void> {
    const left = [...(this.#model.stream?.pending ?? [])];
    const delivered: string[] = [];
    for (let front = left[0]; front !== undefined; front = this.#model.stream?.pending[0]) {
      const forwarded = await this.#agent.forwarded();
      delivered.push(forwarded.at(-1)?.charAt(0) ?? 'nothing');
      await this.#acknowledge(front);
    }
    expect(delivered).toEqual(left.slice(0, delivered.length));
    expect(this.#agent.manager.metrics().pending).toBe(0);
  }

  async #isReady(future: Future<unknown>): Promise<boolean> {
    future.onFailed(() => undefined);
    await this.#agent.clock.settle();
    return future.isReady;
  }
}

test.each(DURABILITIES)('%s: a stream does what its model does', async (durability) => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), (actions) =>
      new Run(durability).play(actions),
    ),
    { numRuns: 150, seed: 7 },
  );
});
