// Run by check-plyvel.py: node -r ./scripts/dev-register.cjs scripts/ci/write-log.mjs DIRECTORY
//
// Writes a log of every kind of record through levelStorage, and prints as JSON, one a line, what
// a reader must find. With --compressed it writes a LevelDB of the same size as levelStorage must
// not write it: with snappy.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { levelStorage } = require('@quorate/log/leveldb');
// A dependency of the package, not of the workspace.
const { ClassicLevel } = createRequire(require.resolve('@quorate/log'))('classic-level');

const [directory, mode] = process.argv.slice(2);
if (directory === undefined) throw new Error('usage: write-log.mjs DIRECTORY [--compressed]');

const RECORD_COUNT = 3_000;
const TRUNCATE_TO = 500;
/** Keys are longer from here on. */
const LONG_KEY_POSITION = 9_999_999_999;

const base = { promised: 3, performed: 2, learned: true };

function actionAt(position) {
  if (position % 100 === 1) return { position, promised: 7 };
  if (position % 100 === 2) return { position, ...base, type: 'nop', nop: {} };
  if (position % 100 === 3) return { position, promised: 2, performed: 2, ...append(position) };
  return { position, ...base, ...append(position) };
}

/** Long runs of one letter: what snappy would compress at once. */
function append(position) {
  const bytes = Buffer.from(`value of ${position} ${'x'.repeat(position % 700)}`);
  return { type: 'append', append: { bytes } };
}

async function writeLog() {
  const storage = levelStorage({ path: directory });
  await storage.restore();
  const kept = [];
  for (let from = 0; from < RECORD_COUNT; from += 100) {
    const actions = Array.from({ length: 100 }, (_, index) => actionAt(from + index));
    await storage.persist({ actions });
    kept.push(...actions.filter(({ position }) => position >= TRUNCATE_TO));
  }
  const truncate = { type: 'truncate', truncate: { to: TRUNCATE_TO } };
  const truncation = { position: RECORD_COUNT, ...base, ...truncate };
  const farAway = [LONG_KEY_POSITION - 1, LONG_KEY_POSITION, Number.MAX_SAFE_INTEGER];
  const last = [truncation, ...farAway.map((position) => ({ position, ...base, ...append(1) }))];
  const metadata = { status: 'voting', promised: 9 };
  await storage.persist({ metadata, actions: last, truncateTo: TRUNCATE_TO });
  await storage.close();
  // The second open compacts: what was in the write-ahead log is in tables then.
  const reopened = levelStorage({ path: directory });
  await reopened.restore();
  await reopened.close();
  console.log(JSON.stringify(metadata));
  for (const action of [...kept, ...last]) console.log(JSON.stringify(shown(action)));
}

function shown(action) {
  if (!action.append) return action;
  return { ...action, append: { bytes: action.append.bytes.toString('base64') } };
}

async function writeCompressed() {
  const database = new ClassicLevel(directory, { compression: true });
  for (let key = 0; key < RECORD_COUNT; key++) await database.put(`${key}`, 'x'.repeat(700));
  await database.compactRange('', '~');
  await database.close();
}

await (mode === '--compressed' ? writeCompressed() : writeLog());
