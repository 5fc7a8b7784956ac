import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { levelStorage } from '@quorate/log/leveldb';
import { copyOf, fingerprintOf, newFolder, removeFolders } from './support/folders.ts';
import { goldenPath } from './support/golden.ts';
import { BIN, holdDirectory, kill, runCli } from './support/run-cli.ts';
import { putRaw, writeLog } from './support/write-log.ts';

afterEach(removeFolders);

const READING = [
  ['log', 'read', '--json'],
  ['log', 'read'],
  ['log', 'read', '--from', '1', '--to', '2'],
  ['log', 'status'],
  ['log', 'status', '--json'],
  ['registry', 'show'],
  ['registry', 'show', '--json'],
] as const;

describe('reading changes nothing in the directory', () => {
  test.each(READING.map((argv) => [argv.join(' '), argv] as const))('%s', async (_, argv) => {
    // The second was not shut down cleanly: its records are in the write-ahead log alone. The third
    // has entries that are no operations, which registry show fails on.
    for (const name of ['registry-log', 'log-many', 'log-appends']) {
      const path = copyOf(goldenPath(name));
      const before = fingerprintOf(path);
      const { exitCode } = await runCli([...argv, '--path', path]);
      expect(exitCode).toBe(argv[0] === 'registry' && name !== 'registry-log' ? 1 : 0);
      expect(fingerprintOf(path)).toEqual(before);
    }
  });

  test('nor does it create a lock that was not there', async () => {
    const path = copyOf(goldenPath('log-voting'));
    unlinkSync(join(path, 'LOCK'));
    const before = fingerprintOf(path);
    expect((await runCli(['log', 'read', '--path', path])).exitCode).toBe(0);
    expect(fingerprintOf(path)).toEqual(before);
  });

  test('and leaves nothing in the temporary folder, also after a failure', () => {
    const TMPDIR = newFolder();
    const run = (path: string): number | null =>
      spawnSync(process.execPath, [BIN, 'log', 'read', '--path', path], {
        env: { ...process.env, TMPDIR },
      }).status;
    const corrupt = copyOf(goldenPath('log-voting'));
    writeFileSync(join(corrupt, 'CURRENT'), 'nonsense\n');
    expect(run(goldenPath('log-voting'))).toBe(0);
    expect(run(corrupt)).toBe(6);
    expect(readdirSync(TMPDIR)).toEqual([]);
    rmSync(TMPDIR, { recursive: true });
    expect(run(goldenPath('log-voting'))).toBe(1);
  });
});

describe('a directory in use', () => {
  test.each(
    [...READING, ['log', 'initialize'] as const].map((argv) => [argv.join(' '), argv] as const),
  )('fails with LOG_LOCKED and exit code 5: %s', async (_, argv) => {
    const path = await writeLog([]);
    const holder = await holdDirectory(path);
    try {
      const before = fingerprintOf(path);
      const { exitCode, stderr } = await runCli([...argv, '--path', path]);
      expect(exitCode).toBe(5);
      expect(stderr).toContain('error LOG_LOCKED: ');
      expect(stderr).toContain(path);
      if (argv[1] !== 'initialize') {
        expect(stderr).toContain(`cp -r ${path} COPY`);
        expect(fingerprintOf(path)).toEqual(before);
      }
    } finally {
      await kill(holder);
    }
  });

  test('is named with the process that holds it, and free as soon as that was killed', async () => {
    const path = await writeLog([]);
    const holder = await holdDirectory(path);
    const argv = ['log', 'status', '--path', path, '--json'];
    const locked = await runCli(argv);
    await kill(holder);
    expect(JSON.parse(locked.stdout)).toMatchObject({ error: { code: 'LOG_LOCKED' } });
    if (process.platform === 'linux') expect(locked.stderr).toContain(`process ${holder.pid};`);
    expect((await runCli(argv)).exitCode).toBe(0);
  });

  test('is noticed by its files, where no lock tells', async () => {
    const path = copyOf(goldenPath('log-many'));
    let isRunning = true;
    const write = (): void => {
      if (!isRunning) return;
      appendFileSync(join(path, 'LOG'), 'a line\n');
      setImmediate(write);
    };
    write();
    const { exitCode, stderr } = await runCli(['log', 'read', '--path', path]);
    isRunning = false;
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('it changed meanwhile')]);
  });

  test('by this very process keeps its lock', async () => {
    const path = newFolder();
    const storage = levelStorage({ path });
    await storage.restore();
    const { exitCode, stderr } = await runCli(['log', 'read', '--path', path]);
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('LOG_LOCKED')]);
    await expect(holdDirectory(path)).rejects.toThrow('LEVEL_LOCKED');
    await storage.close();
  });
});

describe('a path that holds no log', () => {
  test('does not exist, is a file, or is empty', async () => {
    const folder = newFolder();
    const file = join(folder, 'file');
    const empty = join(folder, 'empty');
    writeFileSync(file, '');
    mkdirSync(empty);
    for (const path of [join(folder, 'none'), file, empty]) {
      for (const argv of READING) {
        const { exitCode, stderr } = await runCli([...argv, '--path', path]);
        expect([exitCode, stderr]).toEqual([1, expect.stringContaining('LOG_PATH_INVALID')]);
        expect(stderr).toContain(path);
      }
    }
    expect(readdirSync(folder).toSorted()).toEqual(['empty', 'file']);
  });
});

describe('a corrupt directory ends with LOG_CORRUPT and exit code 6', () => {
  const corruptions: readonly (readonly [string, (path: string) => Promise<void> | void])[] = [
    ['CURRENT is lost', (path) => unlinkSync(join(path, 'CURRENT'))],
    ['CURRENT is nonsense', (path) => writeFileSync(join(path, 'CURRENT'), 'nonsense\n')],
    ['a record is nonsense', (path) => putRaw(path, '0000000003', Uint8Array.of(255, 255))],
    ['a key is none of Mesos', (path) => putRaw(path, 'foreign', Uint8Array.of(8, 2))],
    [
      'the manifest is nonsense',
      (path) => {
        const name = readdirSync(path).find((each) => each.startsWith('MANIFEST')) ?? '';
        writeFileSync(join(path, name), 'nonsense');
      },
    ],
  ];
  test.each(corruptions)('%s', async (_, corrupt) => {
    const path = copyOf(goldenPath('log-appends'));
    await corrupt(path);
    const before = fingerprintOf(path);
    for (const argv of READING) {
      const { exitCode, stderr } = await runCli([...argv, '--path', path]);
      expect([exitCode, stderr]).toEqual([6, expect.stringContaining('LOG_CORRUPT')]);
      expect(stderr).toContain(path);
      expect(stderr).not.toContain('/copy');
    }
    expect(fingerprintOf(path)).toEqual(before);
  });

  test('a torn end of the write-ahead log is no corruption: that write was never acknowledged', async () => {
    const path = copyOf(goldenPath('log-voting'));
    const name = readdirSync(path).find((each) => /^\d+\.log$/.test(each)) ?? '';
    appendFileSync(join(path, name), Buffer.alloc(100, 7));
    const { exitCode, stdout } = await runCli(['log', 'status', '--path', path]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('VOTING');
  });
});
