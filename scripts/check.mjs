// Everything that must hold besides the tests.
//
// Usage: npm run check               all steps
//        npm run check -- lint types only the steps whose names contain one of the words

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkBrowser } from './check/browser.mjs';
import { checkDocs } from './check/docs.mjs';
import { GENERATE_CHECK, plantedSteps } from './check/planted.mjs';
import { checkReference } from './check/reference.mjs';
import { binPath, root } from './lib/packages.mjs';
import { expectSuccess, runSteps } from './lib/run.mjs';

const node = (...args) => expectSuccess(process.execPath, args).then(() => undefined);
const cruised = ['packages', 'examples', 'bench'].filter((folder) =>
  existsSync(join(root, folder)),
);

const steps = [
  ...plantedSteps,
  { name: 'format', run: () => node(binPath('prettier'), '--check', '--log-level', 'warn', '.') },
  { name: 'lint', run: () => node(binPath('eslint'), '--max-warnings', '0', '.') },
  { name: 'types', run: () => node(binPath('typescript', 'tsc'), '-p', '.', '--noEmit') },
  {
    name: 'types of the page of pictures',
    run: () => node(binPath('typescript', 'tsc'), '-p', 'packages/simulator/src/pictures/page'),
  },
  { name: 'public any', run: () => node('scripts/check/public-any.mjs') },
  {
    name: 'layering',
    run: () => node(binPath('dependency-cruiser', 'depcruise'), '--output-type', 'err', ...cruised),
  },
  { name: 'unused code', run: () => node(binPath('knip'), '--no-progress', '--no-config-hints') },
  {
    name: 'generated code',
    run: () => expectSuccess('npm', GENERATE_CHECK).then(() => undefined),
  },
  {
    name: 'generated page of pictures',
    run: () => node('packages/simulator/scripts/generate.mjs', '--check'),
  },
  { name: 'browser bundles', run: checkBrowser },
  { name: 'documents', run: checkDocs },
  { name: 'reference', run: checkReference },
];

const words = process.argv.slice(2);
const chosen = steps.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (!(await runSteps('check', chosen))) process.exitCode = 1;
