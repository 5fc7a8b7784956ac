// Beyond the recommended rules this file holds one design decision: everything that is not
// deterministic (time, chance, timers, disk, network, the console) enters through the runtime.
// Only adapters may touch it directly, so that tests and the simulator can replace it.

import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Files that connect the runtime to the outside: the bans below do not apply to them. */
const ADAPTERS = [
  'packages/*/src/adapters/**',
  'packages/log/src/http/**',
  'packages/log/src/leveldb/**',
  'packages/*/src/node/**',
  'packages/process/src/http/**',
  'packages/cli/**',
  'packages/*/test/**',
  'testing/**',
  'examples/**',
  'bench/**',
  'jest*.config.ts',
];

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance'];
const GLOBALS = ['console', 'crypto', 'fetch'];
const PROPERTIES = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['process', 'hrtime'],
];
const TIMER_PROPERTIES = [['process', 'nextTick']];
const MODULES = [
  ...['nanoid', 'pino', 'classic-level'],
  ...['fs', 'fs/promises', 'net', 'tls', 'dgram', 'http', 'https', 'http2', 'os', 'crypto'],
  ...['child_process', 'worker_threads', 'perf_hooks', 'timers', 'timers/promises'],
];

const inject = (name) => `${name} belongs in an adapter: take it from the runtime.`;
const moduleNames = MODULES.flatMap((name) => [name, `node:${name}`]);

const SYNTAX = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name.' },
];
const CLOCK_SYNTAX = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: inject('Time') },
  { selector: 'CallExpression[callee.name="Date"]', message: inject('Time') },
  {
    selector: `ImportExpression[source.value=/^(node:)?(${MODULES.join('|').replaceAll('/', '.')})$/]`,
    message: inject('This module'),
  },
];
const ASYNC_SYNTAX = [':function[async=true]', 'AwaitExpression', 'ForOfStatement[await=true]'].map(
  (selector) => ({ selector, message: 'Protocol steps are plain functions: no async, no await.' }),
);

/** The rules against direct time, chance, input and output; `timers` and `promises` may be let in. */
function bans({ timers, promises }) {
  const globals = [...GLOBALS, ...(timers ? [] : TIMERS), ...(promises ? [] : ['Promise'])];
  const properties = [...PROPERTIES, ...(timers ? [] : TIMER_PROPERTIES)];
  return {
    'no-restricted-globals': [
      'error',
      {
        globals: globals.map((name) => ({ name, message: inject(name) })),
        checkGlobalObject: true,
      },
    ],
    'no-restricted-properties': [
      'error',
      ...properties.map(([object, property]) => ({
        object,
        property,
        message: inject(`${object}.${property}`),
      })),
    ],
    'no-restricted-imports': [
      'error',
      { paths: moduleNames.map((name) => ({ name, message: inject(name) })) },
    ],
    'no-restricted-syntax': [
      'error',
      ...SYNTAX,
      ...CLOCK_SYNTAX,
      ...(promises ? [] : ASYNC_SYNTAX),
    ],
  };
}

const typescript = {
  files: ['**/*.ts'],
  extends: [js.configs.recommended, ...tseslint.configs.recommendedTypeChecked],
  languageOptions: {
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    // Pids, futures and interval sets have a text form; no-base-to-string stops what has none.
    '@typescript-eslint/restrict-template-expressions': 'off',
    'no-restricted-syntax': ['error', ...SYNTAX],
  },
};

const tests = {
  files: ['packages/*/test/**/*.ts', 'testing/**/*.ts'],
  rules: {
    // expect(object.method) looks at a method without calling it, and a stub may be async for its
    // type alone.
    '@typescript-eslint/unbound-method': 'off',
    '@typescript-eslint/require-await': 'off',
  },
};

const nodeGlobals = [
  ...['Buffer', 'URL', 'clearTimeout', 'console', 'performance', 'process', 'setTimeout'],
];
const scripts = {
  files: ['**/*.mjs', '**/*.cjs'],
  extends: [js.configs.recommended],
  languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
};
const commonJs = {
  files: ['**/*.cjs'],
  languageOptions: {
    sourceType: 'commonjs',
    globals: Object.fromEntries(
      ['__dirname', 'module', 'require'].map((name) => [name, 'readonly']),
    ),
  },
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/coverage/**', 'packages/*/src/gen/**', '**/fixtures/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typescript,
  { files: ['packages/*/src/**/*.ts'], ignores: ADAPTERS, rules: bans({ promises: true }) },
  {
    files: ['packages/*/src/testing/**/*.ts'],
    ignores: ADAPTERS,
    rules: bans({ timers: true, promises: true }),
  },
  { files: ['packages/*/src/protocol/**/*.ts'], rules: bans({}) },
  { files: ['jest*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  tests,
  scripts,
  commonJs,
);
