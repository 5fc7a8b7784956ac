import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const SCRIPT = join(__dirname, '../../../scripts/ci/kill-demo.mjs');

test('the registry survives kills of the demo at random moments, in 20 rounds', () => {
  const run = spawnSync(process.execPath, [SCRIPT, '--rounds', '20'], { encoding: 'utf8' });
  console.log(run.stdout);
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});
