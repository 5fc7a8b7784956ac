// What docs/operations.md tells operators to do, done.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newFolder, removeFolders } from './support/folders.ts';
import { readJsonLines, runCli } from './support/run-cli.ts';
import { freeAddresses, killReplicas, ReplicaProgram } from './support/run-replica.ts';

/** What `log status --json` says of a replica that answers. */
interface MemberLine {
  readonly votes?: boolean;
  readonly missing?: number;
  readonly lag?: number;
}

/** A group whose members each have a directory, wherever they are. */
class Operator {
  readonly #running = new Map<string, ReplicaProgram>();
  readonly #folder = newFolder();

  path(name: string): string {
    return join(this.#folder, name);
  }

  /** @param name whose directory it is */
  async start(
    name: string,
    address: string,
    { peers, quorum, more = [] }: { peers: readonly string[]; quorum: number; more?: string[] },
  ): Promise<void> {
    const argv = ['--path', this.path(name), '--quorum', `${quorum}`, '--listen', address];
    const replica = new ReplicaProgram([...argv, '--peers', peers.join(','), ...more]);
    this.#running.set(name, replica);
    await replica.until('started');
  }

  async stop(name: string): Promise<void> {
    const replica = this.#running.get(name);
    replica?.signal('SIGTERM');
    expect((await replica?.ended)?.exitCode).toBe(0);
  }

  /** Ready when each says that it votes, and lacks nothing if so wished. */
  async allVote(peers: readonly string[], isComplete = false): Promise<void> {
    for (;;) {
      const { stdout } = await runCli(['log', 'status', '--json', '--peers', peers.join(',')]);
      const { replicas } = JSON.parse(stdout) as { replicas: readonly MemberLine[] };
      const done = replicas.filter(
        ({ votes, missing, lag }) =>
          votes === true && (!isComplete || (missing === 0 && lag === 0)),
      );
      if (done.length === peers.length) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async append(peers: readonly string[], text: string): Promise<void> {
    const argv = ['log', 'append', '--peers', peers.join(','), '--timeout', '60', text];
    expect(await runCli(argv)).toMatchObject({ exitCode: 0, stderr: '' });
  }

  async texts(peers: readonly string[]): Promise<readonly string[]> {
    const argv = ['log', 'tail', '--peers', peers.join(','), '--no-follow'];
    const entries = (await readJsonLines(argv)) as readonly { readonly bytes: string }[];
    return entries.map(({ bytes }) => Buffer.from(bytes, 'base64').toString());
  }
}

let operator: Operator;
let addresses: readonly string[];

beforeEach(async () => {
  operator = new Operator();
  addresses = await freeAddresses(5);
});

afterEach(async () => {
  await killReplicas();
  removeFolders();
});

const at = (index: number): string => addresses[index] ?? '';

async function startGroup(size: number, quorum: number): Promise<readonly string[]> {
  const peers = addresses.slice(0, size);
  await Promise.all(
    peers.map((address, index) => operator.start(`r${index}`, address, { peers, quorum })),
  );
  await operator.allVote(peers);
  await operator.append(peers, 'first');
  return peers;
}

describe('a machine is replaced', () => {
  test('at the same address, by one with an empty directory', async () => {
    const peers = await startGroup(3, 2);
    await operator.stop('r2');
    rmSync(operator.path('r2'), { recursive: true });
    await operator.start('r2', at(2), { peers, quorum: 2 });
    await operator.allVote(peers);
    await operator.append([at(2)], 'by the new one');
    expect(await operator.texts([at(2)])).toEqual(['first', 'by the new one']);
  });

  test('at another address, by one that says whom it replaces', async () => {
    await startGroup(3, 2);
    await operator.stop('r2');
    const peers = [at(0), at(1), at(3)];
    for (const [index, address] of [at(0), at(1)].entries()) {
      await operator.stop(`r${index}`);
      await operator.start(`r${index}`, address, { peers, quorum: 2 });
    }
    await operator.allVote([at(0), at(1)]);
    const more = ['--identity', `log-replica(1)@${at(2)}`];
    await operator.start('r3', at(3), { peers, quorum: 2, more });
    await operator.allVote(peers);
    await operator.append([at(3)], 'by the new one');
    expect(await operator.texts([at(0)])).toContain('first');
    expect(await operator.texts([at(3)])).toEqual(['first', 'by the new one']);
  });
});

describe('the quorum is changed', () => {
  test('from 2 of 3 to 3 of 5', async () => {
    const three = await startGroup(3, 2);
    for (const peers of [three, addresses]) {
      for (const [index, address] of three.entries()) {
        await operator.stop(`r${index}`);
        await operator.start(`r${index}`, address, { peers, quorum: 3 });
        await operator.allVote(three);
      }
    }
    for (const index of [3, 4]) {
      await operator.start(`r${index}`, at(index), { peers: addresses, quorum: 3 });
    }
    await operator.allVote(addresses);
    await operator.append([at(4)], 'by one of five');
    expect(await operator.texts([at(4)])).toEqual(['first', 'by one of five']);
  });

  test('from 3 of 5 to 2 of 3', async () => {
    await startGroup(5, 3);
    await operator.stop('r3');
    await operator.stop('r4');
    const three = addresses.slice(0, 3);
    for (const [index, address] of three.entries()) {
      await operator.stop(`r${index}`);
      await operator.start(`r${index}`, address, { peers: three, quorum: 3 });
    }
    await operator.allVote(three);
    await operator.append(three, 'note');
    await operator.allVote(three, true);
    for (const [index, address] of three.entries()) {
      await operator.stop(`r${index}`);
      await operator.start(`r${index}`, address, { peers: three, quorum: 2 });
      await operator.allVote(three);
    }
    await operator.stop('r2');
    await operator.append(three.slice(0, 2), 'by two of three');
    expect(await operator.texts([at(0)])).toEqual(['first', 'note', 'by two of three']);
  });
});

test('a backup is read, and refused as a replica', async () => {
  const peers = await startGroup(3, 2);
  await operator.stop('r2');
  const backup = operator.path('backup');
  cpSync(operator.path('r2'), backup, { recursive: true });
  await operator.start('r2', at(2), { peers, quorum: 2 });
  await operator.allVote(peers);
  const records = await readJsonLines(['log', 'read', '--path', backup]);
  expect(records).toContainEqual(
    expect.objectContaining({ bytes: Buffer.from('first').toString('base64') }),
  );
  await operator.stop('r2');
  const argv = ['--path', backup, '--quorum', '2', '--listen', at(2), '--peers', peers.join(',')];
  const { exitCode, stderr } = await new ReplicaProgram(argv).ended;
  expect([exitCode, stderr]).toEqual([6, expect.stringContaining('REPLICA_OUTDATED')]);
});
