import assert from 'node:assert/strict';
import { joinPath } from '@quorate/checkpoint';
import type { StreamStorage } from '../storage/stream-storage.ts';

/** A directory for one test. */
export interface StreamStoragePlace {
  /** The files of streams go somewhere below. */
  readonly directory: string;
  /** A new storage on this place, as a restart of the program would make it. */
  open(): StreamStorage;
  /** The bytes of a file as another program sees them; undefined if there is none. */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** Makes a file with its directories, as another program does. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  dispose?(): Promise<void>;
}

/** What the suite needs of the test runner, and where what is tested keeps its files. */
export interface StreamStorageSuiteOptions {
  readonly describe: (name: string, body: () => void) => void;
  readonly test: (name: string, body: () => Promise<void>) => void;
  readonly place: () => Promise<StreamStoragePlace>;
}

/** Defines the tests that every `StreamStorage` must pass. */
export function streamStorageSuite(name: string, options: StreamStorageSuiteOptions): void {
  const { describe, test, place: makePlace } = options;
  describe(name, () => {
    for (const [title, body] of Object.entries(contract)) {
      test(title, async () => {
        const place = await makePlace();
        const storage = place.open();
        await storage.open();
        const at = (stream: string): string =>
          joinPath(place.directory, 'streams', stream, 'updates');
        try {
          await body(storage, at, place);
        } finally {
          await storage.close();
          await place.dispose?.();
        }
      });
    }
  });
}

type Scenario = (
  storage: StreamStorage,
  at: (stream: string) => string,
  place: StreamStoragePlace,
) => Promise<void>;

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return undefined;
}

const contract: Readonly<Record<string, Scenario>> = {
  'what is appended is read, in order': async (storage, at, place) => {
    assert.equal(await storage.create(at('a'), 'refuse'), 0);
    await storage.append(at('a'), 0, bytes(1, 2));
    await storage.append(at('a'), 2, bytes(3));
    assert.deepEqual(await storage.read(at('a')), { type: 'file', bytes: bytes(1, 2, 3) });
    await storage.flush();
    assert.deepEqual(await place.readFile(at('a')), bytes(1, 2, 3));
  },
  'many streams at once': async (storage, at, place) => {
    const streams = Array.from({ length: 50 }, (_, index) => `s${index}`);
    await Promise.all(
      streams.map(async (stream, index) => {
        await storage.create(at(stream), 'refuse');
        for (let offset = 0; offset < 5; offset++) {
          await storage.append(at(stream), offset, bytes(index));
        }
      }),
    );
    await storage.flush();
    for (const [index, stream] of streams.entries()) {
      assert.deepEqual(await place.readFile(at(stream)), new Uint8Array(5).fill(index));
    }
  },
  'a file that exists is refused, or gone on with': async (storage, at, place) => {
    await place.writeFile(at('a'), bytes(1, 2));
    assert.equal(await codeOf(storage.create(at('a'), 'refuse')), 'STREAM_FILE_EXISTS');
    assert.equal(await storage.create(at('a'), 'append'), 2);
    await storage.append(at('a'), 2, bytes(3));
    assert.equal(await codeOf(storage.create(at('a'), 'refuse')), 'STREAM_FILE_EXISTS');
    assert.equal(await storage.create(at('a'), 'append'), 3);
  },
  'a file that is missing is told from a directory that is': async (storage, at, place) => {
    assert.deepEqual(await storage.read(at('a')), { type: 'missing-directory' });
    await place.writeFile(joinPath(place.directory, 'streams', 'a', 'other'), bytes());
    assert.deepEqual(await storage.read(at('a')), { type: 'missing' });
  },
  'what is confirmed is as it was, and is gone on with': async (storage, at, place) => {
    await place.writeFile(at('a'), bytes(1, 2, 3));
    await storage.confirm(at('a'), 1, bytes(2, 3));
    assert.deepEqual(await storage.read(at('a')), { type: 'file', bytes: bytes(1, 2, 3) });
    await storage.append(at('a'), 3, bytes(4));
    await storage.flush();
    assert.deepEqual(await place.readFile(at('a')), bytes(1, 2, 3, 4));
  },
  'a tail is cut off, and what comes next goes there': async (storage, at, place) => {
    await place.writeFile(at('a'), bytes(1, 2, 3, 4));
    await storage.truncate(at('a'), 2);
    await storage.append(at('a'), 2, bytes(9));
    await storage.flush();
    assert.deepEqual(await place.readFile(at('a')), bytes(1, 2, 9));
  },
  'a removed stream is gone, with its directory, and may begin anew': async (
    storage,
    at,
    place,
  ) => {
    await storage.create(at('a'), 'refuse');
    await storage.append(at('a'), 0, bytes(1, 2, 3));
    await storage.remove(at('a'));
    assert.equal(await storage.create(at('a'), 'refuse'), 0);
    await storage.append(at('a'), 0, bytes(4));
    await storage.flush();
    assert.deepEqual(await place.readFile(at('a')), bytes(4));
    await storage.remove(at('a'));
    await storage.flush();
    assert.equal(await place.readFile(at('a')), undefined);
    assert.deepEqual(await storage.read(at('a')), { type: 'missing-directory' });
    await storage.remove(at('a'));
  },
  'what else is in the directory of a removed stream stays': async (storage, at, place) => {
    const other = joinPath(place.directory, 'streams', 'a', 'other');
    await place.writeFile(other, bytes(7));
    await storage.create(at('a'), 'refuse');
    await storage.append(at('a'), 0, bytes(1));
    await storage.remove(at('a'));
    await storage.flush();
    assert.deepEqual(await place.readFile(other), bytes(7));
  },
  'after a close the files hold everything, and others may write to them': async (
    storage,
    at,
    place,
  ) => {
    await storage.create(at('a'), 'refuse');
    await storage.append(at('a'), 0, bytes(1, 2));
    await storage.close();
    assert.deepEqual(await place.readFile(at('a')), bytes(1, 2));
    await place.writeFile(at('a'), bytes(1, 2, 3));
    const next = place.open();
    await next.open();
    assert.deepEqual(await next.read(at('a')), { type: 'file', bytes: bytes(1, 2, 3) });
    await next.close();
    assert.deepEqual(await place.readFile(at('a')), bytes(1, 2, 3));
  },
};
