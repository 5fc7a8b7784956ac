'use strict';
// In the repository, `@quorate/log` means packages/log/src/index.ts: no build stands between an
// edit and a run. Node finds such targets under the export condition `@quorate/source`, but
// conditions can only be set on node's command line, and `npx ts-node` leaves no room for that.
// So this hook does the same look-up for `require`.

const { existsSync, readFileSync, readdirSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const SOURCE_CONDITION = '@quorate/source';
const packagesFolder = join(__dirname, '..', 'packages');

/** Maps each specifier such as `@quorate/log/testing` to the source file it stands for. */
function sourceFiles() {
  const files = new Map();
  for (const folder of readdirSync(packagesFolder)) {
    const manifestPath = join(packagesFolder, folder, 'package.json');
    if (!existsSync(manifestPath)) continue;
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
    for (const [subpath, target] of Object.entries(manifest.exports ?? {})) {
      const source = target?.[SOURCE_CONDITION];
      if (source === undefined) continue;
      files.set(manifest.name + subpath.slice(1), join(packagesFolder, folder, source));
    }
  }
  return files;
}

const sources = sourceFiles();
const resolveFilename = Module._resolveFilename;

Module._resolveFilename = function resolveSource(request, ...rest) {
  return sources.get(request) ?? resolveFilename.call(this, request, ...rest);
};
