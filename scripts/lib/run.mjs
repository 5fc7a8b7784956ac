// Runs commands and named steps, and reports them one line a step.

import { spawn } from 'node:child_process';
import { root } from './packages.mjs';

/** A step's own finding: its message is the whole report, a stack would say nothing more. */
export class StepFailure extends Error {}

/**
 * Runs a command without a shell and without input.
 * @returns {Promise<{ code: number, output: string }>} stdout and stderr as they came
 */
export function capture(command, args, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

/** Runs a command that has to succeed, and returns its output. */
export async function expectSuccess(command, args, options) {
  const { code, output } = await capture(command, args, options);
  if (code !== 0) throw new StepFailure(output.trim() || `${command} ended with exit code ${code}`);
  return output;
}

/**
 * Runs the steps in order, each to its end whatever the others found.
 * @param {string} title what the last line names, such as `check`
 * @param {{ name: string, run: () => Promise<string | void> }[]} steps `run` returns a remark
 * @returns {Promise<boolean>} whether every step passed
 */
export async function runSteps(title, steps) {
  const failed = [];
  for (const { name, run } of steps) {
    const startMs = performance.now();
    const report = (mark, remark) => {
      const seconds = ((performance.now() - startMs) / 1000).toFixed(1).padStart(5);
      console.log(`${mark} ${seconds} s  ${name}${remark ? `: ${remark}` : ''}`);
    };
    try {
      report('ok  ', await run());
    } catch (error) {
      failed.push(name);
      report('FAIL');
      const text = error instanceof StepFailure ? error.message : error.stack;
      console.log(text.replaceAll(/^/gm, '       '));
    }
  }
  console.log(failed.length === 0 ? `${title}: ok` : `${title}: failed: ${failed.join(', ')}`);
  return failed.length === 0;
}
