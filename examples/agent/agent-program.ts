// The agent's program; examples/agent.ts starts it.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FileSystem } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { UpdateOperationStatusMessage } from '@quorate/messages';
import { Runtime } from '@quorate/process';
import { parseResources, ResourceCheckpointer } from '@quorate/resources';
import {
  fileStreamStorage,
  JOURNAL_DIRECTORY_NAME,
  journalStreamStorage,
  operationUpdates,
  operationUpdatesPath,
  StatusUpdateManager,
} from '@quorate/status-updates';
import type { StreamStorage } from '@quorate/status-updates';
import { AgentOperations } from './agent-operations.ts';
import { AgentProcess } from './agent-process.ts';
import { isDurability } from './durability.ts';
import type { Durability } from './durability.ts';
import { IpcTransport } from './ipc-transport.ts';
import { AGENT, AGENT_ADDRESS, AGENT_RESOURCES, MASTER, MASTER_ADDRESS } from './messages.ts';
import { agentDirectory } from './work-directory.ts';

/** Short, so that an update that got lost does not keep the story waiting. */
const RETRY_MS_MIN = 50;
const RETRY_MS_MAX = 400;
/** Small, so that the journal begins a new cycle many times in a run. */
const JOURNAL_SIZE_BYTES_MAX = 8 * 1024;

const { values: options } = parseArgs({
  options: { dir: { type: 'string' }, durability: { type: 'string', default: 'journal' } },
});

function main(workDirectory: string, durability: Durability): void {
  const transport = new IpcTransport(AGENT_ADDRESS, MASTER_ADDRESS);
  const runtime = new Runtime({ transport });
  transport.attach(process);
  // Without its master it has nothing to do.
  process.once('disconnect', () => process.exit());

  const fileSystem = nodeFileSystem();
  const directory = agentDirectory(workDirectory);
  const resources = new ResourceCheckpointer({
    ...{ runtime, fileSystem, workDirectory, resources: parseResources(AGENT_RESOURCES) },
  });
  const updates = new StatusUpdateManager({
    runtime,
    format: operationUpdates,
    storage: streamStorage(fileSystem, directory, durability),
    pathOf: (uuid) => operationUpdatesPath(directory, uuid),
    forward: (update) => runtime.send(MASTER, UpdateOperationStatusMessage, update, AGENT),
    retryMsMin: RETRY_MS_MIN,
    retryMsMax: RETRY_MS_MAX,
  });
  updates.pause(); // until the agent has registered
  const operations = new AgentOperations({
    ...{ runtime, fileSystem, resources, updates, directory: join(directory, 'operations') },
  });
  runtime.spawn(new AgentProcess({ operations, resources, updates, onEnd: end }));
}

function streamStorage(
  fileSystem: FileSystem,
  directory: string,
  durability: Durability,
): StreamStorage {
  if (durability === 'per-stream') return fileStreamStorage({ fileSystem });
  const path = join(directory, JOURNAL_DIRECTORY_NAME);
  return journalStreamStorage({ fileSystem, path, sizeBytesMax: JOURNAL_SIZE_BYTES_MAX });
}

function end(failure?: Error): void {
  if (failure) console.error(failure);
  process.exit(failure ? 1 : 0);
}

const { dir, durability } = options;
if (dir === undefined || !isDurability(durability) || !process.send) {
  console.error('to be started by examples/agent.ts, with --dir and --durability');
  process.exitCode = 2;
} else {
  main(dir, durability);
}
