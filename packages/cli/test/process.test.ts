import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { removeFolders } from './support/folders.ts';
import { goldenPath } from './support/golden.ts';
import { BIN } from './support/run-cli.ts';
import { goldenUpdatesPath } from './support/updates-files.ts';

afterEach(removeFolders);

const ROOT = join(__dirname, '../../..');

async function outcomeOf(argv: readonly string[], closeStdout: boolean) {
  const child = spawn(process.execPath, [BIN, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // jest sets FORCE_COLOR for its workers where it sees CI; and a pipe in CI gets no colours.
    env: { ...process.env, FORCE_COLOR: '', CI: 'true' },
  });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  if (closeStdout) child.stdout.destroy();
  else child.stdout.resume();
  const [exitCode, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { exitCode, signal, stderr };
}

describe('as a process', () => {
  test.each([
    [['log', 'read', '--json', '--path', goldenPath('log-appends')]],
    [['updates', 'show', '--json', goldenUpdatesPath('corrupt-body')]],
  ])('it ends quietly when nobody reads its output any more, as with `| head`', async (argv) => {
    expect(await outcomeOf(argv, true)).toEqual({ exitCode: 0, signal: null, stderr: '' });
  });

  test('its exit code stands for the outcome', async () => {
    const { exitCode, stderr } = await outcomeOf(['log', 'read', '--path', '/nowhere'], false);
    expect([exitCode, stderr]).toEqual([1, 'error LOG_PATH_INVALID: /nowhere does not exist\n']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s removes the copy at once', async (signal) => {
    const script = `
      const { withScratchFolder } = require('./packages/cli/src/scratch-folder.ts');
      const wait = (folder) => (console.log(folder), new Promise(() => setInterval(() => {}, 1000)));
      withScratchFolder(wait);`;
    const register = join(ROOT, 'scripts/dev-register.cjs');
    const child = spawn(process.execPath, ['-r', register, '-e', script], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const folder = line.toString().trim();
    expect(existsSync(folder)).toBe(true);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    expect(existsSync(folder)).toBe(false);
  });
});
