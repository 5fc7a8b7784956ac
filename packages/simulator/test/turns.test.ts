import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Turns } from '../src/adapters/turns.ts';
import { drawRun, runPlan } from '../src/systems/index.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

/** Whether what `postpone` does makes a turn due. */
async function isDueAfter(postpone: () => void): Promise<boolean> {
  const turns = new Turns();
  turns.engage();
  try {
    await turns.take();
    turns.taken();
    postpone();
    return turns.isDue;
  } finally {
    turns.release();
  }
}

describe('Turns', () => {
  it('are not due when nothing was postponed', async () => {
    expect(await isDueAfter(() => undefined)).toBe(false);
  });

  it.each([
    ['a promise is made', () => void Promise.resolve()],
    ['an async function runs', () => void (async () => Promise.resolve())()],
    ['a microtask is queued', () => queueMicrotask(() => undefined)],
    ['a tick is queued', () => process.nextTick(() => undefined)],
    ['an immediate is queued', () => void setImmediate(() => undefined)],
  ])('are due when %s', async (_what, postpone) => {
    expect(await isDueAfter(postpone)).toBe(true);
  });

  it('are due when a promise that was made before is resolved', async () => {
    let resolve = (): void => undefined;
    void new Promise<void>((done) => {
      resolve = done;
    });
    expect(await isDueAfter(() => resolve())).toBe(true);
  });

  it('are due as long as an immediate of somebody else waits', async () => {
    const turns = new Turns();
    turns.engage();
    let ran = false;
    setImmediate(() => setImmediate(() => (ran = true)));
    for (let taken = 0; turns.isDue && taken < 10; taken++) {
      await turns.take();
      turns.taken();
    }
    turns.release();
    expect(ran).toBe(true);
  });

  const reactions = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index++) await Promise.resolve();
  };

  it.each<[string, (act: () => void) => void]>([
    ['reactions of promises, one after the other', (act) => void reactions(100).then(act)],
    [
      'a tick of a microtask of a tick',
      (act) => process.nextTick(() => queueMicrotask(() => process.nextTick(act))),
    ],
    [
      'a reaction in a tick of a reaction',
      (act) => void reactions(5).then(() => process.nextTick(() => void reactions(5).then(act))),
    ],
    ['an immediate of a reaction', (act) => void reactions(5).then(() => setImmediate(act))],
  ])('are over when all has happened: %s', async (_what, postpone) => {
    const turns = new Turns();
    turns.engage();
    let happened = 0;
    try {
      await turns.takeWhole();
      for (let turn = 1; turn <= 3; turn++) {
        turns.taken();
        postpone(() => happened++);
        await turns.take();
        expect(happened).toBe(turn);
      }
    } finally {
      turns.release();
    }
  });

  it('leave what they watch as it was', () => {
    const before = [globalThis.queueMicrotask, globalThis.setImmediate, process.nextTick];
    const turns = new Turns();
    turns.engage();
    expect(globalThis.setImmediate).not.toBe(before[1]);
    turns.release();
    expect([globalThis.queueMicrotask, globalThis.setImmediate, process.nextTick]).toEqual(before);
  });

  it('are taken after each event where the engine does not tell of promises, with the same run', async () => {
    const plan = drawRun({ seed: 3, durationMs: 20_000 });
    const { hash } = await runPlan(plan);
    jest.spyOn(process, 'getBuiltinModule').mockReturnValue({});
    const taken = jest.spyOn(Turns.prototype, 'take');
    const takenWhole = jest.spyOn(Turns.prototype, 'takeWhole');
    const { hash: again, events } = await runPlan(plan);
    expect(again).toBe(hash);
    const turns = taken.mock.calls.length + takenWhole.mock.calls.length;
    expect(turns).toBeGreaterThanOrEqual(events);
  });
});
