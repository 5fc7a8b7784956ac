import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Registry } from '@quorate/messages';
import type { Operation } from '@quorate/messages';
import { newFolder, removeFolders } from './support/folders.ts';
import { goldenPath } from './support/golden.ts';
import { runCli } from './support/run-cli.ts';
import { operation, writeLog } from './support/write-log.ts';

afterEach(removeFolders);

const EMPTY = Registry.decode(new Uint8Array());
const UUID = new Uint8Array(16);

function registryOf(...agents: readonly string[]): Uint8Array {
  const slaves = agents.map((id) => ({
    info: { hostname: `${id}.example`, id: { value: id }, resources: [], attributes: [] },
  }));
  return Registry.encode({ ...EMPTY, slaves: { slaves } });
}

function store(value: Uint8Array): Operation {
  return { type: 'snapshot', snapshot: { entry: { name: 'registry', uuid: UUID, value } } };
}

/** Appends what makes the registry of S1 one with weights: a DIFF as Mesos reads it. */
function diffThatAppends(before: Uint8Array, added: Uint8Array): Operation {
  const [from, length] = [before.length, added.length];
  const instructions = [0x00, from, 0x00, 0x80 | length];
  const value = Uint8Array.of(
    ...[0x53, 0x56, 0x4e, 0, 0, from, from + length, instructions.length, length],
    ...instructions,
    ...added,
  );
  return { type: 'diff', diff: { entry: { name: 'registry', uuid: UUID, value } } };
}

const WEIGHTS = Registry.encode({ ...EMPTY, weights: [{ info: { role: 'prod', weight: 2 } }] });

function writeHistory(): Promise<string> {
  return writeLog([
    operation(1, store(registryOf('S1'))),
    operation(2, diffThatAppends(registryOf('S1'), WEIGHTS)),
    operation(3, store(registryOf('S2', 'S1'))),
  ]);
}

describe('registry history', () => {
  test('prints what each entry made of it, SNAPSHOT or DIFF', async () => {
    const path = await writeHistory();
    const { exitCode, stdout } = await runCli(['registry', 'history', '--path', path]);
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^1: 1 admitted, 0 unreachable, 0 gone \(\d+ bytes, entry \d+\)$/),
      expect.stringMatching(/^2: 1 admitted.*: \+weights$/),
      expect.stringMatching(/^3: 2 admitted.*: -weights, \+admitted S2$/),
    ]);
  });

  test('prints a line of JSON each for programs', async () => {
    const path = await writeHistory();
    const { stdout } = await runCli(['registry', 'history', '--path', path, '--json']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines[2]).toMatchObject({
      position: 3,
      admitted: 2,
      differences: [
        { part: 'weights', change: 'removed' },
        { part: 'admitted', change: 'added', id: 'S2' },
      ],
    });
  });

  test('reads the log of a Mesos master', async () => {
    const path = goldenPath('registry-log');
    const { exitCode, stdout } = await runCli(['registry', 'history', '--path', path]);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^\d+: \d+ admitted.*515 bytes/)]);
  });

  test('says that there is none', async () => {
    const { stdout } = await runCli(['registry', 'history', '--path', goldenPath('log-voting')]);
    expect(stdout).toBe('no registry\n');
  });
});

describe('registry diff', () => {
  test('prints what is different between two positions', async () => {
    const path = await writeHistory();
    const diff = async (...range: readonly string[]) =>
      (await runCli(['registry', 'diff', '--path', path, ...range])).stdout;
    expect(await diff('--from', '1', '--to', '2')).toBe('+weights\n');
    expect(await diff('--from', '2')).toBe('-weights\n+admitted S2\n');
    expect(await diff('--from', '3', '--to', '3')).toBe('no difference\n');
    expect(await diff('--to', '1')).toContain('+admitted S1\n');
  });
});

describe('registry export', () => {
  test('writes the bytes that Mesos stored, and not over a file that is there', async () => {
    const out = join(newFolder(), 'registry.bin');
    const args = ['registry', 'export', '--path', goldenPath('registry-log'), '--out', out];
    expect((await runCli(args)).exitCode).toBe(0);
    const expected = readFileSync(join(__dirname, 'fixtures/registry.bin'));
    expect(readFileSync(out).equals(expected)).toBe(true);
    const again = await runCli([...args, '--json']);
    expect([again.exitCode, again.stdout]).toEqual([1, expect.stringMatching(/FILE_UNWRITABLE/)]);
  });

  test('prints JSON as of a position', async () => {
    const path = await writeHistory();
    const args = ['registry', 'export', '--path', path, '--position', '2'];
    const { stdout } = await runCli(args);
    expect(JSON.parse(stdout)).toMatchObject({ weights: [{ info: { role: 'prod' } }] });
  });

  test('without a registry fails with CLI_REGISTRY_MISSING', async () => {
    const out = join(newFolder(), 'registry.bin');
    const path = goldenPath('log-voting');
    const args = ['registry', 'export', '--path', path, '--out', out, '--json'];
    const { exitCode, stdout } = await runCli(args);
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/CLI_REGISTRY_MISSING/)]);
    expect(existsSync(out)).toBe(false);
  });
});
