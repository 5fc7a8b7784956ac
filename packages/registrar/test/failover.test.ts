import { describe, expect, test } from '@jest/globals';
import { LogCluster } from '@quorate/log/testing';
import { seededRandom } from '@quorate/process';
import { turns } from '@quorate/process/testing';
import { LogStorage, State } from '@quorate/state';
import { admitAgent } from '../src/operations.ts';
import { Registrar } from '../src/registrar.ts';
import { agent, ids, MASTER } from './helpers.ts';

// Three nodes with a log each. Round after round another node's registrar takes over and admits
// agents; then it is closed, or loses its power while some of them are on their way, or goes on as
// if nothing had happened beside its successor. Whatever was acknowledged must be in every later
// registry; whatever failed for certain must not.
describe('over twenty failovers', () => {
  test.each([1, 2, 3])(
    'no acknowledged agent is lost, seed %i',
    async (seed) => {
      // One event a turn, so that the power can fail between any two.
      await using cluster = new LogCluster({ nodes: 3, seed, runtime: { turnBudget: 1 } });
      const random = seededRandom(seed);
      await Promise.all(cluster.nodes.map((node) => node.openLog()));
      const acknowledged = new Set<string>();
      const failedForCertain = new Set<string>();
      const admit = (registrar: Registrar, id: string): void => {
        registrar
          .apply(admitAgent(agent(id)))
          .onReady(() => acknowledged.add(id))
          .onFailed((error) => {
            if ('outcome' in error && error.outcome === 'definite') failedForCertain.add(id);
          });
      };

      let deposed: Registrar | undefined;
      for (let round = 0; round < 20; round++) {
        const leader = cluster.node(1 + random.intBelow(3));
        const { runtime, log } = leader;
        const storage = new LogStorage(log, { runtime });
        const registrar = new Registrar(new State(storage, { random: runtime.random }), {
          runtime,
        });
        const recovering = registrar.recover({ ...MASTER, id: `round-${round}` });
        if (deposed) admit(deposed, `${round}-late`);
        const { admitted } = ids(await cluster.ready(recovering));
        expect(admitted).toEqual([...new Set(admitted)]);
        expect(admitted).toEqual(expect.arrayContaining([...acknowledged]));
        for (const id of failedForCertain) expect(admitted).not.toContain(id);

        for (let n = 0; n < 8; n++) {
          admit(registrar, `${round}-${n}`);
          if (deposed && n === 4) admit(deposed, `${round}-later`);
          // Sometimes a whole store, sometimes a part of one, sometimes none.
          await turns(random.intBelow(60));
        }
        deposed = undefined;
        const end = random.intBelow(4);
        if (end === 0) await registrar.close();
        else if (end === 1) deposed = registrar;
        else {
          await leader.halt();
          await leader.openLog();
        }
      }
      await cluster.settle();
      await cluster.checkAgreement();
      expect(acknowledged.size).toBeGreaterThan(80);
      expect(failedForCertain.size).toBeGreaterThan(0);
    },
    30_000,
  );
});
