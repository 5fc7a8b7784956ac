import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { LogClient } from '@quorate/log/http';
import { newFolder, removeFolders } from './support/folders.ts';
import { readJsonLines, runCli } from './support/run-cli.ts';
import { freeAddresses, killReplicas, ReplicaProgram } from './support/run-replica.ts';

afterEach(async () => {
  await killReplicas();
  removeFolders();
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function append(address: string, entry: Uint8Array): Promise<number> {
  const client = new LogClient({ replicas: [address], timeoutMs: 60_000 });
  try {
    return await client.append(entry);
  } finally {
    client.close();
  }
}

/** The options of a group of one. */
async function alone(): Promise<{ readonly address: string; readonly argv: readonly string[] }> {
  const [address = ''] = await freeAddresses(1);
  const argv = ['--path', join(newFolder(), 'log'), '--quorum', '1', '--listen', address];
  return { address, argv: [...argv, '--peers', address] };
}

describe('quorate log replica', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'initialises itself, takes appends, and keeps them when it is stopped by %s',
    async (signal) => {
      const { address, argv } = await alone();
      const replica = new ReplicaProgram(argv);
      await replica.until('votes');
      expect(await append(address, bytes('hello'))).toBe(1);
      replica.signal(signal);
      expect(await replica.ended).toEqual({ exitCode: 0, stderr: '' });
      expect(replica.lastEvent).toMatchObject({ event: 'stopped', signal });
      const records = await readJsonLines(['log', 'read', '--path', argv[1] ?? '']);
      expect(records).toContainEqual(
        expect.objectContaining({ position: 1, bytes: Buffer.from('hello').toString('base64') }),
      );
    },
  );

  test('takes what flags leave out from a file', async () => {
    const { address, argv } = await alone();
    const file = join(newFolder(), 'replica.json');
    const config = { quorum: 3, listen: address, peers: [address], autoInitialize: false };
    writeFileSync(file, JSON.stringify({ ...config, path: argv[1] }));
    // The file asks for a quorum of 3, the flag overrides it; and nobody initialises the directory.
    const replica = new ReplicaProgram(['--config', file, '--quorum', '1']);
    await replica.until('recovery-waiting');
    expect(replica.lastEvent).toMatchObject({ status: 'EMPTY', counts: { empty: 1 } });
    replica.signal('SIGTERM');
    expect((await replica.ended).exitCode).toBe(0);
  });

  test('that has lost its directory does not take a named group for a new one', async () => {
    const { argv } = await alone();
    const named = [...argv, '--cluster-id', 'east'];
    const replica = new ReplicaProgram(named);
    await replica.until('votes');
    replica.signal('SIGTERM');
    await replica.ended;
    rmSync(argv[1] ?? '', { recursive: true });
    const again = new ReplicaProgram(named);
    await again.until('recovery-waiting', { diagnosis: 'initialised-before' });
    again.signal('SIGTERM');
    expect((await again.ended).exitCode).toBe(0);
    const stranger = new ReplicaProgram([...argv, '--cluster-id', 'west']);
    expect(await stranger.ended).toMatchObject({
      stderr: expect.stringContaining('REPLICA_CLUSTER_MISMATCH'),
    });
  });

  test('ends with exit code 7 and the reason when its disk fails a write', async () => {
    const { address, argv } = await alone();
    // In blocks of 512 bytes or of a kilobyte: the small records fit into a file, the entry does not.
    const replica = new ReplicaProgram(argv, 'ulimit -f 64');
    await replica.until('votes');
    await append(address, bytes('small'));
    await expect(append(address, new Uint8Array(500_000))).rejects.toMatchObject({
      outcome: 'unknown',
    });
    const { exitCode, stderr } = await replica.ended;
    expect([exitCode, stderr]).toEqual([7, expect.stringContaining('error STORAGE_FAILED: ')]);
    // On a sound disk it goes on with what it had acknowledged.
    const again = new ReplicaProgram(argv);
    await again.until('votes');
    const client = new LogClient({ replicas: [address], timeoutMs: 60_000 });
    await client.append(bytes('later'));
    const { entries } = await client.read();
    client.close();
    const texts = entries.map(({ data }) => Buffer.from(data, 'base64').toString());
    expect([texts[0], texts.at(-1)]).toEqual(['small', 'later']);
  });
});

describe('a replica that cannot be started as it is told ends with', () => {
  const SELF = ['--advertise', '127.0.0.1:1'];
  const GROUP = '127.0.0.1:1,127.0.0.1:2,127.0.0.1:3';
  test.each([
    ['no options', [], 'CLI_USAGE: --path, --quorum, --listen, --peers must be given'],
    [
      'a quorum of 1 among 3',
      ['--quorum', '1', '--peers', GROUP],
      'LOG_MEMBERS_INVALID: 3 members',
    ],
    ['a list without it', ['--peers', '127.0.0.1:2,127.0.0.1:3'], 'do not include this replica'],
    ['a member twice', ['--peers', `${GROUP},127.0.0.1:3`], 'is listed twice'],
    ['an address for everybody', ['--listen', '0.0.0.0:0'], 'TRANSPORT_INSECURE'],
    ['a file that is none', ['--config', '/nowhere'], 'CLI_FILE_MISSING: /nowhere does not exist'],
  ])('%s: exit code 2, or 1 for the file', async (what, more, message) => {
    const defaults = ['--path', join(newFolder(), 'log'), '--quorum', '2', '--peers', GROUP];
    const all = [...defaults, '--listen', '127.0.0.1:0', ...SELF, ...more];
    const { exitCode, stderr } = await runCli(['log', 'replica', ...(more.length > 0 ? all : [])]);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(what === 'a file that is none' ? 1 : 2);
  });

  test.each([
    ['{', 'it is no JSON'],
    ['[]', 'it is no JSON object'],
    ['{"quorm":2}', 'there is no key "quorm"; there are path, quorum'],
    ['{"quorum":0}', 'quorum is 0. Expected an integer from 1.'],
    ['{"listen":"here"}', 'listen is "here". Expected host:port'],
    ['{"peers":"a:1"}', 'peers is "a:1". Expected a list of texts.'],
    ['{"recovery":"none"}', "Expected 'safe' or 'mesos'."],
    ['{"insecure":"yes"}', 'Expected true or false.'],
  ])('the file %s', async (text, message) => {
    const file = join(newFolder(), 'replica.json');
    writeFileSync(file, text);
    const { exitCode, stderr } = await runCli(['log', 'replica', '--config', file]);
    expect(stderr).toContain(`error CLI_CONFIG_INVALID: ${file}: `);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});

describe('quorate log status of a running group', () => {
  test('shows each replica, and its exit code says whether a quorum votes', async () => {
    const { address, argv } = await alone();
    const replica = new ReplicaProgram(argv);
    await replica.until('votes');
    await append(address, bytes('hello'));
    const table = await runCli(['log', 'status', '--peers', address]);
    expect(table.stdout).toBe(
      [
        'replica                         status  promised  begin  end  holes  lag',
        `log-replica(1)@${address.padEnd(15)}  VOTING         1      0    1      0    0`,
        '1 of 1 replicas vote, a quorum is 1',
        '',
      ].join('\n'),
    );
    expect(table.exitCode).toBe(0);
    const [json] = await readJsonLines(['log', 'status', '--peers', address]);
    expect(json).toMatchObject({
      replicas: [{ replica: `log-replica(1)@${address}`, status: 'VOTING', end: 1, lag: 0 }],
      quorum: 1,
      voting: 1,
      serving: true,
    });
  });

  test('says who does not answer, and ends with 4 when too few vote', async () => {
    const [one = '', two = ''] = await freeAddresses(2);
    const { exitCode, stdout } = await runCli(['log', 'status', '--peers', `${one},${two}`]);
    expect(exitCode).toBe(4);
    expect(stdout).toContain(`${one}  LOG_UNREACHABLE`);
    expect(stdout).toContain('0 of 2 replicas vote, the quorum is not known');
  });

  test('takes a directory or a group, not both', async () => {
    const argv = ['log', 'status', '--path', 'x', '--peers', '127.0.0.1:1'];
    const { exitCode, stderr } = await runCli(argv);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('only one of --path and --peers'),
    ]);
  });
});
