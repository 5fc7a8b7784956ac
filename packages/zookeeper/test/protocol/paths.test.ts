import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkPath,
  childPath,
  isNodeName,
  parentPath,
  trimPath,
} from '../../src/protocol/paths.ts';

describe('paths', () => {
  test.each(['/', '/a', '/a/b', '/ü', '/a b', '/.a', '/a_0000000001', '/\ud7ff\uffef'])(
    '%j is one',
    (path) => {
      expect(checkPath(path)).toBe(path);
    },
  );

  test.each([
    ['', 'begin with /'],
    ['a', 'begin with /'],
    ['/a/', 'end with /'],
    ['//a', 'an empty part'],
    ['/a/./b', '"."'],
    ['/..', '".."'],
    ['/a\0', 'no znode'],
    ['/\x1f', 'no znode'],
    ['/\x9f', 'no znode'],
    ['/\ud800', 'no znode'],
    ['/🜁', 'no znode'],
    ['/\uffff', 'no znode'],
  ])('%j is none', (path, problem) => {
    expect(() => checkPath(path)).toThrow(problem);
    expect(() => checkPath(path)).toThrow(
      expect.objectContaining({ code: 'ZOOKEEPER_PATH_INVALID' }),
    );
  });

  test('a path is that of a child of the path above it', () => {
    const name = fc.string({ minLength: 1 }).filter(isNodeName);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (names) => {
        const path = names.reduce(childPath, '/');
        const above = parentPath(path);
        expect(childPath(above ?? '', names.at(-1) ?? '')).toBe(path);
        expect(trimPath(`${checkPath(path)}//`)).toBe(path);
      }),
    );
    expect(parentPath('/')).toBeUndefined();
    expect(trimPath('/')).toBe('/');
  });
});
