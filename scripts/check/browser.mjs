// The main entries run anywhere: each has to bundle for a browser, without node's modules and
// without LevelDB.

import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { StepFailure } from '../lib/run.mjs';
import { root, workspacePackages } from '../lib/packages.mjs';

const NEEDS_NODE = ['quorate'];
/** What main entries may have, minified and gzipped. The rest is behind subpaths. */
const LIMITS_BYTES = { '@quorate/process': 15_000 };
/** What is to be small behind subpaths, too. */
const SMALL_PARTS = [
  {
    name: 'linearizability',
    source: `export { checkLinearizable, History, kv, register } from '@quorate/simulator/linearizability';`,
    limit: 4_000,
  },
];
const FORBIDDEN_INPUT = /node_modules\/(classic-level|abstract-level|pino)\//;

/** The size of what `source` exports, with all that it takes. */
async function bundleBytes(name, source) {
  const result = await build({
    stdin: { contents: source, resolveDir: root },
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

function mainPart({ name, folder, entries }) {
  if (!entries.some(({ specifier }) => specifier === name)) {
    throw new StepFailure(`${name} exports no main entry`);
  }
  return {
    name: folder,
    source: `export * from '${name}';`,
    limit: LIMITS_BYTES[name] ?? Infinity,
  };
}

/** Bundles every library's main entry and the small parts, none above its limit; remarks the sizes. */
export async function checkBrowser() {
  const libraries = workspacePackages().filter(({ name }) => !NEEDS_NODE.includes(name));
  const sizes = [];
  for (const { name, source, limit } of [...libraries.map(mainPart), ...SMALL_PARTS]) {
    const bytes = await bundleBytes(name, source);
    if (bytes > limit) throw new StepFailure(`${name} has ${bytes} bytes, more than ${limit}`);
    sizes.push(`${name} ${(bytes / 1000).toFixed(1)} kB`);
  }
  return `gzipped ${sizes.join(', ')}`;
}
