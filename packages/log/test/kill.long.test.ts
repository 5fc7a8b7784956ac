import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const SCRIPT = join(__dirname, '../../../scripts/ci/kill-leveldb.mjs');
const TIME_LIMIT_MS = 1_800_000;

test(
  'LevelDB keeps what it acknowledged through kills, and damage is found, in 60 rounds',
  () => {
    const run = spawnSync(process.execPath, [SCRIPT, '--rounds', '60'], { encoding: 'utf8' });
    console.log(run.stdout.trimEnd().split('\n').at(-1));
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  },
  TIME_LIMIT_MS,
);
