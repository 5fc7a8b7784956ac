import { describe, expect, it } from '@jest/globals';
import { levelStorage } from '@quorate/log/leveldb';
import { toPosition } from '@quorate/log';
import type { Storage } from '@quorate/log';
import { storageSuite } from '@quorate/log/testing';
import { Simulation } from '../src/index.ts';
import type { SimulatedNode } from '../src/index.ts';

const PATH = '/log';

/** Lets virtual time run until `body` is done. */
async function within(simulation: Simulation, body: () => Promise<void>): Promise<void> {
  let isDone = false;
  const running = body().finally(() => {
    isDone = true;
  });
  running.catch(() => undefined);
  for (let round = 0; !isDone && round < 10_000; round++) await simulation.run(10);
  await running;
}

function machine(seed = 1): { simulation: Simulation; node: SimulatedNode; open: () => Storage } {
  const simulation = new Simulation({ seed });
  const node = simulation.addNode('a', () => undefined);
  node.start();
  return { simulation, node, open: () => levelStorage({ path: PATH, engine: node.disk.engine }) };
}

let current = machine();
storageSuite('levelStorage on a simulated disk', {
  describe,
  test: (name, body) => {
    it(name, async () => {
      current = machine();
      await within(current.simulation, body);
    });
  },
  place: () => Promise.resolve({ open: current.open }),
});

const append = (position: number, text: string) => ({
  position,
  promised: 1,
  performed: 1,
  type: 'append' as const,
  append: { bytes: new TextEncoder().encode(text) },
});

describe('SimulatedDisk', () => {
  it('keeps after a loss of power what was synced, and a batch under way whole or not at all', async () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const { simulation, node, open } = machine(seed);
      await within(simulation, async () => {
        const storage = open();
        await storage.restore();
        await storage.persist({ actions: [append(1, 'synced')] });
        storage
          .persist({
            metadata: { status: 'voting', promised: 7 },
            actions: [append(2, 'under'), append(3, 'way')],
          })
          .catch(() => undefined);
        await simulationTurn();
        node.crash('power-loss');
        node.start();
        const again = open();
        const { metadata } = await again.restore();
        const actions = await again.readRange(toPosition(0), toPosition(9));
        seen.add(`${metadata.promised} ${actions.map(({ position }) => position).join()}`);
      });
    }
    expect([...seen].sort()).toEqual(['0 1', '7 1,2,3']);
  });

  it('takes no write after a sync that failed, until it is opened anew', async () => {
    const { simulation, node, open } = machine();
    await within(simulation, async () => {
      const storage = open();
      await storage.restore();
      node.disk.faults = { ...node.disk.faults, syncFailurePermille: 1000 };
      await expect(storage.persist({ actions: [append(1, 'x')] })).rejects.toMatchObject({
        code: 'STORAGE_FAILED',
      });
      node.disk.faults = { ...node.disk.faults, syncFailurePermille: 0 };
      await expect(storage.persist({ actions: [append(1, 'x')] })).rejects.toMatchObject({
        code: 'STORAGE_FAILED',
      });
      await storage.close();
      const again = open();
      await again.restore();
      await again.persist({ actions: [append(1, 'x')] });
      expect(await again.read(toPosition(1))).toMatchObject({ position: 1 });
    });
  });

  it('names a value that has rotted', async () => {
    const { simulation, node, open } = machine();
    await within(simulation, async () => {
      const storage = open();
      await storage.restore();
      await storage.persist({ actions: [append(1, 'x')] });
      expect(node.disk.damage()).toBe(true);
      await expect(storage.read(toPosition(1))).rejects.toMatchObject({ code: 'LOG_CORRUPT' });
    });
  });

  it('comes back as it was in a backup, and empty after a wipe', async () => {
    const { simulation, node, open } = machine();
    await within(simulation, async () => {
      const storage = open();
      await storage.restore();
      await storage.persist({ actions: [append(1, 'x')] });
      const backup = node.disk.backup();
      await storage.persist({ actions: [append(2, 'y')] });
      node.restoreDisk(backup);
      node.start();
      const restored = open();
      expect(await restored.restore()).toMatchObject({ end: 1 });
      node.wipe();
      node.start();
      expect(await open().restore()).toMatchObject({ end: 0, metadata: { status: 'empty' } });
    });
  });
});

/** A write that was handed over has begun after it. */
async function simulationTurn(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}
