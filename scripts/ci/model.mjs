#!/usr/bin/env node
// Explores everything that three replicas and two coordinators can do while disks are lost. Red unless
// nothing is violated with recovery 'safe', all having been visited, and two values are chosen with 'mesos'.
//
// Usage: scripts/ci/model.mjs

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleProgram } from '../lib/bundle-program.mjs';
import { root } from '../lib/packages.mjs';
import { StepFailure, runSteps } from '../lib/run.mjs';
import { withScratchFolder } from '../lib/scratch.mjs';

/** `.ci/run` shows such a line, though all is well. */
const report = (text) => console.log(`report: model: ${text}`);

const isOk = await withScratchFolder(async (folder) => {
  const program = await bundleProgram({
    entryPoints: [join(root, 'packages', 'log', 'test', 'model', 'explore-recovery.ts')],
    outfile: join(folder, 'explore-recovery.cjs'),
  });
  return runSteps('the model of recovery', [
    { name: "'mesos', 1 wipe: two values", run: () => expectViolation(program) },
    { name: "'safe', 2 wipes: nothing", run: () => expectNone(program) },
  ]);
});
process.exitCode = isOk ? 0 : 1;

async function expectViolation(program) {
  const result = await explore(program, ['--recovery', 'mesos', '--wipes', '1']);
  if (!result.violation) throw new StepFailure(`not found: ${boundOf(result)}`);
  const { text, trace } = result.violation;
  report(`recovery 'mesos': ${boundOf(result)}: ${text}, in ${trace.length} steps`);
}

async function expectNone(program) {
  const result = await explore(program, ['--recovery', 'safe', '--wipes', '2']);
  const { violation, isExhausted } = result;
  if (violation) {
    throw new StepFailure([violation.text, ...violation.trace, boundOf(result)].join('\n'));
  }
  if (!isExhausted) throw new StepFailure(`not all were visited: ${boundOf(result)}`);
  report(`recovery 'safe': ${boundOf(result)}: nothing is violated`);
}

function boundOf({ size, wipes, elections, rejoinRetries, states, steps, seconds }) {
  const bound = `${size} replicas, 2 coordinators with ${elections} election each, ${wipes} wipes, ${rejoinRetries} retry of a rejoin`;
  return `${bound}: ${states} states, ${steps} steps, ${seconds.toFixed(0)} s`;
}

/** A violation is an outcome here, not a failure of the program. */
async function explore(program, args) {
  const running = promisify(execFile)(process.execPath, [program, '--json', ...args]);
  const { stdout } = await running.catch((error) => {
    if (error.code === 1) return error;
    throw new StepFailure(error.stderr ?? error.message);
  });
  return JSON.parse(stdout);
}
