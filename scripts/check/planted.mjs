// A check that cannot fail proves nothing. Before the real checks run, this plants violations in a
// scratch copy of the repository and demands that the tool responsible reports each of them, at
// its file, by its rule.

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StepFailure, capture } from '../lib/run.mjs';
import { binPath, root, workspacePackages } from '../lib/packages.mjs';
import { withScratchFolder } from '../lib/scratch.mjs';

const COPIED = [
  ...['package.json', 'tsconfig.json', 'tsconfig.base.json', 'tsconfig.build.json'],
  ...['eslint.config.mjs', '.dependency-cruiser.cjs', 'scripts', 'proto'],
];

/** Import violations: a file, its text, and the dependency-cruiser rule that has to name it. */
const IMPORTS = [
  ['packages/process/src/planted-up.ts', "export * from '@quorate/log';", 'layering'],
  ['packages/process/src/planted-beside.ts', "export * from '@quorate/messages';", 'layering'],
  [
    'packages/state/src/planted-deep.ts',
    "export * from '@quorate/log/src/planted-internal.ts';",
    'unresolvable',
  ],
  [
    'packages/state/src/planted-deep-relative.ts',
    "export * from '../../log/src/planted-internal.ts';",
    'deep-import',
  ],
  [
    'packages/state/src/planted-relative.ts',
    "export * from '../../log/src/index.ts';",
    'relative-import-across-packages',
  ],
  [
    'packages/log/src/protocol/planted-impure.ts',
    "export * from '@quorate/process';",
    'pure-protocol',
  ],
  [
    'packages/log/src/planted-circle.ts',
    "import { other } from './planted-circle-2.ts';\nexport const one = (): unknown => other;",
    'circular',
  ],
];
/** Files that the planted imports point to. */
const IMPORT_TARGETS = [
  ['packages/log/src/planted-internal.ts', 'export const internal = 1;'],
  [
    'packages/log/src/planted-circle-2.ts',
    "import { one } from './planted-circle.ts';\nexport const other = (): unknown => one;",
  ],
];

/** Lines for one library file: each has to be reported by this eslint rule. */
const LIBRARY_LINES = [
  ['export const now = Date.now();', 'no-restricted-properties'],
  ['export const today = new Date();', 'no-restricted-syntax'],
  ['export const chance = Math.random();', 'no-restricted-properties'],
  ['setTimeout(() => now, 1);', 'no-restricted-globals'],
  ['setInterval(() => now, 1);', 'no-restricted-globals'],
  ['setImmediate(() => now);', 'no-restricted-globals'],
  ['globalThis.setTimeout(() => now, 1);', 'no-restricted-globals'],
  ['queueMicrotask(() => now);', 'no-restricted-globals'],
  ['process.nextTick(() => now);', 'no-restricted-properties'],
  ['console.log(now);', 'no-restricted-globals'],
  ['crypto.randomUUID();', 'no-restricted-globals'],
  ["export { nanoid } from 'nanoid';", 'no-restricted-imports'],
  ["export { readFileSync } from 'node:fs';", 'no-restricted-imports'],
  ["export { connect } from 'net';", 'no-restricted-imports'],
  ["export { randomBytes } from 'node:crypto';", 'no-restricted-imports'],
  ["export const disk = import('node:fs');", 'no-restricted-syntax'],
  ['export const loose = (value: any): unknown => value;', '@typescript-eslint/no-explicit-any'],
  [
    'export const sure = (value?: string): string => value!;',
    '@typescript-eslint/no-non-null-assertion',
  ],
  ['Promise.resolve(now);', '@typescript-eslint/no-floating-promises'],
  [
    "export function arms(x: 'a' | 'b'): void { switch (x) { case 'a': } }",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  ['export default now;', 'no-restricted-syntax'],
];
/** The same for a file under protocol/, where nothing may wait. */
const PROTOCOL_LINES = [
  ['export const clock = Date.now();', 'no-restricted-properties'],
  ['export const step = async (): Promise<void> => {};', 'no-restricted-syntax'],
  ['export const later = Promise.resolve();', 'no-restricted-globals'],
];
const LINT_FILES = [
  ['packages/process/src/planted-library.ts', LIBRARY_LINES],
  ['packages/log/src/protocol/planted-protocol.ts', PROTOCOL_LINES],
];

/** A public signature whose `any` is inferred: no lint rule looks there. */
const ANY_FILE = 'packages/process/src/planted-any.ts';
const ANY_SOURCE = [
  'interface Box { readonly inner: ReturnType<typeof JSON.parse> }',
  'export const planted = (text: string) => JSON.parse(text);',
  'export declare const box: Box;',
].join('\n');
const ANY_REPORTS = [
  'public any: packages/process/src/planted-any.d.ts: export declare const planted',
];

/** Arguments of npm that compare the generated code with what its generator writes now. */
export const GENERATE_CHECK = ['run', 'generate', '-w', '@quorate/messages', '--', '--check'];
const GENERATED_FILE = 'packages/messages/src/gen/messages.js';

/** Copies what the tools read, and links installed packages, ours to their copies. */
function copyRepository(copy) {
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  mkdirSync(join(copy, 'node_modules', '@quorate'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '@quorate' || name === 'quorate') continue;
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  for (const { folder, path, name } of workspacePackages()) {
    const target = join(copy, 'packages', folder);
    mkdirSync(target, { recursive: true });
    for (const part of ['package.json', 'src', 'scripts']) {
      if (!existsSync(join(path, part))) continue;
      cpSync(join(path, part), join(target, part), { recursive: true });
    }
    symlinkSync(target, join(copy, 'node_modules', name));
  }
}

function plant(copy, file, text) {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), `${text}\n`);
}

const missed = (what, output) => new StepFailure(`not detected: ${what}\n${output}`);

async function plantImports(copy) {
  for (const [file, text] of [...IMPORTS, ...IMPORT_TARGETS]) plant(copy, file, text);
  const files = IMPORTS.map(([file]) => file);
  const args = [binPath('dependency-cruiser', 'depcruise'), '--output-type', 'json', ...files];
  const { output } = await capture(process.execPath, args, { cwd: copy });
  const { violations } = JSON.parse(output).summary;
  const reports = violations
    .map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)
    .join('\n');
  for (const [file, text, rule] of IMPORTS) {
    const isFound = violations.some(
      ({ from, cycle = [], rule: { name } }) =>
        name === rule && [from, ...cycle.map((module) => module.name)].includes(file),
    );
    if (!isFound) throw missed(`${rule} by ${text}`, reports);
  }
  return `${IMPORTS.length} found`;
}

async function plantLines(copy) {
  for (const [file, lines] of LINT_FILES) {
    plant(copy, file, lines.map(([line]) => line).join('\n'));
  }
  const files = LINT_FILES.map(([file]) => file);
  const args = [binPath('eslint'), '--format', 'json', ...files];
  const { output } = await capture(process.execPath, args, { cwd: copy });
  const results = JSON.parse(output);
  let found = 0;
  for (const [file, lines] of LINT_FILES) {
    const { messages } = results.find(({ filePath }) => filePath === join(copy, file));
    const reports = messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`);
    for (const [index, [text, rule]] of lines.entries()) {
      const isFound = messages.some(({ line, ruleId }) => line === index + 1 && ruleId === rule);
      if (!isFound) throw missed(`${rule} by ${text}`, reports.join('\n'));
      found += 1;
    }
  }
  return `${found} found`;
}

async function plantAny(copy) {
  plant(copy, ANY_FILE, ANY_SOURCE);
  const args = [join(copy, 'scripts', 'check', 'public-any.mjs'), join(copy, ANY_FILE)];
  const { code, output } = await capture(process.execPath, args, { cwd: copy });
  for (const report of ANY_REPORTS) {
    if (code === 0 || !output.includes(report)) throw missed(report, output);
  }
  return 'found';
}

async function plantStale(copy) {
  appendFileSync(join(copy, GENERATED_FILE), '// planted\n');
  const { code, output } = await capture('npm', GENERATE_CHECK, {
    cwd: copy,
  });
  if (code === 0 || !output.includes(`${basename(GENERATED_FILE)} is stale`)) {
    throw missed(`a change in ${GENERATED_FILE}`, output);
  }
  return 'found';
}

const inCopy = (plants) => () =>
  withScratchFolder(async (copy) => {
    copyRepository(copy);
    return plants(copy);
  });

/** The planted violations as steps: each passes if its violations are reported. */
export const plantedSteps = [
  { name: 'planted layering breaks and deep imports', run: inCopy(plantImports) },
  { name: 'planted Date.now and the like', run: inCopy(plantLines) },
  { name: 'planted public any', run: inCopy(plantAny) },
  { name: 'planted stale generated code', run: inCopy(plantStale) },
];
