// Generates src/gen/messages.{js,d.ts} from proto/ with protobufjs.
//
//   node scripts/generate.mjs           writes the files
//   node scripts/generate.mjs --check   writes nothing; exit 1 if the committed files are stale
//
// Two passes: the types are extracted from doc comments, which the shipped code need not carry.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pbjs from 'protobufjs-cli/pbjs.js';

const packageDir = join(dirname(fileURLToPath(import.meta.url)), '..');
const protoDir = join(packageDir, '..', '..', 'proto');
const genDir = join(packageDir, 'src', 'gen');
const outputs = ['messages.js', 'messages.d.ts'];

const flags = [
  ...['--target', 'static-module', '--wrap', 'esm', '--force-long'],
  // A root of our own: without it the namespace would be shared with every other user of protobufjs.
  ...['--root', 'quorate_messages', '--dependency', 'protobufjs/minimal.js'],
  // The typed layer checks, converts and frames; only encode and decode are used.
  ...['--no-create', '--no-verify', '--no-convert', '--no-delimited', '--no-typeurl'],
  ...['--no-service', '--path', protoDir],
];

/** Every .proto file, in an order that does not depend on the file system. */
function protoFiles() {
  return readdirSync(protoDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.proto'))
    .sort()
    .map((name) => join(protoDir, name));
}

async function generate() {
  const dir = mkdtempSync(join(tmpdir(), 'quorate-generate-'));
  try {
    const run = promisify(pbjs.main);
    await run([...flags, '--dts', '--out', join(dir, 'messages.js'), ...protoFiles()]);
    await run([...flags, '--no-comments', '--out', join(dir, 'messages.js'), ...protoFiles()]);
    return new Map(outputs.map((name) => [name, readFileSync(join(dir, name), 'utf8')]));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function readCommitted(name) {
  try {
    return readFileSync(join(genDir, name), 'utf8');
  } catch {
    return undefined;
  }
}

const generated = await generate();
const stale = [...generated].filter(([name, text]) => readCommitted(name) !== text);
if (process.argv.includes('--check')) {
  for (const [name] of stale) {
    const file = relative(process.cwd(), join(genDir, name));
    console.error(`${file} is stale: run "npm run generate -w @quorate/messages"`);
  }
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [name, text] of stale) writeFileSync(join(genDir, name), text);
  console.log(stale.length > 0 ? `wrote ${stale.map(([name]) => name).join(', ')}` : 'up to date');
}
