'use strict';
// Runs the TypeScript sources directly: `node -r ./scripts/dev-register.cjs file.ts`. Types are
// stripped, not checked, which starts several times faster than ts-node; `npm run check` and
// `npx ts-node` do check them.

const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, sep } = require('node:path');
const { transformSync } = require('@swc/core');

require('./register-src.cjs');

const root = join(__dirname, '..');
const packagesFolder = join(root, 'packages') + sep;
const nanoidFolder = join(root, 'node_modules', 'nanoid') + sep;

/** Compiles one ES module to CommonJS, with a source map that stack traces follow. */
function compile(filename, syntax) {
  return transformSync(readFileSync(filename, 'utf8'), {
    filename,
    configFile: false,
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: { parser: { syntax }, target: 'es2022' },
  }).code;
}

/** Generated codecs and nanoid are ES modules in `.js` files, which `require` warns about. */
function isModuleSource(filename) {
  if (filename.startsWith(nanoidFolder)) return true;
  return filename.startsWith(packagesFolder) && filename.includes(`${sep}src${sep}`);
}

process.setSourceMapsEnabled(true);

Module._extensions['.ts'] = function loadTypeScript(module, filename) {
  module._compile(compile(filename, 'typescript'), filename);
};

const loadJavaScript = Module._extensions['.js'];
Module._extensions['.js'] = function loadModuleSource(module, filename) {
  if (!isModuleSource(filename)) return loadJavaScript(module, filename);
  module._compile(compile(filename, 'ecmascript'), filename);
};
