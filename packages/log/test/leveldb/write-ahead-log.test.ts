import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { LogError } from '@quorate/log';
import { levelEngine } from '@quorate/log/leveldb';
import { DatabaseWorkload } from '@quorate/log/testing';
import { findDamage } from '../../src/leveldb/write-ahead-log.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import type { TemporaryDirectory } from '../support/temporary-directory.ts';

const BATCHES = 12;
/** Its batches are small, but for two of more than a block. */
const workload = new DatabaseWorkload(35);

const directories: TemporaryDirectory[] = [];

/** A directory as a kill leaves it: nothing in tables, all in the write-ahead log. */
async function killedDirectory(): Promise<{ folder: string; path: string; log: string }> {
  const directory = await temporaryDirectory();
  directories.push(directory);
  const open = join(directory.path, 'open');
  const path = join(directory.path, 'killed');
  const database = await levelEngine.open(open, true);
  for (let number = 1; number <= BATCHES; number++) {
    await workload.write(database, workload.batch(number));
  }
  cpSync(open, path, { recursive: true });
  await database.close();
  const name = readdirSync(path).find((file) => file.endsWith('.log')) ?? '';
  return { folder: directory.path, path, log: join(path, name) };
}

/** The last batch that is found, or the code of the error. */
async function found(path: string): Promise<number | string> {
  try {
    const database = await levelEngine.open(path, false);
    try {
      return await workload.check(database, { least: 0, most: BATCHES });
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof LogError) return error.code;
    throw error;
  }
}

afterEach(async () => {
  for (const directory of directories.splice(0)) await directory.remove();
});

describe('findDamage', () => {
  it('finds a whole log sound, wherever it is cut', async () => {
    const { log } = await killedDirectory();
    const bytes = readFileSync(log);
    for (let end = 0; end <= bytes.length; end += 101) {
      expect(findDamage(bytes.subarray(0, end))).toBeUndefined();
    }
    expect(findDamage(bytes)).toBeUndefined();
  });

  it('takes zeros at the end, which a file system leaves there, for a torn end', async () => {
    const { log } = await killedDirectory();
    const bytes = readFileSync(log);
    expect(findDamage(Buffer.concat([bytes, Buffer.alloc(100_000)]))).toBeUndefined();
    const torn = Buffer.concat([bytes.subarray(0, -20), Buffer.alloc(20)]);
    expect(findDamage(torn)).toBeUndefined();
  });

  it('names where a batch is damaged that others follow, whatever byte it is', async () => {
    const { log } = await killedDirectory();
    const bytes = readFileSync(log);
    const second = 7 + bytes.readUInt16LE(4);
    for (let at = 0; at < second; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(findDamage(damaged)).toBe(0);
    }
  });

  it('looks behind a whole block that is gone', async () => {
    const { log } = await killedDirectory();
    const bytes = readFileSync(log);
    expect(bytes.length).toBeGreaterThan(2 * 32_768);
    expect(findDamage(Buffer.from(bytes).fill(0, 100, 32_768 + 100))).toBeDefined();
  });
});

describe('a directory with a damaged write-ahead log', () => {
  it('is found up to the batch that was cut off', async () => {
    const { folder, path, log } = await killedDirectory();
    const bytes = readFileSync(log);
    const seen: (number | string)[] = [];
    for (let end = bytes.length; end >= 0; end -= Math.ceil(bytes.length / 25)) {
      const copy = join(folder, `cut-${end}`);
      cpSync(path, copy, { recursive: true });
      writeFileSync(log.replace(path, copy), bytes.subarray(0, end));
      seen.push(await found(copy));
    }
    expect(seen[0]).toBe(BATCHES);
    expect(seen.every((each) => typeof each === 'number')).toBe(true);
    expect(seen).toEqual([...seen].sort((a, b) => Number(b) - Number(a)));
  });

  it('is refused, or has lost the last batch only, when a byte is another one', async () => {
    const { folder, path, log } = await killedDirectory();
    const bytes = readFileSync(log);
    const seen = new Set<number | string>();
    for (let at = 3; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const copy = join(folder, `flip-${at}`);
      cpSync(path, copy, { recursive: true });
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(log.replace(path, copy), damaged);
      seen.add(await found(copy));
    }
    expect(seen).toContain('LOG_CORRUPT');
    for (const each of seen) expect(['LOG_CORRUPT', BATCHES - 1]).toContain(each);
  });
});
