// Random lives of a supervisor in virtual time: children that fail at any moment, also while others
// are being stopped, in their constructors, in `initialize` and as they end, with calls in between.
// Checked are not the steps but what must hold whatever they were.

import { describe, expect, test } from '@jest/globals';
import type { Future, Pid } from '@quorate/process';
import { Process } from '@quorate/process';
import { Supervisor } from '@quorate/process/supervision';
import type { ChildSpec, Restart, Strategy } from '@quorate/process/supervision';
import { virtualRuntime } from '@quorate/process/testing';
import type { VirtualRuntime } from '@quorate/process/testing';
import fc from 'fast-check';
import { FAIL, listeningLogger } from './worker.ts';
import type { LogLine } from './worker.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];

/** `slow`: for a second it serves nothing, not even the request to end. */
type Mishap = 'constructor' | 'initialize' | 'finalize' | 'slow' | 'none';

type Action =
  | { readonly type: 'fail' | 'finish'; readonly child: number }
  | { readonly type: 'terminate' | 'restart' | 'remove' | 'start'; readonly child: number }
  | { readonly type: 'advance'; readonly ms: number };

interface Life {
  readonly strategy: Strategy;
  readonly restarts: readonly Restart[];
  readonly restartsMax: number;
  readonly actions: readonly Action[];
  /** One for each process that is made; none after that. */
  readonly mishaps: readonly Mishap[];
}

const MISHAPS: readonly Mishap[] = [
  'none',
  'none',
  'none',
  'constructor',
  'initialize',
  'finalize',
];

interface LivesOptions {
  readonly types: readonly Action['type'][];
  readonly restartsMax?: readonly number[];
  readonly mishaps?: readonly Mishap[];
}

function lives(options: LivesOptions): fc.Arbitrary<Life> {
  const { types, restartsMax = [1_000_000], mishaps = MISHAPS } = options;
  const child = fc.nat(NAMES.length - 1);
  const actions = types.map((type) =>
    type === 'advance'
      ? fc.record({ type: fc.constant(type), ms: fc.constantFrom(0, 1, 10, 30, 100) })
      : fc.record({ type: fc.constant(type), child }),
  );
  const restart = fc.constantFrom<Restart>('permanent', 'permanent', 'transient', 'temporary');
  return fc.record({
    strategy: fc.constantFrom<Strategy>('one-for-one', 'one-for-all', 'rest-for-one'),
    restarts: fc.array(restart, { minLength: NAMES.length, maxLength: NAMES.length }),
    restartsMax: fc.constantFrom(...restartsMax),
    actions: fc.array(fc.oneof(...actions), { maxLength: 20 }),
    mishaps: fc.array(fc.constantFrom(...mishaps), { maxLength: 30 }),
  });
}

/** A supervisor, its children, and the journal of what befell them: `+a` up, `-a` down, `!a` failed. */
class World {
  readonly #world: VirtualRuntime;
  readonly #mishaps: Mishap[];
  readonly #life: Life;
  readonly log: LogLine[] = [];
  readonly journal: string[] = [];
  readonly up = new Map<string, number>();
  readonly #twins: string[] = [];
  readonly asked: Future<unknown>[] = [];
  readonly supervisor: Supervisor;

  constructor(life: Life) {
    this.#life = life;
    this.#mishaps = [...life.mishaps];
    this.#world = virtualRuntime({ logger: listeningLogger(this.log) });
    this.supervisor = new Supervisor({
      runtime: this.#world.runtime,
      strategy: life.strategy,
      restartsMax: life.restartsMax,
      withinMs: 1_000,
      backOff: { minMs: 10, maxMs: 100 },
      children: NAMES.map((_, index) => this.#spec(index)),
    });
    this.#watch(this.supervisor.ended());
  }

  async live(): Promise<void> {
    for (const action of this.#life.actions) {
      if (action.type === 'advance') await this.#world.clock.advance(action.ms);
      else this.#act(action.type, action.child);
    }
    await this.#world.clock.advance(60_000);
    const [, ...calls] = this.asked;
    for (const future of calls) expect(`${future}`).not.toBe('Pending');
    this.checkBooks();
  }

  /** Its children end one after the other, the last first. */
  async close(): Promise<void> {
    const last = this.journal.length;
    const running = this.supervisor.children().filter(({ status }) => status === 'running');
    const order = running.map(({ id }) => id);
    this.#watch(this.supervisor.close());
    await this.#world.clock.advance(60_000);
    expect(this.up.size).toBe(0);
    const ends = this.journal.slice(last).map((entry) => entry.slice(1));
    expect(ends).toEqual(order.reverse());
    for (const future of this.asked) expect(`${future}`).not.toBe('Pending');
  }

  /** What the supervisor believes is what is so, and each failure was logged and counted once. */
  checkBooks(): void {
    expect(this.#twins).toEqual([]); // never two processes of one child
    // What becomes of a child that was left behind it does not hear any more.
    if (this.supervisor.children().some(({ status }) => status === 'stuck')) return;
    const believed = this.supervisor.children().filter(({ pid }) => pid !== undefined);
    expect(believed.map(({ id }) => id).sort()).toEqual([...this.up.keys()].sort());
    for (const { status } of this.supervisor.children())
      expect(['running', 'stopped']).toContain(status);
    const failures = this.journal
      .filter((entry) => entry.startsWith('!'))
      .map((entry) => entry.slice(1));
    const logged = this.log.filter(({ message }) => message === 'a supervised child has failed');
    expect(logged.map(({ child }) => child).sort()).toEqual(failures.sort());
    expect(this.supervisor.crashes).toBe(failures.length);
  }

  get hasEnded(): boolean {
    return this.asked[0]?.isPending === false;
  }

  restartOf(name: string): Restart {
    return this.#life.restarts[NAMES.indexOf(name)] ?? 'permanent';
  }

  #spec(index: number): ChildSpec {
    const id = NAMES[index] ?? '';
    const restart = this.#life.restarts[index];
    const start = (): Process => new Child(this, id, this.#mishaps.shift() ?? 'none');
    return { id, start, shutdownMs: 50, ...(restart && { restart }) };
  }

  rise(id: string): void {
    this.journal.push(`+${id}`);
    if (this.up.has(id)) this.#twins.push(id);
    this.up.set(id, this.journal.length);
  }

  fall(id: string): void {
    this.up.delete(id);
    this.journal.push(`-${id}`);
  }

  fail(id: string): never {
    this.up.delete(id);
    this.journal.push(`!${id}`);
    throw new Error('oops');
  }

  #act(type: Exclude<Action['type'], 'advance'>, index: number): void {
    const { runtime } = this.#world;
    const id = NAMES[index] ?? '';
    const pid: Pid | undefined = this.supervisor.children().find((child) => child.id === id)?.pid;
    if (type === 'fail') {
      if (pid) runtime.send(pid, FAIL, 'oops');
    } else if (type === 'finish') {
      if (pid) runtime.terminate(pid);
    } else {
      this.#ask(type, id, index);
    }
  }

  #ask(type: 'terminate' | 'restart' | 'remove' | 'start', id: string, index: number): void {
    const { supervisor } = this;
    const calls = {
      terminate: () => supervisor.terminateChild(id),
      restart: () => supervisor.restartChild(id),
      remove: () => supervisor.removeChild(id),
      start: () => supervisor.startChild(this.#spec(index)),
    };
    for (const future of [calls[type](), supervisor.pidOf(id)]) {
      this.#watch(future);
    }
  }

  #watch(future: Future<unknown>): void {
    this.asked.push(future.onFailed(() => undefined));
  }
}

class Child extends Process {
  declare readonly self: Pid<Child>;
  readonly #world: World;
  readonly #id: string;
  readonly #mishap: Mishap;

  constructor(world: World, id: string, mishap: Mishap) {
    super({ id, handlers: 'serialized' });
    this.#world = world;
    this.#id = id;
    this.#mishap = mishap;
    this.install(FAIL, () => world.fail(id));
    this.#suffer('constructor');
  }

  protected override initialize(): void {
    this.#world.rise(this.#id);
    this.#suffer('initialize');
    if (this.#mishap === 'slow') this.runtime.tell(this.self, 'hold');
  }

  hold(): Future<void> {
    return this.runtime.after(1_000);
  }

  protected override finalize(): void {
    this.#suffer('finalize');
    this.#world.fall(this.#id);
  }

  #suffer(mishap: Mishap): void {
    if (this.#mishap === mishap) this.#world.fail(this.#id);
  }
}

const RUNS = { numRuns: 300 };

describe('a supervisor, whatever happens', () => {
  test('keeps true books, answers every call, and leaves nothing behind', async () => {
    const types = [
      'fail',
      'fail',
      'finish',
      'terminate',
      'restart',
      'remove',
      'start',
      'advance',
    ] as const;
    const restartsMax = [0, 1, 2, 5, 1_000_000];
    const mishaps = [...MISHAPS, 'slow'] as const;
    await fc.assert(
      fc.asyncProperty(lives({ types, restartsMax, mishaps }), async (life) => {
        const world = new World(life);
        await world.live();
        if (world.hasEnded) expect(world.up.size).toBe(0);
        await world.close();
      }),
      RUNS,
    );
  });

  test('has every child up that should be, and as new as its strategy wants it', async () => {
    await fc.assert(
      fc.asyncProperty(lives({ types: ['fail', 'fail', 'advance'] }), async (life) => {
        const world = new World(life);
        await world.live();
        const kept = NAMES.filter((name) => world.restartOf(name) !== 'temporary');
        expect(kept.filter((name) => !world.up.has(name))).toEqual([]);
        const { journal, up } = world;
        journal.forEach((entry, index) => {
          const name = entry.slice(1);
          if (!entry.startsWith('!') || world.restartOf(name) === 'temporary') return;
          for (const sibling of kept) {
            const isBound =
              life.strategy === 'one-for-all' ||
              sibling === name ||
              (life.strategy === 'rest-for-one' && sibling > name);
            if (isBound) expect(up.get(sibling)).toBeGreaterThan(index);
          }
        });
        // The order of those who live now is that in which they are to be started.
        const order = kept.map((name) => up.get(name) ?? 0);
        if (life.strategy !== 'one-for-one')
          expect(order).toEqual([...order].sort((a, b) => a - b));
        await world.close();
      }),
      RUNS,
    );
  });

  test('one-for-one: starts a child again as often as that child ended, and for nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(lives({ types: ['fail', 'finish', 'advance'] }), async (life) => {
        const world = new World({ ...life, strategy: 'one-for-one' });
        await world.live();
        for (const { id, restarts } of world.supervisor.children()) {
          if (world.restartOf(id) !== 'permanent') continue;
          const ends = world.journal.filter((entry) => entry === `!${id}` || entry === `-${id}`);
          expect([id, restarts]).toEqual([id, ends.length]);
        }
        await world.close();
      }),
      RUNS,
    );
  });
});
