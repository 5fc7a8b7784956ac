// Bundles the fuzzer of messages and runs it in a node of its own, that collects garbage on demand: see
// packages/log/test/fuzz/run-fuzz.ts.
//
// Usage: npm run fuzz -- [--messages 1000000] [--seed 1] [--corpus FILE]

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundleProgram } from './lib/bundle-program.mjs';
import { root } from './lib/packages.mjs';
import { withScratchFolder } from './lib/scratch.mjs';

await withScratchFolder(async (folder) => {
  const program = await bundleProgram({
    entryPoints: [join(root, 'packages', 'log', 'test', 'fuzz', 'run-fuzz.ts')],
    outfile: join(folder, 'run-fuzz.cjs'),
  });
  const argv = ['--expose-gc', program, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, argv, { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
});
