import { describe, expect, it } from '@jest/globals';
import type { Database } from '@quorate/log/leveldb';
import { DatabaseWorkload } from '@quorate/log/testing';
import { Chance, Simulation } from '../src/index.ts';
import type { CrashKind } from '../src/index.ts';

const PATH = '/log';
const LIVES = 8;
const BATCHES_PER_LIFE_MAX = 25;

/**
 * What scripts/ci/kill-leveldb.mjs does to LevelDB, on the model of it: random batches, synced or not, in
 * lives that end amid a write, or in order.
 */
class Machine {
  readonly simulation: Simulation;
  readonly workload: DatabaseWorkload;
  readonly #chance: Chance;
  /** All up to this one are to be found. */
  least = 0;
  most = 0;
  /** By how many the last life found more than it was to, and less than it might have. */
  gained = 0;
  missed = 0;

  constructor(seed: number) {
    this.simulation = new Simulation({ seed });
    this.simulation.addNode('a', () => undefined);
    this.workload = new DatabaseWorkload(seed);
    this.#chance = new Chance(seed);
  }

  async live(end: CrashKind | 'close'): Promise<void> {
    const [node] = this.simulation.nodes;
    if (!node) throw new Error('there is a node');
    node.start();
    const database = await this.within(node.disk.engine.open(PATH, true));
    let last = await this.within(this.workload.check(database, this));
    this.gained = last - this.least;
    this.missed = this.most - last;
    let synced = last;
    for (let left = this.#chance.between(0, BATCHES_PER_LIFE_MAX); left > 0; left--) {
      const batch = this.workload.batch(last + 1);
      await this.within(this.workload.write(database, batch));
      last++;
      if (batch.sync) synced = last;
    }
    if (end === 'close') await this.within(database.close());
    else await this.#beginWrite(database, last + 1);
    // A kill leaves the page cache, which has all that was acknowledged; so does an end in order.
    this.least = end === 'power-loss' ? synced : last;
    this.most = end === 'close' ? last : last + 1;
    node.crash(end === 'power-loss' ? end : 'kill');
  }

  async #beginWrite(database: Database, number: number): Promise<void> {
    void this.workload.write(database, this.workload.batch(number));
    await this.simulation.run(this.#chance.between(0, 3));
  }

  /** Lets virtual time run until it has an outcome. */
  async within<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = (): void => {
      isDone = true;
    };
    work.then(done, done);
    for (let round = 0; !isDone && round < 1_000; round++) {
      await this.simulation.run(2);
      const { violation } = this.simulation;
      // A run that has ended goes no further, and neither would the work.
      if (violation) throw new Error(`${violation.invariant}: ${violation.text}`);
    }
    if (!isDone) throw new Error('the work goes on for longer than 2 virtual seconds');
    return work;
  }
}

describe('a simulated disk under random batches', () => {
  it.each(['kill', 'power-loss', 'close'] as const)(
    'is found as LevelDB would be after every %s',
    async (end) => {
      const gained = new Set<number>();
      const missed = new Set<number>();
      for (let seed = 1; seed <= 25; seed++) {
        const machine = new Machine(seed);
        for (let life = 0; life < LIVES; life++) {
          await machine.live(end);
          gained.add(machine.gained);
          missed.add(machine.missed);
        }
        expect(machine.simulation.violation).toBeUndefined();
      }
      // A kill leaves the batch under way or not; a loss of power some of those that were not synced.
      const most = { close: 0, kill: 1, 'power-loss': 5 }[end];
      expect(Math.min(...gained)).toBe(0);
      expect(Math.max(...gained)).toBeGreaterThanOrEqual(most);
      expect(Math.max(...missed)).toBeGreaterThanOrEqual(most);
      if (end !== 'power-loss') expect(Math.max(...gained, ...missed)).toBe(most);
    },
  );
});
