import { describe, expect, test } from '@jest/globals';
import { checkPathSegment, joinPath, nameOf, parentOf } from '@quorate/checkpoint';

describe('checkPathSegment', () => {
  test.each([
    'agent-S0',
    '41414141-4141-4141-8141-414141414141',
    'a.b',
    'a b',
    'é',
    'console',
    'com10',
    '*',
    'x'.repeat(255),
    'ü'.repeat(127),
  ])('%j is a name', (value) => {
    expect(checkPathSegment('agent id', value)).toBe(value);
  });

  test.each([
    ['', 'empty'],
    ['.', 'dot'],
    ['..', 'dot'],
    ['.hidden', 'dot'],
    ['a/b', 'separator'],
    ['../../etc/passwd', 'separator'],
    ['a\\b', 'separator'],
    ['a\0b', 'control'],
    ['a\nb', 'control'],
    ['a\u007fb', 'control'],
    ['a\u0085b', 'control'],
    ['a.', 'ends'],
    ['a ', 'ends'],
    ['...', 'dot'],
    ['con', 'Windows'],
    ['NUL', 'Windows'],
    ['aux.txt', 'Windows'],
    ['Com1', 'Windows'],
    ['LPT9.log', 'Windows'],
    ['COM²', 'Windows'],
    ['CONIN$', 'Windows'],
    ['e\u0301', 'form C'],
    ['\ud800', 'surrogate'],
    ['x'.repeat(256), '255 bytes'],
    ['ü'.repeat(128), '255 bytes'],
  ])('%j is none: %s', (value, fault) => {
    expect(() => checkPathSegment('agent id', value)).toThrow(
      expect.objectContaining({
        code: 'CHECKPOINT_PATH_INVALID',
        message: expect.stringMatching(new RegExp(`^agent id .*${fault}.*choose another agent id`)),
      }),
    );
  });

  test.each([undefined, null, 7, {}])('%p from untyped code is none', (value) => {
    expect(() => checkPathSegment('id', value as string)).toThrow(
      expect.objectContaining({ code: 'CHECKPOINT_PATH_INVALID' }),
    );
  });

  test('the error steers no terminal and fills no log', () => {
    const value = `\u001b[2J\u009b\u202e\n${'x'.repeat(1_000_000)}`;
    expect(() => checkPathSegment('id', value)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^[\x20-\x7e]{1,300}$/) }),
    );
  });
});

describe('paths', () => {
  test.each([
    ['/a/b', '/a', 'b'],
    ['/a', '/', 'a'],
    ['/', '/', ''],
    ['a/b/', 'a', 'b'],
    ['a', '.', 'a'],
  ])('the parent of %j is %j, its name %j', (path, parent, name) => {
    expect(parentOf(path)).toBe(parent);
    expect(nameOf(path)).toBe(name);
  });

  test.each([
    [['/a', 'b', 'c'], '/a/b/c'],
    [['/a/', 'b'], '/a/b'],
    [['/', 'a'], '/a'],
    [['.', 'a'], './a'],
  ])('%j joined is %j', ([directory = '', ...names], joined) => {
    expect(joinPath(directory, ...names)).toBe(joined);
  });
});
