import assert from 'node:assert/strict';
import type { Action } from '@quorate/messages';
import { missingOf } from '../protocol/restore.ts';
import type { RestoredState } from '../protocol/restore.ts';
import { POSITION_MAX, toPosition } from '../protocol/types.ts';
import type { Position } from '../protocol/types.ts';
import type { Storage, StorageBatch } from '../storage.ts';

/** A place for one test to keep records in. */
export interface StoragePlace {
  /** A new storage on this place, as a restart of the program would make it. */
  open(): Storage;
  /** Removes the place. */
  dispose?(): Promise<void>;
}

/** What the suite needs of the test runner, and where what is tested keeps its records. */
export interface StorageSuiteOptions {
  readonly describe: (name: string, body: () => void) => void;
  readonly test: (name: string, body: () => Promise<void>) => void;
  /** Makes an empty place. */
  readonly place: () => Promise<StoragePlace>;
}

/**
 * Defines the tests that every `Storage` must pass: the cases of Mesos' LogStorageTest
 * (src/tests/log_tests.cpp) under their names, and the rest of the interface's contract.
 */
export function storageSuite(name: string, options: StorageSuiteOptions): void {
  const { describe, test, place: makePlace } = options;
  const run = (title: string, body: (place: StoragePlace) => Promise<void>): void => {
    test(title, async () => {
      const place = await makePlace();
      try {
        await body(place);
      } finally {
        await place.dispose?.();
      }
    });
  };
  describe(name, () => {
    for (const [title, body] of Object.entries({ ...upstream, ...contract })) run(title, body);
  });
}

type Scenario = (place: StoragePlace) => Promise<void>;

const NOTHING: StorageBatch = { actions: [] };

const upstream: Readonly<Record<string, Scenario>> = {
  'LogStorageTest.Truncate: a truncation deletes what is below it': async (place) => {
    const storage = place.open();
    const { metadata, begin, end } = await storage.restore();
    assert.deepEqual([metadata, begin, end], [{ status: 'empty', promised: 0 }, 0, 0]);

    for (let position = 0; position < 10; position++) {
      await storage.persist({ actions: [learnedAppend(position)] });
    }
    for (let position = 0; position < 10; position++) {
      assert.deepEqual(await storage.read(toPosition(position)), learnedAppend(position));
    }
    await storage.persist({ actions: [learnedTruncate(10, 3)], truncateTo: toPosition(3) });
    assert.deepEqual(await positionsOf(storage, 0, 10), [3, 4, 5, 6, 7, 8, 9, 10]);
    assert.equal(await storage.read(toPosition(2)), undefined);
    assert.deepEqual(await storage.read(toPosition(3)), learnedAppend(3));
    assert.deepEqual(await storage.read(toPosition(10)), learnedTruncate(10, 3));

    await storage.persist({ actions: [learnedTruncate(11, 10)], truncateTo: toPosition(10) });
    assert.deepEqual(await storage.readRange(toPosition(0), toPosition(11)), [
      learnedTruncate(10, 3),
      learnedTruncate(11, 10),
    ]);
    await storage.close();
  },

  'LogStorageTest.TruncateWithEmptyLog: a truncation of nothing is a record': async (place) => {
    const storage = place.open();
    await storage.restore();
    await storage.persist({ actions: [learnedTruncate(1, 0)], truncateTo: toPosition(0) });
    assert.equal(await storage.read(toPosition(0)), undefined);
    assert.deepEqual(await storage.read(toPosition(1)), learnedTruncate(1, 0));
    await storage.close();
  },

  'LogStorageTest.TruncateWithManyHoles: 600,000,000 holes cost nothing': async (place) => {
    const storage = place.open();
    await storage.restore();
    const truncate = learnedTruncate(600_020_000, 600_000_000);
    // A step for each hole would take longer than any test may.
    await storage.persist({ actions: [truncate], truncateTo: toPosition(600_000_000) });
    assert.deepEqual(await storage.read(toPosition(600_020_000)), truncate);
    await storage.close();
  },

  'LogStorageTest.Overflow: positions up to 2^53-1 do not collide': async (place) => {
    const storage = place.open();
    await storage.restore();
    for (const position of OVERFLOW_POSITIONS) {
      await storage.persist({ actions: [learnedAppend(position)] });
    }
    for (const position of OVERFLOW_POSITIONS) {
      assert.deepEqual(await storage.read(toPosition(position)), learnedAppend(position));
    }
    assert.deepEqual(await positionsOf(storage, 0, POSITION_MAX), OVERFLOW_POSITIONS);
    await storage.close();
    assert.deepEqual([...(await restoreOnce(place)).learned], OVERFLOW_POSITIONS);
  },

  'LogStorageTest.OverflowTruncate: a truncation across the widths of keys': async (place) => {
    const storage = place.open();
    await storage.restore();
    const positions = [9_999_999_997, 9_999_999_998, 9_999_999_999, 10_000_000_000, 10_000_000_042];
    await storage.persist({ actions: positions.map(learnedAppend) });
    const truncate = learnedTruncate(10_000_000_000, 9_999_999_999);
    await storage.persist({ actions: [truncate], truncateTo: toPosition(9_999_999_999) });
    assert.deepEqual(await storage.readRange(toPosition(0), POSITION_MAX), [
      learnedAppend(9_999_999_999),
      truncate,
      learnedAppend(10_000_000_042),
    ]);
    await storage.close();
  },
};

/** Around the bounds of 32-bit integers, of the widths of keys, and of exact numbers. */
const OVERFLOW_POSITIONS = [
  0,
  2 ** 31 - 2,
  2 ** 31 - 1,
  2 ** 32 - 2,
  2 ** 32 - 1,
  2 ** 33 - 1,
  9_999_999_998,
  9_999_999_999,
  10_000_000_000,
  9_999_999_999 + 2 ** 32,
  10_000_000_000 + 2 ** 32,
  POSITION_MAX - 2 ** 32,
  POSITION_MAX - 1,
  POSITION_MAX,
];

const contract: Readonly<Record<string, Scenario>> = {
  'a new storage holds nothing': async (place) => {
    const storage = place.open();
    const restored = await storage.restore();
    assert.deepEqual(restored.metadata, { status: 'empty', promised: 0 });
    assert.equal(`${missingOf(restored)}`, '{[0,1)}');
    assert.deepEqual(await storage.readRange(toPosition(0), POSITION_MAX), []);
    await storage.close();
  },

  'what was persisted is there after a restart': async (place) => {
    const accepted: Action = { position: 6, promised: 9 };
    await restoreAnd(place, (storage) =>
      storage.persist({
        metadata: { status: 'voting', promised: 7 },
        actions: [learnedAppend(2), learnedAppend(4), accepted],
      }),
    );
    const restored = await restoreAnd(place, async (storage) => {
      assert.deepEqual(await storage.read(toPosition(6)), accepted);
      assert.deepEqual(await storage.read(toPosition(2)), learnedAppend(2));
    });
    assert.deepEqual(restored.metadata, { status: 'voting', promised: 7 });
    assert.deepEqual([restored.begin, restored.end], [0, 6]);
    assert.equal(`${restored.learned} ${restored.unlearned}`, '{[2,3)[4,5)} {[6,7)}');
  },

  'metadata and a truncation survive, too': async (place) => {
    await restoreAnd(place, async (storage) => {
      await storage.persist({ metadata: { status: 'starting', promised: 0 }, actions: [] });
      await storage.persist({ actions: [0, 1, 2, 3].map(learnedAppend) });
      await storage.persist({
        metadata: { status: 'voting', promised: 1 },
        actions: [learnedTruncate(4, 2)],
        truncateTo: toPosition(2),
      });
    });
    const { metadata, begin, end, learned } = await restoreOnce(place);
    assert.deepEqual([metadata.status, begin, end, `${learned}`], ['voting', 2, 4, '{[2,5)}']);
  },

  'a batch replaces the records at its positions': async (place) => {
    const storage = place.open();
    await storage.restore();
    await storage.persist({ actions: [{ position: 1, promised: 1 }, learnedAppend(2)] });
    await storage.persist({ actions: [learnedAppend(1)] });
    assert.deepEqual(await storage.readRange(toPosition(0), toPosition(9)), [
      learnedAppend(1),
      learnedAppend(2),
    ]);
    await storage.close();
  },

  'a truncation deletes records of its own batch, too': async (place) => {
    const storage = place.open();
    await storage.restore();
    await storage.persist({
      actions: [learnedAppend(1), learnedAppend(5), learnedTruncate(6, 5)],
      truncateTo: toPosition(5),
    });
    assert.deepEqual(await positionsOf(storage, 0, 9), [5, 6]);
    // Records may be written below an earlier truncation when the log was caught up out of order.
    await storage.persist({ actions: [learnedAppend(3)] });
    assert.deepEqual(await positionsOf(storage, 0, 9), [3, 5, 6]);
    await storage.persist({ actions: [learnedTruncate(7, 6)], truncateTo: toPosition(6) });
    assert.deepEqual(await positionsOf(storage, 0, 9), [6, 7]);
    await storage.close();
  },

  'a range includes both ends and leaves out what does not exist': async (place) => {
    const storage = place.open();
    await storage.restore();
    await storage.persist({ actions: [1, 3, 5, 7].map(learnedAppend) });
    assert.deepEqual(await positionsOf(storage, 3, 7), [3, 5, 7]);
    assert.deepEqual(await positionsOf(storage, 4, 4), []);
    assert.deepEqual(await positionsOf(storage, 5, 5), [5]);
    assert.deepEqual(await positionsOf(storage, 8, POSITION_MAX), []);
    await storage.close();
  },

  'an empty batch is fine, and so are empty entries and large ones': async (place) => {
    const storage = place.open();
    await storage.restore();
    await storage.persist(NOTHING);
    const large = learnedAppend(1, new Uint8Array(3_000_000).fill(0xab));
    const empty = learnedAppend(2, new Uint8Array(0));
    await storage.persist({ actions: [large, empty] });
    assert.deepEqual(await storage.readRange(toPosition(1), toPosition(2)), [large, empty]);
    await storage.close();
  },

  'thousands of records are read and truncated': async (place) => {
    const storage = place.open();
    await storage.restore();
    const positions = Array.from({ length: 5_000 }, (_, index) => index);
    await storage.persist({ actions: positions.map((position) => learnedAppend(position)) });
    assert.equal((await storage.readRange(toPosition(0), toPosition(4_999))).length, 5_000);
    await storage.persist({
      actions: [learnedTruncate(5_000, 4_990)],
      truncateTo: toPosition(4_990),
    });
    await storage.compact?.();
    assert.deepEqual(await positionsOf(storage, 0, 6_000), [...positions.slice(4_990), 5_000]);
    await storage.close();
    assert.equal(`${(await restoreOnce(place)).learned}`, '{[4990,5001)}');
  },

  'writes go on while truncated positions are compacted': async (place) => {
    const storage = place.open();
    await storage.restore();
    await storage.persist({ actions: Array.from({ length: 500 }, (_, at) => learnedAppend(at)) });
    await storage.persist({ actions: [learnedTruncate(500, 400)], truncateTo: toPosition(400) });
    await Promise.all([storage.compact?.(), storage.persist({ actions: [learnedAppend(501)] })]);
    assert.equal((await positionsOf(storage, 0, 501)).length, 102);
    await storage.close();
  },

  'fields of newer versions are kept': async (place) => {
    const storage = place.open();
    await storage.restore();
    // Field 1999, a varint of 7, in the record of the action and in that of the metadata.
    const unknownFields = [Uint8Array.of(0xf8, 0x7c, 0x07)];
    const action = { ...learnedAppend(1), unknownFields };
    const metadata = { status: 'voting', promised: 1, replicaId: 'a', unknownFields } as const;
    await storage.persist({ metadata, actions: [action] });
    assert.deepEqual(await storage.read(toPosition(1)), action);
    await storage.close();
    assert.deepEqual((await restoreOnce(place)).metadata, metadata);
  },

  'what it is a member of is kept beside the records, and given back': async (place) => {
    const storage = place.open();
    assert.equal((await storage.restore()).memberOf, undefined);
    await storage.persist({ ...NOTHING, memberOf: 'east' });
    await storage.persist({ metadata: { status: 'voting', promised: 0 }, actions: [] });
    await storage.close();
    const restored = await restoreOnce(place);
    assert.equal(restored.memberOf, 'east');
    assert.equal(restored.metadata.status, 'voting');
  },

  'after a write that failed nothing works, and the records are as before': async (place) => {
    const storage = place.open();
    await storage.restore();
    await storage.persist({ actions: [learnedAppend(1)] });
    const invalid = learnedAppend(-1);
    await rejects(storage.persist({ actions: [learnedAppend(2), invalid] }), 'STORAGE_FAILED');
    await rejects(storage.persist(NOTHING), 'STORAGE_FAILED');
    await rejects(storage.read(toPosition(1)), 'STORAGE_FAILED');
    await rejects(storage.readRange(toPosition(0), toPosition(1)), 'STORAGE_FAILED');
    await storage.close();
    assert.equal(`${(await restoreOnce(place)).learned}`, '{[1,2)}');
  },

  'nothing works before restore, which works once': async (place) => {
    const storage = place.open();
    await rejects(storage.persist(NOTHING), 'STORAGE_FAILED');
    await rejects(storage.read(toPosition(0)), 'STORAGE_FAILED');
    await storage.restore();
    await rejects(storage.restore(), 'STORAGE_FAILED');
    await storage.persist({ actions: [learnedAppend(1)] });
    await storage.close();
  },

  'nothing works after close, which works again and again': async (place) => {
    const storage = place.open();
    await storage.restore();
    await storage.close();
    await storage.close();
    await rejects(storage.persist(NOTHING), 'LOG_CLOSED');
    await rejects(storage.read(toPosition(0)), 'LOG_CLOSED');
    await rejects(storage.readRange(toPosition(0), toPosition(1)), 'LOG_CLOSED');
    await rejects(storage.restore(), 'LOG_CLOSED');
  },

  'close waits for the write in flight': async (place) => {
    const storage = place.open();
    await storage.restore();
    const order: string[] = [];
    const persisted = storage
      .persist({ actions: [learnedAppend(1)] })
      .then(() => order.push('persisted'));
    const closed = storage.close().then(() => order.push('closed'));
    await Promise.all([persisted, closed]);
    assert.deepEqual(order, ['persisted', 'closed']);
    assert.equal(`${(await restoreOnce(place)).learned}`, '{[1,2)}');
  },

  'a storage that was never restored closes, and holds no lock': async (place) => {
    await place.open().close();
    await restoreOnce(place);
  },

  'one place belongs to one storage at a time': async (place) => {
    const first = place.open();
    await first.restore();
    const second = place.open();
    await rejects(second.restore(), 'LOG_LOCKED');
    await rejects(second.persist(NOTHING), 'LOG_LOCKED');
    await second.close();
    // The refused one must not have taken the lock away.
    await rejects(place.open().restore(), 'LOG_LOCKED');
    await first.persist({ actions: [learnedAppend(1)] });
    await first.close();
    assert.equal(`${(await restoreOnce(place)).learned}`, '{[1,2)}');
  },
};

function learnedAppend(position: number, content?: unknown): Action {
  // Also called by Array.map, with an index.
  const bytes = content instanceof Uint8Array ? content : new TextEncoder().encode(`${position}`);
  return { position, promised: 1, performed: 1, learned: true, type: 'append', append: { bytes } };
}

function learnedTruncate(position: number, to: number): Action {
  return { position, promised: 1, performed: 1, learned: true, type: 'truncate', truncate: { to } };
}

async function positionsOf(storage: Storage, from: number, to: number): Promise<readonly number[]> {
  const actions = await storage.readRange(toPosition(from), toPosition(to) satisfies Position);
  return actions.map(({ position }) => position);
}

function restoreOnce(place: StoragePlace): Promise<RestoredState> {
  return restoreAnd(place, () => Promise.resolve());
}

async function restoreAnd(
  place: StoragePlace,
  use: (storage: Storage) => Promise<void>,
): Promise<RestoredState> {
  const storage = place.open();
  const restored = await storage.restore();
  await use(storage);
  await storage.close();
  return restored;
}

async function rejects(promise: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(promise, (error: unknown) => {
    assert.equal((error as { readonly code?: unknown }).code, code);
    return true;
  });
}
