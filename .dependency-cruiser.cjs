'use strict';
// The house has floors: a package imports only from floors below its own, across packages only
// through a declared entry point, and never in a circle.

const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const FLOORS = {
  process: 1,
  messages: 1,
  checkpoint: 1,
  log: 2,
  'status-updates': 2,
  resources: 2,
  state: 3,
  registrar: 4,
  zookeeper: 4,
  inspector: 4,
  cli: 5,
};
/** Stands beside the floors: drives any library, and only tests, examples and the cli import it. */
const SIMULATOR = 'simulator';
const SIMULATOR_FLOOR = FLOORS.cli;

const packagesFolder = join(__dirname, 'packages');
const folders = readdirSync(packagesFolder);
for (const folder of folders) {
  if (FLOORS[folder] === undefined && folder !== SIMULATOR) {
    throw new Error(`packages/${folder} has no floor: add it to FLOORS in .dependency-cruiser.cjs`);
  }
}

const oneOf = (names) => `(${names.join('|')})`;
const escaped = (path) => path.replaceAll('.', '[.]');

/** Source files that a package offers to others: the targets of its `exports`. */
function entryPoints(folder) {
  const manifest = JSON.parse(readFileSync(join(packagesFolder, folder, 'package.json'), 'utf8'));
  return Object.values(manifest.exports ?? {})
    .map((target) => target?.['@quorate/source'])
    .filter((source) => source !== undefined)
    .map((source) => `^packages/${folder}/${escaped(source.replace('./', ''))}$`);
}
const entries = folders.flatMap(entryPoints);

/** Forbids `folder` to import from its own floor or from one above. */
function layering(folder) {
  const floor = folder === SIMULATOR ? SIMULATOR_FLOOR : FLOORS[folder];
  const above = Object.keys(FLOORS).filter((name) => name !== folder && FLOORS[name] >= floor);
  return {
    name: 'layering',
    comment: `${folder} (floor ${floor}) may import only from the floors below it`,
    severity: 'error',
    from: { path: `^packages/${folder}/` },
    to: { path: `^packages/${oneOf([...above, '-'])}/` },
  };
}

module.exports = {
  forbidden: [
    ...folders.map(layering),
    {
      name: 'simulator-beside',
      comment: 'only tests, examples and the cli drive the simulator',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: `^packages/${oneOf([SIMULATOR, 'cli'])}/` },
      to: { path: `^packages/${SIMULATOR}/` },
    },
    {
      name: 'deep-import',
      comment: 'across packages import only what package.json exports',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: ['^packages/$1/', ...entries] },
    },
    {
      name: 'deep-import',
      comment: 'outside the packages import only what package.json exports',
      severity: 'error',
      from: { pathNot: '^packages/' },
      to: { path: '^packages/', pathNot: entries },
    },
    {
      name: 'relative-import-across-packages',
      comment: 'name the package: import from @quorate/…, not from ../../',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'relative-import-across-packages',
      comment: 'name the package: import from @quorate/…, not from ../packages',
      severity: 'error',
      from: { path: '^(examples|bench)/' },
      to: { path: '^packages/', dependencyTypes: ['local'], dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'unresolvable',
      comment: 'the module does not exist, or its package does not export it',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'circular',
      comment: 'types may refer to each other; modules may not wait for each other to load',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'source-imports-test-code',
      comment: 'sources do not lean on tests, test kits, examples or benches',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '^packages/[^/]+/src/testing/' },
      to: { path: ['^packages/[^/]+/(test|src/testing)/', '^(examples|bench|scripts)/'] },
    },
    {
      name: 'pure-protocol',
      comment: 'protocol steps know messages and lifecycles, not the runtime, disk or network',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/protocol/' },
      to: {
        pathNot: [
          '^packages/$1/src/(protocol/|errors[.]ts$)',
          '^packages/messages/src/index[.]ts$',
          'node_modules/xstate/',
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Peers of a bench are installed when it is asked for them, and import nothing of ours.
    exclude: { path: '/dist/|^bench/peers/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@quorate/source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
