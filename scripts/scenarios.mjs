// Runs the scenarios of packages/log/test/scenarios, or those that are named, and compares what was seen
// with what they expect. After a change of the log that is meant, `--rewrite` writes down what is seen
// now: read the difference before it is committed.
//
// Usage: npm run scenarios -- [--rewrite] [FILE...]

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/packages.mjs';

const require = createRequire(import.meta.url);
require('./dev-register.cjs');
const { parseScenario, printScenario, runScenario } = require('@quorate/simulator/log');

const FOLDER = join(root, 'packages', 'log', 'test', 'scenarios');

const { values, positionals } = parseArgs({
  options: { rewrite: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const files =
  positionals.length > 0
    ? positionals
    : readdirSync(FOLDER)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => join(FOLDER, name));

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  try {
    const seen = printScenario(await runScenario(parseScenario(text)));
    if (seen === text) continue;
    if (values.rewrite) writeFileSync(file, seen);
    else process.exitCode = 1;
    console.log(
      `${relative(root, file)}: ${values.rewrite ? 'rewritten' : differenceOf(text, seen)}`,
    );
  } catch (error) {
    process.exitCode = 1;
    console.error(`${relative(root, file)}: ${error.stack}`);
  }
}
console.log(`${files.length} scenarios`);

function differenceOf(expected, seen) {
  const [wanted, found] = [expected.split('\n'), seen.split('\n')];
  const line = wanted.findIndex((text, index) => text !== found[index]);
  return `line ${line + 1} is expected to be\n  ${wanted[line]}\nand is\n  ${found[line] ?? ''}`;
}
