import type { Config } from 'jest';
import base from './jest.config.ts';

const config: Config = {
  ...base,
  testMatch: ['<rootDir>/packages/*/test/**/*.long.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
};

export default config;
