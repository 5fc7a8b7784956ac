// Run by status-update-recovery.ts: `recover` or `work`, FOLDER, DURABILITY, STREAMS. Answers over the
// channel to its parent.

import { join } from 'node:path';
import { frameRecord } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import type { UpdateOperationStatusMessage } from '@quorate/messages';
import {
  fileStreamStorage,
  journalStreamStorage,
  operationUpdates,
  operationUpdatesPath,
  parseUuid,
  StatusUpdateManager,
} from '@quorate/status-updates';

function idOf(stream: number): string {
  return `00000001-0000-4000-8000-${stream.toString(16).padStart(12, '0')}`;
}

function updateOf(stream: number, number: number): UpdateOperationStatusMessage {
  const uuid = `${number.toString(16).padStart(8, '0')}-0000-4000-8000-${stream.toString(16).padStart(12, '0')}`;
  return {
    frameworkId: { value: 'framework-1' },
    slaveId: { value: 'agent-S0' },
    operationUuid: { value: parseUuid(idOf(stream)) },
    status: {
      state: 'OPERATION_PENDING',
      convertedResources: [],
      uuid: { value: parseUuid(uuid) },
    },
  };
}

export function pathOf(folder: string, stream: number): string {
  return operationUpdatesPath(folder, idOf(stream));
}

/** The file of a stream with one pending update. */
export function frameOf(stream: number): Uint8Array {
  return frameRecord(operationUpdates.encodeUpdate(updateOf(stream, 0)));
}

async function run(what: string, folder: string, durability: string, streams: number) {
  const fileSystem = nodeFileSystem();
  const startedAt = performance.now();
  const manager = new StatusUpdateManager({
    format: operationUpdates,
    forward: () => undefined,
    storage:
      durability === 'journal'
        ? journalStreamStorage({ fileSystem, path: join(folder, 'updates.journal') })
        : fileStreamStorage({ fileSystem }),
    pathOf: (id) => operationUpdatesPath(folder, id),
  });
  const numbers = Array.from({ length: streams }, (_, stream) => stream);
  if (what === 'recover') {
    // As an agent does until it is registered.
    manager.pause();
    const { streams: found } = await manager.recover(numbers.map(idOf), { strict: true });
    const ms = performance.now() - startedAt;
    if (found.size !== streams) throw new Error(`found ${found.size} of ${streams} streams`);
    process.send?.({ ms, rssMb: process.memoryUsage().rss / 2 ** 20 });
    process.exit(0);
  }
  let isFirst = true;
  const caller = async (stream: number): Promise<void> => {
    for (let number = 0; ; number++) {
      await manager.update(idOf(stream), updateOf(stream, number));
      if (isFirst) process.send?.('working');
      isFirst = false;
    }
  };
  await Promise.all(numbers.map(caller));
}

if (require.main === module) {
  const [what = '', folder = '', durability = '', streams = ''] = process.argv.slice(2);
  void run(what, folder, durability, Number(streams));
}
