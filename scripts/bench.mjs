#!/usr/bin/env node
// Runs a bench as its users would run the packages: bundled, without a look-up through the exports of
// modules at each use, which costs more than what is measured.
//
// Usage: scripts/bench.mjs NAME [OPTION...]     (bench/NAME.ts)

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './lib/packages.mjs';

const [name, ...options] = process.argv.slice(2);
const outfile = join(root, 'node_modules', '.cache', 'bench', `${name}.cjs`);
await build({
  entryPoints: [join(root, 'bench', `${name}.ts`)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  conditions: ['@quorate/source'],
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...options], {
  stdio: 'inherit',
  cwd: root,
});
process.exitCode = status ?? 1;
