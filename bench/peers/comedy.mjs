import comedy from 'comedy';

const system = comedy({ log: { level: 'Silent' }, test: true, rootActor: {} });
const root = await system.rootActor();
/** Actors are made from definitions without a closure: what they share is here. */
const shared = (globalThis.comedyBench = {});
const idle = [];

async function bursts({ gate }, operations, burst) {
  Object.assign(shared, { served: 0, burst });
  const actor = await root.createChild({
    add() {
      if (++shared.served % shared.burst === 0) shared.done.open();
    },
  });
  for (let left = operations; left > 0; left -= burst) {
    shared.done = gate();
    for (let index = 0; index < burst; index++) actor.send('add', index);
    await shared.done.opened;
  }
}

export const contender = (kit) => ({
  tell: (operations) => bursts(kit, operations, kit.BURST),

  'ping-pong': async (operations) => {
    Object.assign(shared, { left: operations, done: kit.gate() });
    shared.pong = await root.createChild({
      hit() {
        shared.ping.send('hit', 1);
      },
    });
    shared.ping = await root.createChild({
      hit() {
        if ((shared.left -= 2) <= 0) shared.done.open();
        else shared.pong.send('hit', 1);
      },
    });
    shared.pong.send('hit', 1);
    await shared.done.opened;
  },

  'ask-await': async (operations) => {
    const actor = await root.createChild({
      add(value) {
        return value + 1;
      },
    });
    for (let value = 0; value < operations; value++) await actor.sendAndReceive('add', value);
  },

  spawn: async (operations) => {
    for (let count = 0; count < operations; count++)
      idle.push(await root.createChild({ add() {} }));
    return idle.length;
  },
});
