#!/usr/bin/env node
// Runs a bench as its users would run the packages: bundled.
//
// Usage: scripts/bench.mjs NAME [OPTION...]     (bench/NAME.ts)

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundleProgram } from './lib/bundle-program.mjs';
import { root } from './lib/packages.mjs';

const [name, ...options] = process.argv.slice(2);
const outfile = join(root, 'node_modules', '.cache', 'bench', `${name}.cjs`);
await bundleProgram({
  entryPoints: [join(root, 'bench', `${name}.ts`)],
  outfile,
  // Native code, which no bundle can hold.
  external: ['classic-level'],
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...options], {
  stdio: 'inherit',
  cwd: root,
});
process.exitCode = status ?? 1;
