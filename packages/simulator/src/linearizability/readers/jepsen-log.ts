import { History } from '../history.ts';
import type { RegisterInput, RegisterOutput, RegisterValue } from '../models/register.ts';
import type { Operation } from '../operation.ts';
import { readLines, unreadable } from './lines.ts';

const LINE = /^.*?\s-\s(\d+)\s+:(invoke|ok|fail|info)\s+:(read|write|cas)\s+(\S.*?)\s*$/;
const LINE_FORM = 'a line such as "INFO  jepsen.util - 0  :invoke  :write  3"';

type Function = RegisterInput['type'];

/**
 * Reads the log of Jepsen's test of etcd: one register of integers. Times are numbers of lines.
 *
 * `:ok` and `:fail` of a cas are its outputs; `:fail` of a write took no effect. What ends with
 * `:timed-out` otherwise, or not at all, is of unknown outcome.
 *
 * Throws `HISTORY_INVALID` with the line.
 */
export function readJepsenLog(text: string): readonly Operation<RegisterInput, RegisterOutput>[] {
  const history = new History<RegisterInput, RegisterOutput>();
  readLines(text, (line, number) => {
    const [, client, event, name, value] = LINE.exec(line) ?? [];
    if (client === undefined || name === undefined || value === undefined) {
      throw unreadable(LINE_FORM, line);
    }
    if (event === 'invoke') history.invoke(client, inputOf(name as Function, value), number);
    else end(history, { client, event, name: name as Function, value, number });
  });
  return history.operations;
}

interface End {
  readonly client: string;
  readonly event: string | undefined;
  readonly name: Function;
  readonly value: string;
  readonly number: number;
}

function end(history: History<RegisterInput, RegisterOutput>, line: End): void {
  const { client, event, name, value, number } = line;
  const input = history.inputOf(client);
  if (input.type !== name) throw unreadable(`the end of a ${input.type}`, `:${name}`);
  if (event === 'info' || (event === 'fail' && name === 'read')) {
    if (value !== ':timed-out') throw unreadable('the reason :timed-out', value);
    history.lose(client, number);
    return;
  }
  if (name === 'read') {
    history.succeed(client, valueOf(value), number);
    return;
  }
  const told = inputOf(name, value);
  if (JSON.stringify(told) !== JSON.stringify(input)) {
    throw unreadable(`what the ${name} was invoked with`, value);
  }
  if (name === 'cas') history.succeed(client, event === 'ok', number);
  else if (event === 'ok') history.succeed(client, true, number);
  else history.fail(client, number);
}

function inputOf(name: Function, value: string): RegisterInput {
  switch (name) {
    case 'read':
      if (value !== 'nil') throw unreadable('nil, which a read is invoked with', value);
      return { type: 'read' };
    case 'write':
      return { type: 'write', value: valueOf(value) };
    case 'cas': {
      const [, from, to] = /^\[(\S+) (\S+)\]$/.exec(value) ?? [];
      if (from === undefined || to === undefined) throw unreadable('of the form [from to]', value);
      return { type: 'cas', from: valueOf(from), to: valueOf(to) };
    }
  }
}

function valueOf(text: string): RegisterValue {
  if (text === 'nil') return null;
  const value = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw unreadable('nil or an integer', text);
}
