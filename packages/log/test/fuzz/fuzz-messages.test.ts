import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fuzz } from './fuzz-messages.ts';

const CORPUS = ['..', '..', '..', 'messages', 'test', 'fixtures', 'wire-messages.json'];

test('mutated messages are decoded or refused, and the listener answers as before', async () => {
  const { messages, valid, undecodable, refused } = await fuzz({
    ...{ seed: 1, messages: 20_000 },
    corpus: join(__dirname, ...CORPUS),
  });
  expect(messages).toBeGreaterThanOrEqual(20_000);
  // All three outcomes: else the mutations would be too gentle, or too rough, to find anything.
  expect(valid).toBeGreaterThan(1_000);
  expect(undecodable).toBeGreaterThan(1_000);
  expect(refused['malformed']).toBeGreaterThan(100);
  expect(refused['too-large']).toBeGreaterThan(0);
});
