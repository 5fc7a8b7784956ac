import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A new folder; `removeFolders` removes it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-test-'));
  made.push(folder);
  return folder;
}

/** A copy of a directory that may be changed. */
export function copyOf(path: string): string {
  const copy = join(newFolder(), 'log');
  cpSync(path, copy, { recursive: true });
  return copy;
}

/** For `afterEach`. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Name, size, time of change and hash of each file: equal only if nothing was touched. */
export function fingerprintOf(path: string): readonly string[] {
  return readdirSync(path)
    .toSorted()
    .map((name) => {
      const file = join(path, name);
      const { size, mtimeMs, ctimeMs, ino } = statSync(file);
      const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
      return `${name} ${size} ${mtimeMs} ${ctimeMs} ${ino} ${sha256}`;
    });
}
