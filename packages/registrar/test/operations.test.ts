import { describe, expect, test } from '@jest/globals';
import { Registry } from '@quorate/messages';
import type { RegistrySlave, SlaveInfo, UnreachableSlave } from '@quorate/messages';
import {
  admitAgent,
  markAgentGone,
  markAgentReachable,
  markAgentUnreachable,
  prune,
  readmitAgent,
  removeAgent,
} from '../src/operations.ts';
import { performOperation } from '../src/registry-draft.ts';
import { mutated, type RegistryOperation } from '../src/registry-operation.ts';
import { agent, EMPTY, ids, MASTER, time } from './helpers.ts';

const DRAINING = { state: 'DRAINING', config: { markGone: true } } as const;

describe('admit', () => {
  test('adds the agent at the end, without drain info and deactivated', () => {
    const registry = perform(admitted('1'), admitAgent(agent('2')));
    expect(ids(registry).admitted).toEqual(['1', '2']);
    expect(registry.slaves?.slaves[1]).toEqual({ info: agent('2') });
  });

  test('an admitted agent is refused', () => {
    expect(outcome(admitted('1'), admitAgent(agent('1')))).toBe('refused');
  });

  // Otherwise than upstream: it would be in two lists.
  test('an agent that is unreachable or gone is refused', () => {
    expect(outcome(lists([], ['1'], []), admitAgent(agent('1')))).toBe('refused');
    expect(outcome(lists([], [], ['1']), admitAgent(agent('1')))).toBe('refused');
    expect(outcome(lists(['3'], ['2'], ['4']), admitAgent(agent('1')))).toBe('mutated');
  });

  test('the information is kept as it was given at the call', () => {
    const info = { ...agent('1'), hostname: 'given' };
    const operation = admitAgent(info);
    info.hostname = 'changed later';
    expect(perform(EMPTY, operation).slaves?.slaves[0]?.info.hostname).toBe('given');
  });
});

describe('readmit', () => {
  test('replaces the information in place and keeps the rest', () => {
    const before: Registry = {
      ...EMPTY,
      slaves: {
        slaves: [
          { info: agent('1'), drainInfo: DRAINING, deactivated: true },
          { info: agent('2') },
        ],
      },
    };
    const after = perform(before, readmitAgent(agent('1', 'changed')));
    expect(after.slaves?.slaves).toEqual([
      { info: agent('1', 'changed'), drainInfo: DRAINING, deactivated: true },
      { info: agent('2') },
    ]);
  });

  test('the same information changes nothing', () => {
    expect(outcome(admitted('1'), readmitAgent(agent('1')))).toBe('unchanged');
  });

  test('an agent that is not admitted is refused', () => {
    expect(outcome(lists([], ['1'], []), readmitAgent(agent('1')))).toBe('refused');
  });
});

describe('remove', () => {
  test('removes one admitted agent', () => {
    const registry = perform(admitted('1', '2', '3'), removeAgent(agent('2')));
    expect(ids(registry).admitted).toEqual(['1', '3']);
  });

  test('the list of the last agent stays, empty', () => {
    expect(perform(admitted('1'), removeAgent(agent('1'))).slaves).toEqual({ slaves: [] });
  });

  test('an agent that is not admitted is refused', () => {
    expect(outcome(lists([], ['1'], ['1']), removeAgent(agent('1')))).toBe('refused');
  });
});

describe('mark unreachable', () => {
  test('moves an admitted agent, with the time and an explicit deactivated', () => {
    const registry = perform(admitted('1', '2'), markAgentUnreachable(agent('1'), time(7n)));
    expect(ids(registry)).toMatchObject({ admitted: ['2'], unreachable: ['1'] });
    expect(registry.unreachable?.slaves).toEqual([
      { id: { value: '1' }, timestamp: { nanoseconds: 7n }, deactivated: false },
    ]);
  });

  test('keeps drain and deactivation', () => {
    const before = withAdmitted({ info: agent('1'), drainInfo: DRAINING, deactivated: true });
    const registry = perform(before, markAgentUnreachable(agent('1'), time()));
    const expected = { drainInfo: DRAINING, deactivated: true };
    expect(registry.unreachable?.slaves[0]).toMatchObject(expected);
  });

  test('an agent that is not admitted is refused', () => {
    const operation = markAgentUnreachable(agent('1'), time());
    expect(outcome(lists([], ['1'], []), operation)).toBe('refused');
    expect(outcome(lists([], [], ['1']), operation)).toBe('refused');
    expect(outcome(EMPTY, operation)).toBe('refused');
  });
});

describe('mark reachable', () => {
  test('an admitted agent is left as it is', () => {
    expect(outcome(admitted('1'), markAgentReachable(agent('1', 'changed')))).toBe('unchanged');
  });

  test('moves an unreachable agent back, with its drain and deactivation', () => {
    const unreachable: UnreachableSlave = {
      id: { value: '1' },
      timestamp: time(),
      drainInfo: DRAINING,
      deactivated: true,
    };
    const before: Registry = { ...EMPTY, unreachable: { slaves: [unreachable] } };
    const registry = perform(before, markAgentReachable(agent('1')));
    expect(registry.unreachable?.slaves).toEqual([]);
    expect(registry.slaves?.slaves).toEqual([
      { info: agent('1'), drainInfo: DRAINING, deactivated: true },
    ]);
  });

  test('an agent the registry has forgotten is admitted', () => {
    const registry = perform(EMPTY, markAgentReachable(agent('1')));
    expect(registry.slaves?.slaves).toEqual([{ info: agent('1') }]);
    expect(registry.unreachable).toBeUndefined();
  });
});

describe('mark gone', () => {
  test('moves an admitted agent', () => {
    const registry = perform(admitted('1', '2'), markAgentGone({ value: '1' }, time(7n)));
    expect(ids(registry)).toEqual({ admitted: ['2'], unreachable: [], gone: ['1'] });
    expect(registry.gone?.slaves[0]?.timestamp).toEqual({ nanoseconds: 7n });
  });

  test('moves an unreachable agent', () => {
    const registry = perform(lists([], ['1', '2'], []), markAgentGone({ value: '2' }, time()));
    expect(ids(registry)).toEqual({ admitted: [], unreachable: ['1'], gone: ['2'] });
  });

  test('a gone or unknown agent is refused', () => {
    const operation = markAgentGone({ value: '1' }, time());
    expect(outcome(lists(['1'], [], ['1']), operation)).toBe('refused');
    expect(outcome(lists(['2'], ['3'], []), operation)).toBe('refused');
  });
});

describe('prune', () => {
  const before = lists([], ['1', '2', '3', '4'], ['5', '6', '7']);

  test('removes exactly the agents that are named, wherever they stand', () => {
    const registry = perform(before, prune([{ value: '3' }], [{ value: '6' }]));
    expect(ids(registry)).toEqual({
      admitted: [],
      unreachable: ['1', '2', '4'],
      gone: ['5', '7'],
    });
  });

  test('each list is pruned by its own ids, and unknown ids are passed over', () => {
    const registry = perform(before, prune([{ value: '1' }, { value: '6' }], [{ value: '1' }]));
    expect(ids(registry)).toMatchObject({ unreachable: ['2', '3', '4'], gone: ['5', '6', '7'] });
  });

  test('nothing to remove changes nothing', () => {
    expect(outcome(before, prune([{ value: '9' }], []))).toBe('unchanged');
    expect(outcome(EMPTY, prune([{ value: '1' }], [{ value: '1' }]))).toBe('unchanged');
  });

  test('an id that is listed twice goes twice', () => {
    const twice = lists([], ['1', '1', '2'], []);
    expect(ids(perform(twice, prune([{ value: '1' }], []))).unreachable).toEqual(['2']);
  });
});

describe('any operation', () => {
  const operations: readonly RegistryOperation[] = [
    admitAgent(agent('new')),
    readmitAgent(agent('1', 'changed')),
    removeAgent(agent('1')),
    markAgentUnreachable(agent('1'), time()),
    markAgentReachable(agent('2')),
    markAgentGone({ value: '2' }, time()),
    prune([{ value: '2' }], [{ value: '3' }]),
  ];

  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s leaves the registry it looks at alone, and what it does not touch as it is',
    (_name, operation) => {
      const before: Registry = {
        ...lists(['1', '1b'], ['2', '2b'], ['3', '3b']),
        master: { info: MASTER },
        weights: [{ info: { role: 'prod', weight: 2.5 } }],
        minimumCapabilities: [{ capability: 'AGENT_DRAINING' }],
      };
      const copy = structuredClone(before);
      const after = perform(before, operation);
      expect(before).toEqual(copy);
      expect(after).not.toEqual(before);
      const { slaves, unreachable, gone, ...rest } = after;
      expect({ ...before, slaves, unreachable, gone }).toEqual({
        slaves,
        unreachable,
        gone,
        ...rest,
      });
      expect(Registry.decode(Registry.encode(after))).toEqual(after);
    },
  );

  test('an edit without an id, or of no known type, throws and changes nothing', () => {
    const nameless: SlaveInfo = { hostname: 'x', resources: [], attributes: [] };
    const bad = [{ type: 'put-admitted', agent: { info: nameless } }, { type: 'rename' }] as const;
    for (const edit of bad) {
      const operation: RegistryOperation = {
        name: 'bad',
        perform: () => mutated({ type: 'remove-admitted', id: '1' }, edit as never),
      };
      expect(() => performOperation(admitted('1'), operation)).toThrow(TypeError);
    }
  });

  test.each<readonly [string, () => RegistryOperation]>([
    ['no agent', () => admitAgent(undefined as never)],
    ['no id', () => admitAgent({ hostname: 'x', resources: [], attributes: [] })],
    ['an empty id', () => removeAgent(agent(''))],
    ['no host name', () => readmitAgent({ ...agent('1'), hostname: undefined as never })],
    ['no time', () => markAgentUnreachable(agent('1'), undefined as never)],
    ['a time that is a number', () => markAgentGone({ value: '1' }, { nanoseconds: 1 as never })],
    ['an id that is text', () => markAgentGone('1' as never, time())],
    ['ids that are text', () => prune(['1' as never], [])],
  ])('%s throws REGISTRAR_OPERATION_INVALID', (_what, make) => {
    expect(make).toThrow(expect.objectContaining({ code: 'REGISTRAR_OPERATION_INVALID' }));
  });
});

function perform(registry: Registry, operation: RegistryOperation): Registry {
  const result = performOperation(registry, operation);
  if (result.type === 'mutated') return result.registry;
  throw new Error(`expected ${operation.name} to change the registry, it is ${result.type}`);
}

function outcome(registry: Registry, operation: RegistryOperation): string {
  return performOperation(registry, operation).type;
}

function admitted(...agents: readonly string[]): Registry {
  return lists(agents, [], []);
}

function withAdmitted(slave: RegistrySlave): Registry {
  return { ...EMPTY, slaves: { slaves: [slave] } };
}

function lists(
  slaves: readonly string[],
  unreachable: readonly string[],
  gone: readonly string[],
): Registry {
  const marked = (id: string): UnreachableSlave => ({ id: { value: id }, timestamp: time() });
  return {
    ...EMPTY,
    slaves: { slaves: slaves.map((id) => ({ info: agent(id) })) },
    unreachable: { slaves: unreachable.map(marked) },
    gone: { slaves: gone.map(marked) },
  };
}
