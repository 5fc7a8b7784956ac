// Bundles a program from our sources, as its users would run it: without a look-up through the exports
// of modules at each use, and not compiled file by file at each start.

import { build } from 'esbuild';

/**
 * @param {{ outfile: string } & import('esbuild').BuildOptions} options the entry, where the bundle goes, and
 *   whatever differs from a program for Node
 * @returns {Promise<string>} the path of the bundle
 */
export async function bundleProgram(options) {
  await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    conditions: ['@quorate/source'],
    logLevel: 'warning',
    ...options,
  });
  return options.outfile;
}
