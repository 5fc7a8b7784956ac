import { describe, expect, it } from '@jest/globals';
import { journalStreamStorage } from '@quorate/status-updates';
import { SimulatedDisk } from '@quorate/checkpoint/simulated';
import { ReportedDamage } from '../src/disk/reported-damage.ts';
import { coveredBatches } from '../src/updates/journal-cycle.ts';

/** A checker that was told of damage, and how often that was mended. */
function damaged() {
  const checker = new ReportedDamage('CORRUPT');
  let mended = 0;
  checker.started();
  checker.damaged({ path: '/a', offset: 3, reader: 'one', mend: () => mended++ });
  return { checker, mended: () => mended };
}

describe('the checker of damage', () => {
  it('lets it be reported, once, and mends it then', () => {
    const { checker, mended } = damaged();
    expect(checker.read('other')).toBeUndefined();
    expect(checker.failed('one', 'CORRUPT')).toBeUndefined();
    expect([mended(), checker.isDamaged]).toEqual([1, false]);
    expect(checker.read('one')).toBeUndefined();
    expect(checker.failed('one', 'CORRUPT')).toContain('one is reported as damaged');
  });

  it('sees what is read as if it were whole, and what is reported as something else', () => {
    const { checker, mended } = damaged();
    expect(checker.read('one')).toBe('byte 3 of /a is damaged, and was read as if it were not');
    expect(checker.failed('one', 'FAILED')).toContain('is reported as FAILED');
    expect(checker.failed('other', 'CORRUPT')).toContain('other is reported as damaged');
    expect(checker.failed('other', 'FAILED')).toBeUndefined();
    expect(mended()).toBe(0);
  });

  it('lets a disk that fails be reported first', () => {
    const { checker } = damaged();
    checker.diskFailed();
    expect(checker.failed('one', 'FAILED')).toBeUndefined();
    checker.started();
    expect(checker.failed('one', 'FAILED')).toContain('is reported as FAILED');
  });
});

it('damage to a journal is reported wherever a batch has another one behind it, and only there for certain', async () => {
  const disk = new SimulatedDisk();
  const storageOn = () =>
    journalStreamStorage({ fileSystem: disk.start(), path: '/updates.journal' });
  const storage = storageOn();
  await storage.open();
  const file = '/updates.journal/1'; // The one that is filled first.
  expect(coveredBatches(disk.bytesOf(file))).toBeUndefined();
  await storage.create('/stream', 'refuse');
  await storage.append('/stream', 0, new Uint8Array(20));
  expect(coveredBatches(disk.bytesOf(file))).toBeUndefined();
  await storage.append('/stream', 20, new Uint8Array(30));
  const batches = coveredBatches(disk.bytesOf(file));
  expect(batches).toEqual({ start: 1024, end: 1024 + 16 + 11 + 'stream'.length + 20 });
  disk.crash({ power: 'none' });
  for (let offset = batches?.start ?? 0; offset < (batches?.end ?? 0); offset++) {
    disk.corrupt(file, offset);
    await expect(storageOn().open()).rejects.toMatchObject({ code: 'JOURNAL_CORRUPT' });
    disk.corrupt(file, offset);
  }
  await storageOn().open();
  expect(coveredBatches(disk.bytesOf(file))).toBeUndefined();
});
