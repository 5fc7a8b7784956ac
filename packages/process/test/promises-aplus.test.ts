// The public Promise/A+ suite, run through the public API in a Node process of its own, because
// it brings a mocha that jest cannot host.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const ROOT = join(__dirname, '../../..');
const TESTS_IN_SUITE = 872;

interface Report {
  readonly passed: number;
  readonly failed: readonly string[];
}

test('all 872 tests of the Promise/A+ suite pass', async () => {
  const hook = join(ROOT, 'scripts/dev-register.cjs');
  const runner = join(__dirname, 'promises-aplus-runner.cjs');
  const { stdout } = await promisify(execFile)(process.execPath, ['-r', hook, runner], {
    cwd: ROOT,
    maxBuffer: 1 << 24,
  });
  const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
  expect(report.failed).toEqual([]);
  expect(report.passed).toBeGreaterThanOrEqual(TESTS_IN_SUITE);
}, 180_000);
