import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Registry, type Entry, type MasterInfo, type SlaveInfo } from '@quorate/messages';
import { Future, Runtime, seededRandom } from '@quorate/process';
import {
  admitAgent,
  markAgentReachable,
  markAgentUnreachable,
  readmitAgent,
  Registrar,
  REGISTRY_VARIABLE_NAME,
  removeAgent,
} from '@quorate/registrar';
import { State, type Storage, type Variable } from '@quorate/state';
import type { OpenedBackend } from 'quorate';

/** What the suite needs to know of a backend. */
export interface RegistrarSuiteOptions {
  /** Opens the storage of one test; called again, after it was closed, what it held is there again. */
  readonly open: () => Promise<OpenedBackend>;
  /** Whether what was stored outlives the storage. */
  readonly isDurable: boolean;
}

const TIME = { nanoseconds: 1_700_000_000_000_000_000n };

/** Defines tests that a registrar must pass whatever storage its state is on. */
export function registrarSuite({ open, isDurable }: RegistrarSuiteOptions): void {
  let runtime: Runtime;
  let backend: OpenedBackend;
  let storage: GuardedStorage;

  beforeEach(async () => {
    runtime = new Runtime();
    await openAnew();
  });
  afterEach(async () => {
    await backend.close();
    await runtime.close();
  });

  async function openAnew(): Promise<void> {
    backend = await open();
    storage = new GuardedStorage(backend.storage);
  }

  /** The registrar of the next master. */
  async function lead(master: string): Promise<Registrar> {
    const registrar = new Registrar(new State(storage), { runtime });
    await registrar.recover(masterInfo(master));
    return registrar;
  }

  async function stored(): Promise<Variable> {
    return new State(storage).fetch(REGISTRY_VARIABLE_NAME);
  }

  async function storedIds(): Promise<AgentIds> {
    return ids(Registry.decode((await stored()).value));
  }

  test('an agent is admitted once', async () => {
    const registrar = await lead('one');
    expect(await registrar.apply(admitAgent(agent('1')))).toBe(true);
    expect(await registrar.apply(admitAgent(agent('1')))).toBe(false);
    expect(await storedIds()).toEqual({ admitted: ['1'], unreachable: [] });
  });

  test('an agent becomes unreachable, comes back, is removed and admitted again', async () => {
    const registrar = await lead('one');
    await registrar.apply(admitAgent(agent('1')));
    expect(await registrar.apply(markAgentUnreachable(agent('1'), TIME))).toBe(true);
    expect(await registrar.apply(markAgentUnreachable(agent('1'), TIME))).toBe(false);
    expect(await storedIds()).toEqual({ admitted: [], unreachable: ['1'] });
    expect(await registrar.apply(markAgentReachable(agent('1')))).toBe(true);
    expect(await storedIds()).toEqual({ admitted: ['1'], unreachable: [] });
    expect(await registrar.apply(removeAgent(agent('1')))).toBe(true);
    expect(await registrar.apply(removeAgent(agent('1')))).toBe(false);
    expect(await storedIds()).toEqual({ admitted: [], unreachable: [] });
    expect(await registrar.apply(admitAgent(agent('1')))).toBe(true);
  });

  test('the next master recovers all that was acknowledged', async () => {
    const first = await lead('one');
    await Promise.all(['1', '2', '3'].map((id) => first.apply(admitAgent(agent(id)))));
    await first.apply(markAgentUnreachable(agent('2'), TIME));
    const acknowledged = first.registry();
    await first.close();
    if (isDurable) {
      await backend.close();
      await openAnew();
    }
    const second = await lead('two');
    expect(second.registry()).toEqual({ ...acknowledged, master: { info: masterInfo('two') } });
    expect(ids(second.registry())).toEqual({ admitted: ['1', '3'], unreachable: ['2'] });
    expect(await second.apply(admitAgent(agent('4')))).toBe(true);
  });

  test('recovery stores a new version, also by the same master', async () => {
    await lead('one');
    const before = await stored();
    await lead('one');
    const after = await stored();
    expect(after.value).toEqual(before.value);
    expect(after.uuid).not.toEqual(before.uuid);
  });

  test('a batch is one store, in the order of its operations', async () => {
    const registrar = await lead('one');
    storage.storeCount = 0;
    const batch = [
      admitAgent(agent('1')),
      admitAgent(agent('1')),
      admitAgent(agent('2')),
      removeAgent(agent('1')),
    ];
    const results = await Promise.all(batch.map((each) => registrar.apply(each)));
    expect(results).toEqual([true, false, true, true]);
    expect(storage.storeCount).toBe(1);
    expect(await storedIds()).toEqual({ admitted: ['2'], unreachable: [] });
  });

  test('a batch whose store fails is stored not at all, and fails all that comes later', async () => {
    const registrar = await lead('one');
    await registrar.apply(admitAgent(agent('1')));
    const before = await stored();
    storage.failNextStore = true;
    const batch = [admitAgent(agent('2')), removeAgent(agent('1')), admitAgent(agent('3'))];
    await Promise.all(
      batch.map((each) => expectCode(registrar.apply(each), 'REGISTRAR_STORE_FAILED')),
    );
    // The storage is well again; this registrar is not.
    await expectCode(registrar.apply(admitAgent(agent('4'))), 'REGISTRAR_ABORTED');
    const after = await stored();
    expect([after.value, after.uuid]).toEqual([before.value, before.uuid]);
    const next = await lead('two');
    expect(ids(next.registry())).toEqual({ admitted: ['1'], unreachable: [] });
    expect(await next.apply(admitAgent(agent('4')))).toBe(true);
  });

  test('a registrar whose version another has replaced aborts, and changes nothing', async () => {
    const deposed = await lead('one');
    await deposed.apply(admitAgent(agent('1')));
    const leading = await lead('two');
    await expectCode(deposed.apply(removeAgent(agent('1'))), 'REGISTRAR_VERSION_MISMATCH');
    await expectCode(deposed.apply(admitAgent(agent('2'))), 'REGISTRAR_ABORTED');
    expect(await leading.apply(admitAgent(agent('3')))).toBe(true);
    expect(await storedIds()).toEqual({ admitted: ['1', '3'], unreachable: [] });
  });

  test('no agent is twice in a list of the registry, whatever is asked for', async () => {
    const random = seededRandom(6);
    const registrar = await lead('one');
    const operations = [admitAgent, readmitAgent, removeAgent, markAgentReachable].concat(
      (info: SlaveInfo) => markAgentUnreachable(info, TIME),
    );
    let accepted = 0;
    for (let batch = 0; batch < 20; batch++) {
      const applying = Array.from({ length: 5 }, () => {
        const operation = operations[random.intBelow(operations.length)] ?? admitAgent;
        return registrar.apply(operation(agent(`${random.intBelow(6)}`)));
      });
      for (const result of await Promise.all(applying)) accepted += result ? 1 : 0;
      const { admitted, unreachable } = await storedIds();
      expect(admitted).toEqual([...new Set(admitted)]);
      expect(unreachable).toEqual([...new Set(unreachable)]);
      expect(ids(registrar.registry())).toEqual({ admitted, unreachable });
    }
    expect(accepted).toBeGreaterThan(20);
    expect(accepted).toBeLessThan(100);
  });
}

/** A storage that counts its stores, and fails one when it is told to, before anything is written. */
class GuardedStorage implements Storage {
  readonly #storage: Storage;
  storeCount = 0;
  failNextStore = false;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  get(name: string): Future<Entry | undefined> {
    return this.#storage.get(name);
  }

  set(entry: Entry, uuid: Uint8Array): Future<boolean> {
    this.storeCount++;
    if (!this.failNextStore) return this.#storage.set(entry, uuid);
    this.failNextStore = false;
    return Future.failed('unplugged');
  }

  expunge(entry: Entry): Future<boolean> {
    return this.#storage.expunge(entry);
  }

  names(): Future<ReadonlySet<string>> {
    return this.#storage.names();
  }
}

interface AgentIds {
  readonly admitted: readonly string[];
  readonly unreachable: readonly string[];
}

function ids(registry: Registry | undefined): AgentIds {
  return {
    admitted: (registry?.slaves?.slaves ?? []).map(({ info }) => info.id?.value ?? ''),
    unreachable: (registry?.unreachable?.slaves ?? []).map(({ id }) => id.value),
  };
}

function agent(id: string): SlaveInfo {
  return { hostname: `host-${id}`, resources: [], attributes: [], id: { value: id } };
}

function masterInfo(id: string): MasterInfo {
  return { id, ip: 16_777_343, port: 5050, capabilities: [] };
}

async function expectCode(future: Future<unknown>, code: string): Promise<void> {
  await expect(future).rejects.toMatchObject({ code });
}
