import assert from 'node:assert/strict';
import type { Entry } from '@quorate/messages';
import type { Storage } from '../storage.ts';

/** The rules of `Storage` that the scenarios of upstream leave out, each by its statement. */
export const storageContract: Readonly<Record<string, (storage: Storage) => Promise<void>>> = {
  'an absent entry is undefined, and looking for it creates nothing': async (storage) => {
    assert.equal(await storage.get('a'), undefined);
    assert.equal((await storage.names()).size, 0);
  },

  'an absent entry is created whatever version is expected': async (storage) => {
    assert.equal(await storage.set(entry('a', 1, 'x'), uuid(9)), true);
    assert.deepEqual(await storage.get('a'), entry('a', 1, 'x'));
  },

  'an entry is replaced only if the stored version is the expected one': async (storage) => {
    await storage.set(entry('a', 1, 'x'), uuid(9));
    assert.equal(await storage.set(entry('a', 2, 'y'), uuid(9)), false);
    assert.deepEqual(await storage.get('a'), entry('a', 1, 'x'));
    assert.equal(await storage.set(entry('a', 2, 'y'), uuid(1)), true);
    assert.deepEqual(await storage.get('a'), entry('a', 2, 'y'));
  },

  'an entry is expunged only by its version': async (storage) => {
    await storage.set(entry('a', 1, 'x'), uuid(9));
    assert.equal(await storage.expunge(entry('a', 2, 'x')), false);
    assert.equal(await storage.expunge(entry('b', 1, 'x')), false);
    assert.equal(await storage.expunge(entry('a', 1, 'another value')), true);
    assert.equal(await storage.get('a'), undefined);
    assert.equal((await storage.names()).size, 0);
  },

  'of two sets that race from one version exactly one succeeds': async (storage) => {
    await storage.set(entry('a', 1, 'x'), uuid(9));
    const [first, second] = [
      storage.set(entry('a', 2, 'first'), uuid(1)),
      storage.set(entry('a', 3, 'second'), uuid(1)),
    ];
    assert.deepEqual([await first, await second], [true, false]);
    assert.deepEqual(await storage.get('a'), entry('a', 2, 'first'));
  },

  'operations take effect in the order of the calls': async (storage) => {
    const results = [
      storage.set(entry('a', 1, 'x'), uuid(9)),
      storage.set(entry('a', 2, 'y'), uuid(1)),
      storage.expunge(entry('a', 2, 'y')),
      storage.set(entry('a', 3, 'z'), uuid(9)),
    ];
    for (const result of results) assert.equal(await result, true);
    assert.deepEqual(await storage.get('a'), entry('a', 3, 'z'));
  },

  'entries do not share memory with the caller': async (storage) => {
    const given = entry('a', 1, 'x');
    const setting = storage.set(given, uuid(9));
    given.value.fill(0);
    given.uuid.fill(0);
    await setting;
    const got = await storage.get('a');
    got?.value.fill(0);
    assert.deepEqual(await storage.get('a'), entry('a', 1, 'x'));
  },

  'an empty value is a value': async (storage) => {
    assert.equal(await storage.set(entry('a', 1, ''), uuid(9)), true);
    assert.deepEqual(await storage.get('a'), entry('a', 1, ''));
  },

  'names may hold anything but NUL': async (storage) => {
    const names = ['/a/b:c', ' ', 'ÿ', '🜁', 'x'.repeat(10_240)];
    for (const name of names) assert.equal(await storage.set(entry(name, 1, 'x'), uuid(9)), true);
    assert.deepEqual([...(await storage.names())].sort(), [...names].sort());
  },

  'a name that is no name fails with STATE_NAME_INVALID': async (storage) => {
    for (const name of ['', 'a\0b', '\ud800', 'x'.repeat(10_241)]) {
      await fails(storage.get(name), 'STATE_NAME_INVALID');
      await fails(storage.set(entry(name, 1, 'x'), uuid(9)), 'STATE_NAME_INVALID');
      await fails(storage.expunge(entry(name, 1, 'x')), 'STATE_NAME_INVALID');
    }
  },

  'a version that is not 16 bytes fails with STATE_ENTRY_INVALID': async (storage) => {
    const invalid = { ...entry('a', 1, 'x'), uuid: new Uint8Array(15) };
    await fails(storage.set(invalid, uuid(9)), 'STATE_ENTRY_INVALID');
    await fails(storage.set(entry('a', 1, 'x'), new Uint8Array(17)), 'STATE_ENTRY_INVALID');
    await fails(storage.expunge(invalid), 'STATE_ENTRY_INVALID');
  },
};

function entry(name: string, version: number, value: string): Entry {
  return { name, uuid: uuid(version), value: new TextEncoder().encode(value) };
}

function uuid(version: number): Uint8Array {
  return new Uint8Array(16).fill(version);
}

async function fails(result: PromiseLike<unknown>, code: string): Promise<void> {
  await assert.rejects(Promise.resolve(result), (error) => {
    assert.ok(error instanceof Error && 'code' in error, `expected an error with code ${code}`);
    assert.equal(error.code, code);
    return true;
  });
}
