// One test for each rule of the acceptor, on states that are set up by records.
import { describe, expect, test } from '@jest/globals';
import type { Action, ReplicaStatus, WriteRequest } from '@quorate/messages';
import { step } from '../../src/protocol/acceptor.ts';
import { recordNeeded } from '../../src/protocol/acceptor-input.ts';
import { missingBetween, isMissing, checkReadRange } from '../../src/protocol/acceptor-state.ts';
import { toPosition } from '../../src/protocol/types.ts';
import {
  AcceptorHarness,
  append,
  appendRequest,
  bytes,
  learned,
  summary,
  tombstone,
  truncate,
} from '../support/acceptor-harness.ts';

const NOT_VOTING: readonly ReplicaStatus[] = ['empty', 'starting', 'recovering'];

describe('an implicit promise', () => {
  test('above the promised number is made durable and accepted with the end of the log', () => {
    const replica = AcceptorHarness.voting(2, [append(4, 2)]);
    expect(replica.promise({ proposal: 3 })).toEqual([
      { type: 'persist-metadata', metadata: { status: 'voting', promised: 3 } },
      {
        type: 'promise-response',
        response: { okay: true, proposal: 3, position: 4, type: 'accept' },
      },
    ]);
    expect(replica.state.metadata.promised).toBe(3);
  });

  test.each([[2], [1], [0]])('of %i after 2 is rejected with 2, equal numbers too', (proposal) => {
    const replica = AcceptorHarness.voting(2);
    expect(replica.promise({ proposal })).toEqual([
      { type: 'promise-response', response: { okay: false, proposal: 2, type: 'reject' } },
    ]);
  });

  test('keeps what it does not know of the metadata', () => {
    const unknownFields = [Uint8Array.of(0x78, 0x01)];
    const replica = new AcceptorHarness({ status: 'voting', promised: 0, unknownFields });
    replica.promise({ proposal: 1 });
    expect(replica.metadata).toEqual({ status: 'voting', promised: 1, unknownFields });
  });

  test('writes nothing of safe recovery in the mode of Mesos', () => {
    const known = [{ replicaId: 'b', incarnation: 2 }];
    const safe = { replicaId: 'a', incarnation: 1, startCounter: 3, known };
    const replica = new AcceptorHarness({ status: 'voting', promised: 0, ...safe });
    const effects = replica.promise({ proposal: 1 });
    expect(replica.metadata).toEqual({ status: 'voting', promised: 1 });
    expect(effects.at(-1)).toEqual({
      type: 'promise-response',
      response: { okay: true, proposal: 1, position: 0, type: 'accept' },
    });
  });

  test.each(NOT_VOTING)('is ignored by a replica that is %s, also an explicit one', (status) => {
    const replica = new AcceptorHarness({ status, promised: 0 });
    const ignored = [
      { type: 'promise-response', response: { okay: false, proposal: 7, type: 'ignored' } },
    ];
    expect(replica.promise({ proposal: 7 })).toEqual(ignored);
    expect(replica.promise({ proposal: 7, position: 0 })).toEqual(ignored);
  });
});

describe('an explicit promise', () => {
  test('for a truncated position gives a learned tombstone, whatever the number', () => {
    const replica = AcceptorHarness.voting(5, [learned(truncate(9, 4))]);
    expect(replica.promise({ proposal: 1, position: 3 })).toEqual([
      {
        type: 'promise-response',
        response: { okay: true, proposal: 1, action: tombstone(3, 5), type: 'accept' },
      },
    ]);
  });

  test.each([
    ['behind the end', 9],
    ['in a hole', 1],
  ])('for a position %s is recorded and accepted without an action', (_, position) => {
    const replica = AcceptorHarness.voting(5, [append(4, 5)]);
    expect(replica.promise({ proposal: 6, position })).toEqual([
      { type: 'persist-action', action: { position, promised: 6 } },
      { type: 'promise-response', response: { okay: true, proposal: 6, position, type: 'accept' } },
    ]);
    expect(replica.state.unlearned.contains(position)).toBe(true);
    expect(replica.state.holes.contains(position)).toBe(false);
    expect(replica.state.end).toBe(Math.max(4, position));
  });

  test.each([[5], [4]])('of %i in a hole is rejected by the implicit promise of 5', (proposal) => {
    const replica = AcceptorHarness.voting(5);
    expect(replica.promise({ proposal, position: 3 })).toEqual([
      { type: 'promise-response', response: { okay: false, proposal: 5, type: 'reject' } },
    ]);
  });

  test('of a position with a record gives the record as it was before', () => {
    const record = append(2, 3);
    const replica = AcceptorHarness.voting(9, [record]);
    // 4 is below the implicit promise of 9: the record's own promise counts.
    expect(replica.promise({ proposal: 4, position: 2 })).toEqual([
      { type: 'persist-action', action: { ...record, promised: 4 } },
      {
        type: 'promise-response',
        response: { okay: true, proposal: 4, action: record, type: 'accept' },
      },
    ]);
  });

  test.each([[3], [2]])('of %i is rejected by a record promised to 3', (proposal) => {
    const replica = AcceptorHarness.voting(0, [append(2, 3)]);
    expect(replica.promise({ proposal, position: 2 })).toEqual([
      { type: 'promise-response', response: { okay: false, proposal: 3, type: 'reject' } },
    ]);
  });

  test('of a learned position keeps it learned', () => {
    const replica = AcceptorHarness.voting(0, [learned(append(2, 3))]);
    replica.promise({ proposal: 4, position: 2 });
    expect(replica.records.get(2)).toEqual({ ...learned(append(2, 3)), promised: 4 });
    expect(replica.state.unlearned.isEmpty).toBe(true);
  });

  test('of a position that was only promised gives the record without a value', () => {
    const replica = AcceptorHarness.voting(0, [{ position: 2, promised: 3 }]);
    const [, response] = replica.promise({ proposal: 4, position: 2 });
    expect(response).toMatchObject({ response: { action: { position: 2, promised: 3 } } });
  });

  test('keeps fields of a newer version in the record', () => {
    const unknownFields = [Uint8Array.of(0xf8, 0x7f, 0x01)];
    const replica = AcceptorHarness.voting(0, [{ ...append(2, 3), unknownFields }]);
    replica.promise({ proposal: 4, position: 2 });
    expect(replica.records.get(2)?.unknownFields).toEqual(unknownFields);
  });
});

describe('a write', () => {
  test('behind the end is accepted under the number promised, and equal is enough', () => {
    const replica = AcceptorHarness.voting(3);
    expect(replica.write(appendRequest(1, 3))).toEqual([
      { type: 'persist-action', action: append(1, 3) },
      {
        type: 'write-response',
        response: { okay: true, proposal: 3, position: 1, type: 'accept' },
      },
    ]);
    expect(summary(replica.state)).toMatchObject({
      end: 1,
      holes: '{[0,1)}',
      unlearned: '{[1,2)}',
    });
  });

  test('below the implicit promise is rejected with it', () => {
    const replica = AcceptorHarness.voting(3);
    expect(replica.write(appendRequest(1, 2))).toEqual([
      {
        type: 'write-response',
        response: { okay: false, proposal: 3, position: 1, type: 'reject' },
      },
    ]);
  });

  test('far behind the end leaves holes', () => {
    const replica = AcceptorHarness.voting(0, [learned(append(0, 1))]);
    replica.write(appendRequest(600_000_000, 1));
    expect(summary(replica.state)).toMatchObject({ end: 600_000_000, holes: '{[1,600000000)}' });
  });

  test('over a record is rejected below its promise, and replaces it otherwise', () => {
    const replica = AcceptorHarness.voting(0, [{ ...append(1, 2, 'old'), promised: 5 }]);
    expect(replica.write(appendRequest(1, 4))).toEqual([
      {
        type: 'write-response',
        response: { okay: false, proposal: 5, position: 1, type: 'reject' },
      },
    ]);
    replica.write({ proposal: 5, position: 1, type: 'truncate', truncate: { to: 1 } });
    expect(replica.records.get(1)).toEqual(truncate(1, 1, 5));
  });

  test.each(NOT_VOTING)('is ignored by a replica that is %s', (status) => {
    const replica = new AcceptorHarness({ status, promised: 9 });
    expect(replica.write(appendRequest(1, 7))).toEqual([
      {
        type: 'write-response',
        response: { okay: false, proposal: 7, position: 1, type: 'ignored' },
      },
    ]);
  });

  test('to a truncated position gets no answer', () => {
    const replica = AcceptorHarness.voting(0, [learned(truncate(9, 4))]);
    expect(replica.write(appendRequest(3, 7))).toEqual([{ type: 'dropped', reason: 'truncated' }]);
  });

  test('of another value to a learned position gets no answer, unless its number is too low', () => {
    const replica = AcceptorHarness.voting(0, [learned(append(1, 3))]);
    for (const proposal of [3, 4]) {
      expect(replica.write(appendRequest(1, proposal, 'other'))).toEqual([
        { type: 'dropped', reason: 'already-learned' },
      ]);
    }
    expect(replica.write(appendRequest(1, 2))).toMatchObject([{ response: { type: 'reject' } }]);
    expect(replica.records.get(1)).toEqual(learned(append(1, 3)));
  });

  test('that was overtaken by its learned message is accepted and changes nothing (MESOS-1271)', () => {
    const replica = AcceptorHarness.voting(3);
    replica.learned(learned(append(1, 3)));
    expect(replica.write(appendRequest(1, 3))).toEqual([accepted(3, 1)]);
    expect(replica.state.unlearned.isEmpty).toBe(true);
    expect(replica.records.get(1)).toEqual(learned(append(1, 3)));
  });

  test.each<[string, Action, WriteRequest]>([
    ['an append', append(1, 3), appendRequest(1, 8)],
    [
      'a truncation',
      truncate(1, 0, 3),
      { proposal: 8, position: 1, type: 'truncate', truncate: { to: 0 } },
    ],
    [
      'a NOP',
      { position: 1, promised: 3, performed: 3, type: 'nop', nop: {} },
      { proposal: 8, position: 1, type: 'nop', nop: {} },
    ],
  ])(
    'of what was learned is accepted under any number that is not too low: %s',
    (_, record, request) => {
      const replica = AcceptorHarness.voting(3, [learned(record)]);
      expect(replica.write(request)).toEqual([accepted(8, 1)]);
      expect(replica.write({ ...request, proposal: 2 })).toMatchObject([
        { response: { type: 'reject' } },
      ]);
      expect(replica.records.get(1)).toEqual(learned(record));
    },
  );

  test('marked as learned is stored as learned, with what that implies', () => {
    const replica = AcceptorHarness.voting(1, [learned(append(0, 1)), append(1, 1)]);
    const effects = replica.write({
      proposal: 1,
      position: 2,
      learned: true,
      type: 'truncate',
      truncate: { to: 2 },
    });
    expect(effects.map((effect) => effect.type)).toEqual([
      'persist-action',
      'truncate',
      'write-response',
    ]);
    expect(summary(replica.state)).toMatchObject({
      begin: 2,
      end: 2,
      unlearned: '{}',
      holes: '{}',
    });
  });

  test('marked as not learned keeps the mark as sent', () => {
    const replica = AcceptorHarness.voting();
    replica.write({ ...appendRequest(1, 1), learned: false });
    expect(replica.records.get(1)).toEqual({ ...append(1, 1), learned: false });
    expect(replica.state.unlearned.contains(1)).toBe(true);
  });

  test('of a nop never stores a tombstone', () => {
    const replica = AcceptorHarness.voting();
    replica.write({ proposal: 1, position: 1, type: 'nop', nop: { tombstone: true } });
    expect(replica.records.get(1)).toEqual({
      position: 1,
      promised: 1,
      performed: 1,
      type: 'nop',
      nop: {},
    });
  });

  test.each(['nop', 'append', 'truncate'] as const)(
    'of type %s without its value is dropped',
    (type) => {
      const replica = AcceptorHarness.voting(0, [append(1, 1)]);
      for (const position of [1, 2]) {
        expect(replica.write({ proposal: 2, position, type })).toEqual([
          { type: 'dropped', reason: 'no-value' },
        ]);
      }
      expect(replica.records.size).toBe(1);
    },
  );

  test('marked as learned may leave out the value that is held under the same number', () => {
    const mark: WriteRequest = { proposal: 3, position: 1, type: 'append', learned: true };
    const replica = AcceptorHarness.voting(0, [append(1, 3, 'mine')]);
    expect(replica.write(mark)).toMatchObject([
      { type: 'persist-action', action: learned(append(1, 3, 'mine')) },
      { response: { type: 'accept' } },
    ]);

    const other = AcceptorHarness.voting(0, [append(1, 2, 'other')]);
    expect(other.write(mark)).toEqual([{ type: 'dropped', reason: 'no-value' }]);
    expect(other.records.get(1)).toEqual(append(1, 2, 'other'));
  });

  test('above the promise raises it, so that a late write of an older coordinator is refused', () => {
    // This replica heard neither the promise request of 3 nor that of 5. Under 5 it accepts, and
    // is the second of a quorum: the value is chosen. The write of 3 arrives late.
    const replica = AcceptorHarness.voting(0);
    replica.write(appendRequest(1, 5, 'chosen'));
    expect(replica.records.get(1)).toMatchObject({ promised: 5, performed: 5 });
    expect(replica.write(appendRequest(1, 3, 'late'))).toEqual([
      {
        type: 'write-response',
        response: { okay: false, proposal: 5, position: 1, type: 'reject' },
      },
    ]);
    expect(replica.records.get(1)).toEqual(append(1, 5, 'chosen'));
  });

  test('also over a record of Mesos, which is performed under more than it promises', () => {
    const replica = AcceptorHarness.voting(0, [{ ...append(1, 5, 'chosen'), promised: 0 }]);
    expect(replica.write(appendRequest(1, 3, 'late'))).toMatchObject([
      { response: { type: 'reject', proposal: 5 } },
    ]);
    expect(replica.promise({ proposal: 5, position: 1 })).toMatchObject([
      { response: { type: 'reject', proposal: 5 } },
    ]);
    expect(replica.promise({ proposal: 6, position: 1 })).toMatchObject([
      { type: 'persist-action' },
      { response: { type: 'accept', action: { performed: 5 } } },
    ]);
  });
});

describe('a learned message', () => {
  test.each<ReplicaStatus>(['empty', 'starting', 'recovering', 'voting'])(
    'is stored by a replica that is %s, whatever it has promised',
    (status) => {
      const replica = new AcceptorHarness({ status, promised: 9 }, [append(1, 8, 'mine')]);
      const action = learned(append(1, 2, 'chosen'));
      expect(replica.learned(action)).toEqual([{ type: 'persist-action', action }]);
      expect(replica.state.unlearned.isEmpty).toBe(true);
    },
  );

  test('not marked as learned is dropped', () => {
    const replica = AcceptorHarness.voting();
    for (const action of [append(1, 1), { ...append(1, 1), learned: false }]) {
      expect(replica.learned(action)).toEqual([{ type: 'dropped', reason: 'not-marked-learned' }]);
    }
    expect(replica.records.size).toBe(0);
  });

  test.each<[string, Action]>([
    [
      'an append without bytes',
      { position: 1, promised: 1, performed: 1, learned: true, type: 'append' },
    ],
    [
      'a truncate without bound',
      { position: 1, promised: 1, performed: 1, learned: true, type: 'truncate' },
    ],
    ['no number', { position: 1, promised: 1, learned: true, type: 'nop', nop: {} }],
  ])('with %s is dropped', (_, action) => {
    const replica = AcceptorHarness.voting();
    expect(replica.learned(action)).toEqual([{ type: 'dropped', reason: 'no-value' }]);
  });

  test('below the begin of the log does not bring the record back', () => {
    const replica = AcceptorHarness.voting(0, [learned(truncate(9, 4))]);
    expect(replica.learned(learned(append(3, 1)))).toEqual([
      { type: 'dropped', reason: 'truncated' },
    ]);
    expect(replica.records.size).toBe(1);
  });

  test('of a learned position changes nothing, be the value the same or not', () => {
    const replica = AcceptorHarness.voting(0, [learned(append(1, 1, 'first'))]);
    for (const text of ['first', 'second']) {
      expect(replica.learned(learned(append(1, 2, text)))).toEqual([
        { type: 'dropped', reason: 'already-learned' },
      ]);
    }
    expect(replica.records.get(1)).toEqual(learned(append(1, 1, 'first')));
  });

  test('of a tombstone replaces even a learned value: a peer has truncated it', () => {
    const replica = AcceptorHarness.voting(
      0,
      [0, 1, 2].map((at) => learned(append(at, 1))),
    );
    expect(replica.learned(tombstone(1, 2))).toEqual([
      { type: 'persist-action', action: tombstone(1, 2) },
      { type: 'truncate', to: 1 },
    ]);
    expect([...replica.records.keys()]).toEqual([1, 2]);
    expect(summary(replica.state)).toMatchObject({ begin: 2, end: 2, holes: '{}' });
  });

  test('as a bare mark is believed when the value held was accepted under its number', () => {
    const replica = AcceptorHarness.voting(9, [append(1, 3, 'mine')]);
    const mark: Action = { position: 1, promised: 3, performed: 3, learned: true };
    expect(replica.learned(mark)).toEqual([
      { type: 'persist-action', action: learned(append(1, 3, 'mine')) },
    ]);
  });

  test.each<[string, readonly Action[], number | undefined]>([
    ['under another number', [append(1, 2)], 3],
    ['never', [{ position: 1, promised: 3 }], undefined],
    ['not here', [append(7, 3)], 3],
    ['nowhere', [], 3],
  ])('as a bare mark is dropped when the value was accepted %s', (_, records, performed) => {
    const replica = AcceptorHarness.voting(9, records);
    const mark: Action = {
      position: 1,
      promised: 3,
      learned: true,
      ...(performed !== undefined && { performed }),
    };
    expect(replica.learned(mark)).toEqual([{ type: 'dropped', reason: 'mark-unmatched' }]);
    expect([...replica.records.values()]).toEqual(records);
  });
});

describe('a learned truncation', () => {
  const records = [0, 1, 2, 3].map((position) => learned(append(position, 1)));

  test('deletes what is below, its own record stays', () => {
    const replica = AcceptorHarness.voting(1, records);
    expect(replica.learned(learned(truncate(4, 3)))).toEqual([
      { type: 'persist-action', action: learned(truncate(4, 3)) },
      { type: 'truncate', to: 3 },
    ]);
    expect([...replica.records.keys()]).toEqual([3, 4]);
    expect(summary(replica.state)).toMatchObject({ begin: 3, end: 4, holes: '{}' });
  });

  test('removes holes and unlearned positions below, position 0 included', () => {
    const replica = AcceptorHarness.voting(1, [append(2, 1), append(5, 1)]);
    replica.learned(learned(truncate(6, 5)));
    expect(summary(replica.state)).toMatchObject({
      begin: 5,
      end: 6,
      holes: '{}',
      unlearned: '{[5,6)}',
    });
  });

  test('far behind the end makes no holes below the begin', () => {
    const replica = AcceptorHarness.voting(1, records);
    replica.learned(learned(truncate(600_020_000, 600_000_000)));
    expect(summary(replica.state)).toMatchObject({
      begin: 600_000_000,
      end: 600_020_000,
      holes: '{[600000000,600020000)}',
    });
    expect(`${missingBetween(replica.state, 0, 600_000_001)}`).toBe('{[600000000,600000002)}');
  });

  test('to 0 deletes nothing', () => {
    const replica = AcceptorHarness.voting(1);
    expect(replica.learned(learned(truncate(1, 0)))).toHaveLength(1);
    expect(summary(replica.state)).toMatchObject({ begin: 0, end: 1, holes: '{[0,1)}' });
  });

  test('to a position behind itself keeps its record, the witness of where the log begins', () => {
    const replica = AcceptorHarness.voting(1, records);
    replica.learned(learned(truncate(4, 100)));
    expect([...replica.records.keys()]).toEqual([4]);
    expect(summary(replica.state)).toMatchObject({ begin: 100, end: 99, holes: '{}' });
    expect(summary(replica.restored())).toEqual(summary(replica.state));

    // The next coordinator is told 99, and goes on at 100.
    expect(replica.promise({ proposal: 7 })).toMatchObject([{}, { response: { position: 99 } }]);
    expect(replica.write(appendRequest(100, 7))).toMatchObject([{}, { response: { okay: true } }]);
    expect(summary(replica.state)).toMatchObject({ begin: 100, end: 100, holes: '{}' });
  });

  test('that reaches no further than an earlier one keeps the record of that one', () => {
    const replica = AcceptorHarness.voting(1, [...records, learned(truncate(4, 100))]);
    expect(replica.learned(learned(truncate(101, 50)))).toHaveLength(1);
    expect([...replica.records.keys()]).toContain(4);
    expect(summary(replica.restored())).toEqual(summary(replica.state));
  });

  test('a tombstone stays until the truncation it stands for is known', () => {
    const replica = AcceptorHarness.voting(1, records);
    replica.learned(tombstone(2));
    expect([...replica.records.keys()]).toEqual([2, 3]);
    expect(summary(replica.restored())).toEqual(summary(replica.state));
    replica.learned(learned(truncate(4, 3)));
    expect([...replica.records.keys()]).toEqual([3, 4]);
  });

  test('is learned, not accepted: an accepted one truncates nothing', () => {
    const replica = AcceptorHarness.voting(1, records);
    replica.write({ proposal: 1, position: 4, type: 'truncate', truncate: { to: 3 } });
    expect(replica.records.size).toBe(5);
    expect(replica.state.begin).toBe(0);
  });

  test('at the last position of all leaves a log that is full', () => {
    const last = Number.MAX_SAFE_INTEGER;
    const replica = AcceptorHarness.voting(1);
    replica.learned(tombstone(last));
    expect(replica.state).toMatchObject({ begin: last, end: last });
    expect(summary(replica.restored())).toEqual(summary(replica.state));
  });
});

describe('a recover request', () => {
  test('is answered with bounds by a voting replica', () => {
    const replica = AcceptorHarness.voting(1, [learned(truncate(9, 4))]);
    expect(replica.serve({ type: 'recover' })).toEqual([
      { type: 'recover-response', response: { status: 'voting', begin: 4, end: 9 } },
    ]);
  });

  test.each(NOT_VOTING)('is answered without bounds by one that is %s', (status) => {
    const replica = new AcceptorHarness({ status, promised: 0 });
    expect(replica.serve({ type: 'recover' })).toEqual([
      { type: 'recover-response', response: { status } },
    ]);
  });
});

describe('a change of status', () => {
  test('is made durable, and keeps the promise', () => {
    const replica = new AcceptorHarness({ status: 'recovering', promised: 4 });
    expect(replica.update('voting')).toEqual([
      { type: 'persist-metadata', metadata: { status: 'voting', promised: 4 } },
    ]);
    expect(replica.serve({ type: 'recover' })).toMatchObject([{ response: { begin: 0, end: 0 } }]);
  });

  test('to the status it has writes nothing', () => {
    const replica = AcceptorHarness.voting();
    expect(replica.update('voting')).toEqual([]);
  });

  test('that skips recovery is dropped', () => {
    const replica = new AcceptorHarness();
    expect(replica.update('voting')).toEqual([{ type: 'dropped', reason: 'status-transition' }]);
    expect(replica.state.metadata.status).toBe('empty');
  });
});

test('a record that cannot be read leaves its requests without an answer', () => {
  const replica = AcceptorHarness.voting(1, [append(1, 1), append(2, 1)]);
  const nothing = { get: (): undefined => undefined };
  const unavailable = [{ type: 'dropped', reason: 'record-unavailable' }];
  const { state } = replica;
  const mark: Action = { position: 1, promised: 1, performed: 1, learned: true };
  expect(step(state, { type: 'promise', request: { proposal: 2, position: 1 } }, nothing)).toEqual(
    unavailable,
  );
  expect(step(state, { type: 'write', request: appendRequest(1, 2) }, nothing)).toEqual(
    unavailable,
  );
  expect(step(state, { type: 'learned', action: mark }, nothing)).toEqual(unavailable);
});

test('an append and the learned message after it read no record', () => {
  const replica = AcceptorHarness.voting(1, [learned(append(0, 1))]);
  for (let position = 1; position < 5; position++) {
    const write = { type: 'write', request: appendRequest(position, 1) } as const;
    expect(recordNeeded(replica.state, write)).toBeUndefined();
    replica.serve(write);
    const mark = { type: 'learned', action: learned(append(position, 1)) } as const;
    expect(recordNeeded(replica.state, mark)).toBeUndefined();
    replica.serve(mark);
  }
  expect(summary(replica.state)).toMatchObject({ end: 4, holes: '{}', unlearned: '{}' });
});

test('missing positions are those not learned from the begin on, and all behind the end', () => {
  const replica = AcceptorHarness.voting(1, [
    learned(truncate(6, 2)),
    learned(append(2, 1)),
    append(4, 1),
  ]);
  const { state } = replica;
  const missing = [0, 1, 2, 3, 4, 5, 6, 7].map((position) => isMissing(state, position));
  expect(missing).toEqual([false, false, false, true, true, true, false, true]);
  expect(`${missingBetween(state, 0, 8)}`).toBe('{[3,6)[7,9)}');
  expect(`${missingBetween(state, 4, 4)}`).toBe('{[4,5)}');
  expect(`${missingBetween(state, 5, 4)}`).toBe('{}');
});

test('a read range must lie between begin and end', () => {
  const { state } = AcceptorHarness.voting(1, [learned(truncate(6, 2))]);
  const check = (from: number, to: number) => (): void =>
    checkReadRange(state, toPosition(from), toPosition(to));
  expect(check(2, 6)).not.toThrow();
  expect(check(3, 2)).toThrow(expect.objectContaining({ code: 'READ_RANGE_INVALID' }));
  expect(check(1, 6)).toThrow(expect.objectContaining({ code: 'READ_TRUNCATED' }));
  expect(check(2, 7)).toThrow(expect.objectContaining({ code: 'READ_PAST_END' }));
  expect(check(2, 7)).toThrow('Bad read range (past end of log)');
});

test('bytes of an accepted append are those of the request', () => {
  const replica = AcceptorHarness.voting();
  replica.write({
    proposal: 1,
    position: 1,
    type: 'append',
    append: { bytes: bytes(''), cksum: bytes('c') },
  });
  expect(replica.records.get(1)?.append).toEqual({ bytes: bytes(''), cksum: bytes('c') });
});

/** What accepts a write. */
function accepted(proposal: number, position: number): object {
  return {
    type: 'write-response',
    response: { okay: true, proposal, position, type: 'accept' },
  };
}
