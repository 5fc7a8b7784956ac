// How much of whom is delivered in one turn of the event loop.
import { afterEach, describe, expect, test } from '@jest/globals';
import { FairTurns } from '../../src/http/fair-turns.ts';
import { httpTransport } from '../../src/http/index.ts';
import { Pace } from '../../src/http/pace.ts';
import type { PaceVerdict } from '../../src/http/pace.ts';
import { checkTransportOptions } from '../../src/http/transport-options.ts';
import { Pid, Process, Runtime, TURN_BUDGET } from '../../src/index.ts';
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';

class Sender {
  left: number;
  delivered = 0;
  isDone = false;

  constructor(messages: number) {
    this.left = messages;
  }

  deliver(messagesMax: number): number {
    const count = Math.min(messagesMax, this.left);
    this.left -= count;
    this.delivered += count;
    return count;
  }

  done(): void {
    this.isDone = true;
  }
}

describe('turns', () => {
  let next: (() => void)[] = [];
  const turn = (): void => {
    const [thunk] = next.splice(0, 1);
    thunk?.();
  };
  afterEach(() => {
    next = [];
  });
  const turns = (): FairTurns => new FairTurns((thunk) => next.push(thunk));

  test('what fits into one is delivered at once', () => {
    const [one, all] = [new Sender(100), turns()];
    expect(all.deliver(one)).toBe(true);
    expect([one.delivered, one.isDone]).toEqual([100, false]);
  });

  test('whoever floods waits for the next, and everybody else has a share in it', () => {
    const all = turns();
    const [flood, other] = [new Sender(100_000), new Sender(10)];
    expect(all.deliver(flood)).toBe(false);
    expect(flood.delivered).toBe(1_024);
    expect(all.deliver(other)).toBe(false);
    expect(other.delivered).toBe(0);
    turn();
    expect([other.delivered, other.isDone]).toEqual([10, true]);
    expect(flood.delivered).toBe(2 * 1_024 - 10);
  });

  test('a hundred that flood share alike, and no turn delivers more than its messages', () => {
    const all = turns();
    const senders = Array.from({ length: 100 }, () => new Sender(1_000));
    for (const sender of senders) all.deliver(sender);
    const delivered = (): number => senders.reduce((sum, sender) => sum + sender.delivered, 0);
    let before = delivered();
    expect(before).toBe(1_000 + 24);
    for (let turns = 0; turns < 7; turns++) {
      turn();
      expect(delivered() - before).toBe(1_024);
      before = delivered();
    }
    const rest = senders.slice(2).map((sender) => sender.delivered);
    expect(Math.max(...rest) - Math.min(...rest)).toBeLessThanOrEqual(64);
    while (next.length > 0) turn();
    expect(delivered()).toBe(100_000);
    expect(senders.slice(1).every(({ isDone }) => isDone)).toBe(true);
  });
});

describe('a flood over a connection', () => {
  const open: Runtime[] = [];
  afterEach(async () => {
    for (const runtime of open.splice(0)) await runtime.close();
  });

  test.each([true, false])(
    'leaves timers and others their turns, upgraded: %p',
    async (upgrade) => {
      const start = async (): Promise<Runtime> => {
        const transport = await httpTransport({ listen: { host: '127.0.0.1', port: 0 }, upgrade });
        const runtime = new Runtime({ transport });
        open.push(runtime);
        return runtime;
      };
      const [flooding, calm, target] = [await start(), await start(), await start()];
      let sinceTurn = 0;
      let mostInTurn = 0;
      let got = 0;
      let calmAfter: number | undefined;
      class Receiver extends Process {
        protected override initialize(): void {
          this.install('flood', () => {
            got++;
            mostInTurn = Math.max(mostInTurn, ++sinceTurn);
          });
          this.install('calm', () => {
            calmAfter = got;
          });
        }
      }
      target.spawn(new Receiver({ id: 'receiver' }));
      let isOver = false;
      const tick = (): void => {
        sinceTurn = 0;
        if (!isOver) setImmediate(tick);
      };
      tick();
      const pid = new Pid('receiver', target.address);
      calm.post(pid, 'first', new Uint8Array());
      const total = 20_000;
      for (let count = 0; count < total; count++) flooding.post(pid, 'flood', new Uint8Array());
      while (got === 0) await new Promise((resolve) => setImmediate(resolve));
      calm.post(pid, 'calm', new Uint8Array());
      while (got < total) await new Promise((resolve) => setImmediate(resolve));
      while (calmAfter === undefined) await new Promise((resolve) => setImmediate(resolve));
      isOver = true;
      // What a runtime serves before the event loop has its turn.
      expect(mostInTurn).toBeLessThanOrEqual(TURN_BUDGET);
      expect(calmAfter).toBeLessThan(total);
    },
  );
});

describe('pace', () => {
  /** A connection as far as it is looked at. */
  class FakeSocket extends EventEmitter {
    bytesRead = 0;
    bytesWritten = 0;
    writableLength = 0;
  }
  const limits = { headTimeoutMs: 10_000, bytesPerSecondMin: 100, idleTimeoutMs: 30_000 };
  const listen = { host: '127.0.0.1', port: 0 };

  function watched(unit: () => number | undefined = () => undefined) {
    const verdicts: PaceVerdict[] = [];
    const settings = checkTransportOptions({ listen, limits });
    const pace = new Pace(settings.limits, (_, verdict) => verdicts.push(verdict));
    const socket = new FakeSocket();
    pace.watch(socket as unknown as Socket);
    pace.receiving(socket as unknown as Socket, unit);
    return { pace, socket, verdicts, close: () => socket.emit('close') };
  }

  test('one request that goes on too slowly is ended, one that goes on is not', () => {
    for (const [bytes, expected] of [
      [999, ['slow-to-send']],
      [1_000, []],
    ] as const) {
      const { pace, socket, verdicts, close } = watched(() => 1);
      pace.look();
      socket.bytesRead += bytes;
      pace.look();
      expect(verdicts).toEqual(expected);
      close();
    }
  });

  test('many small requests are none that is slow', () => {
    let unit = 0;
    const { pace, socket, verdicts, close } = watched(() => ++unit);
    for (let looks = 0; looks < 10; looks++) {
      socket.bytesRead += 1;
      pace.look();
    }
    expect(verdicts).toEqual([]);
    close();
  });

  test('answers that are not read are waited for no longer than one look', () => {
    const { pace, socket, verdicts, close } = watched();
    socket.bytesWritten = socket.writableLength = 1_000_000;
    pace.look();
    expect(verdicts).toEqual([]);
    pace.look();
    expect(verdicts).toEqual(['slow-to-read']);
    close();
  });

  test('silence ends who has not proved to be a peer', () => {
    const { pace, socket, verdicts, close } = watched();
    pace.look();
    pace.look();
    socket.bytesRead++;
    pace.look();
    pace.look();
    pace.look();
    expect(verdicts).toEqual([]);
    pace.look();
    expect(verdicts).toEqual(['idle']);
    close();
    const other = watched();
    other.pace.trust(other.socket as unknown as Socket);
    for (let looks = 0; looks < 10; looks++) other.pace.look();
    expect(other.verdicts).toEqual([]);
    other.close();
  });
});
