import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Fifo } from '../../src/protocol/fifo.ts';

test('gives what an array gives', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), (steps) => {
      const fifo = new Fifo<number>();
      const array: number[] = [];
      for (const step of steps) {
        if (step === null) expect(fifo.shift()).toBe(array.shift());
        else array.push(step);
        if (step !== null) fifo.push(step);
        expect([fifo.length, fifo.first, [...fifo]]).toEqual([array.length, array[0], array]);
      }
    }),
  );
});

test('a million go through in their order', () => {
  const fifo = new Fifo<number>();
  const count = 1_000_000;
  for (let item = 0; item < count; item++) fifo.push(item);
  for (let item = 0; item < count; item++) {
    if (fifo.shift() !== item) throw new Error(`${item} was lost`);
    if (item % 3 === 0) fifo.push(count + item / 3);
  }
  expect([fifo.first, fifo.length]).toEqual([count, Math.ceil(count / 3)]);
});
