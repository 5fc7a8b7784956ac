#!/usr/bin/env node
// One seed gives one run on every engine: runs the same seeds on this Node and on others, installed from
// the registry for the occasion, and compares their fingerprints.
//
// Usage: scripts/ci/simulate-engines.mjs [VERSION...]      default: 22 24

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProgram } from '../lib/bundle-program.mjs';
import { root } from '../lib/packages.mjs';
import { StepFailure, capture, runSteps } from '../lib/run.mjs';
import { withScratchFolder } from '../lib/scratch.mjs';

const versions = process.argv.slice(2);
if (versions.length === 0) versions.push('22', '24');

/** Prints the engine, and a line for each run with its fingerprint. */
const PROGRAM = `
import { PROFILE_NAMES, drawRun, runPlan } from '@quorate/simulator/systems';
async function main() {
  console.log(process.version);
  for (const profile of PROFILE_NAMES) {
    for (let seed = 1; seed <= 5; seed++) {
      const { hash, events } = await runPlan(drawRun({ seed, profile, durationMs: 30_000 }));
      console.log(profile, seed, events, hash);
    }
  }
}
void main();
`;

const isOk = await withScratchFolder(async (folder) => {
  const entry = join(folder, 'fingerprints.mjs');
  writeFileSync(entry, PROGRAM);
  const program = await bundleProgram({
    entryPoints: [entry],
    // Where it finds what is native code; no run opens a real database.
    outfile: join(root, 'node_modules', '.cache', 'engines', 'fingerprints.cjs'),
    absWorkingDir: root,
    nodePaths: [join(root, 'node_modules')],
    external: ['classic-level'],
  });
  const expected = await fingerprints(process.execPath, [program]);
  return runSteps(
    'engines',
    versions.map((version) => ({
      name: `Node ${version} as ${expected[0]}`,
      run: () => compare(version, program, expected),
    })),
  );
});
process.exitCode = isOk ? 0 : 1;

async function compare(version, program, expected) {
  const actual = await fingerprints('npx', ['--yes', '-p', `node@${version}`, 'node', program]);
  if (!actual[0].startsWith(`v${version}.`)) throw new StepFailure(`it was ${actual[0]}`);
  const others = actual.slice(1).filter((line, index) => line !== expected[index + 1]);
  if (others.length > 0 || actual.length !== expected.length) {
    throw new StepFailure(['other runs:', ...others].join('\n'));
  }
  return `${actual[0]}, ${actual.length - 1} runs`;
}

async function fingerprints(command, args) {
  const { code, output } = await capture(command, args);
  if (code !== 0) throw new StepFailure(output);
  const lines = output.trim().split('\n');
  return lines.slice(lines.findIndex((line) => /^v\d/.test(line)));
}
