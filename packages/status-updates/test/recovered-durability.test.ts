import { expect, test } from '@jest/globals';
import type { FaultPlan } from '@quorate/checkpoint/simulated';
import { OPERATION, operationUpdate, uuidOf } from './support/agent.ts';
import type { OperationManager } from './support/agent.ts';
import { SimulatedAgent } from './support/simulated-agent.ts';
import { DURABILITIES } from './support/simulated-storage.ts';
import type { Durability } from './support/simulated-storage.ts';

// Found by the simulator: system `updates`, profile `storage`, seed 77. A run whose sync failed ends; the
// next one reads what is in the page cache only, forwards it, and then the power goes.

/** More than the first life has. */
const POINTS_MAX = 40;

async function recover(agent: SimulatedAgent, durability: Durability): Promise<readonly string[]> {
  const manager: OperationManager = agent.start({ durability });
  await agent.clock.settle();
  await manager.recover([OPERATION], { strict: true }).repair(() => undefined as never);
  return agent.forwarded();
}

async function liveOnce(agent: SimulatedAgent, durability: Durability, fault: FaultPlan) {
  const manager = agent.start({ durability, fault });
  const ignore = (): undefined => undefined;
  const update = (digit: string): void => {
    manager.update(OPERATION, operationUpdate('OPERATION_PENDING', digit)).onFailed(ignore);
  };
  update('a');
  await agent.clock.settle();
  manager.acknowledge(OPERATION, uuidOf('a')).onFailed(ignore);
  update('b');
  await agent.forwarded();
  const points = agent.fileSystem.operations;
  await agent.crash();
  return points;
}

test.each(DURABILITIES)(
  'what a run forwards first it has made durable, with the storage %p',
  async (durability) => {
    let compared = 0;
    for (let at = 1; at <= POINTS_MAX; at++) {
      const agent = new SimulatedAgent();
      const points = await liveOnce(agent, durability, { at, fault: 'sync-error' });
      if (points < at) break;
      const [forwarded] = await recover(agent, durability);
      await agent.crash({ power: 'none' });
      const [again] = await recover(agent, durability);
      if (forwarded === undefined) continue;
      expect({ at, forwarded: again?.charAt(0) }).toEqual({ at, forwarded: forwarded.charAt(0) });
      compared++;
    }
    expect(compared).toBeGreaterThan(2);
  },
);
