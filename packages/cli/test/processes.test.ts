import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const SCRIPT = join(__dirname, '../../../scripts/processes.mjs');
/** It ends by itself when what it waits for does not come. */
const TIME_LIMIT_MS = 1_800_000;

test(
  'three replicas as processes keep what they acknowledged through kills, pauses, cuts and lost disks',
  () => {
    const run = spawnSync(process.execPath, [SCRIPT, '--duration', '60s'], { encoding: 'utf8' });
    console.log(run.stdout.trimEnd());
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  },
  TIME_LIMIT_MS,
);
