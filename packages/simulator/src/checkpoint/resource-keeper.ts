import type { Resource } from '@quorate/messages';
import { parseResources, ResourceCheckpointer, volumePlace } from '@quorate/resources';
import { codeOf, isDefinite, think } from './keeper.ts';
import type { Keeper, KeeperContext } from './keeper.ts';

const WORK = '/work';
const VOLUMES = ['a', 'b', 'c', 'd'];
const CONFIGURED = parseResources('cpus:4;disk:1000');

/**
 * An agent's persistent volumes: what a recovery finds is what was acknowledged last, or what was asked
 * for since, as a whole; and each volume has its directory, others have none (C4).
 */
export class ResourceKeeper implements Keeper {
  /** What may be found: sets of volumes, as text. */
  #possible: readonly string[] = [''];

  async live(context: KeeperContext): Promise<string> {
    const { fileSystem, runtime, chance } = context;
    const checkpointer = new ResourceCheckpointer({
      fileSystem,
      runtime,
      workDirectory: WORK,
      resources: CONFIGURED,
    });
    try {
      await checkpointer.recover();
      const found = volumesOf(checkpointer.checkpointed);
      if (!this.#possible.includes(found)) {
        const expected = this.#possible.map((set) => `[${set}]`).join(' or ');
        context.violate('durable-resources', `volumes [${found}] are recovered, not ${expected}`);
      }
      this.#possible = [found];
      await this.#checkDirectories(context, found);
    } catch (error) {
      return codeOf(error);
    }
    for (;;) {
      await think(context);
      const wanted = VOLUMES.filter(() => chance.permille(500));
      const set = wanted.join(' ');
      const before = this.#possible;
      this.#possible = [...before, set];
      try {
        await checkpointer.checkpoint(wanted.map(volume));
        this.#possible = [set];
        context.acknowledged(`volumes [${set}]`);
        await this.#checkDirectories(context, set);
      } catch (error) {
        if (isDefinite(error)) this.#possible = before;
        return codeOf(error);
      }
    }
  }

  async #checkDirectories({ fileSystem, violate }: KeeperContext, set: string): Promise<void> {
    const wanted = new Set(set.split(' '));
    for (const id of VOLUMES) {
      const { path } = volumePlace(WORK, volume(id));
      const isThere = (await fileSystem.stat(path)) !== undefined;
      if (isThere === wanted.has(id)) continue;
      const what = isThere ? 'is there still' : 'is missing';
      violate('finished-targets', `the volumes are [${set}], and the directory of ${id} ${what}`);
    }
  }
}

function volume(id: string): Resource {
  return {
    name: 'disk',
    type: 'SCALAR',
    scalar: { value: 10 },
    reservations: [{ type: 'DYNAMIC', role: 'web' }],
    disk: { persistence: { id }, volume: { containerPath: 'data', mode: 'RW' } },
  };
}

function volumesOf(resources: Iterable<Resource>): string {
  const ids = Array.from(resources, ({ disk }) => disk?.persistence?.id ?? 'no volume');
  return ids.sort().join(' ');
}
