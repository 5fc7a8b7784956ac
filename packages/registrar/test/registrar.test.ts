import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Registry, toProtoJson, type Entry } from '@quorate/messages';
import { Completer, Future } from '@quorate/process';
import {
  expectDiscarded,
  expectFailed,
  expectPending,
  expectReady,
  virtualRuntime,
  type VirtualRuntime,
} from '@quorate/process/testing';
import { State, StateError } from '@quorate/state';
import { RegistrarError } from '../src/errors.ts';
import { admitAgent, markAgentUnreachable, removeAgent } from '../src/operations.ts';
import { FETCH_TIMEOUT_MS, STORE_TIMEOUT_MS } from '../src/registrar-options.ts';
import { Registrar } from '../src/registrar.ts';
import { mutated, refused, UNCHANGED, type RegistryOperation } from '../src/registry-operation.ts';
import { agent, EMPTY, ids, MASTER, ScriptedStorage, time } from './helpers.ts';

let world: VirtualRuntime;
let storage: ScriptedStorage;
let registrar: Registrar;

beforeEach(() => {
  world = virtualRuntime();
  storage = new ScriptedStorage();
  registrar = new Registrar(new State(storage), { runtime: world.runtime });
});

afterEach(async () => {
  await world.runtime.close();
});

describe('recovery', () => {
  test('stores the master, once, and gives the registry', async () => {
    const registry = await expectReady(registrar.recover(MASTER));
    expect(registry.master?.info).toEqual(MASTER);
    expect(storage.stores).toHaveLength(1);
    expect(await storage.names()).toEqual(new Set(['registry']));
    expect(registrar.registry()).toEqual(registry);
  });

  test('twice is once: later calls get the first result', async () => {
    const [first, second] = [
      registrar.recover(MASTER),
      registrar.recover({ ...MASTER, id: 'other' }),
    ];
    expect(await expectReady(second)).toBe(await expectReady(first));
    const third = await expectReady(registrar.recover({ ...MASTER, id: 'third' }));
    expect(third.master?.info.id).toBe('master-1');
    expect(storage.stores).toHaveLength(1);
  });

  test('keeps everything in the registry, also what this version does not know', async () => {
    const unknown = Uint8Array.of(0xa2, 0x1f, 1, 7); // field 500, one byte
    const before: Registry = {
      ...EMPTY,
      weights: [{ info: { role: 'prod', weight: 2.5 } }],
      unknownFields: [unknown],
    };
    const seeding = new State(storage.memory);
    await seeding.store((await seeding.fetch('registry')).mutate(Registry.encode(before)));
    const registry = await expectReady(registrar.recover(MASTER));
    expect(registry).toEqual({ ...before, master: { info: MASTER } });
    expect(storage.stores[0]).toEqual(registry);
  });

  test('is not stopped by a caller that discards it', async () => {
    const set = hold();
    const [first, second] = [registrar.recover(MASTER), registrar.recover(MASTER)];
    const applying = registrar.apply(admitAgent(agent('1')));
    await world.clock.settle();
    first.discard();
    await world.clock.settle();
    release(set, true);
    await expectReady(second);
    expect(await expectReady(applying)).toBe(true);
  });

  test('bytes that are no registry fail it with REGISTRAR_REGISTRY_MALFORMED', async () => {
    const seeding = new State(storage.memory);
    await seeding.store((await seeding.fetch('registry')).mutate(Uint8Array.of(0xff)));
    const error = await expectFailed(registrar.recover(MASTER), 'REGISTRAR_REGISTRY_MALFORMED');
    expect(error.cause).toMatchObject({ code: 'MESSAGE_MALFORMED' });
    expect(storage.stores).toHaveLength(0);
  });

  test('a failed fetch fails it, and whatever is applied, for good', async () => {
    storage.onGet = () => Future.failed('unplugged');
    const recovering = registrar.recover(MASTER);
    const applying = registrar.apply(admitAgent(agent('1')));
    const [failure] = await Promise.all([
      expectFailed(recovering, 'REGISTRAR_FETCH_FAILED'),
      expectFailed(applying, 'REGISTRAR_ABORTED'),
    ]);
    storage.onGet = () => undefined;
    expect(await expectFailed(registrar.recover(MASTER), 'REGISTRAR_FETCH_FAILED')).toBe(failure);
    const later = await expectFailed(registrar.apply(admitAgent(agent('1'))), 'REGISTRAR_ABORTED');
    expect(later.cause).toBe(failure);
  });

  test('another version in the store fails it with REGISTRAR_VERSION_MISMATCH', async () => {
    storage.onSet = () => Future.ready(false);
    const error = await expectFailed(registrar.recover(MASTER), 'REGISTRAR_VERSION_MISMATCH');
    expect(error).toMatchObject({ outcome: 'definite' });
    expect(registrar.registry()).toBeUndefined();
    await expectFailed(registrar.apply(admitAgent(agent('1'))), 'REGISTRAR_ABORTED');
  });

  test('an invalid MasterInfo fails with REGISTRAR_MASTER_INFO_INVALID and can be mended', async () => {
    for (const info of [undefined, {}, { ...MASTER, ip: -1 }]) {
      await expectFailed(registrar.recover(info as never), 'REGISTRAR_MASTER_INFO_INVALID');
    }
    await expectReady(registrar.recover(MASTER));
  });

  test('the variable can be named', async () => {
    const options = { runtime: world.runtime, variableName: 'official' };
    await expectReady(new Registrar(new State(storage), options).recover(MASTER));
    expect(await storage.names()).toEqual(new Set(['official']));
  });
});

describe('applying', () => {
  beforeEach(async () => {
    await expectReady(registrar.recover(MASTER));
    storage.stores.length = 0;
  });

  test('is ready only after the store is', async () => {
    const set = hold();
    const applying = registrar.apply(admitAgent(agent('1')));
    await expectPending(applying, world.clock);
    expect(ids(registrar.registry()).admitted).toEqual([]);
    release(set, true);
    expect(await expectReady(applying)).toBe(true);
    expect(ids(registrar.registry()).admitted).toEqual(['1']);
  });

  test('what is applied in one turn shares one store', async () => {
    const results = ['1', '2', '1', '3'].map((id) => registrar.apply(admitAgent(agent(id))));
    expect(await Promise.all(results)).toEqual([true, true, false, true]);
    expect(storage.stores.map((registry) => ids(registry).admitted)).toEqual([['1', '2', '3']]);
  });

  test('10,000 operations share a store', async () => {
    const results = Array.from({ length: 10_000 }, (_, n) =>
      registrar.apply(admitAgent(agent(`agent-${n}`))),
    );
    expect(new Set(await Promise.all(results))).toEqual(new Set([true]));
    expect(storage.stores.length).toBeLessThan(5);
    expect(ids(registrar.registry()).admitted).toHaveLength(10_000);
  });

  test('what is applied while a store is in flight shares the next one', async () => {
    const set = hold();
    const first = registrar.apply(admitAgent(agent('1')));
    await world.clock.settle();
    const later = ['2', '3', '4'].map((id) => registrar.apply(admitAgent(agent(id))));
    await world.clock.settle();
    expect(storage.stores).toHaveLength(1);
    release(set, true);
    await expectReady(first);
    for (const result of later) expect(await expectReady(result)).toBe(true);
    expect(storage.stores.map((registry) => ids(registry).admitted.length)).toEqual([1, 4]);
  });

  test('a store happens even if every operation is refused or changes nothing', async () => {
    const unchanged: RegistryOperation = { name: 'nothing', perform: () => UNCHANGED };
    const results = [
      registrar.apply({ name: 'no', perform: () => refused('not today') }),
      registrar.apply(unchanged),
    ];
    expect(await Promise.all(results)).toEqual([false, true]);
    expect(storage.stores).toHaveLength(1);
  });

  test('an operation that throws fails alone and changes nothing', async () => {
    const cause = new Error('a bug');
    const throwing: RegistryOperation = {
      name: 'throwing',
      perform: () => {
        throw cause;
      },
    };
    const results = [admitAgent(agent('1')), throwing, admitAgent(agent('2'))].map((operation) =>
      registrar.apply(operation),
    );
    const error = await expectFailed(results[1] as Future<unknown>, 'REGISTRAR_OPERATION_FAILED');
    expect(error).toMatchObject({ cause, outcome: 'definite' });
    expect([await results[0], await results[2]]).toEqual([true, true]);
    await expectFailed(registrar.apply(throwing), 'REGISTRAR_OPERATION_FAILED');
    expect(await expectReady(registrar.apply(removeAgent(agent('1'))))).toBe(true);
  });

  test('an operation that returns no result fails', async () => {
    for (const result of [undefined, null, true, { type: 'other' }, { type: 'mutated' }]) {
      const operation = { name: 'odd', perform: () => result } as unknown as RegistryOperation;
      await expectFailed(registrar.apply(operation), 'REGISTRAR_OPERATION_FAILED');
    }
    expect(await expectReady(registrar.apply(admitAgent(agent('1'))))).toBe(true);
  });

  test('an operation cannot change in place what it looks at', async () => {
    await expectReady(registrar.apply(admitAgent(agent('1'))));
    const cheating: RegistryOperation = {
      name: 'cheating',
      perform(registry) {
        const known = registry.admitted('1');
        (known?.info as { hostname: string }).hostname = 'changed';
        return refused('but not really');
      },
    };
    await expectFailed(registrar.apply(cheating), 'REGISTRAR_OPERATION_FAILED');
    expect(registrar.registry()?.slaves?.slaves[0]?.info.hostname).toBe('localhost');
  });

  test('an operation may set other fields, and sees what was done before it', async () => {
    const weigh = (weight: number): RegistryOperation => ({
      name: `weigh ${weight}`,
      perform: ({ fields }) =>
        mutated({
          type: 'set-fields',
          fields: { weights: [...fields.weights, { info: { role: 'prod', weight } }] },
        }),
    });
    const looking: RegistryOperation = {
      name: 'looking',
      perform: (registry) =>
        registry.snapshot().weights.length === 2 ? UNCHANGED : refused('too early'),
    };
    const results = [weigh(1), weigh(2), looking].map((each) => registrar.apply(each));
    expect(await Promise.all(results)).toEqual([true, true, true]);
    expect(registrar.registry()?.weights.map(({ info }) => info.weight)).toEqual([1, 2]);
    expect(registrar.registry()?.master?.info).toEqual(MASTER);
  });

  test('an operation that applies another one from within is served, in the next store', async () => {
    const inner: Future<boolean>[] = [];
    const outer: RegistryOperation = {
      name: 'outer',
      perform: () => {
        inner.push(registrar.apply(admitAgent(agent('inner'))));
        return UNCHANGED;
      },
    };
    expect(await expectReady(registrar.apply(outer))).toBe(true);
    expect(await expectReady(inner[0] as Future<boolean>)).toBe(true);
    expect(storage.stores).toHaveLength(2);
  });

  test('a callback may apply the next operation', async () => {
    const next = new Completer<boolean>();
    registrar
      .apply(admitAgent(agent('1')))
      .onReady(() => next.set(registrar.apply(admitAgent(agent('1')))));
    expect(await expectReady(next.future)).toBe(false);
  });

  test('a queued operation that is discarded is withdrawn', async () => {
    const set = hold();
    const first = registrar.apply(admitAgent(agent('1')));
    await world.clock.settle();
    const second = registrar.apply(admitAgent(agent('2')));
    await world.clock.settle();
    second.discard();
    await expectDiscarded(second);
    first.discard();
    await expectPending(first, world.clock);
    release(set, true);
    expect(await expectReady(first)).toBe(true);
    await world.clock.settle();
    expect(storage.stores.map((registry) => ids(registry).admitted)).toEqual([['1']]);
  });

  test('operations beyond the limit fail with REGISTRAR_QUEUE_FULL', async () => {
    const options = { runtime: world.runtime, queueLengthMax: 2 };
    const small = new Registrar(new State(storage), options);
    const recovering = small.recover(MASTER);
    const queued = ['1', '2'].map((id) => small.apply(admitAgent(agent(id))));
    const error = await expectFailed(small.apply(admitAgent(agent('3'))), 'REGISTRAR_QUEUE_FULL');
    expect(error).toMatchObject({ outcome: 'definite' });
    await expectReady(recovering);
    expect(await Promise.all(queued)).toEqual([true, true]);
    expect(await expectReady(small.apply(admitAgent(agent('3'))))).toBe(true);
  });

  test('what is no operation fails with REGISTRAR_OPERATION_INVALID', async () => {
    for (const operation of [undefined, null, 7, {}, () => UNCHANGED]) {
      await expectFailed(registrar.apply(operation as never), 'REGISTRAR_OPERATION_INVALID');
    }
  });

  test('the registry has the JSON shape of the endpoint', async () => {
    await expectReady(registrar.apply(admitAgent(agent('1'))));
    const registry = registrar.registry();
    expect(registry && toProtoJson(Registry, registry)).toMatchObject({
      master: { info: { id: 'master-1', port: 5050 } },
      slaves: { slaves: [{ info: { hostname: 'localhost', id: { value: '1' } } }] },
    });
  });
});

test('applying before recover() was called fails with REGISTRAR_NOT_RECOVERED', async () => {
  const applying = registrar.apply(admitAgent(agent('1')));
  expect(await expectFailed(applying, 'REGISTRAR_NOT_RECOVERED')).toMatchObject({
    outcome: 'definite',
  });
  await expectReady(registrar.recover(MASTER));
  expect(await expectReady(registrar.apply(admitAgent(agent('1'))))).toBe(true);
});

describe('aborting', () => {
  beforeEach(async () => {
    await expectReady(registrar.recover(MASTER));
    storage.stores.length = 0;
  });

  const failures: readonly (readonly [string, () => Future<boolean>, string, string])[] = [
    ['failed', () => Future.failed('disk full'), 'REGISTRAR_STORE_FAILED', 'unknown'],
    [
      'failed for certain',
      () => Future.failed(new StateError('STATE_DEMOTED', 'demoted', { outcome: 'definite' })),
      'REGISTRAR_STORE_FAILED',
      'definite',
    ],
    ['was discarded', () => Future.discarded(), 'REGISTRAR_STORE_FAILED', 'unknown'],
    ['was abandoned', () => Future.abandoned(), 'REGISTRAR_STORE_FAILED', 'unknown'],
    ['met another version', () => Future.ready(false), 'REGISTRAR_VERSION_MISMATCH', 'definite'],
  ];

  test.each(failures)('a store that %s aborts for good', async (_how, result, code, outcome) => {
    const set = hold();
    const first = registrar.apply(admitAgent(agent('1')));
    await world.clock.settle();
    const queued = registrar.apply(admitAgent(agent('2')));
    await world.clock.settle();
    set.set(result());
    const [failure, aborted] = await Promise.all([
      expectFailed(first, code),
      expectFailed(queued, 'REGISTRAR_ABORTED'),
    ]);
    expect(failure).toMatchObject({ outcome });
    expect(aborted).toMatchObject({ outcome: 'definite', cause: failure });
    storage.onSet = () => undefined;
    const later = await expectFailed(registrar.apply(admitAgent(agent('3'))), 'REGISTRAR_ABORTED');
    expect(later.cause).toBe(failure);
    expect(storage.stores).toHaveLength(1);
    expect(ids(registrar.registry()).admitted).toEqual([]);
    await expectReady(registrar.recover(MASTER));
  });

  test('100,000 queued operations fail with the store they wait for', async () => {
    const set = hold();
    const first = registrar.apply(admitAgent(agent('first')));
    await world.clock.settle();
    const unreachable = markAgentUnreachable(agent('first'), time());
    const queued = Array.from({ length: 100_000 }, () => registrar.apply(unreachable));
    await world.clock.settle();
    set.set(Future.failed('disk full'));
    const settled = await Promise.allSettled([first, ...queued]);
    const codes = settled.map((each) => each.status === 'rejected' && codeOf(each.reason));
    expect(codes[0]).toBe('REGISTRAR_STORE_FAILED');
    expect(new Set(codes.slice(1))).toEqual(new Set(['REGISTRAR_ABORTED']));
    expect(storage.stores).toHaveLength(1);
  });
});

describe('a registry that is too large', () => {
  const cause = new StateError('STATE_VALUE_TOO_LARGE', 'an entry of 20 bytes exceeds 10', {
    outcome: 'definite',
  });

  test('fails the operations that make it so, and nothing else', async () => {
    await expectReady(registrar.recover(MASTER));
    storage.onSet = () => Future.failed(cause);
    const error = await expectFailed(
      registrar.apply(admitAgent(agent('1'))),
      'REGISTRAR_REGISTRY_TOO_LARGE',
    );
    expect(error).toMatchObject({ outcome: 'definite', cause });
    expect(error.message).toMatch(/a registry of \d+ bytes is too large.*exceeds 10/);
    storage.onSet = () => undefined;
    expect(await expectReady(registrar.apply(admitAgent(agent('2'))))).toBe(true);
    expect(ids(registrar.registry()).admitted).toEqual(['2']);
  });

  test('fails the recovery', async () => {
    storage.onSet = () => Future.failed(cause);
    await expectFailed(registrar.recover(MASTER), 'REGISTRAR_REGISTRY_TOO_LARGE');
  });

  test('one that cannot be encoded fails its operations, and nothing is written', async () => {
    await expectReady(registrar.recover(MASTER));
    storage.stores.length = 0;
    const breaking: RegistryOperation = {
      name: 'breaking',
      perform: () => mutated({ type: 'set-fields', fields: { weights: [{}] as never } }),
    };
    await expectFailed(registrar.apply(breaking), 'REGISTRAR_REGISTRY_INVALID');
    expect(storage.stores).toHaveLength(0);
    expect(await expectReady(registrar.apply(admitAgent(agent('1'))))).toBe(true);
  });
});

describe('time limits', () => {
  test('a fetch has 60 s, and is then asked to stop', async () => {
    const get = new Completer<Entry | undefined>();
    storage.onGet = () => get.future;
    const recovering = registrar.recover(MASTER);
    await world.clock.advance(FETCH_TIMEOUT_MS - 1);
    await expectPending(recovering, world.clock);
    const failing = expectFailed(recovering, 'REGISTRAR_FETCH_TIMEOUT');
    await world.clock.advance(1);
    const error = await failing;
    expect(error).toMatchObject({ outcome: 'unknown' });
    expect(error.message).toContain('60000 ms');
    expect(get.future.hasDiscard).toBe(true);
  });

  test('a store has 20 s, and is then asked to stop', async () => {
    await expectReady(registrar.recover(MASTER));
    const set = hold();
    const applying = registrar.apply(admitAgent(agent('1')));
    await world.clock.advance(STORE_TIMEOUT_MS - 1);
    await expectPending(applying, world.clock);
    const failing = expectFailed(applying, 'REGISTRAR_STORE_TIMEOUT');
    await world.clock.advance(1);
    const error = await failing;
    expect(error).toMatchObject({ outcome: 'unknown' });
    expect(set.future.hasDiscard).toBe(true);
    // Too late: the caller was told that the outcome is unknown.
    release(set, true);
    await expectFailed(registrar.apply(admitAgent(agent('2'))), 'REGISTRAR_ABORTED');
  });

  test('limits that are no positive numbers throw REGISTRAR_OPTION_INVALID', () => {
    const state = new State(storage);
    for (const limit of [0, -1, NaN, '1']) {
      for (const option of ['fetchTimeoutMs', 'storeTimeoutMs']) {
        expect(() => new Registrar(state, { runtime: world.runtime, [option]: limit })).toThrow(
          expect.objectContaining({ code: 'REGISTRAR_OPTION_INVALID' }),
        );
      }
    }
  });

  test('Infinity is no limit', async () => {
    const get = new Completer<Entry | undefined>();
    storage.onGet = () => get.future;
    const options = { runtime: world.runtime, fetchTimeoutMs: Infinity };
    const recovering = new Registrar(new State(storage), options).recover(MASTER);
    await world.clock.advance(1e9);
    await expectPending(recovering, world.clock);
    get.set(undefined);
    await expectReady(recovering);
  });
});

describe('closing', () => {
  test('what is under way fails with REGISTRAR_CLOSED, and so does what comes later', async () => {
    await expectReady(registrar.recover(MASTER));
    const set = hold();
    const first = registrar.apply(admitAgent(agent('1')));
    await world.clock.settle();
    const queued = registrar.apply(admitAgent(agent('2')));
    await world.clock.settle();
    const closing = registrar.close();
    await Promise.all([first, queued].map((each) => expectFailed(each, 'REGISTRAR_CLOSED')));
    await expectReady(closing);
    expect(set.future.hasDiscard).toBe(true);
    await expectReady(registrar.close());
    await expectFailed(registrar.apply(admitAgent(agent('3'))), 'REGISTRAR_CLOSED');
    await expectFailed(registrar.recover(MASTER), 'REGISTRAR_CLOSED');
  });

  test('a recovery that is under way fails with REGISTRAR_CLOSED', async () => {
    storage.onGet = () => new Completer<Entry | undefined>().future;
    const recovering = registrar.recover(MASTER);
    await world.clock.settle();
    await expectReady(registrar.close());
    await expectFailed(recovering, 'REGISTRAR_CLOSED');
  });
});

/** Holds the stores back, until it is ready with whether they may go on. */
function hold(): Completer<boolean> {
  const set = new Completer<boolean>();
  storage.onSet = (entry, uuid) =>
    set.future.andThen((goOn) => goOn && storage.memory.set(entry, uuid));
  return set;
}

function release(set: Completer<boolean>, stored: boolean): void {
  storage.onSet = () => undefined;
  set.set(stored);
}

function codeOf(error: unknown): unknown {
  return error instanceof RegistrarError ? error.code : error;
}

describe('a watch of the registry', () => {
  test('begins with the one that the recovery stores, and tells of each change', async () => {
    const watch = registrar.watch();
    const first = watch.next();
    await expectReady(registrar.recover(MASTER));
    expect(await first).toMatchObject({ value: { master: { info: MASTER } } });
    const waiting = watch.next();
    await expectReady(registrar.apply(admitAgent(agent('1'))));
    expect(ids((await waiting).value).admitted).toEqual(['1']);
    await expectReady(registrar.apply(admitAgent(agent('1'))));
    await expectReady(registrar.apply(admitAgent(agent('2'))));
    expect(ids((await watch.next()).value).admitted).toEqual(['1', '2']);
    const last = watch.next();
    await watch.return?.();
    expect((await last).done).toBe(true);
  });

  test('ends with REGISTRAR_ABORTED after a failed store, and REGISTRAR_CLOSED by close', async () => {
    await expectReady(registrar.recover(MASTER));
    const watch = registrar.watch();
    await watch.next();
    const waiting = expect(watch.next()).rejects.toMatchObject({ code: 'REGISTRAR_ABORTED' });
    storage.onSet = () => Future.failed('disk');
    await expectFailed(registrar.apply(admitAgent(agent('1'))), 'REGISTRAR_STORE_FAILED');
    await waiting;
    await expect(registrar.watch().next()).rejects.toMatchObject({ code: 'REGISTRAR_ABORTED' });
    const other = new Registrar(new State(new ScriptedStorage()), { runtime: world.runtime });
    const ended = expect(other.watch().next()).rejects.toMatchObject({ code: 'REGISTRAR_CLOSED' });
    await other.close();
    await ended;
  });

  test('ends with its signal', async () => {
    const controller = new AbortController();
    const waiting = registrar.watch({ signal: controller.signal }).next();
    controller.abort();
    expect((await waiting).done).toBe(true);
  });
});
