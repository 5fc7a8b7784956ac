import { seededRandom } from '@quorate/process';
import type { Random } from '@quorate/process';
import type { Database } from '../leveldb/database.ts';

/** One write of a workload. */
export interface WorkloadBatch {
  /** From 1. Every batch writes it down, so that what is found says how far it goes. */
  readonly number: number;
  readonly sync: boolean;
  /** An undefined value deletes the key. */
  readonly changes: readonly (readonly [key: string, value: string | undefined])[];
}

/** Which batches must be found, and which may. */
export interface WorkloadBounds {
  /** This one and all before it must be there. */
  readonly least: number;
  /** None after this one may be. */
  readonly most: number;
}

/** Few keys: most changes replace or delete what another batch has written. */
const KEYS = 40;
const CHANGES_MAX = 8;
const DELETE_PERMILLE = 250;
const SYNC_PERMILLE = 600;
const SIZE_CHARACTERS_MAX = 200;
/** Now and then one that takes several blocks of a write-ahead log. */
const LARGE_PERMILLE = 30;
const LARGE_SIZE_CHARACTERS_MAX = 80_000;
const COUNT_KEY = 'count';
const KEY_RANGE = { gte: bytesOf(''), fillCache: false, highWaterMarkBytes: 1_048_576 };

/**
 * Batches for a `Database`, drawn from a seed, one after the other; and the check that what is found after
 * a crash is what the first so many of them have left: none torn, none missing in front of another.
 */
export class DatabaseWorkload {
  readonly #seed: number;

  /** @param seed an integer from 0 to 2^31 - 1 */
  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The same one for the same number, always. */
  batch(number: number): WorkloadBatch {
    const random = seededRandom(this.#seed * 1_000_000 + number);
    const length = 1 + random.intBelow(CHANGES_MAX);
    const changes = Array.from({ length }, (_, index) => {
      const key = `key-${random.intBelow(KEYS)}`;
      if (random.intBelow(1000) < DELETE_PERMILLE) return [key, undefined] as const;
      return [key, `${number}.${index} ${'x'.repeat(sizeOf(random))}`] as const;
    });
    const sync = random.intBelow(1000) < SYNC_PERMILLE;
    return { number, sync, changes: [...changes, [COUNT_KEY, String(number)]] };
  }

  /** Writes a batch; resolves when the database has acknowledged it. */
  async write(database: Database, { changes, sync }: WorkloadBatch): Promise<void> {
    const batch = database.batch();
    for (const [key, value] of changes) {
      if (value === undefined) batch.del(bytesOf(key));
      else batch.put(bytesOf(key), bytesOf(value));
    }
    await batch.write({ sync });
  }

  /**
   * Reads everything, and gives the number of the last batch that is there. Throws when one is torn or
   * missing, or when it is not within the bounds.
   */
  async check(database: Database, { least, most }: WorkloadBounds): Promise<number> {
    const found = await contentsOf(database);
    const last = Number(found.get(COUNT_KEY) ?? 0);
    const expected = this.#contentsAfter(last);
    for (const key of new Set([...found.keys(), ...expected.keys()])) {
      if (found.get(key) === expected.get(key)) continue;
      const [has, wants] = [found, expected].map((contents) => shorten(contents.get(key)));
      throw new Error(`batch ${last} is there, but ${key} is ${has}, not ${wants}`);
    }
    if (last < least) throw new Error(`batches after ${last} are lost; ${least} was to be there`);
    if (last > most) throw new Error(`batch ${last} is there; none after ${most} was begun`);
    return last;
  }

  #contentsAfter(last: number): ReadonlyMap<string, string> {
    const contents = new Map<string, string>();
    for (let number = 1; number <= last; number++) {
      for (const [key, value] of this.batch(number).changes) {
        if (value === undefined) contents.delete(key);
        else contents.set(key, value);
      }
    }
    return contents;
  }
}

async function contentsOf(database: Database): Promise<ReadonlyMap<string, string>> {
  const contents = new Map<string, string>();
  const cursor = database.iterator(KEY_RANGE);
  try {
    for (;;) {
      const entries = await cursor.nextv(1_000);
      if (entries.length === 0) return contents;
      for (const [key, value] of entries) contents.set(textOf(key), textOf(value));
    }
  } finally {
    await cursor.close();
  }
}

function sizeOf(random: Random): number {
  const isLarge = random.intBelow(1000) < LARGE_PERMILLE;
  return random.intBelow(isLarge ? LARGE_SIZE_CHARACTERS_MAX : SIZE_CHARACTERS_MAX);
}

function shorten(value: string | undefined): string {
  return value === undefined ? 'not there' : `"${value.slice(0, 16)}…" (${value.length})`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
