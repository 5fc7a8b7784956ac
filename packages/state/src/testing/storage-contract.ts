import assert from 'node:assert/strict';
import type { Entry } from '@quorate/messages';
import { State } from '../state.ts';
import type { Storage } from '../storage.ts';
import type { Variable } from '../variable.ts';

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

/** The rules of `subscribe` for storages that have it, as `State.watch` shows them. */
export const watchContract: Readonly<Record<string, (storage: Storage) => Promise<void>>> = {
  'a watch begins with what is stored, be it nothing': async (storage) => {
    const state = new State(storage);
    assert.deepEqual(await takeText(state.watch('a')), ['']);
    await storage.set(entry('a', 1, 'x'), uuid(9));
    assert.deepEqual(await takeText(state.watch('a')), ['x']);
  },

  'a watch tells of each store that is waited for, and of an expunge': async (storage) => {
    const watch = new State(storage).watch('a');
    assert.equal(await nextText(watch), '');
    await storage.set(entry('a', 1, 'x'), uuid(9));
    assert.equal(await nextText(watch), 'x');
    const waiting = nextText(watch);
    await storage.set(entry('a', 2, 'y'), uuid(1));
    assert.equal(await waiting, 'y');
    await storage.expunge(entry('a', 2, ''));
    assert.equal(await nextText(watch), '');
    await watch.return?.();
  },

  'a watch may leave out values that were overtaken, and never the last': async (storage) => {
    const watch = new State(storage).watch('a');
    assert.equal(await nextText(watch), '');
    const last = 20;
    const storing = Array.from({ length: last }, (_, index) =>
      storage.set(entry('a', index + 1, String(index + 1)), uuid(index)),
    );
    let seen = 0;
    while (seen < last) {
      const value = Number(await nextText(watch));
      assert.ok(value > seen, `expected more than ${seen}, got ${value}`);
      seen = value;
    }
    for (const each of storing) assert.equal(await each, true);
    await watch.return?.();
  },

  'a watch hears of no other name, and of nothing that was refused': async (storage) => {
    await storage.set(entry('a', 1, 'x'), uuid(9));
    const watch = new State(storage).watch('a');
    assert.equal(await nextText(watch), 'x');
    const waiting = nextText(watch);
    await storage.set(entry('b', 1, 'other'), uuid(9));
    assert.equal(await storage.set(entry('a', 3, 'refused'), uuid(2)), false);
    assert.equal(await storage.expunge(entry('a', 2, '')), false);
    await storage.set(entry('a', 4, 'y'), uuid(1));
    assert.equal(await waiting, 'y');
    await watch.return?.();
  },

  'a watch ends, also one that waits, by return and by its signal': async (storage) => {
    const state = new State(storage);
    const controller = new AbortController();
    const [returned, aborted] = [state.watch('a'), state.watch('a', controller)];
    assert.deepEqual([await nextText(returned), await nextText(aborted)], ['', '']);
    const waiting = [returned.next(), aborted.next()];
    await returned.return?.();
    controller.abort();
    for (const each of waiting) assert.equal((await each).done, true);
    for (const each of [returned, aborted]) assert.equal((await each.next()).done, true);
    assert.equal((await state.watch('a', controller).next()).done, true);
    assert.equal(await storage.set(entry('a', 1, 'x'), uuid(9)), true);
  },

  'two watches of one name do not take each other anything away': async (storage) => {
    const state = new State(storage);
    const [one, other] = [state.watch('a'), state.watch('a')];
    assert.deepEqual([await nextText(one), await nextText(other)], ['', '']);
    await storage.set(entry('a', 1, 'x'), uuid(9));
    assert.equal(await nextText(one), 'x');
    await one.return?.();
    assert.equal(await nextText(other), 'x');
    await other.return?.();
  },
};

type Watch = AsyncIterableIterator<Variable, undefined>;

async function nextText(watch: Watch): Promise<string | undefined> {
  const { value } = await watch.next();
  return value && new TextDecoder().decode(value.value);
}

async function takeText(watch: Watch): Promise<readonly (string | undefined)[]> {
  const taken = [await nextText(watch)];
  await watch.return?.();
  return taken;
}

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
