import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Registry } from '@quorate/messages';
import { Future } from '@quorate/process';
import {
  expectFailed,
  expectPending,
  expectReady,
  virtualRuntime,
  type VirtualRuntime,
} from '@quorate/process/testing';
import { State } from '@quorate/state';
import { AGENT_REREGISTER_TIMEOUT_MS, type MasterEvent } from '../src/master-options.ts';
import { Master } from '../src/master.ts';
import { drainAgent } from '../src/drain-operations.ts';
import { markAgentGone } from '../src/operations.ts';
import { agent, ids, MASTER, ScriptedStorage, time } from './helpers.ts';

let world: VirtualRuntime;
let storage: ScriptedStorage;
let events: MasterEvent[];

beforeEach(() => {
  world = virtualRuntime();
  storage = new ScriptedStorage();
  events = [];
});

afterEach(async () => {
  await world.runtime.close();
});

describe('after a fail-over', () => {
  test('agents that come back in time stay, and those that do not are unreachable', async () => {
    await led(['1', '2', '3', '4']);
    const next = newMaster();
    await expectReady(next.recover({ ...MASTER, id: 'next' }));
    expect([...next.awaitedAgents]).toEqual(['1', '2', '3', '4']);
    expect(await expectReady(next.reregisterAgent(agent('2', 'moved')))).toBe(true);
    expect(await expectReady(next.reregisterAgent(agent('4')))).toBe(true);
    await world.clock.advance(AGENT_REREGISTER_TIMEOUT_MS - 1);
    expect(ids(registryOf(next)).unreachable).toEqual([]);
    await world.clock.advance(1);
    expect(ids(registryOf(next))).toEqual({
      admitted: ['2', '4'],
      unreachable: ['1', '3'],
      gone: [],
    });
    expect(registryOf(next).slaves?.slaves[0]?.info.hostname).toBe('moved');
    expect(events.map(({ type }) => type)).toEqual([
      'recovered',
      'agents-missing',
      'agent-unreachable',
      'agent-unreachable',
    ]);
  });

  test('an agent that comes back later is admitted again', async () => {
    await led(['1']);
    const next = newMaster();
    await expectReady(next.recover(MASTER));
    await world.clock.advance(AGENT_REREGISTER_TIMEOUT_MS);
    expect(ids(registryOf(next)).unreachable).toEqual(['1']);
    expect(await expectReady(next.reregisterAgent(agent('1')))).toBe(true);
    expect(ids(registryOf(next))).toEqual({ admitted: ['1'], unreachable: [], gone: [] });
  });

  test('agents are given up at the rate that is asked for, and not if they come back', async () => {
    await led(['1', '2', '3', '4']);
    const next = newMaster({ agentRemovalRateLimit: { permits: 1, perMs: 60_000 } });
    await expectReady(next.recover(MASTER));
    await world.clock.advance(AGENT_REREGISTER_TIMEOUT_MS);
    expect(ids(registryOf(next)).unreachable).toEqual(['1']);
    await world.clock.advance(59_999);
    expect(ids(registryOf(next)).unreachable).toEqual(['1']);
    expect(await expectReady(next.reregisterAgent(agent('2')))).toBe(true);
    await world.clock.advance(1);
    expect(ids(registryOf(next)).unreachable).toEqual(['1', '3']);
    await world.clock.advance(60_000);
    expect(ids(registryOf(next))).toEqual({
      admitted: ['2'],
      unreachable: ['1', '3', '4'],
      gone: [],
    });
  });

  test('more missing than the limit end the master, and none is given up', async () => {
    await led(['1', '2', '3', '4']);
    const next = newMaster({ recoveryAgentRemovalLimit: 0.5 });
    const ending = expectFailed(next.ended, 'REGISTRAR_REMOVAL_LIMIT_EXCEEDED');
    await expectReady(next.recover(MASTER));
    await expectReady(next.reregisterAgent(agent('1')));
    await world.clock.advance(AGENT_REREGISTER_TIMEOUT_MS);
    expect((await ending).message).toContain('3 of 4 recovered agents');
    expect(ids(registryOf(next)).unreachable).toEqual([]);
  });

  test('exactly the limit is given up', async () => {
    await led(['1', '2']);
    const next = newMaster({ recoveryAgentRemovalLimit: 0.5 });
    await expectReady(next.recover(MASTER));
    await expectReady(next.reregisterAgent(agent('1')));
    await world.clock.advance(AGENT_REREGISTER_TIMEOUT_MS);
    expect(ids(registryOf(next)).unreachable).toEqual(['2']);
    await expectPending(next.ended, world.clock);
  });

  test('a master that lacks a capability of the registry does not lead', async () => {
    const first = await led(['1']);
    await expectReady(first.apply(drainAgent({ value: '1' })));
    const old = newMaster({ capabilities: ['AGENT_UPDATE'] });
    const ending = expectFailed(old.ended, 'REGISTRAR_CAPABILITY_MISSING');
    const error = await expectFailed(old.recover(MASTER), 'REGISTRAR_CAPABILITY_MISSING');
    expect(error.message).toContain('AGENT_DRAINING');
    await ending;
    await expectReady(newMaster().recover(MASTER));
  });
});

describe('while it leads', () => {
  test('agents register once, and are lost, and gone ones do not come back', async () => {
    const master = await led([]);
    expect(await expectReady(master.registerAgent(agent('1')))).toBe(true);
    expect(await expectReady(master.registerAgent(agent('1')))).toBe(false);
    expect(await expectReady(master.loseAgent(agent('1')))).toBe(true);
    expect(await expectReady(master.loseAgent(agent('1')))).toBe(false);
    expect(await expectReady(master.apply(markAgentGone({ value: '1' }, time())))).toBe(true);
    expect(await expectReady(master.reregisterAgent(agent('1')))).toBe(false);
    await expectFailed(master.registerAgent({ ...agent(''), id: { value: '' } }));
  });

  test('a failed store ends it with that failure', async () => {
    const master = await led([]);
    const ending = expectFailed(master.ended, 'REGISTRAR_STORE_FAILED');
    storage.onSet = () => Future.failed('unplugged');
    await expectFailed(master.registerAgent(agent('1')), 'REGISTRAR_STORE_FAILED');
    await ending;
  });

  test('closing it ends it, its registrar and its line of agents', async () => {
    const master = await led(['1'], { agentRemovalRateLimit: { permits: 1, perMs: 1_000 } });
    const ending = expectFailed(master.ended, 'REGISTRAR_CLOSED');
    await master.close();
    await ending;
    await expectFailed(master.registerAgent(agent('2')), 'REGISTRAR_CLOSED');
    await expectFailed(master.registrar.apply(drainAgent({ value: '1' })), 'REGISTRAR_CLOSED');
  });

  test.each([
    { agentReregisterTimeoutMs: 0 },
    { recoveryAgentRemovalLimit: 1.1 },
    { recoveryAgentRemovalLimit: NaN },
  ])('the option %o throws REGISTRAR_OPTION_INVALID', (option) => {
    expect(() => newMaster(option)).toThrow(
      expect.objectContaining({ code: 'REGISTRAR_OPTION_INVALID' }),
    );
  });
});

describe('records of frameworks', () => {
  const record = { id: 'f1', name: 'marathon', roles: ['prod'], failoverTimeoutMs: 60_000 };

  test('are there for the next master, changed and removed one by one', async () => {
    storage.onSet = (entry, uuid) => storage.memory.set(entry, uuid);
    const { frameworks } = await led([]);
    expect(await expectReady(frameworks.put(record))).toBe(true);
    expect(await expectReady(frameworks.put({ id: 'f2', name: 'chronos' }))).toBe(true);
    const next = newMaster();
    expect(await expectReady(next.frameworks.ids())).toEqual(['f1', 'f2']);
    expect(await expectReady(next.frameworks.get('f1'))).toEqual(record);
    await expectReady(next.frameworks.put({ ...record, name: 'renamed' }));
    expect((await expectReady(frameworks.get('f1')))?.name).toBe('renamed');
    expect(await expectReady(next.frameworks.remove('f1'))).toBe(true);
    expect(await expectReady(next.frameworks.remove('f1'))).toBe(false);
    expect(await expectReady(next.frameworks.get('f1'))).toBeUndefined();
    expect(await expectReady(next.frameworks.ids())).toEqual(['f2']);
  });

  test('without an id, or with a time below 0, are refused', async () => {
    const { frameworks } = await led([]);
    for (const bad of [
      { ...record, id: '' },
      { ...record, failoverTimeoutMs: -1 },
    ]) {
      await expectFailed(frameworks.put(bad), 'REGISTRAR_OPERATION_INVALID');
    }
  });

  test('that are none fail with STATE_VALUE_MALFORMED', async () => {
    const state = new State(storage.memory);
    const variable = await state.fetch('framework/f1');
    await state.store(variable.mutate(new TextEncoder().encode('{')));
    await expectFailed((await led([])).frameworks.get('f1'), 'STATE_VALUE_MALFORMED');
  });
});

function newMaster(options: ConstructorParameters<typeof Master>[1] = {}): Master {
  return new Master(new State(storage), {
    runtime: world.runtime,
    onEvent: (event) => events.push(event),
    ...options,
  });
}

/** A master that leads, with these agents admitted. */
async function led(
  agents: readonly string[],
  options: ConstructorParameters<typeof Master>[1] = {},
): Promise<Master> {
  const master = newMaster({ ...options, onEvent: () => undefined });
  await expectReady(master.recover(MASTER));
  for (const id of agents) await expectReady(master.registerAgent(agent(id)));
  return master;
}

function registryOf(master: Master): Registry {
  const registry = master.registrar.registry();
  if (registry) return registry;
  throw new Error('not recovered');
}
