import { setImmediate } from 'node:timers';
import { Deferred, Effect, Queue } from 'effect';

const idle = [];

/** The usual idiom: a fiber that takes from a queue of its own. */
function spawn(receive) {
  const queue = Effect.runSync(Queue.unbounded());
  Effect.runFork(Effect.forever(Effect.flatMap(Queue.take(queue), receive)));
  return queue;
}

async function bursts({ gate }, operations, burst) {
  let done = gate();
  let served = 0;
  const actor = spawn(() =>
    Effect.sync(() => {
      if (++served % burst === 0) done.open();
    }),
  );
  for (let left = operations; left > 0; left -= burst) {
    done = gate();
    for (let index = 0; index < burst; index++) Queue.offerUnsafe(actor, { type: 'add' });
    await done.opened;
  }
}

export const contender = (kit) => ({
  tell: (operations) => bursts(kit, operations, kit.BURST),

  'ping-pong': async (operations) => {
    const { opened, open } = kit.gate();
    const player = () => {
      const self = spawn(({ from, left }) =>
        left === 0 ? Effect.sync(open) : Queue.offer(from, { from: self, left: left - 1 }),
      );
      return self;
    };
    Queue.offerUnsafe(player(), { from: player(), left: operations });
    await opened;
  },

  'ask-await': (operations) => {
    const actor = spawn(({ value, answer }) => Deferred.succeed(answer, value + 1));
    const asking = Effect.gen(function* () {
      for (let value = 0; value < operations; value++) {
        const answer = yield* Deferred.make();
        yield* Queue.offer(actor, { value, answer });
        yield* Deferred.await(answer);
      }
    });
    return Effect.runPromise(asking);
  },

  spawn: async (operations) => {
    for (let count = 0; count < operations; count++) idle.push(spawn(() => Effect.void));
    await new Promise((resolve) => setImmediate(resolve));
    return idle.length;
  },
});
