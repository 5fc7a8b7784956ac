import { afterEach, expect, test } from '@jest/globals';
import { Entry, Registry } from '@quorate/messages';
import { ClassicLevel } from 'classic-level';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOf, removeFolders } from './support/folders.ts';

afterEach(removeFolders);

const FIXTURES = join(__dirname, 'fixtures');

test('the registry in a LevelDB state storage that Mesos wrote is read and written alike', async () => {
  const path = copyOf(join(FIXTURES, 'registry-leveldb', 'db'));
  const database = new ClassicLevel<string, Uint8Array>(path, {
    valueEncoding: 'view',
    compression: false,
  });
  const stored = await database.iterator().all();
  await database.close();

  expect(stored.map(([key]) => key)).toEqual(['registry']);
  const bytes = stored[0]?.[1] ?? new Uint8Array();
  const entry = Entry.decode(bytes);
  expect(entry.name).toBe('registry');
  expect(Buffer.from(entry.uuid).toString('hex')).toBe('810d4a518c194d2693e26f66d1a7e355');
  const registry = readFileSync(join(FIXTURES, 'registry.bin'));
  expect(Buffer.compare(Buffer.from(entry.value), registry)).toBe(0);
  expect(Registry.decode(entry.value).master?.info.id).toBe('master-0001');
  expect(Buffer.compare(Buffer.from(Entry.encode(entry)), Buffer.from(bytes))).toBe(0);
});
