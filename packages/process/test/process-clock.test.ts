import { describe, expect, test } from '@jest/globals';
import { Process, Runtime } from '@quorate/process';
import type { Pid } from '@quorate/process';
import { ProcessClock } from '@quorate/process/testing';

class Clocked extends Process {
  declare readonly self: Pid<Clocked>;
  readonly seen: number[] = [];

  look(): number {
    const now = this.runtime.clock.now();
    this.seen.push(now);
    return now;
  }

  tellToLook(pid: Pid<Clocked>): void {
    this.runtime.tell(pid, 'look');
  }

  spawnOne(): Clocked {
    const child = new Clocked();
    this.runtime.spawn(child);
    return child;
  }

  lookLater(delayMs: number): void {
    this.delay(delayMs, () => void this.look());
  }

  sendTo(pid: Pid): void {
    this.runtime.post(pid, 'look', new Uint8Array(), this.self);
  }

  watch(pid: Pid): void {
    this.link(pid);
  }

  protected override initialize(): void {
    this.install('look', () => void this.look());
  }

  protected override exited(): void {
    this.look();
  }
}

function world() {
  const clock = new ProcessClock({ startMs: 1000 });
  const runtime = new Runtime({ clock });
  const [one, other] = [new Clocked({ id: 'one' }), new Clocked({ id: 'other' })];
  return { clock, runtime, one, other, onePid: runtime.spawn(one), otherPid: runtime.spawn(other) };
}

describe('the time of a process', () => {
  test('Order: stays where it was until an event of one that is ahead comes in', async () => {
    const { clock, runtime, one, other, onePid, otherPid } = world();
    await clock.settle();
    await clock.advance(1000);
    expect(clock.now()).toBe(2000);
    expect(clock.nowOf(one)).toBe(1000);
    runtime.tell(otherPid, 'tellToLook', onePid);
    await clock.settle();
    expect(clock.nowOf(other)).toBe(2000); // told from outside, where it is later
    expect(one.seen).toEqual([2000]);
    expect(clock.nowOf(one)).toBe(2000);
  });

  test.each([
    ['a call', (one: Clocked, pid: Pid<Clocked>) => one.tellToLook(pid)],
    ['a message', (one: Clocked, pid: Pid<Clocked>) => one.sendTo(pid)],
  ])('%s takes the time of its sender along, forward only', async (_, send) => {
    const { clock, runtime, one, other, onePid, otherPid } = world();
    await clock.settle();
    clock.updateProcess(one, 1500);
    clock.updateProcess(other, 1200);
    runtime.tell(onePid, (process) => send(process, otherPid));
    await clock.settle();
    expect(other.seen).toEqual([1500]);
    clock.updateProcess(other, 9000);
    runtime.tell(onePid, (process) => send(process, otherPid));
    await clock.settle();
    expect(other.seen).toEqual([1500, 9000]);
  });

  test('an end takes the time along to those who are linked', async () => {
    const { clock, runtime, one, other, onePid, otherPid } = world();
    runtime.tell(otherPid, 'watch', onePid);
    await clock.settle();
    clock.updateProcess(one, 1500);
    runtime.terminate(onePid);
    await clock.settle();
    expect(other.seen).toEqual([1500]);
  });

  test('a new process begins with the time of its creator', async () => {
    const { clock, runtime, one, onePid } = world();
    await clock.settle();
    clock.updateProcess(one, 1500);
    const child = await runtime.dispatch(onePid, 'spawnOne');
    expect(clock.nowOf(child)).toBe(1500);
  });

  test('a timer counts from the time of its process, and moves it when it falls due', async () => {
    const { clock, runtime, one, onePid } = world();
    await clock.settle();
    clock.updateProcess(one, 1500);
    runtime.tell(onePid, 'lookLater', 300);
    await clock.advance(799);
    expect(one.seen).toEqual([]);
    expect(clock.nowOf(one)).toBe(1500);
    await clock.advance(1);
    expect(clock.now()).toBe(1800);
    expect(one.seen).toEqual([1800]);
  });

  test('moves back only if told so', () => {
    const { clock, one } = world();
    clock.updateProcess(one, 1500);
    clock.updateProcess(one, 1200);
    expect(clock.nowOf(one)).toBe(1500);
    clock.updateProcess(one, 1200, { backwards: true });
    expect(clock.nowOf(one)).toBe(1200);
  });

  test('is forgotten when time runs, and never behind the world then', async () => {
    const { clock, runtime, one, onePid } = world();
    await clock.advance(500);
    clock.updateProcess(one, 99_000);
    clock.resume();
    clock.updateProcess(one, 99_000); // ignored
    const now = await runtime.dispatch(onePid, 'look');
    expect(now).toBeGreaterThanOrEqual(1500);
    expect(now).toBeLessThan(60_000);
    clock.pause();
    expect(clock.nowOf(one)).toBe(clock.now());
    await runtime.close();
  });
});
