import { History } from '../history.ts';
import type { KvInput, KvOutput } from '../models/kv.ts';
import type { Operation } from '../operation.ts';
import { readLines, unreadable } from './lines.ts';

const TEXT = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`;
const LINE = new RegExp(
  String.raw`^\{:process (\d+), :type :(invoke|ok), :f :(get|put|append), ` +
    String.raw`:key (${TEXT}), :value (nil|${TEXT})\}\s*$`,
);
const LINE_FORM = 'a line such as {:process 0, :type :invoke, :f :put, :key "x", :value "1"}';

/**
 * Reads a log of operations on a map of strings, one event a line. Times are numbers of lines. What
 * is not `:ok` at the end is of unknown outcome.
 *
 * Throws `HISTORY_INVALID` with the line.
 */
export function readKvLog(text: string): readonly Operation<KvInput, KvOutput>[] {
  const history = new History<KvInput, KvOutput>();
  readLines(text, (line, number) => {
    const [, client, type, name, key, value] = LINE.exec(line) ?? [];
    if (client === undefined || name === undefined || key === undefined || value === undefined) {
      throw unreadable(LINE_FORM, line);
    }
    const input = inputOf(name as KvInput['type'], textOf(key), value, type === 'ok');
    if (type === 'invoke') history.invoke(client, input, number);
    else end(history, client, input, value, number);
  });
  return history.operations;
}

function end(
  history: History<KvInput, KvOutput>,
  client: string,
  told: KvInput,
  value: string,
  number: number,
): void {
  const input = history.inputOf(client);
  if (JSON.stringify(told) !== JSON.stringify(input)) {
    throw unreadable(`the operation that client ${client} invoked`, JSON.stringify(told));
  }
  history.succeed(client, textOf(value), number);
}

function inputOf(name: KvInput['type'], key: string, value: string, isEnd: boolean): KvInput {
  if (name !== 'get') return { type: name, key, value: textOf(value) };
  if (!isEnd && value !== 'nil') throw unreadable('nil, which a get is invoked with', value);
  return { type: 'get', key };
}

/** Strings are written as in JSON. */
function textOf(value: string): string {
  if (value === 'nil') throw unreadable('a string', value);
  try {
    return JSON.parse(value) as string;
  } catch {
    throw unreadable('a string', value);
  }
}
