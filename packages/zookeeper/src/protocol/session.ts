import type { ZooKeeperError } from '../errors.ts';
import { deadlineOf, silenceDeadline } from './deadlines.ts';
import { cutFrames, frame } from './frames.ts';
import { JuteReader, violated } from './jute.ts';
import {
  Xid,
  decodeConnected,
  decodeEvent,
  decodeHeader,
  decodeReply,
  describeRequest,
  encodeAuth,
  encodeClose,
  encodeConnect,
  encodePing,
  encodeRequest,
} from './requests.ts';
import type { ReplyHeader } from './requests.ts';
import { ServerCode, refusal } from './server-errors.ts';
import type {
  Pending,
  SessionEffect,
  SessionInput,
  SessionPhase,
  SessionState,
} from './session-state.ts';
import {
  authFailed,
  closedSession,
  connectionLoss,
  endOf,
  expired,
  outcomeIfLost,
} from './session-errors.ts';
import { addWatch, encodeWatches, removeFired, watchLeftBy } from './watches.ts';

/** A connection that breaks sooner counts as one that failed: else we might dial without a pause. */
const GOOD_MS = 1_000;
/** Each request has a number in 31 bits; after the last comes the first. */
const XID_MAX = 0x7fffffff;

type Step = readonly [SessionState, readonly SessionEffect[]];

/** What a session does about an input. Bytes that are not in the protocol break the connection. */
export function step(state: SessionState, input: SessionInput, nowMs: number): Step {
  if (state.phase === 'ended') return afterEnd(state, input);
  switch (input.type) {
    case 'submit':
      return submit(state, input, nowMs);
    case 'withdraw':
      return withdraw(state, input.id);
    case 'dialled':
      return [enter(state, 'dialling', nowMs), []];
    case 'opened':
      return shakeHands(state, nowMs);
    case 'received':
      return receive(state, input.bytes, nowMs);
    case 'broken':
      return reconnect(state, input.reason, nowMs);
    case 'tick':
      return tick(state, nowMs);
    case 'close':
      return close(state, nowMs);
  }
}

function enter(state: SessionState, phase: SessionPhase, nowMs: number): SessionState {
  return { ...state, phase, sinceMs: nowMs };
}

// ------------------------------------------------------------------------------ requests

function submit(state: SessionState, pending: Pending, nowMs: number): Step {
  if (state.phase === 'connected') return sendAll(state, [pending], nowMs);
  if (state.phase === 'closing') {
    const error = endOf(pending.request, closedSession(), 'definite');
    return [state, [{ type: 'fail', id: pending.id, error }]];
  }
  return [{ ...state, waiting: [...state.waiting, pending] }, []];
}

function sendAll(state: SessionState, pendings: readonly Pending[], nowMs: number): Step {
  if (pendings.length === 0) return [state, []];
  let xid = state.nextXid;
  const sent = pendings.map(({ id, request }) => {
    const numbered = { id, request, xid, sentMs: nowMs };
    xid = nextXid(xid);
    return numbered;
  });
  const effects = sent.map(({ xid: number, request }) => send(encodeRequest(number, request)));
  const inFlight = [...state.inFlight, ...sent];
  return [{ ...state, nextXid: xid, inFlight, sentMs: nowMs }, effects];
}

function nextXid(xid: number): number {
  return xid === XID_MAX ? 1 : xid + 1;
}

function send(message: Uint8Array): SessionEffect {
  return { type: 'send', bytes: frame(message) };
}

function withdraw(state: SessionState, id: number): Step {
  const waiting = state.waiting.filter((pending) => pending.id !== id);
  if (waiting.length === state.waiting.length) return [state, []];
  return [{ ...state, waiting }, [{ type: 'withdrawn', id }]];
}

// --------------------------------------------------------------------------- connections

function shakeHands(state: SessionState, nowMs: number): Step {
  const { lastZxid, timeoutMs, sessionId, password } = state;
  const hello = encodeConnect({ lastZxid, timeoutMs: Math.round(timeoutMs), sessionId, password });
  // The limit goes on from the start of the dialling: both together must not take longer.
  return [{ ...state, phase: 'handshaking', sentMs: nowMs }, [send(hello)]];
}

function connected(state: SessionState, message: Uint8Array, nowMs: number): Step {
  const { timeoutMs, sessionId, password } = decodeConnected(message);
  const resumed = state.sessionId !== 0n;
  if (timeoutMs <= 0) {
    if (!resumed) throw violated('a session that has expired before it began');
    return end(state, expired('the server has ended the session'));
  }
  const session: SessionState = {
    ...enter(state, 'connected', nowMs),
    ...{ timeoutMs, sessionId, password },
    ...{ pingMs: undefined, heardMs: nowMs },
    confirmedMs: state.sentMs,
    waiting: [],
  };
  // Who we are comes before what we ask for, and what we watch before what may change it.
  const introductions = [
    ...state.authentications.map(encodeAuth),
    ...encodeWatches(state.watches, state.lastZxid),
  ].map(send);
  const [next, requests] = sendAll(session, state.waiting, nowMs);
  const status = { type: 'connected', sessionId, timeoutMs, resumed } as const;
  return [{ ...next, sentMs: nowMs }, [...introductions, { type: 'status', status }, ...requests]];
}

/** The connection is of no use any more: whatever was sent may or may not have been done. */
function reconnect(state: SessionState, reason: string, nowMs: number): Step {
  if (state.phase === 'closing') return end(state, closedSession());
  const wasGood = state.phase === 'connected' && nowMs >= state.sinceMs + GOOD_MS;
  const failures = wasGood ? 0 : state.failures + 1;
  const next: SessionState = {
    ...enter(state, 'waiting', nowMs),
    ...{ failures, inFlight: [], rest: [], pingMs: undefined },
  };
  const lost = state.inFlight.map((sent): SessionEffect => {
    return { type: 'fail', id: sent.id, error: connectionLoss(sent.request, reason) };
  });
  const status = { type: 'disconnected', reason } as const;
  return [
    next,
    [
      { type: 'hang-up' },
      ...lost,
      ...(state.phase === 'connected' ? [{ type: 'status', status } as const] : []),
      { type: 'dial', failures },
    ],
  ];
}

function tick(state: SessionState, nowMs: number): Step {
  if (nowMs < deadlineOf(state)) return [state, []];
  const { phase, confirmedMs, timeoutMs } = state;
  if (phase === 'closing') return end(state, closedSession());
  if (nowMs >= confirmedMs + timeoutMs) {
    // A server may still hold it. But nobody can tell, and whoever counts on it must not go on.
    return end(state, expired(`no server has confirmed the session for ${timeoutMs} ms`));
  }
  if (phase !== 'connected') return reconnect(state, 'the server does not answer', nowMs);
  if (nowMs >= silenceDeadline(state)) return reconnect(state, 'the server is silent', nowMs);
  const pingMs = state.pingMs ?? nowMs;
  return [{ ...state, pingMs, sentMs: nowMs }, [send(encodePing())]];
}

// ------------------------------------------------------------------------------ answers

function receive(state: SessionState, bytes: Uint8Array, nowMs: number): Step {
  const effects: SessionEffect[] = [];
  let next = state;
  try {
    const { messages, rest } = cutFrames(state.rest, bytes);
    next = { ...next, rest, heardMs: nowMs };
    for (const message of messages) {
      const [after, more] = understand(next, message, nowMs);
      next = after;
      effects.push(...more);
      if (next.phase === 'ended' || next.phase === 'waiting') return [next, effects];
    }
    return [next, effects];
  } catch (error) {
    const [after, more] = reconnect(next, (error as Error).message, nowMs);
    return [after, [...effects, ...more]];
  }
}

function understand(state: SessionState, message: Uint8Array, nowMs: number): Step {
  if (state.phase === 'handshaking') return connected(state, message, nowMs);
  const reader = new JuteReader(message);
  const header = decodeHeader(reader);
  switch (header.xid) {
    case Xid.event:
      return fire(state, reader);
    case Xid.ping:
      return [{ ...confirm(state, state.pingMs), pingMs: undefined }, []];
    case Xid.auth:
      return header.error === ServerCode.ok ? [state, []] : end(state, authFailed(header.error));
    case Xid.setWatches:
      if (header.error !== ServerCode.ok) throw violated(`error ${header.error} to set-watches`);
      return [state, []];
    default:
      return answer(state, header, reader, nowMs);
  }
}

function fire(state: SessionState, reader: JuteReader): Step {
  const event = decodeEvent(reader);
  if (!event) return [state, []];
  return [{ ...state, watches: removeFired(state.watches, event) }, [{ type: 'event', event }]];
}

function answer(state: SessionState, header: ReplyHeader, body: JuteReader, nowMs: number): Step {
  const [sent, ...inFlight] = state.inFlight;
  if (state.phase === 'closing' && !sent) return end(state, closedSession());
  if (sent?.xid !== header.xid) {
    throw violated(`an answer to request ${header.xid} instead of ${sent?.xid ?? 'none'}`);
  }
  const { id, request } = sent;
  const next: SessionState = {
    ...confirm(state, sent.sentMs),
    inFlight,
    lastZxid: header.zxid > 0n ? header.zxid : state.lastZxid,
  };
  const isMissing = request.type === 'exists' && header.error === ServerCode.noNode;
  if (header.error === ServerCode.ok || isMissing) {
    const reply = isMissing ? undefined : decodeReply(request, body);
    const watch = watchLeftBy(request, !isMissing);
    const watches = watch ? addWatch(next.watches, watch, request.path) : next.watches;
    return [{ ...next, watches }, [{ type: 'reply', id, reply, watch }]];
  }
  const error = refusal(header.error, describeRequest(request));
  const failed: SessionEffect = { type: 'fail', id, error };
  if (header.error === ServerCode.sessionExpired) return prepend(failed, end(next, error));
  if (header.error === ServerCode.sessionMoved) {
    return prepend(failed, reconnect(next, 'the session has moved', nowMs));
  }
  return [next, [failed]];
}

function prepend(effect: SessionEffect, [state, effects]: Step): Step {
  return [state, [effect, ...effects]];
}

/** The server had the session when it answered what was sent then. */
function confirm(state: SessionState, sentMs: number | undefined): SessionState {
  if (sentMs === undefined || sentMs <= state.confirmedMs) return state;
  return { ...state, confirmedMs: sentMs };
}

// ---------------------------------------------------------------------------------- ends

function close(state: SessionState, nowMs: number): Step {
  if (state.phase === 'closing') return [state, []];
  if (state.phase !== 'connected') return end(state, closedSession());
  const closing = enter(state, 'closing', nowMs);
  return [closing, [send(encodeClose(state.nextXid))]];
}

function end(state: SessionState, error: ZooKeeperError): Step {
  const fail = ({ id, request }: Pending, isSent: boolean): SessionEffect => {
    const outcome = isSent ? outcomeIfLost(request) : 'definite';
    return { type: 'fail', id, error: endOf(request, error, outcome) };
  };
  return [
    { ...state, phase: 'ended', end: error, inFlight: [], waiting: [], rest: [] },
    [
      { type: 'hang-up' },
      ...state.inFlight.map((sent) => fail(sent, true)),
      ...state.waiting.map((pending) => fail(pending, false)),
      { type: 'status', status: { type: 'ended', error } },
    ],
  ];
}

function afterEnd(state: SessionState, input: SessionInput): Step {
  if (input.type !== 'submit' || !state.end) return [state, []];
  const error = endOf(input.request, state.end, 'definite');
  return [state, [{ type: 'fail', id: input.id, error }]];
}
