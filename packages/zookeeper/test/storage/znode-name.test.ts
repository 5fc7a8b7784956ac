import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isNodeName } from '../../src/protocol/paths.ts';
import { variableOf, znodeNameOf } from '../../src/storage/znode-name.ts';

describe('the name of the znode of a variable', () => {
  test('is its own name wherever ZooKeeper takes it', () => {
    for (const name of ['registry', 'a:b c', 'ÿ', '.a', '...', '0000000001']) {
      expect(znodeNameOf(name)).toBe(name);
    }
  });

  test.each([
    ['a/b', 'a%2Fb'],
    ['100%', '100%25'],
    ['.', '%2E'],
    ['..', '%2E%2E'],
    ['🜁', '%F0%9F%9C%81'],
    ['\x7f', '%7F'],
  ])('%j becomes %s', (variable, znode) => {
    expect(znodeNameOf(variable)).toBe(znode);
    expect(variableOf(znode)).toBe(variable);
  });

  test('is one that ZooKeeper takes, and leads back to the variable', () => {
    const variable = fc
      .string({
        unit: fc.oneof(fc.constantFrom('%', '/', '.', '2', 'F'), fc.string({ unit: 'binary' })),
      })
      .filter((name) => name !== '' && !/\p{Surrogate}/u.test(name));
    fc.assert(
      fc.property(variable, (name) => {
        const znode = znodeNameOf(name);
        expect(isNodeName(znode)).toBe(true);
        expect(variableOf(znode)).toBe(name);
      }),
    );
  });

  test.each(['%', '%2', '%zz', '%2f', '%41', '%FF', 'a%'])('%s is that of no variable', (znode) => {
    expect(variableOf(znode)).toBeUndefined();
  });
});
