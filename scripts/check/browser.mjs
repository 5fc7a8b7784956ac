// The main entries run anywhere: each has to bundle for a browser, without node's modules and
// without LevelDB.

import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { StepFailure } from '../lib/run.mjs';
import { workspacePackages } from '../lib/packages.mjs';

const NEEDS_NODE = ['quorate'];
/** What main entries may have, minified and gzipped. The rest is behind subpaths. */
const LIMITS_BYTES = { '@quorate/process': 15_000 };
const FORBIDDEN_INPUT = /node_modules\/(classic-level|abstract-level|pino)\//;

async function bundleBytes({ name, entries }) {
  const main = entries.find(({ specifier }) => specifier === name);
  if (main === undefined) throw new StepFailure(`${name} exports no main entry`);
  const result = await build({
    entryPoints: [main.source],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@quorate/source'],
    logLevel: 'silent',
  }).catch((error) => {
    throw new StepFailure(`${name}: ${error.message}`);
  });
  const forbidden = Object.keys(result.metafile.inputs).find((path) => FORBIDDEN_INPUT.test(path));
  if (forbidden !== undefined) throw new StepFailure(`${name} pulls in ${forbidden}`);
  return gzipSync(result.outputFiles[0].contents).length;
}

/** Bundles every library's main entry, none above its limit; remarks the sizes. */
export async function checkBrowser() {
  const sizes = [];
  for (const entry of workspacePackages()) {
    if (NEEDS_NODE.includes(entry.name)) continue;
    const bytes = await bundleBytes(entry);
    const limit = LIMITS_BYTES[entry.name] ?? Infinity;
    if (bytes > limit) {
      throw new StepFailure(`${entry.name} has ${bytes} bytes, more than ${limit}: use a subpath`);
    }
    sizes.push(`${entry.folder} ${(bytes / 1000).toFixed(1)} kB`);
  }
  return `gzipped ${sizes.join(', ')}`;
}
