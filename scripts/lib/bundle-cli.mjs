import { join } from 'node:path';
import { bundleProgram } from './bundle-program.mjs';
import { root } from './packages.mjs';

const CACHE = join(root, 'node_modules', '.cache', 'ci');

/** Bundles the command `quorate`. @returns {Promise<string>} the path of the program */
export function bundleCli() {
  return bundled(
    'quorate',
    `require('quorate').main(process.argv.slice(2)).then((code) => { process.exitCode = code; });`,
  );
}

/** Bundles a library, to be required. @returns {Promise<string>} the path of the module */
export function bundleLibrary(specifier) {
  return bundled('library', `module.exports = require('${specifier}');`);
}

/** Each under a name of its own: several scripts may run at once. */
function bundled(name, contents) {
  return bundleProgram({
    stdin: { contents, resolveDir: join(root, 'scripts') },
    outfile: join(CACHE, `${name}-${process.pid}.cjs`),
    external: ['classic-level'],
  });
}
