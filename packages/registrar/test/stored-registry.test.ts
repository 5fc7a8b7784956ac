import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Registry } from '@quorate/messages';
import { virtualRuntime } from '@quorate/process/testing';
import { MemoryStorage, State, type SplicedEntry } from '@quorate/state';
import fc from 'fast-check';
import { layoutOf } from '../src/registry-layout.ts';
import { PrefixSums } from '../src/prefix-sums.ts';
import { Registrar } from '../src/registrar.ts';
import { RegistryDraft } from '../src/registry-draft.ts';
import { StoredRegistry } from '../src/stored-registry.ts';
import { admitAgent } from '../src/operations.ts';
import { operation } from './arbitraries.ts';
import { agent, EMPTY, ids, MASTER } from './helpers.ts';

describe('a registry that is stored by splices', () => {
  test('has the bytes of the registry, after any operations, batched in any way', () => {
    const batches = fc.array(fc.array(operation, { maxLength: 6 }), { maxLength: 12 });
    const property = fc.property(batches, startingBytes, (operations, start) => {
      const { registry: stored, reordered } = StoredRegistry.decode(start);
      let bytes = reordered ?? start;
      for (const batch of operations) {
        const draft = new RegistryDraft(stored);
        for (const each of batch) draft.perform(each);
        const expected = draft.snapshot();
        const change = stored.change(draft);
        bytes = splice(bytes, change.splices);
        expect(change.sizeBytes).toBe(bytes.length);
        stored.apply(change);
        expect(stored.sizeBytes).toBe(bytes.length);
        expect(stored.registry).toEqual(expected);
        expect(Registry.decode(bytes)).toEqual(expected);
        expect(layoutOf(bytes)).toBeDefined();
        const deactivated = [
          ...(expected.slaves?.slaves ?? []),
          ...(expected.unreachable?.slaves ?? []),
        ].filter((each) => each.deactivated === true);
        expect(new RegistryDraft(stored).deactivated).toBe(deactivated.length);
      }
    });
    fc.assert(property, { numRuns: 300, seed: 20_240_823 });
  });

  test('that was handed out stays as it was, even if its agents are only looked at later', () => {
    const batches = fc.array(fc.array(operation, { maxLength: 6 }), { maxLength: 12 });
    const property = fc.property(batches, startingBytes, (operations, start) => {
      const { registry: stored } = StoredRegistry.decode(start);
      const handedOut = [{ registry: stored.registry, expected: Registry.decode(start) }];
      for (const batch of operations) {
        const draft = new RegistryDraft(stored);
        for (const each of batch) draft.perform(each);
        const expected = draft.snapshot();
        stored.apply(stored.change(draft));
        handedOut.push({ registry: stored.registry, expected });
      }
      for (const { registry, expected } of handedOut) expect(registry).toEqual(expected);
    });
    fc.assert(property, { numRuns: 100, seed: 20_240_823 });
  });

  test('is refused when one of its agents is malformed, though none is decoded', () => {
    const slaves = ['1', '2', '3'].map((id) => ({ info: agent(id, 'host-' + id) }));
    const bytes = Registry.encode({ ...EMPTY, slaves: { slaves } });
    bytes[Buffer.from(bytes).indexOf('host-2')] = 0xff; // no UTF-8
    expect(() => StoredRegistry.decode(bytes)).toThrow(/hostname/);
  });

  test('has agents without an id, as others may have written them', () => {
    const { id: _, ...anonymous } = agent('');
    const { registry } = StoredRegistry.decode(
      Registry.encode({ ...EMPTY, slaves: { slaves: [{ info: anonymous }] } }),
    );
    expect(registry.registry.slaves?.slaves).toEqual([{ info: anonymous }]);
    expect(registry.admitted.list.get('')).toEqual({ info: anonymous });
  });

  test('of a change of one agent among many, a few bytes are spliced', () => {
    const slaves = Array.from({ length: 1_000 }, (_, index) => ({ info: agent(`S${index}`) }));
    const { registry } = StoredRegistry.decode(Registry.encode({ ...EMPTY, slaves: { slaves } }));
    const draft = new RegistryDraft(registry);
    draft.perform(admitAgent(agent('new')));
    const { splices, sizeBytes } = registry.change(draft);
    expect(splices.reduce((sum, { inserted }) => sum + inserted.length, 0)).toBeLessThan(60);
    expect(sizeBytes).toBeGreaterThan(15_000);
  });

  test('that Mesos wrote is in the order that can be spliced', () => {
    const path = join(__dirname, '../../state/test/fixtures/registry-log/registry.bin');
    const bytes = new Uint8Array(readFileSync(path));
    expect(StoredRegistry.decode(bytes).reordered).toBeUndefined();
  });
});

test('a registry in another order is stored whole, in order, by the recovery', async () => {
  const master = Registry.encode({ ...EMPTY, master: { info: MASTER } });
  const one = Registry.encode({ ...EMPTY, slaves: { slaves: [{ info: agent('1') }] } });
  const { runtime } = virtualRuntime();
  const storage = new SplicedStorage();
  const state = new State(storage);
  await state.store((await state.fetch('registry')).mutate(Buffer.concat([one, master])));
  const registrar = new Registrar(state, { runtime });
  await registrar.recover(MASTER);
  expect(storage.splicedStores).toBe(0);
  await registrar.apply(admitAgent(agent('3')));
  expect(storage.splicedStores).toBe(1);
  const { value } = await state.fetch('registry');
  expect(ids(Registry.decode(value)).admitted).toEqual(['1', '3']);
  await runtime.close();
});

test('prefix sums are those of an array', () => {
  const numbers = fc.array(fc.nat(100), { minLength: 1, maxLength: 70 });
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(100)), { maxLength: 30 });
  const property = fc.property(numbers, changes, numbers, (start, sets, more) => {
    const sums = new PrefixSums(start);
    const model = [...start];
    for (const [at, value] of sets) {
      sums.set(at % model.length, value);
      model[at % model.length] = value;
    }
    for (const value of more) {
      sums.push(value);
      model.push(value);
    }
    for (let count = 0; count <= model.length; count++) {
      expect(sums.sumOf(count)).toBe(model.slice(0, count).reduce((a, b) => a + b, 0));
    }
  });
  fc.assert(property, { numRuns: 200, seed: 20_240_823 });
});

/** Counts the stores that were given as splices. */
class SplicedStorage extends MemoryStorage {
  splicedStores = 0;

  setSpliced({ name, uuid, value }: SplicedEntry, expected: Uint8Array) {
    this.splicedStores++;
    return this.set({ name, uuid, value: value() }, expected);
  }
}

const unknown = Uint8Array.of(0xa2, 0x1f, 1, 7); // field 500, one byte
const startingBytes = fc.constantFrom(
  new Uint8Array(),
  Registry.encode({
    ...EMPTY,
    master: { info: MASTER },
    slaves: {
      slaves: [{ info: agent('1') }, { info: agent('2'), deactivated: true }, { info: agent('1') }],
      unknownFields: [unknown],
    },
    weights: [{ info: { role: 'prod', weight: 2.5 } }],
    gone: { slaves: [] },
    unknownFields: [unknown],
  }),
);

function splice(
  bytes: Uint8Array,
  splices: readonly { offset: number; removed: number; inserted: Uint8Array }[],
): Uint8Array {
  const parts: Uint8Array[] = [];
  let kept = 0;
  for (const { offset, removed, inserted } of splices) {
    expect(offset).toBeGreaterThanOrEqual(kept);
    parts.push(bytes.subarray(kept, offset), inserted);
    kept = offset + removed;
  }
  return new Uint8Array(Buffer.concat([...parts, bytes.subarray(kept)]));
}
