import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  checkLinearizable,
  kv,
  readJepsenLog,
  readKvLog,
  register,
} from '@quorate/simulator/linearizability';

const FOLDER = join(__dirname, 'histories');

/** Files are written by hand; the name ends with `ok` if the history is linearizable. */
describe('the verdict on a file', () => {
  test.each(readdirSync(FOLDER))('%s', (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const { verdict } = name.endsWith('.log')
      ? checkLinearizable(register, readJepsenLog(text))
      : checkLinearizable(kv, readKvLog(text));
    expect(verdict).toBe(/-ok\.\w+$/.test(name) ? 'ok' : 'illegal');
  });
});

test('a Jepsen log holds operations with numbers of lines as times', () => {
  const text = [
    'INFO  jepsen.util - 0   :invoke :write  -3',
    '',
    '10:00:01 INFO  jepsen.util - 1\t:invoke\t:cas\t[nil 2]\r',
    'INFO  jepsen.util - 1\t:fail\t:cas\t[nil 2]',
    'INFO  jepsen.util - 0\t:info\t:write\t:timed-out',
    'INFO  jepsen.util - 0\t:invoke\t:read\tnil',
    'INFO  jepsen.util - 1\t:invoke\t:write\t5',
    'INFO  jepsen.util - 1\t:fail\t:write\t5',
    'INFO  jepsen.util - 0\t:ok\t:read\tnil',
  ].join('\n');
  const at = (end: number, output: unknown) => ({ type: 'succeeded', at: end, output });
  expect(readJepsenLog(text)).toEqual([
    { client: '0', input: { type: 'write', value: -3 }, invoked: 1, outcome: { type: 'unknown' } },
    { client: '1', input: { type: 'cas', from: null, to: 2 }, invoked: 3, outcome: at(4, false) },
    { client: '0', input: { type: 'read' }, invoked: 6, outcome: at(9, null) },
    { client: '1', input: { type: 'write', value: 5 }, invoked: 7, outcome: { type: 'failed' } },
  ]);
});

test('a log of a map holds strings as they were, whatever is in them', () => {
  const text = String.raw`{:process 7, :type :invoke, :f :put, :key "a\"b", :value "nil}\\\n\u00e9"}
{:process 7, :type :ok, :f :put, :key "a\"b", :value "nil}\\\n\u00e9"}
{:process 8, :type :invoke, :f :get, :key "", :value nil}`;
  const value = 'nil}\\\né';
  expect(readKvLog(text)).toEqual([
    {
      ...{ client: '7', input: { type: 'put', key: 'a"b', value }, invoked: 1 },
      outcome: { type: 'succeeded', at: 2, output: value },
    },
    { client: '8', input: { type: 'get', key: '' }, invoked: 3, outcome: { type: 'unknown' } },
  ]);
});

const refusal = (line: number, message: string) =>
  expect.objectContaining({
    name: 'LinearizabilityError',
    code: 'HISTORY_INVALID',
    line,
    message: expect.stringContaining(`line ${line}: ${message}`),
  });

describe('a Jepsen log is refused, with the line, for', () => {
  const INVOKED = 'x - 0 :invoke :write 1\n';
  test.each([
    ['another text', 'hello', 1, '"hello" is not a line such as "INFO'],
    ['an operation that is none', 'x - 0 :invoke :delete nil', 1, '"x - 0 :invoke :delete nil"'],
    ['a client that is none', 'x - nemesis :info :start nil', 1, '"x - nemesis'],
    ['a value that is none', 'x - 0 :invoke :write one', 1, '"one" is not nil or an integer'],
    ['an integer that is not exact', 'x - 0 :invoke :write 9007199254740993', 1, '"9007199'],
    ['a cas of one value', 'x - 0 :invoke :cas [1]', 1, '"[1]" is not of the form [from to]'],
    ['a read with a value', 'x - 0 :invoke :read 1', 1, '"1" is not nil, which a read is'],
    ['an end without a beginning', 'x - 0 :ok :write 1', 1, 'client 0 has no operation'],
    ['two beginnings', INVOKED + INVOKED, 2, 'client 0 has an operation that has not ended'],
    [
      'the end of another operation',
      `${INVOKED}x - 0 :ok :read 1`,
      2,
      '":read" is not the end of a write',
    ],
    ['the end of another write', `${INVOKED}\nx - 0 :ok :write 2`, 3, '"2" is not what the write'],
    ['another reason', `${INVOKED}x - 0 :info :write :crashed`, 2, '":crashed" is not the reason'],
    ['a line without end', 'z'.repeat(1000), 1, `"${'z'.repeat(80)}…" is not`],
  ])('%s', (_, text, line, message) => {
    expect(() => readJepsenLog(text)).toThrow(refusal(line, message));
  });
});

describe('a log of a map is refused, with the line, for', () => {
  const event = (type: string, f: string, value: string, key = '"k"') =>
    `{:process 0, :type :${type}, :f :${f}, :key ${key}, :value ${value}}\n`;
  const INVOKED = event('invoke', 'put', '"v"');
  test.each([
    ['another text', '{}', 1, '"{}" is not a line such as {:process 0'],
    ['another event', event('info', 'put', '"v"'), 1, '"{:process 0, :type :info'],
    [
      'another operation',
      event('invoke', 'delete', 'nil'),
      1,
      '"{:process 0, :type :invoke, :f :delete',
    ],
    ['a key that is no string', event('invoke', 'get', 'nil', '1'), 1, '"{:process 0'],
    [
      'a string that is none',
      event('invoke', 'put', String.raw`"\q"`),
      1,
      String.raw`"\"\\q\"" is not a string`,
    ],
    ['a put of nothing', event('invoke', 'put', 'nil'), 1, '"nil" is not a string'],
    ['a get with a value', event('invoke', 'get', '"v"'), 1, String.raw`"\"v\"" is not nil`],
    [
      'a get of nothing',
      event('invoke', 'get', 'nil') + event('ok', 'get', 'nil'),
      2,
      '"nil" is not',
    ],
    ['an end without a beginning', event('ok', 'put', '"v"'), 1, 'client 0 has no operation'],
    ['two beginnings', INVOKED + INVOKED, 2, 'client 0 has an operation'],
    [
      'the end of another put',
      INVOKED + event('ok', 'put', '"w"'),
      2,
      String.raw`"{\"type\":\"put\"`,
    ],
    [
      'the end of another key',
      INVOKED + event('ok', 'put', '"v"', '"l"'),
      2,
      String.raw`"{\"type\"`,
    ],
  ])('%s', (_, text, line, message) => {
    expect(() => readKvLog(text)).toThrow(refusal(line, message));
  });
});
