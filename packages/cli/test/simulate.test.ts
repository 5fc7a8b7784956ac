import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { drawRun } from '@quorate/simulator/systems';
import { runCli } from './support/run-cli.ts';
import { newFolder, removeFolders } from './support/folders.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(removeFolders);

const SHORT = ['--recovery', 'mesos', '--duration', '5s'];

/** The plan of a run that fails: a disk that says that it has synced, and has not. */
function writeFailingPlan(): string {
  const drawn = drawRun({ seed: 7, profile: 'calm', recovery: 'mesos', durationMs: 30_000 });
  const faults = { syncLiePermille: 1000 };
  const lie = { kind: 'disk', fault: 'sync-lie', node: 1, faults, forMs: 60_000 } as const;
  const path = join(folder, 'plan.json');
  writeFileSync(path, JSON.stringify({ ...drawn, faults: [{ atMs: 500, action: lie }] }));
  return path;
}

describe('quorate simulate', () => {
  test('runs one seed and says what came of it', async () => {
    const { exitCode, stdout, stderr } = await runCli(['simulate', '--seed', '3', ...SHORT]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^seed 3: passed, log, swarm with \d+ faults, \d nodes, recovery mesos/);
  });

  test('gives the same run for the same seed', async () => {
    const argv = ['simulate', '--seed', '4', ...SHORT, '--json'];
    const [first, second] = [await runCli(argv), await runCli(argv)];
    expect(JSON.parse(first.stdout.split('\n')[0] ?? '')).toMatchObject({
      seed: 4,
      profile: 'swarm',
      recovery: 'mesos',
      verdict: 'passed',
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(second.stdout).toBe(first.stdout);
  });

  test('runs several seeds, and adds up', async () => {
    const argv = ['simulate', '--seeds', '1..3', '--profile', 'calm', ...SHORT];
    const { exitCode, stdout } = await runCli([...argv, '--json']);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { summary?: unknown });
    expect(exitCode).toBe(0);
    expect(lines).toHaveLength(4);
    expect(lines[3]?.summary).toMatchObject({ runs: 3, passed: 3, failed: 0 });
    expect((await runCli(argv)).stdout).toMatch(/^3 runs: all passed/);
  });

  test('does what a scenario says, and prints its trace', async () => {
    const path = join(folder, 'scenario.txt');
    writeFileSync(path, 'replicas 2\n----\n\nstatus\n----\n');
    const seen = 'replicas 2\n----\n\nstatus\n----\n1: down\n2: down\n';
    const argv = ['simulate', '--scenario', path];
    expect(await runCli(argv)).toMatchObject({ exitCode: 0, stdout: seen, stderr: '' });
    writeFileSync(path, seen.replace('2: down', '2: up'));
    expect(await runCli(argv)).toMatchObject({
      exitCode: 1,
      stdout: seen,
      stderr: expect.stringContaining('line 4'),
    });
    writeFileSync(path, 'replicas 2\nfly\n----\n');
    const refused = await runCli(argv);
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('line 2') });
    expect((await runCli(['simulate', '--scenario', folder])).exitCode).toBe(2);
    expect((await runCli([...argv, '--seed', '1'])).exitCode).toBe(2);
  });

  test('cuts a failing run down, writes it, draws it, and says how to replay it', async () => {
    const html = join(folder, 'run.html');
    const out = join(folder, 'failures');
    const argv = ['simulate', '--replay', writeFailingPlan(), '--html', html, '--out', out];
    const { exitCode, stdout, stderr } = await runCli(argv);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('violation');
    expect(stderr).toContain('durable-replies on node-2');
    const written = join(out, 'quorate-seed-7.json');
    expect(readdirSync(out)).toEqual(['quorate-seed-7.json']);
    expect(stderr).toContain(`replay: quorate simulate --replay ${written}`);
    expect(readFileSync(html, 'utf8')).toContain('durable-replies');
    const again = await runCli(['simulate', '--replay', written, '--out', out, '--json']);
    expect(again.exitCode).toBe(1);
    expect(JSON.parse(again.stdout.split('\n')[0] ?? '')).toMatchObject({
      verdict: 'violation',
      violation: { invariant: 'durable-replies' },
    });
  });

  test.each([
    [['--seed', '-1'], 'Expected an integer'],
    [['--seed', '1.5'], 'Expected an integer'],
    [['--seed', '18446744073709551616'], 'Expected an integer'],
    [['--seeds', '5..1'], 'write 1..5'],
    [['--seeds', '5'], 'such as 1..100'],
    [['--profile', 'wild'], 'Allowed choices are calm, swarm, storage, recovery'],
    [['--recovery', 'none'], 'Allowed choices are safe, mesos'],
    [['--duration', '0s'], 'from 1s to 24h'],
    [['--duration', 'soon'], 'from 1s to 24h'],
    [['--seed', '1', '--seeds', '1..2'], 'only one of --seed, --seeds, --replay and --scenario'],
    [['--replay', '/nowhere/plan.json'], '/nowhere/plan.json'],
  ])('%j is wrong usage', async (argv, named) => {
    const { exitCode, stderr } = await runCli(['simulate', ...argv]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(named);
  });

  test('a plan of another version is refused', async () => {
    const path = join(folder, 'old.json');
    writeFileSync(path, '{"formatVersion":9}');
    const { exitCode, stderr } = await runCli(['simulate', '--replay', path]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('format version 9');
  });

  test('a place that cannot be written to is named', async () => {
    const out = join(writeFailingPlan(), 'below-a-file');
    const argv = ['simulate', '--replay', join(folder, 'plan.json'), '--out', out, '--json'];
    const { exitCode, stdout } = await runCli(argv);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('CLI_FILE_UNWRITABLE');
  });
});
