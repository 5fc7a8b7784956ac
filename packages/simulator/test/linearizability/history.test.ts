import { describe, expect, test } from '@jest/globals';
import { History } from '@quorate/simulator/linearizability';

test('a history holds operations as they were invoked, and how they ended', () => {
  const history = new History<string, number>();
  history.invoke('a', 'one');
  history.invoke('b', 'two');
  history.succeed('b', 2);
  history.fail('a');
  history.invoke('b', 'three', 10);
  history.lose('b', 10);
  history.invoke('b', 'four');
  expect(history.inputOf('b')).toBe('four');
  expect(history.operations).toEqual([
    { client: 'a', input: 'one', invoked: 1, outcome: { type: 'failed' } },
    { client: 'b', input: 'two', invoked: 2, outcome: { type: 'succeeded', at: 3, output: 2 } },
    { client: 'b', input: 'three', invoked: 10, outcome: { type: 'unknown' } },
    { client: 'b', input: 'four', invoked: 11, outcome: { type: 'unknown' } },
  ]);
});

test('what was taken out of a history does not change with it', () => {
  const history = new History<string, number>();
  history.invoke('a', 'one');
  const before = history.operations;
  history.succeed('a', 1);
  history.invoke('a', 'two');
  expect(before).toEqual([{ client: 'a', input: 'one', invoked: 1, outcome: { type: 'unknown' } }]);
});

describe('refused is', () => {
  const open = () => {
    const history = new History<string, number>();
    history.invoke('a', 'one', 5);
    return history;
  };
  test.each([
    [
      'a second operation of a client at a time',
      () => open().invoke('a', 'two'),
      'client a has an',
    ],
    ['an end without a beginning', () => open().succeed('b', 1), 'client b has no operation'],
    ['an input of nothing', () => open().inputOf('b'), 'client b has no operation'],
    ['a time before the last one', () => open().lose('a', 4), 'time 4 comes after 5'],
    ['a time that is no number', () => open().fail('a', NaN), 'time NaN comes after 5'],
  ])('%s', (_, action, message) => {
    expect(action).toThrow(
      expect.objectContaining({
        name: 'LinearizabilityError',
        code: 'HISTORY_INVALID',
        message: expect.stringContaining(message),
      }),
    );
  });
});
