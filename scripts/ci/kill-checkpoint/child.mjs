// The program that kill-checkpoint.mjs kills:
//
//   node -r ./scripts/dev-register.cjs scripts/ci/kill-checkpoint/child.mjs
//
// It waits for a line `STEPS DIRECTORY` on its input; then it goes on with the work in the directory
// where the last life ended. It prints `starting`, `met COUNT WHAT` for what the last life left
// behind, `found LINE STEP` for each line of work, `working`, and `done LINE STEP` for each step that
// is acknowledged; `shown LINE STEP` says that somebody else has seen what comes of a step. After so
// many steps of each line it closes everything, has the command line look at it, and prints
// `closed`.

import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startRecordFiles } from './record-files.mjs';
import { startReplacedFiles } from './replaced-files.mjs';
import { startTarget } from './target.mjs';
import { startUpdates } from './updates.mjs';
import { verifyUpdates } from './verify-updates.mjs';

const require = createRequire(import.meta.url);
const { nodeFileSystem } = require('@quorate/checkpoint/node');

/** Not through a stream: what was printed must be out when the process is killed. */
function print(line) {
  const bytes = Buffer.from(`${line}\n`);
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      // The pipe is full, because whoever reads it is busy: there is nothing to do but wait.
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

async function work(folder, steps) {
  print('starting');
  const surroundings = {
    ...{ folder, fileSystem: nodeFileSystem() },
    meet: (what, count) => print(`met ${count} ${what}`),
    fail,
    show: (name, step) => print(`shown ${name} ${step}`),
  };
  const parts = await Promise.all([
    startReplacedFiles(surroundings),
    startRecordFiles(surroundings),
    startTarget(surroundings),
    startUpdates(surroundings, 'per-stream'),
    startUpdates(surroundings, 'journal'),
  ]);
  const lines = parts.flatMap((part) => part.lines);
  for (const { name, found } of lines) print(`found ${name} ${found}`);
  print('working');
  await Promise.all(lines.map((line) => advance(line, steps)));
  for (const part of parts) await part.close();
  await verifyUpdates(folder);
  print('closed');
}

async function advance({ name, found, advance }, steps) {
  for (let step = found + 1; step <= found + steps; step++) {
    await advance(step);
    print(`done ${name} ${step}`);
  }
}

function fail(error) {
  console.error(error);
  process.exit(1);
}

print('ready');
process.exitCode = 1; // until we know better, also if nothing is left to wait for
process.stdin.once('data', (order) => {
  process.stdin.destroy();
  const [, steps, folder] = /^(\w+) (.*)\n$/.exec(order.toString());
  void work(folder, Number(steps)).then(() => {
    process.exitCode = 0;
  }, fail);
});
