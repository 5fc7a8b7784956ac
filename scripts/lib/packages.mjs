// What the workspace consists of, read from the manifests.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * One importable path of a package.
 * @typedef {{ specifier: string, source: string }} Entry
 */

/** @returns {Entry[]} */
function entriesOf(path, manifest) {
  return Object.entries(manifest.exports ?? {})
    .filter(([, target]) => target?.['@quorate/source'] !== undefined)
    .map(([subpath, target]) => ({
      specifier: manifest.name + subpath.slice(1),
      source: join(path, target['@quorate/source']),
    }));
}

/**
 * Every package under packages/, in alphabetical order.
 * @returns {{ folder: string, path: string, name: string, manifest: any, entries: Entry[] }[]}
 */
export function workspacePackages() {
  return readdirSync(join(root, 'packages'))
    .map((folder) => ({ folder, path: join(root, 'packages', folder) }))
    .filter(({ path }) => existsSync(join(path, 'package.json')))
    .map(({ folder, path }) => {
      const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      return { folder, path, name: manifest.name, manifest, entries: entriesOf(path, manifest) };
    });
}

/** The script that a dependency offers as its command, to run with node and without a shell. */
export function binPath(dependency, command = dependency) {
  const folder = join(root, 'node_modules', dependency);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
