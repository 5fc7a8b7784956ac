// `quorate simulate` for scripts: bundled from the sources, in a process of its own.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleProgram } from './bundle-program.mjs';
import { root } from './packages.mjs';

const OUTPUT_BYTES_MAX = 64 * 2 ** 20;

/** @returns {Promise<string>} the path of the bundled command */
export function bundleCommand() {
  return bundleProgram({
    stdin: {
      contents: `require('quorate').main(process.argv.slice(2)).then((code) => { process.exitCode = code; });`,
      resolveDir: join(root, 'scripts'),
    },
    outfile: join(root, 'node_modules', '.cache', 'ci', 'quorate.cjs'),
    external: ['classic-level'],
  });
}

/**
 * Runs the command on seeds and reads what it prints.
 * @param {string} program the bundled command
 * @param {string[]} options
 */
export async function simulate(program, options) {
  const out = join(root, 'node_modules', '.cache', 'simulate');
  const argv = [program, 'simulate', ...options, '--json', '--no-shrink', '--out', out];
  const settings = { cwd: root, maxBuffer: OUTPUT_BYTES_MAX };
  const { stdout } = await promisify(execFile)(process.execPath, argv, settings).catch((error) => {
    // Exit code 1 says that a run has failed, which its line says as well.
    if (error.code === 1 && error.stdout) return error;
    throw error;
  });
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { runs: lines.slice(0, -1), summary: lines.at(-1).summary };
}
