#!/usr/bin/env node
// Builds the exhaustive model of recovery and runs it with the options given; what they are stands in
// packages/log/test/model/explore-recovery.ts.
//
// Usage: npm run model -- [--recovery safe|mesos] [--wipes 1] …

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundleProgram } from './lib/bundle-program.mjs';
import { root } from './lib/packages.mjs';
import { withScratchFolder } from './lib/scratch.mjs';

await withScratchFolder(async (folder) => {
  const program = await bundleProgram({
    entryPoints: [join(root, 'packages', 'log', 'test', 'model', 'explore-recovery.ts')],
    outfile: join(folder, 'explore-recovery.cjs'),
  });
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
});
