import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { VirtualClock } from '@quorate/process';
import { WaitLists } from '../src/wait-lists.ts';
import type { Waiting } from '../src/wait-lists.ts';

interface Item extends Waiting {
  readonly name: number;
}

function make(count: number) {
  const clock = new VirtualClock();
  const due: string[] = [];
  const lists = new WaitLists<Item>(
    {
      now: () => clock.now(),
      delay: (delayMs, handler) => clock.after(delayMs, handler),
    },
    ({ name }) => due.push(`${name}@${clock.now()}`),
  );
  const items = Array.from({ length: count }, (_, name): Item => ({
    name,
    waitMs: undefined,
    dueAt: 0,
  }));
  return { clock, due, lists, items };
}

test('each falls due in its time, and once', async () => {
  const { clock, due, lists, items } = make(3);
  const [first, second, third] = items as [Item, Item, Item];
  lists.add(first, 20);
  lists.add(second, 10);
  await clock.advance(5);
  lists.add(third, 10);
  lists.add(third, 20); // it waits already
  await clock.advance(100);
  expect(due).toEqual(['1@10', '2@15', '0@20']);
});

test('one that is taken out does not fall due, and leaves no timer behind', async () => {
  const { clock, due, lists, items } = make(2);
  const [first, second] = items as [Item, Item];
  lists.add(first, 10);
  lists.add(second, 10);
  lists.remove(first);
  await clock.advance(10);
  expect(due).toEqual(['1@10']);
  lists.add(first, 10);
  lists.clear();
  lists.remove(first);
  await clock.advance(100);
  expect(due).toEqual(['1@10']);
});

test('a thousand at one instant are served in slices', async () => {
  const { clock, due, lists, items } = make(1000);
  for (const item of items) lists.add(item, 10);
  await clock.advance(10);
  expect(due).toHaveLength(1000);
});

test('against a model: any adds, removals and waits', async () => {
  const step = fc.oneof(
    fc.record({ add: fc.nat(4), delayMs: fc.constantFrom(0, 10, 20, 40) }),
    fc.record({ remove: fc.nat(4) }),
    fc.record({ advance: fc.nat(25) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { clock, due, lists, items } = make(5);
      const dueAt = new Map<number, number>();
      const expected: string[] = [];
      const serve = (): void => {
        for (const [name, at] of [...dueAt]) {
          if (at > clock.now()) continue;
          dueAt.delete(name);
          expected.push(`${name}@${at}`);
        }
      };
      for (const one of steps) {
        if ('add' in one) {
          lists.add(items[one.add] as Item, one.delayMs);
          if (!dueAt.has(one.add)) dueAt.set(one.add, clock.now() + one.delayMs);
        } else if ('remove' in one) {
          lists.remove(items[one.remove] as Item);
          dueAt.delete(one.remove);
        } else {
          await clock.advance(one.advance);
          serve();
          expect([...due].sort()).toEqual([...expected].sort());
        }
      }
    }),
  );
});
