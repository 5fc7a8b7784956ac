// Writes the reference of every package to dist/docs.

import { join } from 'node:path';
import { writeReference } from './check/reference.mjs';
import { root } from './lib/packages.mjs';

const folder = join(root, 'dist', 'docs');
await writeReference(folder);
console.log(join(folder, 'index.html'));
