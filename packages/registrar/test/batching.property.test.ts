import { describe, expect, test } from '@jest/globals';
import { Registry } from '@quorate/messages';
import type { Future } from '@quorate/process';
import { virtualRuntime } from '@quorate/process/testing';
import { State } from '@quorate/state';
import fc from 'fast-check';
import { Registrar } from '../src/registrar.ts';
import { performOperation } from '../src/registry-draft.ts';
import type { RegistryOperation } from '../src/registry-operation.ts';
import { operation } from './arbitraries.ts';
import { EMPTY, ids, MASTER, ScriptedStorage } from './helpers.ts';

interface Run {
  readonly registry: Registry | undefined;
  readonly results: readonly boolean[];
}

describe('the registry after a sequence of operations', () => {
  test('is the same however they were batched, and what performing them one by one gives', async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1 });
    const property = fc.asyncProperty(
      fc.array(operation, { maxLength: 40 }),
      cuts,
      async (operations, sizes) => {
        const expected = performAll(operations);
        expect(await run(operations, [operations.length])).toEqual(expected);
        expect(await run(operations, sizes)).toEqual(expected);
        expect(await run(operations, [1])).toEqual(expected);
      },
    );
    await fc.assert(property, { numRuns: 100, seed: 20_240_823 });
  });

  test('names each admitted agent once, and none that was removed or moved', () => {
    const property = fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
      let registry = EMPTY;
      for (const each of operations) {
        const result = performOperation(registry, each);
        if (result.type !== 'mutated') continue;
        registry = result.registry;
        for (const list of Object.values(ids(registry))) {
          expect(new Set(list).size).toBe(list.length);
        }
        const [verb, , agentId = ''] = each.name.split(' ');
        const isGoneFrom =
          (verb === 'remove' && / agent /.test(each.name)) ||
          / (unreachable|gone)$/.test(each.name);
        if (isGoneFrom && verb !== 'prune') {
          expect(ids(registry).admitted).not.toContain(JSON.parse(agentId));
        }
        expect(Registry.decode(Registry.encode(registry))).toEqual(registry);
      }
    });
    fc.assert(property, { numRuns: 300, seed: 20_240_823 });
  });
});

/** The model: no registrar, no batches. */
function performAll(operations: readonly RegistryOperation[]): Run {
  let registry: Registry = { ...EMPTY, master: { info: MASTER } };
  const results = operations.map((each) => {
    const result = performOperation(registry, each);
    if (result.type === 'mutated') registry = result.registry;
    return result.type !== 'refused';
  });
  return { registry, results };
}

/** Applies batches of these sizes, over and over, each once the one before is stored. */
async function run(
  operations: readonly RegistryOperation[],
  sizes: readonly number[],
): Promise<Run> {
  const { runtime } = virtualRuntime();
  const storage = new ScriptedStorage();
  const registrar = new Registrar(new State(storage), { runtime });
  await registrar.recover(MASTER);
  const results: boolean[] = [];
  for (let start = 0, turn = 0; start < operations.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    const batch = operations.slice(start, start + size);
    const applying: readonly Future<boolean>[] = batch.map((each) => registrar.apply(each));
    results.push(...(await Promise.all(applying)));
    start += size;
    expect(storage.stores).toHaveLength(turn + 2);
  }
  const registry = registrar.registry();
  expect(storage.stores.at(-1)).toEqual(registry);
  await runtime.close();
  return { registry, results };
}
