#!/usr/bin/env node
// Runs every program of docs/guide: each fenced block of TypeScript is one. They are checked by the
// compiler first, together, as a reader's editor would. Programs of the page zookeeper have a real server, which
// CI must have; elsewhere that page is left out where none is installed.
//
// Usage: scripts/ci/guide.mjs [NAME]     (one page only: futures, processes, …)

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { root } from '../lib/packages.mjs';

const GUIDE = join(root, 'docs', 'guide');
const REGISTER = join(root, 'scripts', 'dev-register.cjs');
/** Below the root, so that the programs find the packages. */
const FOLDER = join(root, 'node_modules', '.cache', 'guide');
const TIME_LIMIT_MS = 120_000;
const SERVER_PAGE = 'zookeeper.md';

const [only] = process.argv.slice(2);
const pages = readdirSync(GUIDE).filter(
  (name) => name.endsWith('.md') && (!only || name === `${only}.md`),
);
if (pages.length === 0) {
  console.error(`no page ${only ?? ''} in docs/guide`);
  process.exit(2);
}

try {
  const count = await runAll();
  console.log(`${count} programs of ${pages.length} pages`);
} catch (error) {
  console.error(`FAIL ${error.message}`);
  process.exitCode = 1;
}

async function runAll() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const programs = pages.flatMap(programsOf);
  writeFileSync(
    join(FOLDER, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['*.ts'] }),
  );
  run('types', [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', FOLDER, '--noEmit']);
  for (const { path, title, page } of programs) {
    if (page !== SERVER_PAGE) run(title, ['-r', REGISTER, path]);
  }
  await runWithServer(programs.filter(({ page }) => page === SERVER_PAGE));
  rmSync(FOLDER, { recursive: true });
  return programs.length;
}

/** Each block of a page as a file, named by the heading above it. */
function programsOf(page) {
  const text = readFileSync(join(GUIDE, page), 'utf8');
  const found = [...text.matchAll(/^```ts\n(.*?)^```$/gms)];
  if (found.length === 0) throw new Error(`docs/guide/${page} has no programs`);
  return found.map(({ 1: program, index }, number) => {
    const heading =
      text
        .slice(0, index)
        .match(/^#+ .*$/gm)
        ?.at(-1) ?? '';
    const path = join(FOLDER, `${basename(page, '.md')}-${number + 1}.ts`);
    writeFileSync(path, program);
    return { path, page, title: `${page} ${heading}` };
  });
}

async function runWithServer(those) {
  if (those.length === 0) return;
  const require = createRequire(import.meta.url);
  require(REGISTER);
  const { isZooKeeperInstalled, ZooKeeperServer } = require('../../testing/zookeeper-server.ts');
  if (!isZooKeeperInstalled && process.env.CI !== 'true') {
    console.log(`left out: ${SERVER_PAGE}: apt-get install libzookeeper-java default-jre-headless`);
    return;
  }
  const server = await ZooKeeperServer.start();
  try {
    for (const { path, title } of those) run(title, ['-r', REGISTER, path], server.address);
  } finally {
    await server.destroy();
  }
}

function run(title, argv, zooKeeper = '') {
  const result = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    timeout: TIME_LIMIT_MS,
    env: { ...process.env, ZOOKEEPER: zooKeeper },
  });
  if (result.status === 0) return;
  throw new Error(`${title}\n${result.stdout}${result.stderr}${result.signal ?? ''}`);
}
