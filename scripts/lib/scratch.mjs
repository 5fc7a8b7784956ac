// Temporary folders that do not outlive this process.

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const open = new Set();

function removeAll() {
  for (const path of open) rmSync(path, { recursive: true, force: true });
  open.clear();
}

process.on('exit', removeAll);
for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(signal, () => process.exit(exitCode));
}

/**
 * Runs `use` with the path of a new empty folder and removes the folder afterwards.
 * @template T
 * @param {(path: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withScratchFolder(use) {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'quorate-scratch-')));
  open.add(path);
  try {
    return await use(path);
  } finally {
    rmSync(path, { recursive: true, force: true });
    open.delete(path);
  }
}
