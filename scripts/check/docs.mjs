// The documents that must stay true to the code: every error code is explained, every row of the
// parity table names a test that exists, and every relative link leads somewhere.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture, StepFailure } from '../lib/run.mjs';
import { root } from '../lib/packages.mjs';

/** What upstream's suites hold, so that a row cannot be forgotten without being noticed. */
const PARITY_ROWS_MIN = {
  FutureTest: 26,
  CollectTest: 4,
  AwaitTest: 7,
  LoopTest: 4,
  LogStorageTest: 5,
  ReplicaTest: 4,
  CoordinatorTest: 22,
  RecoverTest: 9,
  LogTest: 4,
  NetworkTest: 1,
  RegistrarTest: 13,
  GroupTest: 12,
  LogZooKeeperTest: 2,
  ZooKeeperStateTest: 7,
  ZooKeeperTest: 7,
  ZooKeeperURLTest: 1,
  OperationStatusUpdateManagerTest: 16,
  TaskStatusUpdateManagerTest: 8,
  SubprocessTest: 19,
  IOTest: 5,
};
const ERROR_CODE_UNION = /(?:export type \w*ErrorCode =|readonly code =)([^;]+);/g;

export async function checkDocs() {
  const { output } = await capture('git', ['ls-files', '-co', '--exclude-standard']);
  const files = output.split('\n').filter((file) => file !== '' && existsSync(join(root, file)));
  const problems = [
    ...errorCodeProblems(files),
    ...parityProblems(),
    ...files.filter((file) => file.endsWith('.md')).flatMap(linkProblems),
  ];
  if (problems.length > 0) throw new StepFailure(problems.join('\n'));
}

const read = (file) => readFileSync(join(root, file), 'utf8');

/** Codes are the literals of the unions named `…ErrorCode`, and of `readonly code = …`. */
function errorCodeProblems(files) {
  const documented = new Set(read('docs/errors.md').match(/`[A-Z][A-Z_]+[A-Z]`/g));
  const sources = files.filter((file) => /^packages\/[^/]+\/src\/.*\.ts$/.test(file));
  const declared = sources.flatMap((file) =>
    [...read(file).matchAll(ERROR_CODE_UNION)].flatMap(([, union]) =>
      [...union.matchAll(/'([A-Z][A-Z_]+)'/g)].map(([, code]) => ({ file, code })),
    ),
  );
  if (declared.length === 0) return ['no error code found in any source: the pattern is wrong'];
  const known = new Set(declared.map(({ code }) => `\`${code}\``));
  return [
    ...declared
      .filter(({ code }) => !documented.has(`\`${code}\``))
      .map(({ file, code }) => `docs/errors.md does not explain ${code} of ${file}`),
    ...[...documented]
      .filter((code) => !known.has(code))
      .map((code) => `docs/errors.md explains ${code}, which no source declares`),
  ];
}

/** Rows look like `| Suite.Case | packages/…/file.test.ts | … |`; the file has a test titled Case. */
function parityProblems() {
  const rows = [
    ...read('docs/parity.md').matchAll(/^\| `?(\w+)\.(\w+)`? *\| `?(packages\/[^\s`|]+)`? *\|/gm),
  ].map(([, suite, name, file]) => ({ suite, name, file }));
  const count = (suite) => rows.filter((row) => row.suite === suite).length;
  return [
    ...Object.entries(PARITY_ROWS_MIN)
      .filter(([suite, least]) => count(suite) < least)
      .map(([suite, least]) => `docs/parity.md has ${count(suite)} of ${least} rows for ${suite}`),
    ...rows
      .filter((row) => !hasTest(row))
      .map(({ suite, name, file }) => `docs/parity.md: no test ${name} (${suite}) in ${file}`),
  ];
}

function hasTest({ suite, name, file }) {
  if (!existsSync(join(root, file))) return false;
  const title = new RegExp(`['"\`](${suite}\\.)?${name}\\b`);
  return title.test(read(file));
}

function linkProblems(file) {
  const links = [...read(file).matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map(([, link]) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(file), link)))
    .map((link) => `${file} links to ${link}, which does not exist`);
}
