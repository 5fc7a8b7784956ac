import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';

/** An empty directory for each test of the file; gives the path of what is in it. */
export function temporaryDirectory(): (...names: readonly string[]) => string {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'checkpoint-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  return (...names) => join(directory, ...names);
}
