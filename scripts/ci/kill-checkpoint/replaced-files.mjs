import { createRequire } from 'node:module';
import { contentOf, REPLACED_NAMES, replacedPath, stepOf } from './content.mjs';

const require = createRequire(import.meta.url);
const {
  makeDirectories,
  parentOf,
  replaceFile,
  sweepTemporaryFiles,
} = require('@quorate/checkpoint');

/** Files each of which is replaced by the next content again and again. */
export async function startReplacedFiles({ folder, fileSystem, meet }) {
  const lines = [];
  for (const name of REPLACED_NAMES) {
    const path = replacedPath(folder, name);
    await makeDirectories(fileSystem, parentOf(path));
    meet('temporary files', await sweepTemporaryFiles(fileSystem, parentOf(path)));
    const isThere = (await fileSystem.stat(path)) !== undefined;
    lines.push({
      name,
      found: isThere ? stepOf(name, await fileSystem.readFile(path, 2 ** 30)) : 0,
      advance: (step) => replaceFile(fileSystem, path, contentOf(name, step)),
    });
  }
  return { lines, close: async () => undefined };
}
