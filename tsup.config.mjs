// Builds the package in the current folder; scripts/build.mjs runs it for every package.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsup';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** One entry per export that has a source: `./dist/testing.js` is built from its source file. */
const entry = Object.fromEntries(
  Object.values(manifest.exports)
    .filter((target) => target['@quorate/source'] !== undefined)
    .map((target) => [basename(target.import.default, '.js'), target['@quorate/source']]),
);

export default defineConfig({
  entry,
  format: ['esm', 'cjs'],
  // Without splitting each CommonJS subpath would carry its own copy of the shared classes.
  splitting: true,
  // nanoid is published as ESM only: a CommonJS build that required it would break its users' jest.
  // Its browser form takes `crypto` from the global object, which Node offers as well.
  noExternal: ['nanoid'],
  esbuildOptions(options, { format }) {
    options.conditions = ['browser'];
    // The sources are CommonJS when they run without a build: where `import.meta` cannot be parsed.
    if (format === 'esm') options.define = { __filename: 'import.meta.filename' };
  },
  external: [/^node:/],
  removeNodeProtocol: false,
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
  silent: true,
  tsconfig: fileURLToPath(new URL('tsconfig.build.json', import.meta.url)),
  // tsup sets baseUrl for the declarations, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
});
