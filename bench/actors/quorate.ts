import { breakWith, Completer, loop, proceed, Process, Runtime } from '@quorate/process';
import type { MessageType, Pid } from '@quorate/process';
import { BURST, RING, TURN_OPERATIONS } from './contender.ts';
import type { Contender } from './contender.ts';

class CounterProcess extends Process {
  #count = 0;

  add(): number {
    return ++this.#count;
  }
}

class VolleyProcess extends Process {
  declare readonly self: Pid<VolleyProcess>;

  hit(other: Pid<VolleyProcess>, left: number, done: Completer<void>): void {
    if (left === 0) done.set(undefined);
    else this.runtime.tell(other, 'hit', this.self, left - 1, done);
  }
}

class RingProcess extends Process {
  declare readonly self: Pid<RingProcess>;
  #next: Pid<RingProcess> | undefined;

  join(next: Pid<RingProcess>): void {
    this.#next = next;
  }

  pass(left: number, done: Completer<void>): void {
    if (left === 0 || !this.#next) done.set(undefined);
    else this.runtime.tell(this.#next, 'pass', left - 1, done);
  }
}

const NOTHING = new Uint8Array();
const TICK: MessageType<Uint8Array> = {
  typeName: 'bench.Tick',
  encode: (body) => body,
  decode: (body) => body,
};

class TypedProcess extends Process {
  #sum = 0;

  addMany(amount: number): number {
    return (this.#sum += amount);
  }
}

class MessageProcess extends Process {
  #left = 0;
  #done = new Completer<void>();

  expect(count: number): Completer<void> {
    this.#left = count;
    this.#done = new Completer<void>();
    return this.#done;
  }

  protected override initialize(): void {
    this.install(TICK, () => {
      if (--this.#left === 0) this.#done.set(undefined);
    });
  }
}

class IdleProcess extends Process {}

const runtime = new Runtime();
/** Kept, so that what they take shows in the heap. */
const idle: Pid[] = [];

async function bursts(operations: number, burst: number): Promise<void> {
  const pid = runtime.spawn(new CounterProcess());
  for (let left = operations; left > 0; left -= burst) {
    for (let index = 1; index < burst; index++) runtime.tell(pid, 'add');
    await runtime.dispatch(pid, 'add');
  }
}

export const quorate: Contender = {
  tell: (operations) => bursts(operations, BURST),
  'tell-million': (operations) => bursts(operations, operations),

  'ping-pong': async (operations) => {
    const [one, two] = [runtime.spawn(new VolleyProcess()), runtime.spawn(new VolleyProcess())];
    const done = new Completer<void>();
    runtime.tell(one, 'hit', two, operations, done);
    await done.future;
  },

  ring: async (operations) => {
    const pids = Array.from({ length: RING }, () => runtime.spawn(new RingProcess()));
    for (const [index, pid] of pids.entries()) {
      const next = pids[(index + 1) % RING];
      if (next) runtime.tell(pid, 'join', next);
    }
    const done = new Completer<void>();
    const [first] = pids;
    if (first) runtime.tell(first, 'pass', operations, done);
    await done.future;
  },

  ask: async (operations) => {
    const pid = runtime.spawn(new CounterProcess());
    const done = new Completer<void>();
    const next = (count: number): void => {
      if (count === operations) done.set(undefined);
      else runtime.dispatch(pid, 'add').onReady(next);
    };
    next(0);
    await done.future;
  },

  'ask-await': async (operations) => {
    const pid = runtime.spawn(new CounterProcess());
    for (let count = 0; count < operations; count++) await runtime.dispatch(pid, 'add');
  },

  spawn: async (operations) => {
    for (let count = 0; count < operations; count++) idle.push(runtime.spawn(new IdleProcess()));
    await runtime.settle();
    return idle.length;
  },

  future: async (operations) => {
    let sum = 0;
    for (let index = 1; index <= operations; index++) {
      const completer = new Completer<number>();
      completer.future.andThen((value) => (sum += value));
      completer.set(1);
      if (index % TURN_OPERATIONS === 0) await Promise.resolve();
    }
    if (sum !== operations) throw new Error(`${sum} callbacks instead of ${operations}`);
  },

  send: async (operations) => {
    const process = new MessageProcess();
    const pid = runtime.spawn(process);
    for (let left = operations; left > 0; left -= BURST) {
      const done = process.expect(BURST);
      for (let index = 0; index < BURST; index++) runtime.send(pid, TICK, NOTHING);
      await done.future;
    }
  },

  typed: async (operations) => {
    const pid = runtime.spawn(new TypedProcess());
    for (let left = operations; left > 0; left -= BURST) {
      for (let index = 1; index < BURST; index++) runtime.tell(pid, 'addMany', index);
      await runtime.dispatch(pid, 'addMany', 1);
    }
  },

  'spawn-stop': async (operations) => {
    for (let left = operations; left > 0; left -= BURST) {
      for (let index = 0; index < BURST; index++) {
        runtime.terminate(runtime.spawn(new IdleProcess({ idPrefix: 'passing' })));
      }
      await runtime.settle();
    }
  },

  /** A chain in which each passes a message on once. */
  relay: async (operations) => {
    const pids = Array.from({ length: operations }, () => runtime.spawn(new RingProcess()));
    for (const [index, pid] of pids.entries()) {
      const next = pids[index + 1];
      if (next) runtime.tell(pid, 'join', next);
    }
    const done = new Completer<void>();
    const [first] = pids;
    if (first) runtime.tell(first, 'pass', operations, done);
    await done.future;
    for (const pid of pids) runtime.terminate(pid);
    await runtime.settle();
  },

  /** Steps that are complete already. */
  loop: async (operations) => {
    let count = 0;
    await loop(
      () => ++count,
      (step) => (step < operations ? proceed() : breakWith(step)),
    );
  },

  /** When a timer of 20 ms fires while two actors send to each other without end. */
  fairness: async () => {
    const [one, two] = [runtime.spawn(new VolleyProcess()), runtime.spawn(new VolleyProcess())];
    const startedAt = performance.now();
    const fired = new Promise<number>((resolve) => {
      setTimeout(() => resolve(performance.now() - startedAt), 20);
    });
    runtime.tell(one, 'hit', two, Infinity, new Completer<void>());
    const ms = await fired;
    runtime.terminate(one);
    runtime.terminate(two);
    await runtime.settle();
    return ms;
  },
};
