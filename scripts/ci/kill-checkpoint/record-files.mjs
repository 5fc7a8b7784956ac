import { createRequire } from 'node:module';
import { join } from 'node:path';
import { contentOf, stepOf } from './content.mjs';

const require = createRequire(import.meta.url);
const { makeDirectories, RecordFile } = require('@quorate/checkpoint');

/** Two files of records, with checksums and without, that get one record after the other. */
export async function startRecordFiles({ folder, fileSystem, meet }) {
  const directory = join(folder, 'records');
  await makeDirectories(fileSystem, directory);
  const lines = [];
  const files = [];
  for (const checksum of ['none', 'crc32c']) {
    const name = `records-${checksum}`;
    const file = await RecordFile.open({ fileSystem, path: join(directory, name), checksum });
    meet('torn records', file.cutBytes > 0 ? 1 : 0);
    file.records.forEach(({ bytes }, index) => {
      const step = stepOf(name, bytes);
      if (step !== index + 1) throw new Error(`${name}: record ${index + 1} is that of ${step}`);
    });
    files.push(file);
    lines.push({
      name,
      found: file.records.length,
      advance: (step) => file.append([contentOf(name, step)]),
    });
  }
  return {
    lines,
    close: async () => {
      for (const file of files) await file.close();
    },
  };
}
