// Looks for planted bugs: each is built into a bundle of its own and run in a process of its own.

import { spawn } from 'node:child_process';
import { StepFailure } from '../lib/run.mjs';
import { withScratchFolder } from '../lib/scratch.mjs';
import { bundleSearch, copySources, plant, uproot } from './plant.mjs';

/** The profiles that look for a bug of a system, when its patch names none. */
const PROFILES = {
  log: ['swarm', 'storage', 'recovery'],
  registrar: ['swarm', 'storage', 'recovery'],
  updates: ['swarm', 'storage'],
  checkpoint: ['swarm', 'storage'],
  runtime: ['swarm'],
};
/** Those with replicas, which lose their disks and come back. */
const GROUPS = ['log', 'registrar'];

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
    const sound = await bundleSearch(copy, 'sound', 'seeds');
    for (const bug of bugs) bundles.push(await buildWith(copy, bug));
    const results = [];
    const waiting = bugs.map((bug, index) => ({ bug, index }));
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { bug, index } = next;
        const result = await hunt(bug, bundles[index], { ...options, sound });
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
  const { seedsMax, limitS, sound } = options;
  const recovery = GROUPS.includes(bug.system) ? (bug.recovery ?? options.recovery) : undefined;
  const startMs = performance.now();
  const result = (fields) => ({
    name,
    isFound: false,
    system: bug.system,
    recovery,
    ...fields,
    seconds: (performance.now() - startMs) / 1000,
  });
  if (bundle.problem) return result({ problem: bundle.problem });
  const { found, problem } = await SEARCHES[bug.search](bundle.path, {
    system: bug.system,
    profiles: bug.profiles ?? PROFILES[bug.system],
    recovery,
    seedsMax,
    limitS,
    sound,
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
  async seeds(path, { limitS, sound, ...question }) {
    const untilMs = performance.now() + limitS * 1000;
    const ask = async (bundle, from, seedsMax) => {
      const leftS = Math.max(1, (untilMs - performance.now()) / 1000);
      const { output, problem } = await run(
        [bundle, JSON.stringify({ ...question, from, seedsMax })],
        leftS,
        [0],
      );
      return problem ? { problem } : { found: JSON.parse(output).found };
    };
    for (let from = 1; ;) {
      const { found, problem } = await ask(path, from, question.seedsMax);
      if (problem) return { problem };
      if (!found) return { problem: `not in ${question.seedsMax} seeds` };
      // What falls without the bug as well, as with the fault of Mesos' recovery, proves nothing.
      const control = await ask(sound, found.seed, found.seed);
      if (control.problem) return { problem: control.problem };
      if (!control.found) return { found };
      from = found.seed + 1;
    }
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
      timeout: Math.ceil(limitS * 1000),
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
