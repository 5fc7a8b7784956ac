import { describe, expect, test } from '@jest/globals';
import type { Action } from '@quorate/messages';
import { RestoreScan, holesOf, missingOf } from '../../src/protocol/restore.ts';
import type { RestoredState } from '../../src/protocol/restore.ts';
import { append, learned, tombstone, truncate } from '../support/acceptor-harness.ts';

function restore(...records: readonly Action[]): RestoredState {
  const scan = new RestoreScan();
  for (const record of records) scan.action(record);
  return scan.finish();
}

function facts(restored: RestoredState): object {
  const { begin, end, learned: known, unlearned } = restored;
  return {
    begin,
    end,
    learned: `${known}`,
    unlearned: `${unlearned}`,
    missing: `${missingOf(restored)}`,
  };
}

describe('what a replica was', () => {
  test('nothing: empty, no promise, and position 0 is a hole', () => {
    expect(restore().metadata).toEqual({ status: 'empty', promised: 0 });
    expect(facts(restore())).toEqual({
      begin: 0,
      end: 0,
      learned: '{}',
      unlearned: '{}',
      missing: '{[0,1)}',
    });
  });

  test('a promise record of early Mesos means that it votes', () => {
    const scan = new RestoreScan();
    scan.promise(7);
    expect(scan.finish().metadata).toEqual({ status: 'voting', promised: 7 });
  });

  test('holes are what is neither learned nor accepted', () => {
    const restored = restore(learned(append(0, 1)), append(2, 1), { position: 5, promised: 2 });
    expect(facts(restored)).toEqual({
      begin: 0,
      end: 5,
      learned: '{[0,1)}',
      unlearned: '{[2,3)[5,6)}',
      missing: '{[1,6)}',
    });
    expect(`${holesOf(restored)}`).toBe('{[1,2)[3,5)}');
  });

  test('a learned truncation moves the begin; an accepted one does not', () => {
    expect(facts(restore(learned(truncate(9, 4))))).toMatchObject({ begin: 4, end: 9 });
    expect(facts(restore(truncate(9, 4)))).toMatchObject({ begin: 0, end: 9 });
  });

  test('records below the begin, which Mesos may leave behind, are not part of the log', () => {
    expect(facts(restore(append(0, 1), learned(append(1, 1)), learned(truncate(4, 3))))).toEqual({
      begin: 3,
      end: 4,
      learned: '{[4,5)}',
      unlearned: '{}',
      missing: '{[3,4)}',
    });
  });

  test('behind a tombstone the log begins, even when nothing is there yet', () => {
    expect(facts(restore(tombstone(6)))).toEqual({
      begin: 7,
      end: 6,
      learned: '{}',
      unlearned: '{}',
      missing: '{}',
    });
  });

  test('a later record for a position replaces an earlier one', () => {
    expect(facts(restore(append(1, 1), learned(append(1, 1))))).toMatchObject({ unlearned: '{}' });
    expect(facts(restore(learned(append(1, 1)), append(1, 1)))).toMatchObject({ learned: '{}' });
  });

  test('records come in any order', () => {
    const records = [append(1, 1), learned(truncate(3, 1)), tombstone(0)];
    const forward = facts(restore(...records));
    expect(facts(restore(...records.reverse()))).toEqual(forward);
  });
});
