import { expect, test } from '@jest/globals';
import type { Random } from '@quorate/process';
import { startRetryDelayMs } from '../src/back-off.ts';

test.each([
  [1, 100, 200],
  [2, 200, 400],
  [3, 400, 800],
  [4, 800, 1_600],
  [5, 1_000, 2_000],
  [6, 1_000, 2_000],
  [1_000_000, 1_000, 2_000],
])('after %i rejections the delay lies in [%i, %i) ms', (rejections, minMs, maxMs) => {
  expect(startRetryDelayMs(rejections, drawing(0))).toBe(minMs);
  expect(startRetryDelayMs(rejections, drawing(1 - 2 ** -32))).toBeLessThan(maxMs);
  expect(startRetryDelayMs(rejections, drawing(0.5))).toBe((minMs + maxMs) / 2);
});

function drawing(value: number): Random {
  return { next: () => value, intBelow: () => 0, bytes: (length) => new Uint8Array(length) };
}
