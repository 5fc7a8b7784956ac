import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resources } from '@quorate/resources';
import { ROLE, volumeId } from './changes.ts';
import { Contradiction } from './ledger.ts';

/** A framework's file in its volume. */
const MARKER = 'marker';

/**
 * What frameworks keep in the volumes of an agent. A volume that is lost and made again, or
 * destroyed and still there, shows by what it holds.
 */
export class Volumes {
  readonly #folder: string;
  /** What was written into each volume that exists. */
  readonly #markers = new Map<string, string>();

  /** @param workDirectory of the agent */
  constructor(workDirectory: string) {
    this.#folder = join(workDirectory, 'volumes', 'roles', ROLE);
  }

  /** A volume was made: it is empty, and gets its marker. */
  created(id: string, marker: string): void {
    this.#check(id, []);
    writeFileSync(join(this.#folder, id, MARKER), marker);
    this.#markers.set(id, marker);
  }

  /** A volume was destroyed. */
  destroyed(id: string): void {
    this.#markers.delete(id);
    if (existsSync(join(this.#folder, id))) throw new Contradiction(`${id} still has a directory`);
  }

  /**
   * A volume holds what was put into it: nothing, if the update on its creation is still on its way.
   * Those of other operations may overtake it.
   */
  check(id: string): void {
    const marker = this.#markers.get(id);
    this.#check(id, marker === undefined ? [] : [MARKER]);
    if (marker === undefined) return;
    const found = readFileSync(join(this.#folder, id, MARKER), 'utf8');
    if (found !== marker) throw new Contradiction(`${id} holds ${found} instead of ${marker}`);
  }

  /** The directories are exactly the volumes of these resources, each with what was put into it. */
  checkAll(resources: Resources): void {
    const wanted = resources.persistentVolumes().toArray().map(volumeId).sort();
    const found = existsSync(this.#folder) ? readdirSync(this.#folder).sort() : [];
    if (found.join() !== wanted.join()) {
      throw new Contradiction(`there are directories of [${found}], but volumes [${wanted}]`);
    }
    for (const id of found) this.check(id);
  }

  #check(id: string, wanted: readonly string[]): void {
    const folder = join(this.#folder, id);
    if (!existsSync(folder)) throw new Contradiction(`${id} has no directory`);
    const found = readdirSync(folder);
    if (found.join() === wanted.join()) return;
    throw new Contradiction(`${id} holds [${found}] instead of [${wanted}]`);
  }
}
