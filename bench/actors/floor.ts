import { BURST, gate, RING } from './contender.ts';
import type { Contender } from './contender.ts';

// What cannot be undercut: a mailbox and a run queue, and nothing else. No types, no ids, no ends, no
// results.

interface Actor<M> {
  readonly receive: (message: M) => void;
  readonly mailbox: M[];
  /** How many of those were served. */
  served: number;
  isQueued: boolean;
}

const EVENTS_PER_TURN = 64;
/** What was served, or had its turn, stays in front of the others until there is so much of it. */
const SERVED_MAX = 4096;
const TURNS_MAX = 1024;

function spawn<M>(receive: (message: M) => void): Actor<M> {
  return { receive, mailbox: [], served: 0, isQueued: false };
}

/** Sends a message to an actor. */
type Send = <M>(actor: Actor<M>, message: M) => void;

/** A run queue of its own, that lets the event loop turn after so many turns of actors. */
function sendWith(turnBudget: number): Send {
  const queue: Actor<never>[] = [];
  let isRunning = false;

  function run(): void {
    let next = 0;
    for (let turns = 0; next < queue.length && turns < turnBudget; turns++) {
      const actor = queue[next++];
      if (actor) serve(actor);
      if (next < TURNS_MAX || next * 2 < queue.length) continue;
      queue.splice(0, next);
      next = 0;
    }
    if (next === queue.length) queue.length = 0;
    else queue.splice(0, next);
    isRunning = queue.length > 0;
    if (isRunning) setImmediate(run);
  }

  function serve(actor: Actor<never>): void {
    const { mailbox, receive } = actor;
    const end = actor.served + EVENTS_PER_TURN;
    while (actor.served < mailbox.length && actor.served < end) {
      receive(mailbox[actor.served++] as never);
    }
    if (actor.served === mailbox.length) {
      mailbox.length = 0;
      actor.served = 0;
      actor.isQueued = false;
      return;
    }
    if (actor.served > SERVED_MAX) {
      mailbox.splice(0, actor.served);
      actor.served = 0;
    }
    queue.push(actor);
  }

  return (actor, message) => {
    actor.mailbox.push(message);
    if (actor.isQueued) return;
    actor.isQueued = true;
    queue.push(actor as unknown as Actor<never>);
    if (isRunning) return;
    isRunning = true;
    queueMicrotask(run);
  };
}

interface Hit {
  readonly from: Actor<Hit>;
  readonly left: number;
}

interface Question {
  readonly value: number;
  readonly reply: (value: number) => void;
}

const answering = (): Actor<Question> => spawn(({ value, reply }) => reply(value + 1));
const idle: Actor<number>[] = [];

async function bursts(send: Send, operations: number, burst: number): Promise<void> {
  let served = 0;
  let done = gate();
  const actor = spawn<{ readonly type: string }>(() => {
    if (++served % burst === 0) done.open();
  });
  for (let left = operations; left > 0; left -= burst) {
    done = gate();
    for (let index = 0; index < burst; index++) send(actor, { type: 'add' });
    await done.opened;
  }
}

/** @param turnBudget turns of actors before the event loop has its own; infinity: when all is served */
function floorWith(turnBudget: number): Contender {
  const send = sendWith(turnBudget);
  return {
    tell: (operations) => bursts(send, operations, BURST),
    'tell-million': (operations) => bursts(send, operations, operations),

    'ping-pong': async (operations) => {
      const { opened, open } = gate();
      const player = (): Actor<Hit> => {
        const self: Actor<Hit> = spawn(({ from, left }) => {
          if (left === 0) open();
          else send(from, { from: self, left: left - 1 });
        });
        return self;
      };
      send(player(), { from: player(), left: operations });
      await opened;
    },

    ring: async (operations) => {
      const { opened, open } = gate();
      const ring: Actor<number>[] = [];
      for (let index = 0; index < RING; index++) {
        const pass = (left: number): void => {
          const next = ring[(index + 1) % RING];
          if (left === 0 || !next) open();
          else send(next, left - 1);
        };
        ring.push(spawn(pass));
      }
      const [first] = ring;
      if (first) send(first, operations);
      await opened;
    },

    ask: async (operations) => {
      const { opened, open } = gate();
      const actor = answering();
      const next = (count: number): void => {
        if (count === operations) open();
        else send(actor, { value: count, reply: next });
      };
      next(0);
      await opened;
    },

    'ask-await': async (operations) => {
      const actor = answering();
      for (let count = 0; count < operations; count++) {
        await new Promise<number>((reply) => send(actor, { value: count, reply }));
      }
    },

    spawn: (operations) => {
      for (let count = 0; count < operations; count++) {
        let sum = 0;
        idle.push(spawn((value) => void (sum += value)));
      }
      return Promise.resolve(idle.length);
    },
  };
}

/** Nothing else runs while there are messages: no timer, no socket. */
export const floor = floorWith(Infinity);
/** With time for timers and sockets in between. */
export const floorBudget = floorWith(1024);
