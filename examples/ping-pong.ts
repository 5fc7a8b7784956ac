// Two actors: one calls the other by typed dispatch, and hears of its end.

import assert from 'node:assert/strict';
import { Process, Runtime } from '@quorate/process';
import type { Future, Pid } from '@quorate/process';
import { run } from './support/run.ts';

/** Public methods are what others may dispatch; the state is touched by nobody else. */
class PongProcess extends Process {
  #served = 0;

  ping(from: string): string {
    this.#served++;
    return `pong ${this.#served} for ${from}`;
  }
}

class PingProcess extends Process {
  declare readonly self: Pid<PingProcess>;
  readonly #pong: Pid<PongProcess>;

  constructor(pong: Pid<PongProcess>) {
    super({ idPrefix: 'ping' });
    this.#pong = pong;
  }

  /** A handler that returns a future answers when that future does. */
  play(rounds: number): Future<string> {
    const answer = this.runtime.dispatch(this.#pong, 'ping', this.self.id);
    answer.onReady((text) => console.log(text));
    return rounds === 1 ? answer : answer.andThen(this.defer(() => this.play(rounds - 1)));
  }

  protected override initialize(): void {
    this.link(this.#pong);
  }

  protected override exited(pid: Pid): void {
    console.log(`${this.self.id} saw ${pid.id} exit`);
    this.runtime.terminate(this.self);
  }
}

run(async () => {
  const runtime = new Runtime();
  const pong = runtime.spawn(new PongProcess({ id: 'pong' }));
  const ping = runtime.spawn(new PingProcess(pong));

  // Checked by the compiler: the method's name, its arguments and the result.
  const last = await runtime.dispatch(ping, 'play', 3);
  assert.equal(last, 'pong 3 for ping(1)');

  runtime.terminate(pong);
  await runtime.wait(ping);

  // Whoever calls a process that is gone is told so: the answer will never come.
  const lost = runtime.dispatch(pong, 'ping', 'nobody');
  console.log(`a call to the late ${pong.id}: ${lost}`);
  assert(lost.isAbandoned);

  await runtime.close();
});
