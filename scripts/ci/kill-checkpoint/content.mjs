// What is written says what it is: any mix of two contents, or part of one, is found out.

import { join } from 'node:path';
import { seededRandom } from '../../lib/random.mjs';

/** Two files in one directory, so that their temporary files are together. */
export const REPLACED_NAMES = ['replaced-1', 'replaced-2'];
export const replacedPath = (folder, name) => join(folder, 'replaced', name);

const SIZE_BYTES_MAX = 4096;
/** Every so often one so large that the kill may come in the middle of its only write. */
const LARGE_EACH = 8;
const LARGE_SIZE_BYTES_MAX = 512 * 1024;

/** What the `step`-th content of this name looks like. */
export function contentOf(name, step) {
  const max = step % LARGE_EACH === 0 ? LARGE_SIZE_BYTES_MAX : SIZE_BYTES_MAX;
  const random = seededRandom(step);
  const text = `${name} ${step} `;
  return Buffer.alloc(text.length + Math.floor(random(max)), text);
}

/** The number of the step whose content this is; throws if it is that of none. */
export function stepOf(name, bytes) {
  const content = Buffer.from(bytes);
  const start = content.subarray(0, 64).toString('latin1');
  const step = Number(/ (\d+) /.exec(start)?.[1]);
  if (Number.isInteger(step) && content.equals(contentOf(name, step))) return step;
  throw new Error(`${name}: ${content.length} bytes that were never written: ${start}…`);
}
