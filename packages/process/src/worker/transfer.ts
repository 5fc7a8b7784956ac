/** On the global object: the ESM and the CommonJS copy of this package know the same lists. */
const LISTS: unique symbol = Symbol.for('quorate.process.transfers/1') as never;
const globals = globalThis as { [LISTS]?: WeakMap<object, readonly object[]> };
const lists = (globals[LISTS] ??= new WeakMap());

/**
 * Marks what `value` holds as moving along with it, the next time it is sent, instead of being copied:
 * afterwards the sender has it no more, an `ArrayBuffer` is of `byteLength` 0.
 *
 * For an argument of a call to a worker, of its constructor, or for the result of one of its methods,
 * as a whole; without effect within one thread.
 *
 * @param list `ArrayBuffer`s, `MessagePort`s and what else Node transfers; all within `value`
 * @returns `value`
 */
export function transfer<T extends object>(value: T, list: readonly object[]): T {
  lists.set(value, [...list]);
  return value;
}

/**
 * What moves along with these values; each once, since a list with doubles is refused. A mark counts
 * for one time: what is sent again without one is refused, instead of arriving empty.
 */
export function takeTransferables(values: readonly unknown[]): readonly object[] {
  const found = new Set<object>();
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    for (const item of lists.get(value) ?? []) found.add(item);
    lists.delete(value);
  }
  return [...found];
}
