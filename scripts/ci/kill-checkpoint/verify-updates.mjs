import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** After a clean stop every file of updates is intact, and no journal is pending. */
export async function verifyUpdates(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('operation.updates'))
    .map((name) => join(folder, name));
  if (files.length === 0) throw new Error('there are no files of updates');
  const { main } = require('quorate'); // only now: most lives end before
  let printed = '';
  const output = {
    ...{ isTTY: false, columns: undefined },
    write: async (text) => void (printed += text),
  };
  const io = { stdout: output, stderr: output, env: {} };
  const exitCode = await main(['updates', 'verify', '--json', ...files], io);
  const expected = files.map((file) => `${JSON.stringify({ file, intact: true })}\n`).join('');
  if (exitCode !== 0 || printed !== expected) throw new Error(`updates verify: ${printed}`);
}
