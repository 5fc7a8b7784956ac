/** What actors are asked to do. Operations of each: see `OPERATIONS`. */
export type ActorBench =
  | 'tell'
  | 'tell-million'
  | 'ping-pong'
  | 'ring'
  | 'ask'
  | 'ask-await'
  | 'spawn'
  | 'future'
  | 'send'
  | 'typed'
  | 'spawn-stop'
  | 'relay'
  | 'loop'
  | 'fairness';

/** Does so many operations, and is ready when they are done; `fairness` gives milliseconds. */
export type Run = (operations: number) => Promise<unknown>;

/** One way of having actors. What it has no equivalent for is left out. */
export type Contender = Readonly<Partial<Record<ActorBench, Run>>>;

export const OPERATIONS: Readonly<Record<ActorBench, number>> = {
  tell: 2_000_000,
  'tell-million': 1_000_000,
  'ping-pong': 500_000,
  ring: 500_000,
  ask: 200_000,
  'ask-await': 200_000,
  spawn: 100_000,
  future: 500_000,
  send: 500_000,
  typed: 500_000,
  'spawn-stop': 1_000_000,
  relay: 100_000,
  loop: 1_000_000,
  fairness: 1,
};

/** Messages of a burst: the sender waits until all of one are served. */
export const BURST = 1000;
/** Actors of a ring. */
export const RING = 1000;
/** Promises call back later: what is resolved in one turn has to be, now and then. */
export const TURN_OPERATIONS = 100;

/** A promise, and what completes it. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
