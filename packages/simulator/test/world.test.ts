import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { Process } from '@quorate/process';
import { Simulation } from '../src/index.ts';
import type { NodeContext } from '../src/index.ts';

/** Tells the next one of a ring, and keeps the order in which it heard of it. */
class Echo extends Process {
  readonly heard: string[];

  constructor(id: string, heard: string[]) {
    super({ id });
    this.heard = heard;
  }

  hear(what: string): void {
    this.heard.push(`${this.self.id} ${what} ${this.runtime.clock.now()}`);
  }
}

async function orderOf(seed: number): Promise<{ heard: string[]; hash: string }> {
  const simulation = new Simulation({ seed });
  const heard: string[] = [];
  const node = simulation.addNode('a', ({ runtime }) => {
    const pids = ['x', 'y', 'z'].map((id) => runtime.spawn(new Echo(id, heard)));
    for (const round of ['1', '2']) for (const pid of pids) runtime.tell(pid, 'hear', round);
  });
  node.start();
  await simulation.run(10);
  return { heard, hash: simulation.hash };
}

describe('World', () => {
  it('gives the same run for the same seed, and another one for another seed', async () => {
    const first = await orderOf(1);
    expect(await orderOf(1)).toEqual(first);
    const others = await Promise.resolve([2, 3, 4, 5]);
    const hashes = new Set([first.hash]);
    const orders = new Set([first.heard.join()]);
    for (const seed of others) {
      const other = await orderOf(seed);
      hashes.add(other.hash);
      orders.add(other.heard.join());
    }
    expect(hashes.size).toBe(5);
    expect(orders.size).toBeGreaterThan(1);
  });

  it('keeps the order of events of one process, whatever it draws', async () => {
    for (let seed = 1; seed < 20; seed++) {
      const { heard } = await orderOf(seed);
      for (const id of ['x', 'y', 'z']) {
        const own = heard.filter((line) => line.startsWith(id)).map((line) => line.split(' ')[1]);
        expect(own).toEqual(['1', '2']);
      }
    }
  });

  it('fires timers of a node at its own pace, and never early', async () => {
    const simulation = new Simulation({ seed: 1 });
    const fired: [string, number, number][] = [];
    const program = ({ runtime, node }: NodeContext): void => {
      const begin = runtime.clock.now();
      runtime.clock.after(1_000, () => {
        fired.push([node.address, runtime.clock.now() - begin, simulation.nowMs]);
      });
    };
    const fast = simulation.addNode('fast', program);
    const slow = simulation.addNode('slow', program);
    fast.setDrift(100_000);
    slow.setDrift(-100_000);
    fast.start();
    slow.start();
    await simulation.run(500);
    // It becomes slower under way: its timer is moved.
    fast.setDrift(0);
    await simulation.run(1_000);
    expect(fired.map(([address]) => address)).toEqual(['fast', 'slow']);
    expect(fired[0]?.[2]).toBeCloseTo(950, 0);
    expect(fired[1]?.[2]).toBeCloseTo(1_111, 0);
    for (const [, local] of fired) expect(local).toBeGreaterThanOrEqual(1_000);
  });

  it('lets a paused node do nothing, and then all that was due, late', async () => {
    const simulation = new Simulation({ seed: 1 });
    const fired: number[] = [];
    const node = simulation.addNode('a', ({ runtime }) => {
      runtime.clock.after(100, () => fired.push(simulation.nowMs));
      const cancelled = runtime.clock.after(110, () => fired.push(-1));
      runtime.clock.after(105, () => cancelled.cancel());
    });
    node.start();
    await simulation.run(50);
    node.pause();
    await simulation.run(1_000);
    expect(fired).toEqual([]);
    node.resume();
    await simulation.run(1);
    expect(fired).toEqual([1_050]);
  });

  it('forgets what was to happen to a node that crashes', async () => {
    const simulation = new Simulation({ seed: 1 });
    let fired = 0;
    let starts = 0;
    const node = simulation.addNode('a', ({ runtime }) => {
      starts++;
      runtime.clock.after(100, () => fired++);
    });
    node.start();
    await simulation.run(50);
    node.crash('kill');
    await simulation.run(1_000);
    expect([starts, fired]).toEqual([1, 0]);
    node.start();
    await simulation.run(1_000);
    expect([starts, fired]).toEqual([2, 1]);
  });

  it('takes an error that nobody caught for a violation', async () => {
    const simulation = new Simulation({ seed: 1 });
    simulation
      .addNode('a', ({ runtime }) => {
        runtime.clock.after(1, () => {
          throw new Error('planted');
        });
      })
      .start();
    await simulation.run(10);
    expect(simulation.violation).toMatchObject({
      invariant: 'uncaught-error',
      node: 'a',
      timeMs: 1,
    });
    expect(simulation.violation?.text).toContain('planted');
  });

  it('takes a failed future that nobody looked at for a violation', async () => {
    const simulation = new Simulation({ seed: 1 });
    simulation
      .addNode('a', ({ runtime }) => {
        const pid = runtime.spawn(new Echo('x', []));
        runtime.tell(pid, () => {
          throw new Error('planted');
        });
      })
      .start();
    await simulation.run(10);
    expect(simulation.violation).toMatchObject({ invariant: 'unhandled-failure', node: 'a' });
  });
});

describe('Guard', () => {
  const uses: Readonly<Record<string, () => unknown>> = {
    'Date.now': () => Date.now(),
    'Math.random': () => Math.random(),
    'performance.now': () => performance.now(),
    'crypto.randomUUID': () => crypto.randomUUID(),
    'crypto.getRandomValues': () => crypto.getRandomValues(new Uint8Array(8)),
    setTimeout: () => {
      clearTimeout(setTimeout(() => undefined, 1));
    },
  };
  for (const [what, use] of Object.entries(uses)) {
    it(`names code in a simulation that calls ${what}`, async () => {
      const simulation = new Simulation({ seed: 1 });
      simulation
        .addNode('a', ({ runtime }) => {
          runtime.clock.after(1, () => {
            use();
          });
        })
        .start();
      await simulation.run(10);
      expect(simulation.violation).toMatchObject({ invariant: 'not-deterministic' });
      expect(simulation.violation?.text).toContain(`${what} was called in a simulation`);
      expect(simulation.violation?.text).toContain('world.test.ts');
    });
  }

  it('gives everything back when the run is over', async () => {
    const before = [Date.now, Math.random, setTimeout, performance, crypto];
    const simulation = new Simulation({ seed: 1 });
    await simulation.run(10);
    expect([Date.now, Math.random, setTimeout, performance, crypto]).toEqual(before);
    expect(Object.hasOwn(performance, 'now')).toBe(false);
  });

  it('does not mind what another realm of the program does meanwhile', async () => {
    const realm = createContext({ performance, crypto });
    const simulation = new Simulation({ seed: 1 });
    simulation
      .addNode('a', ({ runtime }) => {
        runtime.clock.after(1, () => {
          runInContext('performance.now(); crypto.randomUUID()', realm);
        });
      })
      .start();
    await simulation.run(10);
    expect(simulation.violation).toBeUndefined();
  });

  it('leaves the rest of what it guards as it is', async () => {
    const simulation = new Simulation({ seed: 1 });
    const seen: unknown[] = [];
    simulation
      .addNode('a', ({ runtime }) => {
        runtime.clock.after(1, () => {
          seen.push(performance.timeOrigin > 0, typeof crypto.subtle.digest);
          seen.push(performance.toJSON() !== undefined);
        });
      })
      .start();
    await simulation.run(10);
    expect(simulation.violation).toBeUndefined();
    expect(seen).toEqual([true, 'function', true]);
  });
});

describe('Simulation', () => {
  it.each([-1, 1.5, NaN, 2 ** 53, '7' as never])('refuses the seed %p', (seed) => {
    expect(() => new Simulation({ seed })).toThrow(
      expect.objectContaining({
        code: 'SEED_INVALID',
        message: expect.stringContaining(String(seed)),
      }),
    );
  });

  it.each([0, 2 ** 53 - 1])('takes the seed %p', async (seed) => {
    const simulation = new Simulation({ seed });
    await simulation.run(1);
    expect(simulation.hash).toMatch(/^[0-9a-f]{16}$/);
  });
});
