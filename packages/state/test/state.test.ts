import { describe, expect, test } from '@jest/globals';
import { Completer, Future, seededRandom } from '@quorate/process';
import { expectDiscarded, expectFailed, expectReady } from '@quorate/process/testing';
import { MemoryStorage } from '../src/memory-storage.ts';
import { State } from '../src/state.ts';
import type { Storage } from '../src/storage.ts';
import { TypedState } from '../src/typed-state.ts';
import { bytes, text, Text } from './helpers.ts';

describe('State', () => {
  test('an absent variable has a name, an empty value and a fresh version', async () => {
    const storage = new MemoryStorage();
    const state = new State(storage, { random: seededRandom(1) });
    const first = await state.fetch('a');
    const second = await state.fetch('a');
    expect(first.name).toBe('a');
    expect(first.value).toHaveLength(0);
    expect(first.uuid).not.toEqual(second.uuid);
    expect(await state.names()).toEqual(new Set());
  });

  test('versions are version 4 UUIDs of 16 bytes, drawn from the given source', async () => {
    const draw = async (): Promise<readonly string[]> => {
      const state = new State(new MemoryStorage(), { random: seededRandom(7) });
      const uuids: string[] = [];
      for (let round = 0; round < 50; round++) {
        const { uuid } = await state.fetch('a');
        expect(uuid).toHaveLength(16);
        expect((uuid[6] ?? 0) >> 4).toBe(4);
        expect((uuid[8] ?? 0) >> 6).toBe(2);
        uuids.push(uuid.join());
      }
      return uuids;
    };
    const uuids = await draw();
    expect(new Set(uuids).size).toBe(50);
    expect(await draw()).toEqual(uuids);
  });

  test('a store changes the version even if the value is the same', async () => {
    const state = new State(new MemoryStorage());
    const first = await state.store((await state.fetch('a')).mutate(bytes('x')));
    const second = first && (await state.store(first));
    expect(second?.value).toEqual(first?.value);
    expect(second?.uuid).not.toEqual(first?.uuid);
    expect(first && (await state.store(first))).toBeUndefined();
  });

  test('a mutated variable keeps its version and leaves the original alone', async () => {
    const state = new State(new MemoryStorage());
    const variable = await state.fetch('a');
    const mutated = variable.mutate(bytes('x'));
    expect(mutated.uuid).toEqual(variable.uuid);
    expect(text(mutated.value)).toBe('x');
    expect(variable.value).toHaveLength(0);
  });

  test('a variable shares no memory with its callers', async () => {
    const state = new State(new MemoryStorage());
    const value = Buffer.from('x');
    const variable = (await state.fetch('a')).mutate(value);
    value.fill(0);
    variable.value.fill(0);
    variable.uuid.fill(0);
    expect(text(variable.value)).toBe('x');
    await state.store(variable);
    expect(text((await state.fetch('a')).value)).toBe('x');
  });

  test('of two stores of one variable at once the first wins', async () => {
    const state = new State(new MemoryStorage());
    const variable = await state.fetch('a');
    const stores = [
      state.store(variable.mutate(bytes('1'))),
      state.store(variable.mutate(bytes('2'))),
    ];
    expect((await stores[0])?.name).toBe('a');
    expect(await stores[1]).toBeUndefined();
    expect(text((await state.fetch('a')).value)).toBe('1');
  });

  test.each([
    ['empty', ''],
    ['with a NUL', 'a\0'],
    ['longer than 10 KiB', 'x'.repeat(10_241)],
    ['longer than 10 KiB in UTF-8', 'ä'.repeat(5_121)],
    ['half a surrogate pair', 'a\udc00'],
    ['not a string', 7 as unknown as string],
    ['undefined', undefined as unknown as string],
  ])('a name that is %s fails with STATE_NAME_INVALID', async (_what, name) => {
    await expectFailed(new State(new MemoryStorage()).fetch(name), 'STATE_NAME_INVALID');
  });

  test('a name of 10 KiB is a name', async () => {
    await expectReady(new State(new MemoryStorage()).fetch('x'.repeat(10_240)));
  });

  test.each([
    ['undefined', undefined],
    ['a string', 'x'],
    ['an ArrayBuffer', new ArrayBuffer(1)],
    ['another typed array', new Uint16Array(1)],
    ['a transferred buffer', transferred()],
  ])('a value that is %s throws STATE_VALUE_INVALID', async (_what, value) => {
    const variable = await new State(new MemoryStorage()).fetch('a');
    expect(() => variable.mutate(value as Uint8Array)).toThrow(
      expect.objectContaining({ code: 'STATE_VALUE_INVALID' }),
    );
  });

  test('what is not a variable fails with STATE_VARIABLE_INVALID', async () => {
    const state = new State(new MemoryStorage());
    for (const variable of [undefined, null, {}, { name: 'a' }]) {
      await expectFailed(state.store(variable as never), 'STATE_VARIABLE_INVALID');
      await expectFailed(state.expunge(variable as never), 'STATE_VARIABLE_INVALID');
    }
  });

  test('a discard reaches the storage, and its failures reach the caller', async () => {
    const completer = new Completer<boolean>();
    const storage: Storage = {
      get: () => Future.failed('unplugged'),
      set: () => completer.future,
      expunge: () => Future.discarded(),
      names: () => Future.ready(new Set<string>()),
    };
    const state = new State(storage);
    expect((await expectFailed(state.fetch('a'))).message).toBe('unplugged');
    const variable = await new State(new MemoryStorage()).fetch('a');
    const storing = state.store(variable);
    completer.future.onDiscard(() => completer.discard());
    storing.discard();
    await expectDiscarded(storing);
    await expectDiscarded(state.expunge(variable));
  });
});

describe('TypedState', () => {
  test('messages are encoded and decoded', async () => {
    const state = new TypedState(new State(new MemoryStorage()), Text);
    const variable = await state.fetch('a');
    expect(variable.name).toBe('a');
    expect(variable.value).toBe('');
    const stored = await state.store(variable.mutate('hello'));
    expect(stored?.value).toBe('hello');
    expect((await state.fetch('a')).value).toBe('hello');
  });

  test('bytes that are no message fail with STATE_VALUE_MALFORMED', async () => {
    const untyped = new State(new MemoryStorage());
    await untyped.store((await untyped.fetch('a')).mutate(Uint8Array.of(0xff)));
    const state = new TypedState(untyped, Text);
    const error = await expectFailed(state.fetch('a'), 'STATE_VALUE_MALFORMED');
    expect(error.message).toContain('"a"');
    expect(error.cause).toBeDefined();
  });

  test('a value the codec refuses fails and writes nothing', async () => {
    const state = new TypedState(new State(new MemoryStorage()), Text);
    const variable = await state.fetch('a');
    await expectFailed(state.store(variable.mutate(7 as unknown as string)));
    expect(await state.names()).toEqual(new Set());
  });

  test('what is not a typed variable fails with STATE_VARIABLE_INVALID', async () => {
    const state = new TypedState(new State(new MemoryStorage()), Text);
    await expectFailed(state.store(undefined as never), 'STATE_VARIABLE_INVALID');
    await expectFailed(state.expunge({} as never), 'STATE_VARIABLE_INVALID');
  });
});

function transferred(): Uint8Array {
  const value = new Uint8Array(8);
  structuredClone(value, { transfer: [value.buffer] });
  return value;
}
