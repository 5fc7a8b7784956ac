import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { main } from 'quorate';
import { OutputClosedError } from '../src/cli-error.ts';
import { newFolder, removeFolders } from './support/folders.ts';
import { runCli } from './support/run-cli.ts';

afterEach(removeFolders);

function fileOf(content: string | Uint8Array, name = 'history'): string {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
}

const event = (client: number, type: string, name: string, value: string) =>
  `INFO  jepsen.util - ${client}\t:${type}\t:${name}\t${value}\n`;

/** Writes 1, then reads a value. */
const registerFile = (value: string): string =>
  fileOf(
    event(0, 'invoke', 'write', '1') +
      event(0, 'ok', 'write', '1') +
      event(1, 'invoke', 'read', 'nil') +
      event(1, 'ok', 'read', value),
  );

/** Many concurrent writes, then a read of none of them: more orders than anybody can look at. */
const hopelessFile = (): string => {
  const clients = Array.from({ length: 40 }, (_, index) => index);
  return fileOf(
    clients.map((client) => event(client, 'invoke', 'write', `${client}`)).join('') +
      clients.map((client) => event(client, 'ok', 'write', `${client}`)).join('') +
      event(0, 'invoke', 'read', 'nil') +
      event(0, 'ok', 'read', '99'),
  );
};

const KV = `{:process 0, :type :invoke, :f :append, :key "a", :value "x"}
{:process 0, :type :ok, :f :append, :key "a", :value "x"}
{:process 0, :type :invoke, :f :put, :key "b", :value "y"}
{:process 0, :type :ok, :f :put, :key "b", :value "y"}
{:process 3, :type :invoke, :f :get, :key "b", :value nil}
{:process 3, :type :ok, :f :get, :key "b", :value "YYY"}
`;

const register = ['--model', 'register'];

describe('lincheck', () => {
  test('of histories that are linearizable ends with exit code 0', async () => {
    const files = [registerFile('1'), registerFile('1'), fileOf('')];
    const { exitCode, stdout, stderr } = await runCli(['lincheck', ...files, ...register]);
    expect([exitCode, stderr]).toEqual([0, '']);
    const lines = stdout
      .replace(/\d+ ms/g, 'N ms')
      .trimEnd()
      .split('\n');
    expect(lines).toEqual([
      `${files[0]}: ok, 2 operations, N ms`,
      `${files[1]}: ok, 2 operations, N ms`,
      `${files[2]}: ok, 0 operations, N ms`,
    ]);
  });

  test('says how far a history can be put in order, and what has no place', async () => {
    const files = [registerFile('2'), registerFile('1')];
    const { exitCode, stdout, stderr } = await runCli(['lincheck', ...files, ...register]);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(stdout.replace(/\d+ ms/g, 'N ms')).toBe(
      `${files[0]}: illegal, 2 operations, N ms\n` +
        '  the history: 1 of 2 operations in order, no place for\n' +
        '    client 1: read → 2 (lines 3 to 4)\n' +
        `${files[1]}: ok, 2 operations, N ms\n`,
    );
  });

  test('names the partition', async () => {
    const ok = fileOf(KV.replace('YYY', 'y'));
    const illegal = fileOf(KV.replace('YYY', String.raw`\u001b`));
    expect((await runCli(['lincheck', ok, '--model', 'kv'])).exitCode).toBe(0);
    const { exitCode, stdout } = await runCli(['lincheck', illegal, '--model=kv']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      '  partition "b": 1 of 2 operations in order, no place for\n' +
        String.raw`    client 3: get "b" → "\u001b" (lines 5 to 6)`,
    );
  });

  test('gives up after the timeout, with exit code 3 unless one is illegal', async () => {
    const hopeless = hopelessFile();
    const given = ['--timeout', '0.01', ...register];
    const { exitCode, stdout } = await runCli(['lincheck', registerFile('1'), hopeless, ...given]);
    expect(exitCode).toBe(3);
    expect(stdout).toContain(`${hopeless}: unknown, 41 operations, `);
    expect(stdout).toContain(
      '  the history: 40 of 41 operations in order, no place found yet for\n' +
        '    client 0: read → 99 (lines 81 to 82)\n',
    );
    const both = await runCli(['lincheck', hopeless, registerFile('2'), ...given]);
    expect(both.exitCode).toBe(1);
  });

  test('with --json prints one object for each file', async () => {
    const files = [registerFile('1'), registerFile('2'), hopelessFile()];
    const argv = ['lincheck', ...files, '--json', '--timeout=0.01', ...register];
    const { exitCode, stdout, stderr } = await runCli(argv);
    expect([exitCode, stderr]).toEqual([1, '']);
    const lines = stdout.trimEnd().split('\n');
    const objects = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(objects).toEqual([
      { file: files[0], verdict: 'ok', operations: 2, ms: expect.any(Number) },
      { file: files[1], verdict: 'illegal', operations: 2, ms: expect.any(Number) },
      { file: files[2], verdict: 'unknown', operations: 41, ms: expect.any(Number) },
    ]);
    expect(Object.keys(objects[0] ?? {})).toEqual(['file', 'verdict', 'operations', 'ms']);
    expect(objects.every(({ ms }) => Number.isInteger(ms))).toBe(true);
  });

  test('tells by its exit code also when nobody reads its output', async () => {
    const closed = {
      isTTY: false,
      columns: undefined,
      write: () => Promise.reject(new OutputClosedError('closed')),
    };
    const run = (...files: string[]) =>
      main(['lincheck', ...files, ...register], { stdout: closed, stderr: closed, env: {} });
    expect(await run(registerFile('1'))).toBe(0);
    expect(await run(registerFile('1'), registerFile('2'))).toBe(1);
  });
});

describe('lincheck ends with exit code 2, before any verdict, for', () => {
  const missing = (): string => {
    const path = registerFile('1');
    rmSync(path);
    return path;
  };
  const directory = (): string => {
    const path = join(newFolder(), 'directory');
    mkdirSync(path);
    return path;
  };
  test.each([
    ['a missing file', missing, 'error CLI_USAGE: FILE does not exist'],
    ['a directory', directory, 'error CLI_USAGE: FILE is a directory; name the file itself'],
    [
      'bytes',
      () => fileOf(new Uint8Array([255, 254])),
      'error CLI_USAGE: FILE is no text in UTF-8',
    ],
    ['the other form', () => fileOf(KV), 'error HISTORY_INVALID: FILE: line 1: "{:process 0,'],
    [
      'a bad line',
      () => fileOf(`${event(0, 'invoke', 'read', 'nil')}\nxyz`),
      'FILE: line 3: "xyz"',
    ],
  ])('%s', async (_, make, expected) => {
    const file = make();
    const argv = ['lincheck', registerFile('2'), file, '--json', ...register];
    const { exitCode, stdout, stderr } = await runCli(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(expected.replaceAll('FILE', file));
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: expect.any(String) } });
  });
});
