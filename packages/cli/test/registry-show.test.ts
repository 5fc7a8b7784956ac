import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { formatProtoJson, Registry } from '@quorate/messages';
import type { Operation } from '@quorate/messages';
import { removeFolders } from './support/folders.ts';
import { goldenPath } from './support/golden.ts';
import { runCli } from './support/run-cli.ts';
import { append, operation, writeLog } from './support/write-log.ts';

afterEach(removeFolders);

/** The registry in the golden log, as bytes. */
const REGISTRY_BIN = join(__dirname, 'fixtures/registry.bin');
const UUID = new Uint8Array(16);

function store(value: Uint8Array, name = 'registry'): Operation {
  return { type: 'snapshot', snapshot: { entry: { name, uuid: UUID, value } } };
}

function registryOf(...agents: readonly string[]): Uint8Array {
  const slaves = agents.map((id) => ({
    info: { hostname: `${id}.example`, id: { value: id }, resources: [], attributes: [] },
  }));
  return Registry.encode({ ...EMPTY, slaves: { slaves } });
}

const EMPTY = Registry.decode(new Uint8Array());
const EXPUNGE: Operation = { type: 'expunge', expunge: { name: 'registry' } };

async function show(path: string): Promise<{ readonly ids: readonly string[]; stderr: string }> {
  const { exitCode, stdout, stderr } = await runCli(['registry', 'show', '--path', path, '--json']);
  expect(exitCode).toBe(0);
  const { slaves } = JSON.parse(stdout) as {
    slaves?: { slaves: { info: { id: { value: string } } }[] };
  };
  return { ids: (slaves?.slaves ?? []).map(({ info }) => info.id.value), stderr };
}

describe('registry show', () => {
  test('prints the registry that Mesos wrote, in the shape of its endpoint', async () => {
    const path = goldenPath('registry-log');
    const { exitCode, stdout, stderr } = await runCli([
      'registry',
      'show',
      '--path',
      path,
      '--json',
    ]);
    const expected = Registry.decode(readFileSync(REGISTRY_BIN));
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toBe(`${formatProtoJson(Registry, expected)}\n`);
    expect(stdout).toContain('"timestamp":{"nanoseconds":1700000000000000000}');
    expect(stdout).toContain('"checkpoint":true,"hostname":"agent-0.example"');
  });

  test('prints it as tables for people', async () => {
    const { stdout } = await runCli(['registry', 'show', '--path', goldenPath('registry-log')]);
    expect(stdout).toContain('master: master-0001 at master.example:5050, version 1.12.0\n');
    expect(stdout).toContain('agents: 2 admitted, 1 unreachable, 1 gone (log position 1)\n');
    expect(stdout).toContain('│ agent-0.example:5051 │ cpus:8 mem:16384 ports:[31000-32000] │');
    expect(stdout).toContain('│ master-0001-S2 │ 2023-11-14T22:13:20.000Z │');
  });

  test('shows the last registry stored, and nothing once it was removed', async () => {
    const [one, two] = [registryOf('S1'), registryOf('S1', 'S2')];
    const stored = await writeLog([
      operation(0, store(one)),
      operation(1, store(two)),
      operation(2, store(Uint8Array.of(1), 'other')),
    ]);
    expect((await show(stored)).ids).toEqual(['S1', 'S2']);
    const removed = await writeLog([operation(0, store(one)), operation(1, EXPUNGE)]);
    const { stdout } = await runCli(['registry', 'show', '--path', removed, '--json']);
    expect(stdout).toBe('{}\n');
    expect((await runCli(['registry', 'show', '--path', removed])).stdout).toBe('no registry\n');
  });

  test.each([
    ['log-fresh', 'a log that was never used'],
    ['log-voting', 'a log without entries'],
  ])('is {} for %s: %s', async (name) => {
    const { exitCode, stdout, stderr } = await runCli([
      ...['registry', 'show', '--path', goldenPath(name), '--json'],
    ]);
    expect([exitCode, stdout, stderr]).toEqual([0, '{}\n', '']);
  });

  test('does not show what is not learned, and says so', async () => {
    const path = await writeLog([
      operation(0, store(registryOf('S1'))),
      operation(1, store(registryOf('S1', 'S2')), false),
    ]);
    const { ids, stderr } = await show(path);
    expect(ids).toEqual(['S1']);
    expect(stderr).toContain('this replica has not learned positions 1;');
  });

  test('leaves out what is truncated but still on disk', async () => {
    const path = await writeLog([
      operation(0, store(registryOf('S1'))),
      {
        position: 1,
        promised: 1,
        performed: 1,
        learned: true,
        type: 'truncate',
        truncate: { to: 1 },
      },
    ]);
    expect((await show(path)).ids).toEqual([]);
  });

  test.each([
    ['an entry that is no operation', append(0, new TextEncoder().encode('hello'))],
    ['a value that is no registry', operation(0, store(Uint8Array.of(255)))],
    [
      'a difference to nothing',
      operation(0, {
        type: 'diff',
        diff: { entry: { name: 'registry', uuid: UUID, value: new Uint8Array() } },
      }),
    ],
  ])('fails on %s, naming the position', async (_, action) => {
    const path = await writeLog([action]);
    const { exitCode, stdout } = await runCli(['registry', 'show', '--path', path, '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'CLI_REGISTRY_UNREADABLE',
        message: expect.stringMatching(/the entry at position 0 |log position 0 /) as unknown,
      },
    });
  });

  test('shows dates that are no dates, and no control characters', async () => {
    const time = { nanoseconds: -(2n ** 63n) };
    const path = await writeLog([
      operation(
        0,
        store(
          Registry.encode({
            ...EMPTY,
            gone: { slaves: [{ id: { value: 'S\u001b[31m' }, timestamp: time }] },
          }),
        ),
      ),
    ]);
    const { stdout } = await runCli(['registry', 'show', '--path', path]);
    expect(stdout).toContain('1677-09-21T00:12:43.146Z');
    expect(stdout).toContain(String.raw`S\x1b[31m`);
  });
});
