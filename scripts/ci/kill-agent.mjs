#!/usr/bin/env node
// Plays the example agent with SIGKILL at random moments, with each durability of its status
// updates; the example checks itself what has to hold.
//
// Usage: scripts/ci/kill-agent.mjs [--kills 10] [--seed N]
//
// The long version is --kills 100. The seed decides all moments; how far the agent got by then is up
// to the machine.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../lib/packages.mjs';

const REGISTER = join(root, 'scripts', 'dev-register.cjs');
const AGENT = join(root, 'examples', 'agent.ts');
const DURABILITIES = ['journal', 'per-stream'];

const { values: options } = parseArgs({
  options: { kills: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
const kills = Number(options.kills);
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || seed < 0) {
  console.error('--kills takes an integer from 1, --seed one from 0');
  process.exit(2);
}

for (const durability of DURABILITIES) {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-kill-agent-'));
  const argv = ['--kills', `${kills}`, '--seed', `${seed}`, '--durability', durability];
  const { status, signal } = spawnSync(
    process.execPath,
    ['-r', REGISTER, AGENT, ...argv, '--dir', folder],
    { stdio: 'inherit' },
  );
  if (status !== 0) {
    console.error(`ended with ${signal ?? status}; the agent's directory is kept in ${folder}`);
    console.error(`try again: scripts/ci/kill-agent.mjs --kills ${kills} --seed ${seed}`);
    process.exit(1);
  }
  rmSync(folder, { recursive: true });
}
