// Programs as futures: what is started is node itself, with a line to evaluate.

import {
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Future, Runtime, withDeadline } from '@quorate/process';
import { expectDiscarded, expectFailed } from '@quorate/process/testing';
import { read, redirect, subprocess, write } from '@quorate/process/node';
import type { Subprocess, SubprocessOptions } from '@quorate/process/node';

let runtime: Runtime;
let folder: string;

beforeEach(() => {
  runtime = new Runtime();
  folder = mkdtempSync(join(tmpdir(), 'quorate-subprocess-'));
});

afterEach(async () => {
  // One that a failed test has left would hold our output.
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await runtime.close();
  rmSync(folder, { recursive: true });
});

const started: Subprocess[] = [];

const run = (command: string, options: SubprocessOptions = {}) =>
  subprocess(command, { runtime, ...options }).onReady((child) => {
    started.push(child);
  });
const evaluate = (program: string, { args = [], ...options }: SubprocessOptions = {}) =>
  run(process.execPath, { ...options, args: ['-e', program, '--', ...args] });
const textOf = async (stream: Readable | undefined): Promise<string> =>
  stream ? Buffer.from(await read(stream)).toString() : '(no pipe)';
const SUCCESS = { type: 'exited', code: 0 };

/** A program that waits for its input to end. */
const CAT = 'process.stdin.pipe(process.stdout)';
const waiting = (): PromiseLike<Subprocess> => evaluate(CAT, { in: 'pipe', out: 'pipe' });

describe('SubprocessTest', () => {
  test('PipeOutputToFileDescriptor: standard output and error go to descriptors of ours', async () => {
    const path = join(folder, 'both');
    const fd = openSync(path, 'a');
    const child = await evaluate('console.log("out"); console.error("err")', {
      out: { fd },
      err: { fd },
    });
    expect(await child.status).toEqual(SUCCESS);
    closeSync(fd); // it is still ours
    expect(readFileSync(path, 'utf8').split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  test('PipeOutputToPath: standard output and error go to files, behind what is there', async () => {
    const [out, err] = [join(folder, 'out'), join(folder, 'err')];
    writeFileSync(out, 'before ');
    const child = await evaluate('console.log("out"); console.error("err")', {
      out: { path: out },
      err: { path: err },
    });
    expect(await child.status).toEqual(SUCCESS);
    expect(readFileSync(out, 'utf8')).toBe('before out\n');
    expect(readFileSync(err, 'utf8')).toBe('err\n');
  });

  test('EnvironmentEcho: it finds what its environment holds', async () => {
    const environment = { MESSAGE: 'hello world' };
    const child = await evaluate('console.log(process.env.MESSAGE)', { environment, out: 'pipe' });
    expect(await textOf(child.out)).toBe('hello world\n');
    expect(await child.status).toEqual(SUCCESS);
  });

  test.each([
    ['exit 0', SUCCESS],
    ['exit 1', { type: 'exited', code: 1 }],
    ['kill -TERM $$', { type: 'killed', signal: 'SIGTERM' }],
    ['kill -KILL $$', { type: 'killed', signal: 'SIGKILL' }],
  ])('Status: of %s', async (line, status) => {
    const child = await run(line, { shell: true });
    expect(child.pid).toBeGreaterThan(0);
    expect(await child.status).toEqual(status);
    expect(child.kill()).toBe(false);
  });

  test('PipeOutput: standard output and error are read here', async () => {
    const child = await evaluate('console.log("out"); console.error("err")', {
      out: 'pipe',
      err: 'pipe',
    });
    expect([await textOf(child.out), await textOf(child.err)]).toEqual(['out\n', 'err\n']);
    expect(await child.status).toEqual(SUCCESS);
  });

  test('PipeLargeOutput: more than a pipe holds', async () => {
    const child = await evaluate('process.stdout.write("x".repeat(1_000_000))', { out: 'pipe' });
    expect(await textOf(child.out)).toHaveLength(1_000_000);
    expect(await child.status).toEqual(SUCCESS);
  });

  test('PipeInput: it reads what is written here', async () => {
    const child = await waiting();
    expect(child.in).toBeDefined();
    if (child.in) await write(child.in, 'hello');
    child.in?.end();
    expect(await textOf(child.out)).toBe('hello');
  });

  test('PipeRedirect: a pipe goes on into a file', async () => {
    const child = await evaluate('console.log("hello")', { out: 'pipe' });
    const path = join(folder, 'redirected');
    const fd = openSync(path, 'w');
    if (child.out) await redirect(child.out, fd);
    closeSync(fd);
    expect(readFileSync(path, 'utf8')).toBe('hello\n');
  });

  test('PathOutput: a file is made', async () => {
    const path = join(folder, 'made');
    const child = await run('echo hello', { shell: true, out: { path } });
    expect(await child.status).toEqual(SUCCESS);
    expect(readFileSync(path, 'utf8')).toBe('hello\n');
  });

  test('PathInput: a file is read', async () => {
    const path = join(folder, 'read');
    writeFileSync(path, 'hello');
    const child = await evaluate(CAT, { in: { path }, out: 'pipe' });
    expect(await textOf(child.out)).toBe('hello');
  });

  test('FdOutput: a descriptor is written to', async () => {
    const path = join(folder, 'descriptor');
    const fd = openSync(path, 'w');
    const child = await run('echo hello', { shell: true, out: { fd } });
    expect(await child.status).toEqual(SUCCESS);
    closeSync(fd);
    expect(readFileSync(path, 'utf8')).toBe('hello\n');
  });

  test('FdInput: a descriptor is read', async () => {
    const path = join(folder, 'descriptor');
    writeFileSync(path, 'hello');
    const fd = openSync(path, 'r');
    const child = await evaluate(CAT, { in: { fd }, out: 'pipe' });
    closeSync(fd);
    expect(await textOf(child.out)).toBe('hello');
  });

  test('Default: it has our streams', async () => {
    const child = await run('true');
    expect([child.in, child.out, child.err]).toEqual([undefined, undefined, undefined]);
    expect(await child.status).toEqual(SUCCESS);
  });

  test('Flags: arrive as --name=value, behind the arguments', async () => {
    const flags = { b: true, i: 42, s: 'hello', s2: "we're", s3: 'a b', s4: 'JSON="x"', d: 1.5 };
    const child = await evaluate('console.log(JSON.stringify(process.argv.slice(1)))', {
      args: ['first'],
      flags,
      out: 'pipe',
    });
    const expected = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
    expect(JSON.parse(await textOf(child.out))).toEqual(['first', ...expected]);
  });

  test.each([
    ['Environment: one variable', { MESSAGE: 'hello' }],
    ['Environment: two variables', { MESSAGE0: 'hello', MESSAGE1: 'world' }],
    ['EnvironmentWithSpaces: intact', { MESSAGE: 'hello world' }],
    ['EnvironmentWithSpacesAndQuotes: intact', { MESSAGE: '"hello world"' }],
  ])('%s', async (_, environment) => {
    const child = await evaluate('console.log(JSON.stringify(process.env))', {
      environment,
      out: 'pipe',
    });
    expect(JSON.parse(await textOf(child.out))).toMatchObject(environment);
  });

  test('EnvironmentOverride: what is given replaces all that it would inherit', async () => {
    const program = 'console.log(`${"PATH" in process.env} ${process.env.MESSAGE}`)';
    const inherited = await evaluate(program, { out: 'pipe' });
    expect(await textOf(inherited.out)).toBe('true undefined\n');
    const environment = { MESSAGE: '' };
    const replaced = await evaluate(program, { environment, out: 'pipe' });
    expect(await textOf(replaced.out)).toBe('false \n');
  });

  test('WhiteListFds: it has its streams and the descriptors that are named', async () => {
    const [named, other] = [openSync(folder, 'r'), openSync(folder, 'r')];
    const child = await run('ls /proc/self/fd; readlink /proc/self/fd/*', {
      shell: true,
      descriptors: [named],
      in: 'discard',
      out: 'pipe',
    });
    const seen = await textOf(child.out);
    closeSync(named);
    closeSync(other);
    expect(seen.split('\n').filter((line) => line === folder)).toHaveLength(1);
    expect(seen.split('\n')).toContain(String(named));
  });
});

describe('a subprocess', () => {
  test('runs in the directory it is given', async () => {
    const child = await evaluate('console.log(process.cwd())', { cwd: folder, out: 'pipe' });
    expect(await textOf(child.out)).toBe(`${folder}\n`);
  });

  test('has a process group of its own if that is wanted', async () => {
    const program = 'console.log(require("fs").readFileSync("/proc/self/stat", "utf8"))';
    const group = async (detached: boolean): Promise<boolean> => {
      const child = await evaluate(program, { detached, out: 'pipe' });
      const [, , , , pgrp] = (await textOf(child.out)).split(' ');
      return Number(pgrp) === child.pid;
    };
    expect([await group(true), await group(false)]).toEqual([true, false]);
  });

  test('is killed by a discard of its status, which is discarded when it is gone', async () => {
    const child = await waiting();
    child.status.discard();
    expect(child.status.isPending).toBe(true);
    await expectDiscarded(child.status);
    expect(() => process.kill(child.pid, 0)).toThrow('ESRCH');
  });

  test('is killed by a deadline', async () => {
    const child = await waiting();
    await expectFailed(withDeadline(child.status, runtime.clock, 1), 'FUTURE_TIMEOUT');
    await expectDiscarded(child.status);
  });

  test('gets signals', async () => {
    const child = await waiting();
    expect(child.kill()).toBe(true);
    expect(await child.status).toEqual({ type: 'killed', signal: 'SIGTERM' });
  });

  test('is waited for by its runtime', async () => {
    const child = await evaluate('setTimeout(() => undefined, 20)');
    expect(runtime.isIdle()).toBe(false);
    await runtime.settle();
    expect(child.status.isReady).toBe(true);
  });

  test('that closes its input does not end us', async () => {
    const child = await run('exec 0<&-; exec sleep 1000', { shell: true, in: 'pipe' });
    if (child.in) {
      const error = await expectFailed(Future.ready(writeUntilBroken(child)), 'IO_FAILED');
      expect(error.cause).toMatchObject({ code: 'EPIPE' });
    }
    child.status.discard();
    await expectDiscarded(child.status);
  });

  test.each([
    ['program', '/nowhere/program', {}, 'ENOENT'],
    ['permission', '/etc/passwd', {}, 'EACCES'],
    ['directory', process.execPath, { cwd: '/nowhere' }, 'ENOENT'],
    ['file to read', 'true', { in: { path: '/nowhere/file' } }, 'ENOENT'],
    ['directory of a file', 'true', { out: { path: '/nowhere/file' } }, 'ENOENT'],
  ] as const)('without its %s fails to start', async (_, command, options, code) => {
    const before = readdirSync('/proc/self/fd').length;
    const error = await expectFailed(run(command, options), 'SUBPROCESS_FAILED');
    expect(error.cause).toMatchObject({ code });
    expect(readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(before);
    expect(runtime.isIdle()).toBe(true);
  });

  test.each([
    ['command', '', {}],
    ['in', 'true', { in: 'somewhere' }],
    ['out', 'true', { out: { path: '' } }],
    ['err', 'true', { err: { fd: -1 } }],
    ['descriptors', 'true', { descriptors: [2] }],
  ])('a wrong %s is refused', async (name, command, options) => {
    const refused = run(command, options as SubprocessOptions);
    const { message } = await expectFailed(refused, 'SUBPROCESS_OPTION_INVALID');
    expect(message).toContain(`expected ${name} of a subprocess`);
  });
});

async function writeUntilBroken({ in: input }: Subprocess): Promise<void> {
  while (input) await write(input, 'x');
}
