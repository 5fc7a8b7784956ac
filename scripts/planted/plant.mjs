// A copy of the sources with a bug in it, bundled for Node.

import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProgram } from '../lib/bundle-program.mjs';
import { root, workspacePackages } from '../lib/packages.mjs';
import { expectSuccess } from '../lib/run.mjs';

/** The ways to look for a bug, and where they are. */
const SEARCHES = {
  seeds: join('scripts', 'planted', 'seeds.mjs'),
  model: join('packages', 'log', 'test', 'model'),
};
const ENTRIES = { seeds: SEARCHES.seeds, model: join(SEARCHES.model, 'explore-recovery.ts') };

/** Copies the sources of the packages; what is installed is linked, our packages to their copies. */
export function copySources(copy) {
  mkdirSync(join(copy, 'node_modules', '@quorate'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '@quorate' || name === 'quorate') continue;
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  for (const { folder, path, name } of workspacePackages()) {
    const target = join(copy, 'packages', folder);
    for (const part of ['package.json', 'src']) {
      if (!existsSync(join(path, part))) continue;
      cpSync(join(path, part), join(target, part), { recursive: true });
    }
    symlinkSync(target, join(copy, 'node_modules', name));
  }
  for (const path of Object.values(SEARCHES))
    cpSync(join(root, path), join(copy, path), { recursive: true });
}

/** Applies a patch to a copy. Fails if it does not fit any more. */
export async function plant(copy, path) {
  await expectSuccess('git', ['apply', '--whitespace=nowarn', path], { cwd: copy });
}

/** Takes a patch out of a copy again. */
export async function uproot(copy, path) {
  await expectSuccess('git', ['apply', '--whitespace=nowarn', '--reverse', path], { cwd: copy });
}

/**
 * Bundles a search, `seeds` or `model`, with the sources of a copy.
 * @returns {Promise<string>} the path of the bundle
 */
export function bundleSearch(copy, name, search) {
  return bundleProgram({
    absWorkingDir: copy,
    entryPoints: [join(copy, ENTRIES[search])],
    outfile: join(copy, 'bundles', `${name}.cjs`),
    // Native code; no run opens a real database.
    external: ['classic-level'],
  });
}
