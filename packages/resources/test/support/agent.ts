import type { FileSystem } from '@quorate/checkpoint';
import { joinPath, makeDirectories } from '@quorate/checkpoint';
import { SimulatedDisk } from '@quorate/checkpoint/testing';
import type { OfferOperation } from '@quorate/messages';
import type { Future } from '@quorate/process';
import { virtualCluster } from '@quorate/process/testing';
import { ResourceCheckpointer } from '@quorate/resources';
import type { RecoveredResources, RecoverResourcesOptions, Resources } from '@quorate/resources';
import { CONFIGURED, pending, status, uuid } from './operations.ts';

const WORK = '/work';
export const META = '/work/meta/resources';
export const VOLUMES = '/work/volumes/roles/web';

/** One life of an agent's resources. */
export class Agent {
  readonly resources: ResourceCheckpointer;
  readonly #cluster = virtualCluster({ nodes: 0 });
  #operations = 0;

  constructor(fileSystem: FileSystem, configured: Resources = CONFIGURED) {
    const runtime = this.#cluster.add('agent');
    const ended = (fileSystem as { ended?: Promise<void> }).ended;
    void ended?.then(() => runtime.halt());
    this.resources = new ResourceCheckpointer({
      ...{ fileSystem, workDirectory: WORK, resources: configured, runtime },
    });
  }

  /** One that has recovered what is on the disk. */
  static async start(fileSystem: FileSystem, configured?: Resources): Promise<Agent> {
    const agent = new Agent(fileSystem, configured);
    await agent.recover();
    return agent;
  }

  /** Lets what was set in motion come to rest. */
  async answer<T>(future: Future<T>): Promise<T> {
    future.onFailed(() => undefined);
    await this.#cluster.clock.settle();
    return future;
  }

  recover(options?: RecoverResourcesOptions): Promise<RecoveredResources> {
    return this.answer(this.resources.recover(options));
  }

  /** Applies an operation, and has its outcome acknowledged. */
  async apply(info: OfferOperation, number = ++this.#operations): Promise<void> {
    await this.begin(info, number);
    await this.finish(number);
    await this.forget(number);
  }

  begin(info: OfferOperation, number: number): Promise<void> {
    return this.answer(this.resources.addOperation(pending(number, info)));
  }

  async finish(number: number): Promise<void> {
    const finished = status('OPERATION_FINISHED', 100 + number);
    await this.answer(this.resources.updateOperation(uuid(number), finished));
  }

  forget(number: number): Promise<void> {
    return this.answer(this.resources.removeOperation(uuid(number)));
  }
}

/** A disk, and an agent on it that has been told all of this. */
export async function agentAfter(
  ...operations: readonly OfferOperation[]
): Promise<{ disk: SimulatedDisk; agent: Agent }> {
  const disk = new SimulatedDisk();
  const agent = await Agent.start(disk.start());
  for (const operation of operations) await agent.apply(operation);
  return { disk, agent };
}

/** The names in a directory; none if there is no directory. */
export async function namesIn(fileSystem: FileSystem, path: string): Promise<readonly string[]> {
  if (!(await fileSystem.stat(path))) return [];
  return (await fileSystem.readDirectory(path)).map(({ name }) => name);
}

export async function putFile(
  fileSystem: FileSystem,
  directory: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  await makeDirectories(fileSystem, directory);
  const path = joinPath(directory, name);
  const file = await fileSystem.open(path, { access: 'read-write', create: 'if-missing' });
  await file.truncate(0);
  await file.write(bytes, 0);
  await file.sync();
  await file.close();
  await fileSystem.syncDirectory(directory);
}

export function readWhole(fileSystem: FileSystem, path: string): Promise<Uint8Array> {
  return fileSystem.readFile(path, 2 ** 30);
}
