// Builds packages with tsup: ES modules, CommonJS and the types of both, into each dist folder.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StepFailure, expectSuccess } from '../lib/run.mjs';
import { binPath, root } from '../lib/packages.mjs';

/** One package keeps about one and a half processors busy. */
const CONCURRENCY = 2;

/** Paths of the files that a manifest's `exports` promise. */
function promisedFiles(target) {
  if (typeof target === 'string') return [target];
  return Object.entries(target)
    .filter(([condition]) => condition !== '@quorate/source')
    .flatMap(([, nested]) => promisedFiles(nested));
}

async function bundle({ name, path, manifest }) {
  const config = join(root, 'tsup.config.mjs');
  await expectSuccess(process.execPath, [binPath('tsup'), '--config', config], { cwd: path });
  const missing = Object.values(manifest.exports)
    .flatMap(promisedFiles)
    .filter((file) => !existsSync(join(path, file)));
  if (missing.length > 0) throw new StepFailure(`${name} lacks ${missing.join(', ')}`);
}

/** Builds all packages, two at a time. */
export async function bundleAll(packages) {
  const waiting = [...packages];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await bundle(next);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return `${packages.length} packages`;
}
