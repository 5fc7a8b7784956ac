// Uses the packed packages as a stranger would: unpacked into a project outside the repository,
// with their dependencies and nothing else, from ES modules, CommonJS, plain jest, TypeScript and
// a browser bundle.

import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { StepFailure, capture, expectSuccess } from '../lib/run.mjs';
import { binPath, root } from '../lib/packages.mjs';

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
  noEmit: true,
};

/** A program that is JavaScript and TypeScript alike; its first lines, the imports, come before. */
const PROGRAM = [
  'class Counter extends Process {',
  '  total = 0;',
  '  add(by = 0) {',
  '    this.total += by;',
  '    return this.total;',
  '  }',
  '}',
  'const runtime = new Runtime();',
  "const added = runtime.dispatch(runtime.spawn(new Counter()), 'add', 2);",
  'added.then((total) => {',
  '  console.log(total.toFixed(1));',
  '  return runtime.close();',
  '});',
];
const IMPORTED = ["import { Process, Runtime } from '@quorate/process';", ...PROGRAM];
const REQUIRED = ["const { Process, Runtime } = require('@quorate/process');", ...PROGRAM];

function link(target, path) {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(target, path);
}

/** The installed folder of a dependency of the package at `path`. */
function installed(path, dependency) {
  const found = [join(path, 'node_modules', dependency), join(root, 'node_modules', dependency)];
  return found.find((folder) => existsSync(folder));
}

/** Unpacks the tarballs into node_modules and links what they depend on. */
export async function installTarballs(project, packages, tarballs) {
  const modules = join(project, 'node_modules');
  for (const { name, path, manifest } of packages) {
    const target = join(modules, name);
    mkdirSync(target, { recursive: true });
    await expectSuccess('tar', ['-xzf', tarballs.get(name), '-C', target, '--strip-components=1']);
    if (existsSync(join(target, 'src'))) throw new StepFailure(`${name} publishes its src`);
    for (const dependency of Object.keys(manifest.dependencies ?? {})) {
      if (tarballs.has(dependency)) continue;
      link(installed(path, dependency), join(modules, dependency));
    }
  }
  link(join(root, 'node_modules', '@types', 'node'), join(modules, '@types', 'node'));
}

const specifiersOf = (packages) =>
  packages.flatMap(({ entries }) => entries.map(({ specifier }) => specifier));

function write(project, name, lines) {
  writeFileSync(join(project, name), `${lines.join('\n')}\n`);
}

/** Both formats load, from every entry point, and export the same names. */
export async function smokeRun(project, packages) {
  const specifiers = specifiersOf(packages);
  write(project, 'exports.mjs', [
    'const names = {};',
    `for (const path of ${JSON.stringify(specifiers)}) {`,
    '  names[path] = Object.keys(await import(path)).sort();',
    '}',
    'console.log(JSON.stringify(names));',
  ]);
  write(project, 'exports.cjs', [
    'const names = {};',
    `for (const path of ${JSON.stringify(specifiers)}) {`,
    '  names[path] = Object.keys(require(path)).sort();',
    '}',
    'console.log(JSON.stringify(names));',
  ]);
  const [fromImport, fromRequire] = await Promise.all(
    ['exports.mjs', 'exports.cjs'].map((file) =>
      expectSuccess(process.execPath, [file], { cwd: project }),
    ),
  );
  if (fromImport !== fromRequire) {
    throw new StepFailure(`import and require differ:\n${fromImport}${fromRequire}`);
  }
  return `${specifiers.length} entry points`;
}

/** An actor runs in both formats. */
export async function smokeActor(project) {
  write(project, 'actor.mjs', IMPORTED);
  write(project, 'actor.cjs', REQUIRED);
  for (const file of ['actor.mjs', 'actor.cjs']) {
    const output = await expectSuccess(process.execPath, [file], { cwd: project });
    if (output !== '2.0\n') throw new StepFailure(`${file} printed: ${output}`);
  }
}

/** A jest that transforms nothing can require every entry point. */
export async function smokeJest(project, packages) {
  const lines = specifiersOf(packages).map(
    (path) => `test('${path}', () => expect(typeof require('${path}')).toBe('object'));`,
  );
  write(project, 'plain.test.cjs', lines);
  const config = { rootDir: project, testMatch: ['**/*.test.cjs'], transform: {} };
  const args = [binPath('jest'), '--ci', '--config', JSON.stringify(config)];
  await expectSuccess(process.execPath, args, { cwd: project });
}

/** Lines that tsc prints for a file of the project, our packages among them. */
const TYPE_ERROR = /^(?!\.\.)\S+\(\d+,\d+\): error .*(?:\n .*)*|^error .*/gm;

/**
 * The types of both formats hold for users who check their libraries too. What other libraries,
 * linked from outside the project, do wrong under these options is not ours to judge.
 */
export async function smokeTypes(project, packages) {
  const lines = specifiersOf(packages).map(
    (path, index) =>
      `import * as m${index} from '${path}';\nexport const k${index} = { ...m${index} };`,
  );
  write(project, 'types.mts', [...IMPORTED, ...lines]);
  write(project, 'types.cts', [...IMPORTED, ...lines]);
  write(project, 'tsconfig.json', [
    JSON.stringify({ compilerOptions: TYPE_OPTIONS, files: ['types.mts', 'types.cts'] }),
  ]);
  const args = [binPath('typescript', 'tsc'), '-p', '.', '--pretty', 'false'];
  const { code, output } = await capture(process.execPath, args, { cwd: project });
  const didReport = code === 0 || output.includes('): error ');
  const errors = didReport ? (output.match(TYPE_ERROR) ?? []) : [output];
  if (errors.length > 0) throw new StepFailure(errors.join('\n'));
}

/** The built main entries bundle for a browser, as their sources do. */
export async function smokeBrowser(project, packages) {
  const names = packages.filter(({ name }) => name !== 'quorate').map(({ name }) => name);
  write(
    project,
    'browser.mjs',
    names.map((name) => `export * from '${name}';`),
  );
  await build({
    entryPoints: [join(project, 'browser.mjs')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  }).catch((error) => {
    throw new StepFailure(error.message);
  });
}

/** The published command starts. */
export async function smokeCommand(project) {
  const command = join(project, 'node_modules', 'quorate', 'bin', 'quorate.cjs');
  await expectSuccess(process.execPath, [command, '--help'], { cwd: project });
}
