import assert from 'node:assert/strict';
import type { MessageType } from '@quorate/process';
import { State } from '../state.ts';
import type { Storage } from '../storage.ts';
import { TypedState, type TypedVariable } from '../typed-state.ts';
import { storageContract, watchContract } from './storage-contract.ts';

/** A fresh, empty storage for one test. */
export interface OpenedStorage {
  readonly storage: Storage;
  close?(): PromiseLike<void>;
}

/** What the suite needs of the test runner, and how to open what is tested. */
export interface StateStorageSuiteOptions {
  readonly describe: (name: string, body: () => void) => void;
  readonly test: (name: string, body: () => Promise<void>) => void;
  readonly open: () => PromiseLike<OpenedStorage> | OpenedStorage;
  /** Whether the storage has `subscribe`, and is to be held to its rules. Default true. */
  readonly watches?: boolean;
}

/** A message with no required fields, as the scenarios need: a list of host names. */
const Hosts: MessageType<readonly string[]> = {
  typeName: 'quorate.testing.Hosts',
  encode: (hosts) => new TextEncoder().encode(hosts.join('\n')),
  decode: (bytes) => (bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split('\n')),
};

type HostsState = TypedState<readonly string[]>;
type HostsVariable = TypedVariable<readonly string[]>;

/**
 * Defines tests that every `Storage` must pass: the scenarios of Mesos src/tests/state_tests.cpp
 * under their names, and the rules of the interface that they leave out.
 */
export function stateStorageSuite(name: string, options: StateStorageSuiteOptions): void {
  const { describe, test, open, watches = true } = options;
  const rules = watches ? { ...storageContract, ...watchContract } : storageContract;
  describe(name, () => {
    defineScenarios((title, scenario) => {
      test(title, () =>
        using(open, ({ storage }) => scenario(new TypedState(new State(storage), Hosts))),
      );
    });
    for (const [rule, check] of Object.entries(rules)) {
      test(rule, () => using(open, ({ storage }) => check(storage)));
    }
  });
}

async function using(
  open: StateStorageSuiteOptions['open'],
  body: (opened: OpenedStorage) => Promise<void>,
): Promise<void> {
  const opened = await open();
  try {
    await body(opened);
  } finally {
    await opened.close?.();
  }
}

type DefineScenario = (title: string, scenario: (state: HostsState) => Promise<void>) => void;

/** One test per scenario of upstream, under its name. */
function defineScenarios(test: DefineScenario): void {
  test('FetchAndStoreAndFetch: what was stored is fetched', async (state) => {
    await storeFresh(state, ['localhost']);
    assert.deepEqual(await fetchHosts(state), ['localhost']);
  });

  test('FetchAndStoreAndStoreAndFetch: a stored variable is stored again', async (state) => {
    const stored = await storeFresh(state, ['localhost']);
    assert.notEqual(await state.store(stored), undefined);
    assert.deepEqual(await fetchHosts(state), ['localhost']);
  });

  test('FetchAndStoreAndStoreFailAndFetch: a stale variable is not stored', async (state) => {
    const variable = await state.fetch('slaves');
    assert.notEqual(await state.store(variable.mutate(['localhost1'])), undefined);
    assert.equal(await state.store(variable.mutate(['localhost2'])), undefined);
    assert.deepEqual(await fetchHosts(state), ['localhost1']);
  });

  test('FetchAndStoreAndExpungeAndFetch: an expunged variable is empty', async (state) => {
    const stored = await storeFresh(state, ['localhost']);
    assert.equal(await state.expunge(stored), true);
    assert.deepEqual(await fetchHosts(state), []);
  });

  test('FetchAndStoreAndExpungeAndExpunge: nothing is expunged twice', async (state) => {
    const stored = await storeFresh(state, ['localhost']);
    assert.equal(await state.expunge(stored), true);
    assert.equal(await state.expunge(stored), false);
  });

  test('FetchAndStoreAndExpungeAndStoreAndFetch: an expunged one is stored again', async (state) => {
    const stored = await storeFresh(state, ['localhost']);
    assert.equal(await state.expunge(stored), true);
    assert.notEqual(await state.store(stored), undefined);
    assert.deepEqual(await fetchHosts(state), ['localhost']);
  });

  test('Names: the names are those of the stored variables', async (state) => {
    await storeFresh(state, ['localhost']);
    assert.deepEqual([...(await state.names())], ['slaves']);
  });
}

async function storeFresh(state: HostsState, hosts: readonly string[]): Promise<HostsVariable> {
  const variable = await state.fetch('slaves');
  assert.deepEqual(variable.value, []);
  const stored = await state.store(variable.mutate(hosts));
  assert.ok(stored);
  return stored;
}

async function fetchHosts(state: HostsState): Promise<readonly string[]> {
  return (await state.fetch('slaves')).value;
}
