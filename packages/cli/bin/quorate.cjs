#!/usr/bin/env node
'use strict';
// Published packages hold no `src`: where there is one, this is the repository, and the command
// runs from the sources, without a build. QUORATE_DIST=1 makes it run the built files instead.

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const source = join(__dirname, '..', 'src', 'index.ts');

async function load() {
  if (process.env.QUORATE_DIST || !existsSync(source)) return import('../dist/index.js');
  require('../../../scripts/dev-register.cjs');
  return require(source);
}

load()
  .then(({ main }) => main(process.argv.slice(2)))
  .then((exitCode) => {
    process.exitCode = exitCode;
  })
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
