// Packs the built packages. What is published differs from the folder in the repository: no
// `@quorate/source` condition (the sources stay behind), no scripts and development dependencies,
// and the licence beside the code. So each package is staged under dist/ and packed from there.

import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMessage } from 'publint/utils';
import { publint } from 'publint';
import { StepFailure, expectSuccess } from '../lib/run.mjs';
import { root } from '../lib/packages.mjs';

const STAGE = join(root, 'dist');
const NOT_PUBLISHED = ['scripts', 'devDependencies', '@quorate/source'];

function publishedManifest({ files, ...manifest }) {
  const text = JSON.stringify({ ...manifest, files: [...files, 'NOTICE'] });
  return JSON.parse(text, (key, value) => (NOT_PUBLISHED.includes(key) ? undefined : value));
}

function stage({ folder, path, manifest }, into) {
  const target = join(into, folder);
  mkdirSync(target, { recursive: true });
  for (const name of [...manifest.files, 'README.md', 'CHANGELOG.md']) {
    if (!existsSync(join(path, name))) continue;
    cpSync(join(path, name), join(target, name), { recursive: true });
  }
  for (const name of ['LICENSE', 'NOTICE']) cpSync(join(root, name), join(target, name));
  const published = publishedManifest(manifest);
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  return target;
}

async function pack(folder, into) {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', into];
  const output = await expectSuccess('npm', [...args, '--loglevel', 'error'], { cwd: folder });
  const report = JSON.parse(output.slice(output.search(/^[[{]/m)));
  const [packed] = Object.values(report);
  return join(into, packed.filename);
}

/** Fails on whatever publint, at its strictest, finds in a staged package. */
async function lint(pkgDir) {
  const { messages, pkg } = await publint({ pkgDir, strict: true, pack: false });
  if (messages.length === 0) return;
  const texts = messages.map((message) => formatMessage(message, pkg, { color: false }));
  throw new StepFailure(`${pkg.name}: ${texts.join('\n')}`);
}

/**
 * Stages, lints and packs every package.
 * @returns {Promise<Map<string, string>>} tarball by package name
 */
export async function packAll(packages, into = STAGE) {
  const tarballs = join(into, 'tarballs');
  rmSync(into, { recursive: true, force: true });
  mkdirSync(tarballs, { recursive: true });
  const packed = await Promise.all(
    packages.map(async (entry) => {
      const folder = stage(entry, into);
      await lint(folder);
      return [entry.name, await pack(folder, tarballs)];
    }),
  );
  return new Map(packed);
}
