import { BURST, gate, RING } from './contender.ts';
import type { Contender } from './contender.ts';

// What cannot be undercut: a mailbox and a run queue, and nothing else. No types, no ids, no ends, no
// results; after 1,024 turns the event loop gets its turn.

interface Actor<M> {
  readonly receive: (message: M) => void;
  readonly mailbox: M[];
  isQueued: boolean;
}

const TURNS = 1024;
const EVENTS_PER_TURN = 64;
let queue: Actor<never>[] = [];
let isRunning = false;

function spawn<M>(receive: (message: M) => void): Actor<M> {
  return { receive, mailbox: [], isQueued: false };
}

function send<M>(actor: Actor<M>, message: M): void {
  actor.mailbox.push(message);
  if (actor.isQueued) return;
  actor.isQueued = true;
  queue.push(actor as unknown as Actor<never>);
  if (isRunning) return;
  isRunning = true;
  queueMicrotask(run);
}

function run(): void {
  let turn = 0;
  for (; turn < queue.length && turn < TURNS; turn++) {
    const actor = queue[turn];
    if (!actor) continue;
    const { mailbox, receive } = actor;
    let served = 0;
    while (served < mailbox.length && served < EVENTS_PER_TURN) receive(mailbox[served++] as never);
    if (served === mailbox.length) {
      mailbox.length = 0;
      actor.isQueued = false;
    } else {
      mailbox.splice(0, served);
      queue.push(actor);
    }
  }
  queue = queue.slice(turn);
  isRunning = queue.length > 0;
  if (isRunning) setImmediate(run);
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

async function bursts(operations: number, burst: number): Promise<void> {
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

export const floor: Contender = {
  tell: (operations) => bursts(operations, BURST),
  'tell-million': (operations) => bursts(operations, operations),

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
