import type { Config } from 'jest';

const config: Config = {
  rootDir: '.',
  testMatch: ['<rootDir>/packages/*/test/**/*.test.ts'],
  // `npm run test:long` runs these.
  testPathIgnorePatterns: ['/node_modules/', '[.]long[.]test[.]ts$'],
  // Staged packages under dist/ carry the names of their sources.
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testEnvironment: 'node',
  // One core is not kept for the parent, which only waits: a machine of CI has two.
  maxWorkers: '100%',
  // Time in tests is virtual: this only has to be longer than a busy machine takes.
  testTimeout: 180_000,
  testEnvironmentOptions: {
    customExportConditions: ['@quorate/source', 'node', 'node-addons'],
  },
  transform: {
    '^.+\\.[cm]?[tj]s$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // nanoid is published as ESM only, and jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(nanoid)/)'],
};

export default config;
