import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newFolder, removeFolders } from './support/folders.ts';
import { BIN, readJsonLines, runCli } from './support/run-cli.ts';
import { freeAddresses, killReplicas, ReplicaProgram } from './support/run-replica.ts';

const SECRET = `key-1:${'s'.repeat(40)}`;
let group: readonly string[];
let replica: ReplicaProgram;
let secretFile: string;

beforeAll(async () => {
  const [address = ''] = await freeAddresses(1);
  secretFile = join(newFolder(), 'secret');
  writeFileSync(secretFile, `${SECRET}\n`);
  const argv = ['--path', join(newFolder(), 'log'), '--quorum', '1', '--listen', address];
  replica = new ReplicaProgram([...argv, '--peers', address, '--secret-file', secretFile]);
  await replica.until('votes');
  group = ['--peers', address, '--timeout', '60', '--secret-file', secretFile];
});

afterAll(async () => {
  await killReplicas();
  removeFolders();
});

describe('clients of a running group', () => {
  test('append, print and truncate', async () => {
    const appended = await runCli(['log', 'append', ...group, 'one', 'two\u0007', 'three']);
    expect(appended).toEqual({ exitCode: 0, stdout: '1\n2\n3\n', stderr: '' });
    const tail = await runCli(['log', 'tail', ...group, '--no-follow', '--from', '2']);
    expect(tail.stdout).toBe('2 two\\x07\n3 three\n');
    expect(await readJsonLines(['log', 'truncate', ...group, '--to', '3'])).toEqual([
      { position: 4, to: 3 },
    ]);
    expect(await readJsonLines(['log', 'tail', ...group, '--no-follow'])).toEqual([
      { position: 3, bytes: Buffer.from('three').toString('base64') },
    ]);
    const truncated = await runCli(['log', 'tail', ...group, '--no-follow', '--from', '1']);
    expect([truncated.exitCode, truncated.stderr]).toEqual([
      1,
      expect.stringContaining('READ_TRUNCATED'),
    ]);
  });

  test('append the lines of the standard input', async () => {
    const argv = [BIN, 'log', 'append', '--json', ...group];
    const { status, stdout } = spawnSync(process.execPath, argv, { input: 'x y\nz\n' });
    expect(status).toBe(0);
    const [first = 0, second] = stdout
      .toString()
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly position: number }).position);
    expect(second).toBe(first + 1);
    const from = ['--from', `${first}`];
    const { stdout: lines } = await runCli(['log', 'tail', ...group, '--no-follow', ...from]);
    expect(lines).toBe(`${first} x y\n${first + 1} z\n`);
  });

  test('append entries of the sizes of a trace, and write down how long each took', async () => {
    const folder = newFolder();
    const [input, output] = [join(folder, 'trace'), join(folder, 'out')];
    writeFileSync(input, '100B\n1.5KB\n');
    const files = ['--input', input, '--output', output];
    const [summary] = await readJsonLines(['log', 'benchmark', ...group, ...files]);
    expect(summary).toMatchObject({ appends: 2, totalMs: expect.any(Number) });
    const lines = readFileSync(output, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^\S+Z Appended 1536 bytes in \d+\.\d{3} ms$/);
    writeFileSync(input, '100B\nmuch\n');
    const { exitCode, stderr } = await runCli(['log', 'benchmark', ...group, ...files]);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('line 2 is no size')]);
  });

  test('are refused without the secret, and probes are not', async () => {
    const [, address = ''] = group;
    const { exitCode, stderr } = await runCli(['log', 'append', '--peers', address, 'x']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('answered 401')]);
    expect((await fetch(`http://${address}/readyz`)).status).toBe(200);
    expect((await fetch(`http://${address}/metrics`)).status).toBe(401);
    expect((await fetch(`http://${address}/log/status`)).status).toBe(401);
  });

  test('go on with the next secret, once a replica was told to read it again', async () => {
    writeFileSync(secretFile, `key-2:${'t'.repeat(40)}\n`);
    expect((await runCli(['log', 'status', ...group])).exitCode).toBe(4);
    replica.signal('SIGHUP');
    await replica.until('reloaded');
    expect((await runCli(['log', 'status', ...group])).exitCode).toBe(0);
  });

  test.each([
    ['log append x', "required option '--peers' not specified"],
    ['log truncate --peers a:1', "required option '--to' not specified"],
    ['log benchmark --peers a:1 --input x', "required option '--output' not specified"],
    ['log tail --peers a:1,', 'Expected one or more, separated by commas.'],
    ['log tail --peers here', 'LOG_MEMBERS_INVALID: "here" is no member'],
    ['log tail --peers a:1 --tls-key x', '--tls-key, --tls-cert and --tls-ca belong together'],
  ])('quorate %s is refused', async (line, message) => {
    const { exitCode, stderr } = await runCli(line.split(' '));
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});
