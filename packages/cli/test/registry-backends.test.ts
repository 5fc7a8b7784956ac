import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Registry } from '@quorate/messages';
import { State } from '@quorate/state';
import { BACKENDS, openStorage } from 'quorate';
import { copyOf, fingerprintOf, newFolder, removeFolders } from './support/folders.ts';
import { runCli } from './support/run-cli.ts';

afterEach(removeFolders);

const FIXTURES = join(__dirname, '../../state/test/fixtures');
/** A log as a Mesos master leaves it, and the bytes of the registry in it. */
const MESOS = {
  log: join(FIXTURES, 'registry-log/db'),
  registry: join(FIXTURES, 'registry-log/registry.bin'),
};
const BYTES = new Uint8Array(readFileSync(MESOS.registry));

function run(...argv: readonly string[]) {
  return runCli(['registry', ...argv]);
}

async function stored(options: Parameters<typeof openStorage>[0]): Promise<Uint8Array> {
  const { storage, close } = await openStorage(options);
  const { value } = await new State(storage).fetch('registry');
  await close();
  return value;
}

describe('registry import', () => {
  test.each(['leveldb', 'replicated_log'])(
    "a Mesos master's log into %s, byte for byte",
    async (backend) => {
      const from = copyOf(MESOS.log);
      const before = fingerprintOf(from);
      const place = { backend, path: join(newFolder(), 'new') };
      const there = ['--backend', backend, '--path', place.path];
      const first = await run('import', '--from', from, ...there);
      expect(first).toMatchObject({ exitCode: 0, stderr: '' });
      expect(first.stdout).toMatch(
        /registry of position \d+ \(515 bytes, \d+ admitted\) imported into/,
      );
      expect(fingerprintOf(from)).toEqual(before);
      expect(Buffer.from(await stored(place)).equals(BYTES)).toBe(true);
      // It is the same for whoever looks at it.
      const json = async (...argv: readonly string[]) =>
        JSON.parse((await run(...argv)).stdout) as unknown;
      const shown = await json('show', ...there, '--json');
      expect(shown).toEqual(await json('show', '--path', copyOf(MESOS.log), '--json'));
      const out = join(newFolder(), 'registry.bin');
      expect((await run('export', ...there, '--out', out)).exitCode).toBe(0);
      expect(readFileSync(out).equals(BYTES)).toBe(true);
    },
  );

  test('does not replace a registry, unless it is told to', async () => {
    const path = join(newFolder(), 'new');
    const { storage, close } = await openStorage({ backend: 'leveldb', path });
    const state = new State(storage);
    const mine = Registry.encode({
      ...Registry.decode(new Uint8Array()),
      weights: [{ info: { role: 'r', weight: 1 } }],
    });
    await state.store((await state.fetch('registry')).mutate(mine));
    await close();
    const there = ['import', '--from', copyOf(MESOS.log), '--backend', 'leveldb', '--path', path];
    const refused = await run(...there, '--json');
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'CLI_REGISTRY_EXISTS' } });
    expect(Buffer.from(await stored({ backend: 'leveldb', path })).equals(mine)).toBe(true);
    const forced = await run(...there, '--force', '--json');
    expect(JSON.parse(forced.stdout)).toMatchObject({ sizeBytes: 515, verified: true });
    expect(Buffer.from(await stored({ backend: 'leveldb', path })).equals(BYTES)).toBe(true);
  });

  test('of a log without a registry fails, and makes nothing', async () => {
    const from = join(newFolder(), 'log');
    await runCli(['log', 'initialize', '--path', from]);
    const path = join(newFolder(), 'new');
    const result = await run(
      'import',
      '--from',
      from,
      '--backend',
      'leveldb',
      '--path',
      path,
      '--json',
    );
    expect(JSON.parse(result.stdout)).toMatchObject({ error: { code: 'CLI_REGISTRY_MISSING' } });
    expect(existsSync(path)).toBe(false);
    expect((await run('import', '--backend', 'leveldb', '--path', path)).exitCode).toBe(2);
  });
});

describe('a backend', () => {
  test('of an unknown name is refused with those that are known', async () => {
    const { exitCode, stdout } = await run('show', '--backend', 'etcd', '--path', 'x', '--json');
    expect(exitCode).toBe(2);
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
    expect(error.code).toBe('CLI_BACKEND_UNKNOWN');
    for (const name of BACKENDS) expect(error.message).toContain(name);
    await expect(openStorage({ backend: 'log_storage' })).rejects.toMatchObject({
      code: 'CLI_BACKEND_UNKNOWN',
    });
  });

  test('in memory is for programs: a command has nothing to see there', async () => {
    for (const argv of [['show'], ['export'], ['watch'], ['import', '--from', MESOS.log]]) {
      const { exitCode, stdout } = await run(...argv, '--backend', 'in_memory', '--json');
      expect(exitCode).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CLI_BACKEND_UNSUITABLE' } });
    }
    expect(await stored({ backend: 'in_memory' })).toEqual(new Uint8Array());
  });

  test('without what it needs is refused', async () => {
    const { exitCode, stdout } = await run('show', '--backend', 'zookeeper', '--json');
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CLI_BACKEND_OPTION_MISSING' } });
    await expect(openStorage({ backend: 'leveldb' })).rejects.toMatchObject({
      code: 'CLI_BACKEND_OPTION_MISSING',
    });
    expect((await run('show', '--backend', 'leveldb')).exitCode).toBe(2);
  });

  test('that keeps one version has no history to export, and one that is locked no watch', async () => {
    const path = copyOf(join(FIXTURES, 'registry-leveldb/db'));
    const before = fingerprintOf(path);
    const there = ['--backend', 'leveldb', '--path', path, '--json'];
    for (const argv of [['export', '--position', '1'], ['watch']]) {
      const { stdout } = await run(...argv, ...there);
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CLI_BACKEND_UNSUITABLE' } });
    }
    expect((await run('show', ...there)).exitCode).toBe(0);
    expect(fingerprintOf(path)).toEqual(before);
  });
});
