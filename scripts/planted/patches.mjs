// The planted bugs: unified diffs in this folder, each with what it breaks in front.

import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../lib/packages.mjs';

const PATCHES = join(root, 'scripts', 'planted');

/**
 * @typedef {{ name: string, path: string, breaks: string, invariants: string[],
 *   search: 'seeds' | 'model', system: string, recovery: string | undefined, profiles: string[] | undefined,
 *   far: boolean }} PlantedBug
 */

/**
 * All planted bugs, in the order of their numbers. In front of a diff stand lines with `#`: what it
 * breaks; then `Falls:` with the invariants that may fall, `System:` with what has to be run, if it is
 * not the log, `Recovery:` when only one mode of recovery
 * can show it, `Profiles:` when only some can, `Search: model` when the exhaustive model is to find it
 * and not the simulator, and `Far: yes` when it takes long to find.
 * @returns {PlantedBug[]}
 */
export function plantedBugs() {
  return readdirSync(PATCHES)
    .filter((file) => file.endsWith('.patch'))
    .sort()
    .map((file) => bugOf(join(PATCHES, file)));
}

function bugOf(path) {
  const text = readFileSync(path, 'utf8');
  const lines = text.slice(0, text.indexOf('--- ')).split('\n');
  const comment = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
  const field = (name) =>
    comment
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2)
      .split(', ');
  const name = basename(path, '.patch');
  const [breaks] = comment;
  const invariants = field('Falls');
  if (!breaks || !invariants)
    throw new Error(`${path} does not say what it breaks, and what falls`);
  const [recovery] = field('Recovery') ?? [];
  const far = field('Far') !== undefined;
  const [search = 'seeds'] = field('Search') ?? [];
  const [system = 'log'] = field('System') ?? [];
  const profiles = field('Profiles');
  return { name, path, breaks, invariants, search, system, recovery, profiles, far };
}
