import type { ZooKeeperError } from '../errors.ts';
import type { Authentication, Reply, Request, WatchEvent } from './requests.ts';
import { NO_WATCHES } from './watches.ts';
import type { WatchKind, Watches } from './watches.ts';

/**
 * Where a session stands. `waiting`: to connect, after a pause. `dialling`: for the connection.
 * `handshaking`: for the server's first answer. `closing`: for the answer to the last request.
 */
export type SessionPhase =
  'waiting' | 'dialling' | 'handshaking' | 'connected' | 'closing' | 'ended';

/** A request that was not sent yet. */
export interface Pending {
  readonly id: number;
  readonly request: Request;
}

/** A request whose answer is to come. */
export interface Sent extends Pending {
  readonly xid: number;
  readonly sentMs: number;
}

/** One session with an ensemble, over all its connections. Times are of the clock. */
export interface SessionState {
  readonly phase: SessionPhase;
  readonly authentications: readonly Authentication[];
  /** What was asked for, and what the server granted once there is a session. */
  readonly timeoutMs: number;
  /** 0 while there is none. */
  readonly sessionId: bigint;
  readonly password: Uint8Array;
  /** The last transaction we have seen the effect of: no server that is behind it will do. */
  readonly lastZxid: bigint;
  readonly nextXid: number;
  /** How many connections have failed since the last good one. */
  readonly failures: number;
  readonly waiting: readonly Pending[];
  /** In the order sent, in which they are answered. */
  readonly inFlight: readonly Sent[];
  readonly watches: Watches;
  /** What was received of a frame that is not whole. */
  readonly rest: readonly Uint8Array[];
  /** Since when the phase lasts. */
  readonly sinceMs: number;
  readonly heardMs: number;
  readonly sentMs: number;
  /** When the oldest ping without an answer was sent. */
  readonly pingMs: number | undefined;
  /**
   * When the last request was sent that the server has answered.
   * Invariant: no server ends the session before this and the time-out have passed.
   */
  readonly confirmedMs: number;
  /** Why it has ended. */
  readonly end: ZooKeeperError | undefined;
}

/** What happens to a session. */
export type SessionInput =
  | { readonly type: 'submit'; readonly id: number; readonly request: Request }
  /** Takes back a request, if it was not sent. */
  | { readonly type: 'withdraw'; readonly id: number }
  /** The pause is over: a connection is being opened. */
  | { readonly type: 'dialled' }
  | { readonly type: 'opened' }
  | { readonly type: 'received'; readonly bytes: Uint8Array }
  | { readonly type: 'broken'; readonly reason: string }
  /** A deadline has passed; see `deadlineOf`. */
  | { readonly type: 'tick' }
  | { readonly type: 'close' };

/** Where a session stands, for its user. */
export type SessionStatus =
  | { readonly type: 'connecting' }
  | {
      readonly type: 'connected';
      readonly sessionId: bigint;
      /** What the server granted. */
      readonly timeoutMs: number;
      /** Whether it is the session of a connection before. */
      readonly resumed: boolean;
    }
  | { readonly type: 'disconnected'; readonly reason: string }
  | { readonly type: 'ended'; readonly error: ZooKeeperError };

/** What is to be done, in this order. */
export type SessionEffect =
  /** Pause, longer the more have failed; then open a connection to the next server. */
  | { readonly type: 'dial'; readonly failures: number }
  | { readonly type: 'send'; readonly bytes: Uint8Array }
  | { readonly type: 'hang-up' }
  | {
      readonly type: 'reply';
      readonly id: number;
      readonly reply: Reply;
      readonly watch: WatchKind | undefined;
    }
  | { readonly type: 'fail'; readonly id: number; readonly error: ZooKeeperError }
  | { readonly type: 'withdrawn'; readonly id: number }
  | { readonly type: 'event'; readonly event: WatchEvent }
  | { readonly type: 'status'; readonly status: SessionStatus };

/** How a session is to be. */
export interface SessionOptions {
  readonly timeoutMs: number;
  readonly authentications: readonly Authentication[];
}

/** A session that is to be opened. The driver dials first. */
export function newSession(options: SessionOptions, nowMs: number): SessionState {
  return {
    phase: 'waiting',
    authentications: options.authentications,
    timeoutMs: options.timeoutMs,
    sessionId: 0n,
    password: new Uint8Array(16),
    lastZxid: 0n,
    nextXid: 1,
    failures: 0,
    waiting: [],
    inFlight: [],
    watches: NO_WATCHES,
    rest: [],
    sinceMs: nowMs,
    heardMs: nowMs,
    sentMs: nowMs,
    pingMs: undefined,
    confirmedMs: nowMs,
    end: undefined,
  };
}
