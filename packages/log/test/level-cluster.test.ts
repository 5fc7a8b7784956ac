import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LogEvent } from '../src/events.ts';
import { levelStorage } from '../src/leveldb/index.ts';
import type { LogCluster } from '../src/testing/log-cluster.ts';
import { startCluster } from '../src/testing/start-cluster.ts';

let directory: string;
let cluster: LogCluster;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'quorate-log-'));
  cluster = await startCluster({
    nodes: 3,
    storage: (node, disk) => levelStorage({ path: join(directory, `${node}-${disk}`) }),
  });
});

afterEach(async () => {
  await cluster.checkAgreement();
  await cluster.close();
  rmSync(directory, { recursive: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);

async function append(number: number, texts: readonly string[]): Promise<readonly number[]> {
  const writer = cluster.node(number).log.writer();
  await cluster.elect(writer);
  const positions = [];
  for (const text of texts) positions.push(await cluster.ready(writer.append(bytes(text))));
  return positions;
}

describe('a group of replicas on LevelDB', () => {
  test('keeps what it acknowledged through a loss of power of all nodes', async () => {
    expect(await append(1, ['a', 'b', 'c'])).toEqual([1, 2, 3]);
    for (const node of cluster.nodes) await node.halt();
    for (const node of cluster.nodes) await node.openLog();
    expect(await append(2, ['d'])).toEqual([4]);
    expect(await cluster.node(2).texts(1, 4)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('takes back a node that lost its disk', async () => {
    await append(1, ['a', 'b', 'c']);
    await cluster.node(3).halt();
    cluster.node(3).wipe();
    const events: LogEvent[] = [];
    const log = await cluster.node(3).openLog({ onEvent: (event) => events.push(event) });
    await cluster.ready(log.recovered);
    expect(events.filter(({ type }) => type === 'status')).toEqual([
      { type: 'status', from: 'empty', to: 'recovering' },
      { type: 'status', from: 'recovering', to: 'voting' },
    ]);
    expect(await cluster.node(3).texts(1, 3)).toEqual(['a', 'b', 'c']);
  });
});
