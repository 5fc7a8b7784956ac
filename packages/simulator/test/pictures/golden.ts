import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'golden');

/**
 * The golden file of this name. With `UPDATE_GOLDEN=1` in the environment it is written anew:
 * look at the difference before you commit it.
 */
export function golden(name: string, text: string): string {
  const path = join(FOLDER, name);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  return readFileSync(path, 'utf8');
}
