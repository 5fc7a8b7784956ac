// Looks for planted bugs: each is built into a bundle of its own and run in a process of its own.

import { spawn } from 'node:child_process';
import { StepFailure } from '../lib/run.mjs';
import { withScratchFolder } from '../lib/scratch.mjs';
import { bundleSearch, copySources, plant, uproot } from './plant.mjs';

const PROFILES = ['swarm', 'storage', 'recovery'];

/**
 * Plants and looks for each of the bugs.
 * @param {import('./patches.mjs').PlantedBug[]} bugs
 * @param {{ recovery: string, seedsMax: number, limitS: number, concurrency: number,
 *   onResult?: (result: object) => void }} options `limitS` is for each bug
 */
export async function huntBugs(bugs, options) {
  return withScratchFolder(async (copy) => {
    copySources(copy);
    const bundles = [];
    for (const bug of bugs) bundles.push(await buildWith(copy, bug));
    const results = [];
    const waiting = bugs.map((bug, index) => ({ bug, index }));
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { bug, index } = next;
        const result = await hunt(bug, bundles[index], options);
        results[index] = result;
        options.onResult?.(result);
      }
    };
    await Promise.all(Array.from({ length: options.concurrency }, worker));
    return results;
  });
}

/** Plants each of the bugs and builds it, without looking for it. */
export async function checkPatches(bugs) {
  return withScratchFolder(async (copy) => {
    copySources(copy);
    for (const bug of bugs) {
      const { problem } = await buildWith(copy, bug);
      if (problem) throw new StepFailure(`${bug.name} ${problem}`);
    }
    return `${bugs.length} beside those that are looked for`;
  });
}

/** The bundle with the bug in it, or why there is none. */
async function buildWith(copy, { name, path, search }) {
  try {
    await plant(copy, path);
  } catch (error) {
    return { problem: `does not apply: ${error.message}` };
  }
  try {
    return { path: await bundleSearch(copy, name, search) };
  } catch (error) {
    return { problem: `does not build: ${error.message}` };
  } finally {
    await uproot(copy, path);
  }
}

async function hunt(bug, bundle, options) {
  const { name, invariants } = bug;
  const { seedsMax, limitS } = options;
  const recovery = bug.recovery ?? options.recovery;
  const startMs = performance.now();
  const result = (fields) => ({
    name,
    isFound: false,
    recovery,
    ...fields,
    seconds: (performance.now() - startMs) / 1000,
  });
  if (bundle.problem) return result({ problem: bundle.problem });
  const { found, problem } = await SEARCHES[bug.search](bundle.path, {
    profiles: bug.profiles ?? PROFILES,
    recovery,
    seedsMax,
    limitS,
  });
  if (problem) return result({ problem });
  const isFound = invariants.includes(found.invariant);
  return result({
    ...found,
    isFound,
    ...(!isFound && { problem: `expected ${invariants.join(' or ')}: ${found.text}` }),
  });
}

const SEARCHES = {
  async seeds(path, { limitS, ...question }) {
    const { output, problem } = await run([path, JSON.stringify(question)], limitS, [0]);
    if (problem) return { problem };
    const { found } = JSON.parse(output);
    return found ? { found } : { problem: `not in ${question.seedsMax} seeds` };
  },

  async model(path, { recovery, limitS }) {
    const { output, problem } = await run([path, '--json', '--recovery', recovery], limitS, [0, 1]);
    if (problem) return { problem };
    const { states, violation } = JSON.parse(output);
    if (!violation) return { problem: `not in ${states} states` };
    return { found: { profile: `${states} states`, invariant: 'agreement', text: violation.text } };
  },
};

/** @returns what the program printed, or what kept it from doing so */
function run(args, limitS, codes) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitS * 1000,
      killSignal: 'SIGKILL',
    });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
    child.on('error', (error) => resolve({ problem: error.message }));
    child.on('close', (code, signal) => {
      if (signal) resolve({ problem: `not in ${limitS} s` });
      else if (codes.includes(code)) resolve({ output });
      else resolve({ problem: errors.trim().split('\n').slice(0, 3).join(' ') });
    });
  });
}
