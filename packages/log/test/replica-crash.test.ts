// Loss of power at random moments: whatever a replica has answered must be on the disk it comes
// back from. Writes are held back at random, so that many are under way when the power goes.
import { expect, test } from '@jest/globals';
import { PromiseRequest, PromiseResponse, WriteRequest, WriteResponse } from '@quorate/messages';
import { seededRandom } from '@quorate/process';
import type { Random } from '@quorate/process';
import { turns, virtualRuntime } from '@quorate/process/testing';
import { memoryDisk, memoryStorage } from '../src/memory-storage.ts';
import type { MemoryDisk } from '../src/memory-storage.ts';
import { Replica } from '../src/replica/replica.ts';
import { HeldStorage } from '../src/testing/held-storage.ts';
import { append, appendRequest, learned, truncate } from './support/acceptor-harness.ts';

const SEEDS = 60;
const LIVES = 4;
const POSITION_LIMIT = 12;

/** What the replica has told proposers, over all its lives. */
interface Answered {
  promised: number;
  readonly promisedAt: Map<number, number>;
  readonly acceptedAt: Map<number, number>;
  begin: number;
}

test('what was answered before a loss of power survives it, for 60 seeds', async () => {
  let checked = 0;
  for (let seed = 1; seed <= SEEDS; seed++) checked += await run(seed);
  // Otherwise too little was answered to show anything.
  expect(checked).toBeGreaterThan(SEEDS * LIVES * 2);
});

/** @returns how many promises and acceptances were looked for on the disk */
async function run(seed: number): Promise<number> {
  const random = seededRandom(seed);
  const disk = memoryDisk();
  const answered: Answered = {
    promised: 0,
    begin: 0,
    promisedAt: new Map(),
    acceptedAt: new Map(),
  };
  await initialize(disk);
  let checked = 0;
  for (let life = 0; life < LIVES; life++) {
    await live(disk, random, answered);
    const lost = await lostFrom(disk, answered);
    if (lost.length > 0) throw new Error(`seed ${seed}, life ${life}: lost ${lost.join(', ')}`);
    checked += answered.promisedAt.size + answered.acceptedAt.size;
  }
  return checked;
}

async function initialize(disk: MemoryDisk): Promise<void> {
  const storage = memoryStorage({ disk });
  await storage.restore();
  await storage.persist({ metadata: { status: 'voting', promised: 0 }, actions: [] });
  await storage.close();
}

/** From start to loss of power. */
async function live(disk: MemoryDisk, random: Random, answered: Answered): Promise<void> {
  const { runtime } = virtualRuntime();
  const inner = memoryStorage({ disk });
  const storage = new HeldStorage(inner);
  const replica = Replica.open(runtime, storage);
  storage.hold();
  for (let moment = 0; moment < 40; moment++) {
    for (let burst = random.intBelow(4); burst > 0; burst--) {
      ask(runtime, replica, random, answered);
    }
    await turns(random.intBelow(4));
    if (storage.held > 0 && random.intBelow(3) > 0) await storage.release();
  }
  // What is held never reaches the disk.
  const halted = runtime.halt();
  while (storage.held > 0) storage.fail(new Error('power loss'));
  await halted;
  await inner.close();
  expect(storage.overlaps).toBe(0);
}

function ask(
  runtime: ReturnType<typeof virtualRuntime>['runtime'],
  replica: Replica,
  random: Random,
  answered: Answered,
): void {
  const position = random.intBelow(POSITION_LIMIT);
  const proposal = 1 + random.intBelow(30);
  switch (random.intBelow(12)) {
    case 0:
      runtime
        .request(replica.pid, PromiseRequest, { proposal }, PromiseResponse)
        .onReady(({ okay }) => {
          if (okay) answered.promised = Math.max(answered.promised, proposal);
        });
      return;
    case 1:
      runtime
        .request(replica.pid, PromiseRequest, { proposal, position }, PromiseResponse)
        .onReady(({ okay, action }) => {
          if (okay && action?.learned !== true) raise(answered.promisedAt, position, proposal);
        });
      return;
    case 2:
      replica.learn(learned(append(position, proposal))).onAny(() => undefined);
      return;
    case 3:
      if (random.intBelow(8) === 0) {
        replica
          .learn(learned(truncate(position, Math.max(0, position - 3))))
          .onAny(() => undefined);
      }
      replica.beginning().onReady((begin) => (answered.begin = Math.max(answered.begin, begin)));
      return;
    default:
      runtime
        .request(replica.pid, WriteRequest, appendRequest(position, proposal), WriteResponse)
        .onReady(({ okay }) => {
          if (okay) raise(answered.acceptedAt, position, proposal);
        });
  }
}

function raise(numbers: Map<number, number>, position: number, proposal: number): void {
  numbers.set(position, Math.max(numbers.get(position) ?? 0, proposal));
}

/** Which answers the disk knows nothing of. */
async function lostFrom(disk: MemoryDisk, answered: Answered): Promise<readonly string[]> {
  const storage = memoryStorage({ disk });
  const { metadata, begin } = await storage.restore();
  await storage.close();
  const lost: string[] = [];
  if (metadata.promised < answered.promised) lost.push(`promise ${answered.promised}`);
  if (begin < answered.begin) lost.push(`begin ${answered.begin}`);
  const check = (numbers: ReadonlyMap<number, number>, field: 'promised' | 'performed'): void => {
    for (const [position, proposal] of numbers) {
      const record = disk.records.get(position);
      const isSettled = position < begin || record?.learned === true;
      if (!isSettled && (record?.[field] ?? 0) < proposal) lost.push(`${field} at ${position}`);
    }
  };
  check(answered.promisedAt, 'promised');
  check(answered.acceptedAt, 'performed');
  return lost;
}
