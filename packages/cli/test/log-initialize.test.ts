import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { copyOf, fingerprintOf, newFolder, removeFolders } from './support/folders.ts';
import { goldenPath } from './support/golden.ts';
import { readJsonLines, runCli } from './support/run-cli.ts';

afterEach(removeFolders);

describe('log initialize', () => {
  test('creates the directory and makes its replica a voting one', async () => {
    const path = join(newFolder(), 'new', 'log');
    const { exitCode, stdout } = await runCli(['log', 'initialize', '--path', path, '--json']);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`{"status":"VOTING","promised":0,"path":"${path}"}\n`);
    expect(await readJsonLines(['log', 'read', '--path', path])).toEqual([
      { record: 'metadata', status: 'VOTING', promised: 0 },
      { record: 'summary', status: 'VOTING', promised: 0, begin: 0, end: 0, missing: [[0, 1]] },
    ]);
  });

  test('writes the record that mesos-log initialize writes', async () => {
    const path = newFolder();
    await runCli(['log', 'initialize', '--path', path]);
    const argv = (directory: string): string[] => ['log', 'read', '--path', directory];
    const byMesos = await readJsonLines(argv(goldenPath('log-voting')));
    expect(await readJsonLines(argv(path))).toEqual(byMesos);
  });

  test.each(['log-fresh', 'log-empty'])('initializes %s, which is empty', async (name) => {
    const path = copyOf(goldenPath(name));
    const { exitCode } = await runCli(['log', 'initialize', '--path', path]);
    expect(exitCode).toBe(0);
    const [status] = await readJsonLines(['log', 'status', '--path', path]);
    expect(status).toMatchObject({ status: 'VOTING' });
  });

  test.each(['log-starting', 'log-recovering', 'log-voting', 'log-appends'])(
    'refuses %s, whose replica is in use, and keeps its records',
    async (name) => {
      const path = copyOf(goldenPath(name));
      const before = await readJsonLines(['log', 'read', '--path', path]);
      const { exitCode, stdout, stderr } = await runCli([
        ...['log', 'initialize', '--path', path, '--json'],
      ]);
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'LOG_NOT_EMPTY' } });
      expect(stderr).toContain(path);
      expect(await readJsonLines(['log', 'read', '--path', path])).toEqual(before);
    },
  );

  test('refuses the place of a member that lost its records', async () => {
    const path = join(newFolder(), 'log');
    writeFileSync(`${path}.group`, '{"memberOf":"east"}');
    const { exitCode, stderr } = await runCli(['log', 'initialize', '--path', path]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('voting member of east');
    expect(stderr).toContain(`remove ${path}.group first`);
  });

  test('touches no directory that holds something else', async () => {
    const path = newFolder();
    writeFileSync(join(path, 'thesis.txt'), 'years of work');
    const before = fingerprintOf(path);
    const { exitCode, stderr } = await runCli(['log', 'initialize', '--path', path]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('LOG_PATH_INVALID');
    expect(stderr).toContain('thesis.txt');
    expect(fingerprintOf(path)).toEqual(before);
  });

  test('touches no log that lost its file CURRENT', async () => {
    const path = newFolder();
    writeFileSync(join(path, '000005.ldb'), 'records');
    const { exitCode, stderr } = await runCli(['log', 'initialize', '--path', path]);
    expect([exitCode, stderr]).toEqual([6, expect.stringContaining('LOG_CORRUPT')]);
    expect(existsSync(join(path, 'CURRENT'))).toBe(false);
  });

  test('refuses a file in place of the directory, or above it', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'log')]) {
      const { exitCode, stderr } = await runCli(['log', 'initialize', '--path', path]);
      expect([exitCode, stderr]).toEqual([1, expect.stringContaining('LOG_PATH_INVALID')]);
    }
  });

  test('uses an empty directory that is there', async () => {
    const path = join(newFolder(), 'log');
    mkdirSync(path);
    expect((await runCli(['log', 'initialize', '--path', path])).exitCode).toBe(0);
  });
});
