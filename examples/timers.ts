// A heartbeat that times out, played through in virtual time: an hour passes in no time.

import assert from 'node:assert/strict';
import { Process, Runtime, VirtualClock } from '@quorate/process';
import type { Timer } from '@quorate/process';
import { run } from './support/run.ts';

const TIMEOUT_MS = 15_000;

/** Gives a worker up when it has been silent for too long. */
class MonitorProcess extends Process {
  lostAtMs: number | undefined;
  #timer: Timer | undefined;

  heartbeat(): void {
    this.#timer?.cancel();
    // Runs as an event of this process, like everything that touches its state.
    this.#timer = this.delay(TIMEOUT_MS, () => this.#giveUp());
  }

  #giveUp(): void {
    this.lostAtMs = this.runtime.clock.now();
    console.log(`${seconds(this.lostAtMs)}: no heartbeat for ${seconds(TIMEOUT_MS)}, giving up`);
  }
}

run(async () => {
  const clock = new VirtualClock();
  const runtime = new Runtime({ clock });
  const monitor = new MonitorProcess();
  const pid = runtime.spawn(monitor);

  for (let beat = 0; beat < 360; beat++) {
    runtime.tell(pid, 'heartbeat');
    await clock.advance(10_000);
  }
  console.log(`${seconds(clock.now())}: 360 heartbeats, all in time; now they stop`);
  assert.equal(monitor.lostAtMs, undefined);

  await clock.advance(60_000);
  // The last heartbeat was 10 s old when the loop ended; nothing is late by even a millisecond.
  assert.equal(monitor.lostAtMs, 3_600_000 - 10_000 + TIMEOUT_MS);

  await runtime.close();
});

function seconds(ms: number): string {
  return `${ms / 1000} s`;
}
