// What goes uncaught would end jest, so each of these programs runs in a process of its own.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';

/** What a program with two processes notes: what they serve, and what is uncaught. */
async function notesOf(options: string, sends: string): Promise<unknown> {
  const script = `
    const { Process, Runtime } = require('./packages/process/src/index.ts');
    const notes = [];
    process.on('uncaughtException', (error) => notes.push('uncaught: ' + error.message));
    process.on('exit', () => console.log(JSON.stringify(notes)));
    class Worker extends Process {
      note(what) { notes.push(what); }
      fail(what) { throw new Error(what); }
    }
    const runtime = new Runtime({ ${options} });
    const one = runtime.spawn(new Worker());
    const other = runtime.spawn(new Worker());
    ${sends}
    // The event loop turns: what is thrown outside was thrown by then.
    setImmediate(() => setImmediate(() => {
      runtime.tell(one, 'note', 'later');
      runtime.close();
    }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['-r', './scripts/dev-register.cjs', '-e', script],
    { cwd: join(__dirname, '../../..') },
  );
  return JSON.parse(stdout);
}

const SENDS = `
  runtime.tell(one, 'fail', 'failed');
  runtime.tell(one, 'note', 'behind it');
  runtime.tell(other, 'note', 'other');`;

describe('an error of the host', () => {
  test('in a handler of unhandled failures loses no event and no failure', async () => {
    const options = `onUnhandledFailure: (error) => { throw new Error('broken by ' + error.message); }`;
    expect(await notesOf(options, SENDS)).toEqual([
      ...['behind it', 'other', 'uncaught: failed', 'uncaught: broken by failed', 'later'],
    ]);
  });

  test('in an event filter costs the process that event and the others nothing', async () => {
    const options = `eventFilter: ({ name }) => {
      if (name === 'fail') throw new Error('filter');
      return false;
    }`;
    const notes = await notesOf(options, SENDS);
    expect(notes).toEqual(['uncaught: filter', 'other', 'behind it', 'later']);
  });
});
