import nact from 'nact';

const { dispatch, query, spawn, spawnStateless, start } = nact;
const system = start();
const TIMEOUT_MS = 60_000;
const idle = [];

async function bursts({ gate }, operations, burst) {
  let done = gate();
  const actor = spawn(system, (count = 0) => {
    if ((count + 1) % burst === 0) done.open();
    return count + 1;
  });
  for (let left = operations; left > 0; left -= burst) {
    done = gate();
    for (let index = 0; index < burst; index++) dispatch(actor, { type: 'add' });
    await done.opened;
  }
}

export const contender = (kit) => ({
  tell: (operations) => bursts(kit, operations, kit.BURST),

  'ping-pong': async (operations) => {
    const { opened, open } = kit.gate();
    const player = () =>
      spawn(system, (state, { from, left }, { self }) => {
        if (left === 0) open();
        else dispatch(from, { from: self, left: left - 1 });
        return state;
      });
    dispatch(player(), { from: player(), left: operations });
    await opened;
  },

  ring: async (operations) => {
    const { opened, open } = kit.gate();
    const ring = [];
    for (let index = 0; index < kit.RING; index++) {
      const actor = spawn(system, (state, { left }) => {
        if (left === 0) open();
        else dispatch(ring[(index + 1) % kit.RING], { left: left - 1 });
        return state;
      });
      ring.push(actor);
    }
    dispatch(ring[0], { left: operations });
    await opened;
  },

  'ask-await': async (operations) => {
    const actor = spawnStateless(system, ({ value }, { sender }) => dispatch(sender, value + 1));
    for (let value = 0; value < operations; value++) await query(actor, { value }, TIMEOUT_MS);
  },

  spawn: async (operations) => {
    // Names that it makes itself meet now and then.
    for (let count = 0; count < operations; count++) {
      idle.push(spawn(system, (state) => state, `idle-${idle.length}`));
    }
    return idle.length;
  },
});
