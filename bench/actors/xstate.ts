import { createActor, fromTransition } from 'xstate';
import type { ActorRefFrom, EventObject, TransitionActorLogic } from 'xstate';
import { BURST, gate } from './contender.ts';
import type { Contender } from './contender.ts';

// Actors with a state, as xstate has them. It serves on the stack of the sender, without a mailbox in
// between, and a ring of them overflows it.

interface Message extends EventObject {
  readonly value?: number;
  readonly reply?: (value: number) => void;
}
type Logic = TransitionActorLogic<number, Message, undefined>;

function start(receive: (message: Message, count: number) => void): ActorRefFrom<Logic> {
  const logic: Logic = fromTransition((count: number, message: Message) => {
    receive(message, count + 1);
    return count + 1;
  }, 0);
  return createActor(logic).start();
}

const idle: unknown[] = [];

async function bursts(operations: number, burst: number): Promise<void> {
  let done = gate();
  const actor = start((_, count) => {
    if (count % burst === 0) done.open();
  });
  for (let left = operations; left > 0; left -= burst) {
    done = gate();
    for (let index = 0; index < burst; index++) actor.send({ type: 'add' });
    await done.opened;
  }
}

const answering = (): ActorRefFrom<Logic> =>
  start(({ value = 0, reply }) => {
    reply?.(value + 1);
  });

export const xstate: Contender = {
  tell: (operations) => bursts(operations, BURST),
  'tell-million': (operations) => bursts(operations, operations),

  'ping-pong': async (operations) => {
    const { opened, open } = gate();
    let left = operations;
    // Through the event queue of the one that is sending: else the stack would not do.
    const pong = start(() => queueMicrotask(() => ping.send({ type: 'pong' })));
    const ping: ActorRefFrom<Logic> = start(() => {
      left -= 2;
      if (left <= 0) open();
      else pong.send({ type: 'ping' });
    });
    pong.send({ type: 'ping' });
    await opened;
  },

  'ask-await': async (operations) => {
    const actor = answering();
    for (let count = 0; count < operations; count++) {
      await new Promise<number>((reply) => actor.send({ type: 'ask', value: count, reply }));
    }
  },

  spawn: (operations) => {
    for (let count = 0; count < operations; count++) idle.push(start(() => undefined));
    return Promise.resolve(idle.length);
  },
};
