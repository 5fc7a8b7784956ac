import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Registry } from '@quorate/messages';
import { Completer, Runtime } from '@quorate/process';
import { admitAgent, Registrar } from '@quorate/registrar';
import { State } from '@quorate/state';
import { main, openStorage } from 'quorate';
import type { CliOutput } from 'quorate';
import { freePort } from '../../../testing/ports.ts';
import { describeWithServer } from '../../../testing/describe-with-server.ts';
import { ZooKeeperServer } from '../../../testing/zookeeper-server.ts';
import { copyOf, newFolder, removeFolders } from './support/folders.ts';
import { runCli } from './support/run-cli.ts';

/** A log as a Mesos master leaves it, and the bytes of the registry in it. */
const FIXTURE = join(__dirname, '../../state/test/fixtures/registry-log');
const LOG = join(FIXTURE, 'db');
const BYTES = readFileSync(join(FIXTURE, 'registry.bin'));

const AGENT = { id: { value: 'added' }, hostname: 'h', resources: [], attributes: [] };
const MASTER = { id: 'next', ip: 0, port: 5050, capabilities: [] };

afterEach(removeFolders);

describeWithServer('a registry in ZooKeeper, from the command line', () => {
  let server: ZooKeeperServer;

  beforeAll(async () => {
    server = await ZooKeeperServer.start();
  });
  afterAll(async () => {
    await server.destroy();
  });

  const place = (znode: string) => ({
    backend: 'zookeeper',
    servers: `zk://${server.address}/${znode}`,
  });
  const at = (znode: string) => ['--backend', 'zookeeper', '--servers', place(znode).servers];

  async function importInto(znode: string): Promise<void> {
    const argv = ['import', '--from', copyOf(LOG), ...at(znode), '--json'];
    const { exitCode, stdout } = await runCli(['registry', ...argv]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ sizeBytes: BYTES.length, verified: true });
  }

  test('is imported, shown and exported byte for byte', async () => {
    await importInto('whole');
    const out = join(newFolder(), 'registry.bin');
    expect(await runCli(['registry', 'export', ...at('whole'), '--out', out])).toMatchObject({
      exitCode: 0,
      stderr: `${BYTES.length} bytes written\n`,
    });
    expect(readFileSync(out).equals(BYTES)).toBe(true);
    const json = async (...argv: readonly string[]) =>
      JSON.parse((await runCli(['registry', ...argv, '--json'])).stdout) as unknown;
    const inLog = await json('show', '--path', copyOf(LOG));
    expect(await json('show', ...at('whole'))).toEqual(inLog);
    expect(await json('export', ...at('whole'))).toEqual(inLog);
  });

  test('is kept unless its replacement is forced, and missing where there is none', async () => {
    await importInto('kept');
    const again = ['registry', 'import', '--from', copyOf(LOG), ...at('kept'), '--json'];
    const refused = await runCli(again);
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'CLI_REGISTRY_EXISTS' } });
    expect((await runCli([...again, '--force'])).exitCode).toBe(0);
    const missing = await runCli(['registry', 'export', ...at('nowhere'), '--json']);
    expect(missing.exitCode).toBe(1);
    expect(JSON.parse(missing.stdout)).toMatchObject({ error: { code: 'CLI_REGISTRY_MISSING' } });
    const shown = await runCli(['registry', 'show', ...at('nowhere'), '--json']);
    expect(shown).toMatchObject({ exitCode: 0, stdout: '{}\n' });
  });

  test('is watched: what is there, and then what another stores', async () => {
    await importInto('watched');
    const lines: string[] = [];
    const first = new Completer<void>();
    const stdout: CliOutput = {
      isTTY: false,
      columns: undefined,
      write: (text) => {
        lines.push(text);
        first.set();
        return Promise.resolve();
      },
    };
    const argv = ['registry', 'watch', ...at('watched'), '--count', '2', '--json'];
    const watching = main(argv, { stdout, stderr: stdout, env: {} });
    await first.future;
    const { storage, close } = await openStorage(place('watched'));
    const state = new State(storage);
    const variable = await state.fetch('registry');
    const before = Registry.decode(variable.value);
    const weights = [{ info: { role: 'watched', weight: 2 } }];
    await state.store(variable.mutate(Registry.encode({ ...before, weights })));
    expect(await watching).toBe(0);
    const [there, changed, ...more] = lines.map((line) => JSON.parse(line) as Watched);
    expect(more).toEqual([]);
    expect(there?.sizeBytes).toBe(BYTES.length);
    expect(changed?.sizeBytes).toBe((await state.fetch('registry')).sizeBytes);
    expect(JSON.stringify(changed?.differences)).toContain('weights');
    await close();
  });

  test('that was imported is what the next master recovers', async () => {
    await importInto('recovered');
    const { storage, close } = await openStorage(place('recovered'));
    await using runtime = new Runtime();
    const registrar = new Registrar(new State(storage), { runtime });
    const recovered = await registrar.recover(MASTER);
    expect(recovered.slaves).toEqual(Registry.decode(BYTES).slaves);
    expect(await registrar.apply(admitAgent(AGENT))).toBe(true);
    await registrar.close();
    await close();
    const { stdout } = await runCli(['registry', 'show', ...at('recovered'), '--json']);
    expect(stdout).toContain('"added"');
  });
});

interface Watched {
  readonly sizeBytes: number;
  readonly differences: unknown;
}

test('where no server answers each command ends with CLI_BACKEND_UNREACHABLE, in time', async () => {
  const servers = `zk://me:a:secret@word@127.0.0.1:${await freePort()}/state`;
  for (const argv of [['show'], ['export'], ['watch'], ['import', '--from', copyOf(LOG)]]) {
    const there = ['--backend', 'zookeeper', '--servers', servers, '--timeout', '0.2', '--json'];
    const { exitCode, stdout } = await runCli(['registry', ...argv, ...there]);
    expect(exitCode).toBe(1);
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
    expect(error.code).toBe('CLI_BACKEND_UNREACHABLE');
    expect(error.message).toContain('within 0.2 s');
    expect(error.message).toContain('me:***@127.0.0.1');
    expect(error.message).not.toMatch(/secret|word/);
  }
});

test('servers that are no URL of ZooKeeper are a mistake of the command line', async () => {
  for (const servers of ['http://localhost/x', 'zk://', 'zk://127.0.0.1:99999/x']) {
    const argv = ['show', '--backend', 'zookeeper', '--servers', servers, '--json'];
    const { exitCode, stdout } = await runCli(['registry', ...argv]);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'ZOOKEEPER_URL_INVALID' } });
  }
});
