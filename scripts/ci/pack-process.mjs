#!/usr/bin/env node
// Takes @quorate/process as a stranger would: packed, installed by npm as the only package of an
// empty project outside the repository, and used there from ES modules, CommonJS and TypeScript, in
// one thread and with a worker.
//
// Usage: scripts/ci/pack-process.mjs

import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleAll } from '../build/bundle.mjs';
import { packAll } from '../build/pack.mjs';
import { binPath, root, workspacePackages } from '../lib/packages.mjs';
import { StepFailure, expectSuccess, runSteps } from '../lib/run.mjs';
import { withScratchFolder } from '../lib/scratch.mjs';

const NAME = '@quorate/process';
const packages = workspacePackages().filter(({ name }) => name === NAME);

const TYPE_OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'esnext.disposable'],
  module: 'node16',
  moduleResolution: 'node16',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  types: ['node'],
  rootDir: '.',
  outDir: 'out',
};

/** What runs in the thread; JavaScript and TypeScript alike, but for the first lines. */
const COUNTER = [
  'class Counter extends Process {',
  '  total;',
  '  constructor(total = 0) {',
  '    super();',
  '    this.total = total;',
  '  }',
  '  add(by = 0) {',
  '    this.total += by;',
  '    return this.total;',
  '  }',
  '  isMain() {',
  '    return isMainThread;',
  '  }',
  '  crash() {',
  "    this.runtime.terminate(this.self, { reason: new Error('crashed') });",
  '  }',
  '}',
];

/** Starts the same class here and in a thread; `MODULE` and `TYPE` are filled in. */
const PROGRAM = [
  'class Watcher extends Process {',
  '  exited(pid, reason) {',
  "    console.log('ended with', reason?.message);",
  '  }',
  '}',
  'async function main() {',
  '  const runtime = new Runtime();',
  '  const here = runtime.spawn(new Counter(1));',
  "  console.log('here', await runtime.dispatch(here, 'add', 2), await runtime.dispatch(here, 'isMain'));",
  "  const options = { runtime, module: MODULE, export: 'Counter', args: [10] };",
  '  const there = spawnWorkerTYPE(options);',
  "  console.log('there', await runtime.dispatch(there, 'add', 2), await runtime.dispatch(there, 'isMain'));",
  '  const bytes = new Uint8Array(8).buffer;',
  "  await runtime.dispatch(there, 'isMain', ...MORE);",
  "  console.log('bytes left', bytes.byteLength);",
  "  const code = await runtime.dispatch(there, (counter) => counter.add(1)).then(() => 'none', (error) => error.code);",
  "  console.log('closure', code);",
  '  runtime.link(runtime.spawn(new Watcher()), there);',
  "  runtime.tell(there, 'crash');",
  '  await runtime.wait(there);',
  '  const other = spawnWorkerTYPE(options);',
  "  console.log('again', await runtime.dispatch(other, 'add', 1));",
  '  await runtime.close();',
  '}',
  'void main();',
];
const EXPECTED = [
  'here 3 true',
  'there 12 false',
  'bytes left 0',
  'closure DISPATCH_NOT_CLONEABLE',
  'ended with crashed',
  'again 11',
  '',
].join('\n');

const fill = (replacements, lines) =>
  lines.map((line) => Object.entries(replacements).reduce((l, [k, v]) => l.replaceAll(k, v), line));

const NAMES = '{ Process, Runtime }';
const WORKER_NAMES = '{ spawnWorker, transfer }';
const MORE = '[transfer(bytes, [bytes])]';

function write(project, name, lines) {
  writeFileSync(join(project, name), `${lines.join('\n')}\n`);
}

function writeModules(project) {
  const program = fill(
    { MODULE: "new URL('./counter.mjs', import.meta.url)", TYPE: '', MORE },
    PROGRAM,
  );
  write(project, 'counter.mjs', [
    `import { Process } from '${NAME}';`,
    "import { isMainThread } from 'node:worker_threads';",
    ...COUNTER,
    'export { Counter };',
  ]);
  write(project, 'program.mjs', [
    `import ${NAMES} from '${NAME}';`,
    `import ${WORKER_NAMES} from '${NAME}/worker';`,
    "import { Counter } from './counter.mjs';",
    ...program,
  ]);
}

function writeCommonJs(project) {
  const program = fill({ MODULE: "require.resolve('./counter.cjs')", TYPE: '', MORE }, PROGRAM);
  write(project, 'counter.cjs', [
    `const { Process } = require('${NAME}');`,
    "const { isMainThread } = require('node:worker_threads');",
    ...COUNTER,
    'module.exports = { Counter };',
  ]);
  write(project, 'program.cjs', [
    `const ${NAMES} = require('${NAME}');`,
    `const ${WORKER_NAMES} = require('${NAME}/worker');`,
    "const { Counter } = require('./counter.cjs');",
    ...program,
  ]);
}

/** Both kinds of TypeScript; each becomes the kind of JavaScript that its extension says. */
function writeTypeScript(project) {
  const typed = (lines) =>
    fill(
      {
        '  total;': '  total: number;',
        'exited(pid, reason)':
          'protected override exited(_pid: Pid, reason: Error | undefined): void',
        'error) => error.code': 'error: unknown) => (error as { code?: string }).code',
        // The method takes no argument, which the compiler has to see.
        "'isMain', ...MORE": `'take', ${MORE.slice(1, -1)}`,
        'TYPE(': '<Counter>(',
      },
      lines,
    );
  const counter = [
    ...typed(COUNTER).slice(0, -1),
    '  take(bytes: ArrayBuffer): number {',
    '    return bytes.byteLength;',
    '  }',
    '}',
  ];
  write(project, 'counter.mts', [
    `import { Process } from '${NAME}';`,
    "import { isMainThread } from 'node:worker_threads';",
    ...fill({ 'class Counter': 'export class Counter' }, counter),
  ]);
  write(project, 'counter.cts', [
    `import { Process } from '${NAME}';`,
    "import { isMainThread } from 'node:worker_threads';",
    ...fill({ 'class Counter': 'export class Counter' }, counter),
  ]);
  const imports = [
    `import { Process, Runtime, type Pid } from '${NAME}';`,
    `import ${WORKER_NAMES} from '${NAME}/worker';`,
  ];
  write(project, 'program-types.mts', [
    ...imports,
    "import { Counter } from './counter.mjs';",
    ...fill({ MODULE: "new URL('./counter.mjs', import.meta.url)" }, typed(PROGRAM)),
  ]);
  write(project, 'program-types.cts', [
    ...imports,
    "import { Counter } from './counter.cjs';",
    ...fill({ MODULE: "require.resolve('./counter.cjs')" }, typed(PROGRAM)),
  ]);
  const files = ['program-types.mts', 'program-types.cts'];
  write(project, 'tsconfig.json', [JSON.stringify({ compilerOptions: TYPE_OPTIONS, files })]);
}

async function runProgram(project, file) {
  const output = await expectSuccess(process.execPath, [file], { cwd: project });
  if (output !== EXPECTED) throw new StepFailure(`${file} printed:\n${output}`);
}

async function install(project, tarball) {
  write(project, 'package.json', ['{ "name": "stranger", "private": true }']);
  const args = [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel',
    'error',
    tarball,
  ];
  await expectSuccess('npm', args, { cwd: project });
  if (existsSync(join(project, 'node_modules', NAME, 'src'))) {
    throw new StepFailure(`${NAME} publishes its src`);
  }
}

async function compile(project) {
  // The only thing that is not installed: a TypeScript project for Node has its types.
  mkdirSync(join(project, 'node_modules', '@types'), { recursive: true });
  for (const name of ['@types/node', 'undici-types']) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
  const tsc = [binPath('typescript', 'tsc'), '-p', '.', '--pretty', 'false'];
  await expectSuccess(process.execPath, tsc, { cwd: project });
}

let tarball = '';
const hasPassed = await withScratchFolder((project) =>
  runSteps('pack-process', [
    { name: 'bundle', run: () => bundleAll(packages).then(() => undefined) },
    {
      name: 'pack',
      run: async () => {
        tarball = (await packAll(packages, join(project, 'staged'))).get(NAME);
      },
    },
    { name: 'install alone', run: () => install(project, tarball) },
    {
      name: 'ES modules',
      run: () => (writeModules(project), runProgram(project, 'program.mjs')),
    },
    {
      name: 'CommonJS',
      run: () => (writeCommonJs(project), runProgram(project, 'program.cjs')),
    },
    { name: 'TypeScript', run: () => (writeTypeScript(project), compile(project)) },
    { name: 'ES modules of TypeScript', run: () => runProgram(project, 'out/program-types.mjs') },
    { name: 'CommonJS of TypeScript', run: () => runProgram(project, 'out/program-types.cjs') },
  ]),
);
if (!hasPassed) process.exitCode = 1;
