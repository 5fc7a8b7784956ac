import { afterEach, describe, expect, test } from '@jest/globals';
import { memoryDisk, memoryStorage, toPosition } from '@quorate/log';
import type { MemoryDisk, Storage } from '@quorate/log';
import { LogClient, serveReplica } from '@quorate/log/http';
import type { ReplicaServer } from '@quorate/log/http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { FailingStorage } from '../support/failing-storage.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (entries: readonly { readonly data: string }[]): readonly string[] =>
  entries.map(({ data }) => Buffer.from(data, 'base64').toString());

const closing: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0).toReversed()) await each.close();
});

/** Ports that nobody has at the moment: members have to know theirs beforehand. */
async function freeAddresses(count: number): Promise<readonly string[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const addresses = servers.map((server) => `127.0.0.1:${(server.address() as AddressInfo).port}`);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return addresses;
}

async function serve(
  address: string,
  members: readonly string[],
  storage: Storage = memoryStorage(),
): Promise<ReplicaServer> {
  const [host = '', port] = address.split(':');
  const server = await serveReplica({
    transport: { listen: { host, port: Number(port) } },
    storage,
    members,
    quorum: Math.floor(members.length / 2) + 1,
    autoInitialize: true,
  });
  closing.push(server);
  return server;
}

async function group(disks: readonly MemoryDisk[]): Promise<readonly ReplicaServer[]> {
  const members = await freeAddresses(disks.length);
  const servers = await Promise.all(
    members.map((address, index) => {
      const disk = disks[index];
      return serve(address, members, memoryStorage(disk ? { disk } : {}));
    }),
  );
  for (const { log } of servers) await log.recovered;
  return servers;
}

function clientOf(servers: readonly ReplicaServer[], timeoutMs = 60_000): LogClient {
  const client = new LogClient({ replicas: servers.map(({ address }) => address), timeoutMs });
  closing.push(client);
  return client;
}

async function get(address: string, path: string): Promise<readonly [number, string]> {
  const response = await fetch(`http://${address}${path}`);
  return [response.status, await response.text()];
}

describe('three replicas that are served', () => {
  test('take appends and truncations of clients, and give them what they hold', async () => {
    const servers = await group([memoryDisk(), memoryDisk(), memoryDisk()]);
    const client = clientOf(servers);
    const positions: number[] = [];
    for (const text of ['one', 'two', 'three']) positions.push(await client.append(bytes(text)));
    expect(positions).toEqual([1, 2, 3]);
    const page = await client.read();
    expect([texts(page.entries), page.next]).toEqual([['one', 'two', 'three'], 4]);
    expect(await client.truncate(toPosition(3))).toBe(4);
    expect(texts((await client.read()).entries)).toEqual(['three']);
    await expect(client.read(toPosition(1))).rejects.toMatchObject({ code: 'READ_TRUNCATED' });
    expect(await client.read(toPosition(5))).toMatchObject({ entries: [], next: 5, begin: 3 });
  });

  test('say what they are, and one that is down says nothing', async () => {
    const servers = await group([memoryDisk(), memoryDisk(), memoryDisk()]);
    const client = clientOf(servers);
    await client.append(bytes('one'));
    await servers[2]?.close();
    const [first, , third] = await client.status();
    expect(first).toMatchObject({
      status: {
        replica: `log-replica(1)@${servers[0]?.address}`,
        status: 'voting',
        votes: true,
        end: 1,
        missing: 0,
        quorum: 2,
        clusterSize: 3,
        recovery: 'safe',
      },
    });
    expect(third).toMatchObject({ error: { code: 'LOG_UNREACHABLE' } });
  });

  test('are asked one after the other when the first is down', async () => {
    const servers = await group([memoryDisk(), memoryDisk(), memoryDisk()]);
    await clientOf(servers).append(bytes('one'));
    await servers[0]?.close();
    const client = clientOf(servers);
    expect(await client.append(bytes('two'))).toBeGreaterThan(1);
    expect(texts((await client.read()).entries)).toEqual(['one', 'two']);
  });

  test('tell the outcome of a write that no quorum answers: not written before, unknown after it was sent', async () => {
    const servers = await group([memoryDisk(), memoryDisk(), memoryDisk()]);
    const [first] = servers;
    if (!first) throw new Error('no server');
    const client = clientOf([first], 300);
    await clientOf([first]).append(bytes('one'));
    for (const server of servers.slice(1)) await server.close();
    await expect(client.append(bytes('two'))).rejects.toMatchObject({
      code: 'WRITE_TIMEOUT',
      outcome: 'unknown',
    });
    await expect(client.append(bytes('three'))).rejects.toMatchObject({
      code: 'WRITE_TIMEOUT',
      outcome: 'definite',
    });
  });

  test('refuse what makes no sense, and what is no request of theirs', async () => {
    const servers = await group([memoryDisk()]);
    const [{ address }] = servers as readonly [ReplicaServer];
    const client = clientOf(servers);
    await expect(client.append(new Uint8Array(2 * 1024 * 1024))).rejects.toMatchObject({
      code: 'ENTRY_TOO_LARGE',
      outcome: 'definite',
    });
    await expect(client.truncate(toPosition(99))).rejects.toMatchObject({
      code: 'POSITION_INVALID',
    });
    expect((await get(address, '/log/append'))[0]).toBe(405);
    expect((await get(address, '/log/entries?from=x'))[0]).toBe(400);
    expect((await get(address, '/log/entries?timeoutMs=0'))[0]).toBe(400);
    expect((await fetch(`http://${address}/log/truncate`, { method: 'POST' })).status).toBe(400);
  });
});

describe('a replica that is served', () => {
  test('is ready when it votes, and shows its metrics and processes', async () => {
    const members = await freeAddresses(3);
    const [first = '', ...others] = members;
    await serve(first, members);
    expect((await get(first, '/livez'))[0]).toBe(200);
    expect(await get(first, '/readyz')).toEqual([503, expect.stringContaining('does not vote')]);
    expect(await get(first, '/log/entries')).toEqual([
      503,
      expect.stringContaining('REPLICA_NOT_VOTING'),
    ]);
    const servers = await Promise.all(others.map((address) => serve(address, members)));
    for (const { log } of servers) await log.recovered;
    await clientOf(servers).append(bytes('one'));
    expect((await get(others[0] ?? '', '/readyz'))[0]).toBe(200);
    expect((await get(others[0] ?? '', '/metrics'))[1]).toMatch(/^log_recovered 1$/m);
    expect((await get(others[0] ?? '', '/metrics'))[1]).toMatch(/^log_ensemble_size 3$/m);
    expect((await get(others[0] ?? '', '/processes'))[1]).toContain('ReplicaProcess');
  });

  test('goes on answering when its disk fails, and is not ready', async () => {
    const storage = new FailingStorage();
    const [address = ''] = await freeAddresses(1);
    const server = await serve(address, [address], storage);
    const client = clientOf([server]);
    await client.append(bytes('one'));
    storage.failFromNowOn();
    await expect(client.append(bytes('two'))).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      outcome: 'unknown',
    });
    expect(await server.failed).toMatchObject({ code: 'STORAGE_FAILED' });
    expect((await get(address, '/livez'))[0]).toBe(200);
    expect(await get(address, '/readyz')).toEqual([503, expect.stringContaining('failed')]);
  });

  test('says that it has failed when the group refuses its directory, a backup', async () => {
    const disks = [memoryDisk(), memoryDisk(), memoryDisk()];
    const servers = await group(disks);
    const [third] = servers.slice(2);
    const members = servers.map(({ address }) => address);
    const { metadata, records } = disks[2] ?? memoryDisk();
    const backup = Object.assign(memoryDisk(), { metadata, records: new Map(records) });
    await third?.close();
    const again = await serve(
      members[2] ?? '',
      members,
      memoryStorage(disks[2] ? { disk: disks[2] } : {}),
    );
    await again.log.recovered;
    await again.close();
    const restored = await serve(members[2] ?? '', members, memoryStorage({ disk: backup }));
    expect((await restored.failed).code).toBe('REPLICA_OUTDATED');
    const ready = await fetch(`http://${restored.address}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([
      503,
      expect.stringContaining('is a backup or a copy'),
    ]);
  });

  test('does not let messages to any other process in', async () => {
    const [address = ''] = await freeAddresses(1);
    await serve(address, [address]);
    const headers = { 'Libprocess-From': 'x@127.0.0.1:9' };
    const post = async (id: string): Promise<number> =>
      (await fetch(`http://${address}/${id}/x`, { method: 'POST', headers })).status;
    expect(await post('log-replica(1)')).toBe(202);
    expect(await post('log-network(1)')).toBe(404);
  });

  test('leaves nothing open when it cannot start', async () => {
    const [address = '', other = ''] = await freeAddresses(2);
    await expect(serve(address, [other])).rejects.toMatchObject({ code: 'LOG_MEMBERS_INVALID' });
    await serve(address, [address]);
  });
});
