import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Runtime } from '@quorate/process';
import { State } from '@quorate/state';
import { LevelStorage } from '@quorate/state/leveldb';
import { admitAgent, markAgentGone, markAgentUnreachable, removeAgent } from '../src/operations.ts';
import { Registrar } from '../src/registrar.ts';
import { agent, ids, MASTER, time } from './helpers.ts';

test('a registrar on LevelDB finds what was acknowledged when it is opened again', async () => {
  const path = mkdtempSync(join(tmpdir(), 'quorate-registrar-'));
  const runtime = new Runtime();
  const first = await LevelStorage.open({ path, runtime });
  const registrar = new Registrar(new State(first), { runtime });
  await registrar.recover(MASTER);
  const admitting = ['1', '2', '3', '4'].map((id) => registrar.apply(admitAgent(agent(id))));
  expect(await Promise.all(admitting)).toEqual([true, true, true, true]);
  expect(await registrar.apply(admitAgent(agent('1')))).toBe(false);
  expect(await registrar.apply(removeAgent(agent('2')))).toBe(true);
  expect(await registrar.apply(markAgentUnreachable(agent('3'), time()))).toBe(true);
  expect(await registrar.apply(markAgentGone({ value: '4' }, time()))).toBe(true);
  const acknowledged = registrar.registry();
  await registrar.close();
  await first.close();

  const second = await LevelStorage.open({ path, runtime });
  const successor = new Registrar(new State(second), { runtime });
  const recovered = await successor.recover(MASTER);
  expect(ids(recovered)).toEqual({ admitted: ['1'], unreachable: ['3'], gone: ['4'] });
  expect(recovered).toEqual(acknowledged);
  await second.close();
  await expect(successor.apply(admitAgent(agent('5')))).rejects.toMatchObject({
    code: 'REGISTRAR_STORE_FAILED',
  });
  await successor.close();
  await runtime.close();
  rmSync(path, { recursive: true });
});
