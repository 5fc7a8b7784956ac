import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CLOSE_MS_MAX, HANDSHAKE_MS_MAX, deadlineOf } from '../../src/protocol/deadlines.ts';
import { SESSION_ID, SessionHarness, TIMEOUT_MS } from '../support/session-harness.ts';

const [GET, SET, PING, AUTH, SET_WATCHES, CLOSE] = [4, 5, 11, 100, 101, -11];
const LOSS = 'ZOOKEEPER_CONNECTION_LOSS';
const EXPIRED = 'ZOOKEEPER_SESSION_EXPIRED';

describe('a session', () => {
  test('keeps requests until there is a connection, and sends them in order', () => {
    const session = new SessionHarness().submitGet(1).submitSet(2);
    expect(session.feed({ type: 'dialled' }).said()).toEqual([]);
    session.feed({ type: 'opened' });
    expect(session.state.phase).toBe('handshaking');
    session.said();
    session.hello(TIMEOUT_MS);
    expect(session.said()).toEqual([GET, SET]);
    session.answer().answer();
    expect(session.outcomes()).toEqual(['1 reply', '2 reply']);
    expect(session.state).toMatchObject({ sessionId: SESSION_ID, inFlight: [], waiting: [] });
  });

  test('takes the time-out that the server grants', () => {
    const session = new SessionHarness().connect(4_000);
    expect(session.state.timeoutMs).toBe(4_000);
    expect(deadlineOf(session.state)).toBeCloseTo(4_000 / 3);
  });

  test('pings each third of the time-out while there is nothing else to say', () => {
    const session = new SessionHarness().connect();
    session.said();
    for (let turn = 0; turn < 5; turn++) {
      session.pass(TIMEOUT_MS / 3);
      expect(session.said()).toEqual([PING]);
      session.pong();
    }
    session.pass(TIMEOUT_MS / 3 - 1).submitGet(1);
    session.answer().said();
    session.pass(TIMEOUT_MS / 3 - 1);
    expect(session.said()).toEqual([]);
    expect(session.statuses()).toEqual(['connected']);
  });

  test('leaves a server that is silent for two thirds of the time-out, and says what is unknown', () => {
    const session = new SessionHarness().connect().submitGet(1).submitSet(2);
    session.pass((TIMEOUT_MS * 2) / 3 - 1);
    expect(session.outcomes()).toEqual([]);
    session.pass(1);
    expect(session.outcomes()).toEqual([`1 ${LOSS} definite`, `2 ${LOSS} unknown`]);
    expect(session.statuses()).toEqual(['connected', 'disconnected']);
    expect(session.effects.at(-1)).toEqual({ type: 'dial', failures: 0 });
  });

  test('leaves a server that takes the connection and does not answer', () => {
    const session = new SessionHarness();
    session.feed({ type: 'dialled' }).feed({ type: 'opened' });
    session.pass(Math.min(HANDSHAKE_MS_MAX, TIMEOUT_MS / 3));
    expect(session.effects.at(-1)).toEqual({ type: 'dial', failures: 1 });
    // No more is sent to it, and the next one is dialled.
    expect(session.state.phase).toBe('waiting');
    expect(session.connect().statuses()).toEqual(['connected']);
  });

  test('is resumed with who we are, then what we watch, then what waits', () => {
    const session = new SessionHarness([{ scheme: 'digest', credentials: 'a:b' }]).connect();
    session.submitGet(1, '/a', true).answer(0, 77n);
    session.feed({ type: 'broken', reason: 'test' }).submitGet(2);
    session.said();
    session.feed({ type: 'dialled' }).feed({ type: 'opened' });
    expect(session.state).toMatchObject({ sessionId: SESSION_ID, lastZxid: 77n });
    session.said();
    session.hello(TIMEOUT_MS);
    expect(session.said()).toEqual([AUTH, SET_WATCHES, GET]);
    const last = session.effects.filter(({ type }) => type === 'status').at(-1);
    expect(last).toMatchObject({ status: { type: 'connected', resumed: true } });
  });

  test('a watch is told of once, and is not set again', () => {
    const session = new SessionHarness().connect().submitGet(1, '/a', true).answer();
    session.event(3, '/a');
    expect(session.effects.at(-1)).toEqual({
      type: 'event',
      event: { type: 'changed', path: '/a' },
    });
    session.feed({ type: 'broken', reason: 'test' }).said();
    session.connect();
    expect(session.said()).not.toContain(SET_WATCHES);
  });

  test('a read that fails leaves no watch', () => {
    const session = new SessionHarness().connect().submitGet(1, '/a', true).answer(-101);
    expect(session.outcomes()).toEqual(['1 ZOOKEEPER_NO_NODE definite']);
    session.feed({ type: 'broken', reason: 'test' }).connect();
    expect(session.said()).not.toContain(SET_WATCHES);
  });

  test('ends when the server says that it has expired', () => {
    const session = new SessionHarness().connect().submitSet(1);
    session.feed({ type: 'broken', reason: 'test' }).submitSet(2).connect(0);
    expect(session.statuses()).toEqual(['connected', 'disconnected', EXPIRED]);
    session.submitSet(3);
    expect(session.outcomes()).toEqual([
      `1 ${LOSS} unknown`,
      `2 ${EXPIRED} definite`,
      `3 ${EXPIRED} definite`,
    ]);
    expect(deadlineOf(session.state)).toBe(Infinity);
  });

  test('ends by itself, no later than any server may end it', () => {
    const session = new SessionHarness().connect();
    session.pass(2_000).submitGet(1); // the last thing that the server answers was sent now
    session.pass(1_000).answer();
    session.pass(1_000).feed({ type: 'broken', reason: 'test' });
    session.pass(2_000 + TIMEOUT_MS - session.nowMs - 1);
    expect(session.statuses()).toEqual(['connected', 'disconnected']);
    session.pass(1);
    expect(session.statuses()).toEqual(['connected', 'disconnected', EXPIRED]);
  });

  test('counts from when it said hello, not from when the server answered', () => {
    const session = new SessionHarness();
    session.pass(1_000).feed({ type: 'dialled' }).feed({ type: 'opened' });
    session.pass(1_500).hello(TIMEOUT_MS);
    expect(session.state.confirmedMs).toBe(1_000);
    session.feed({ type: 'broken', reason: 'test' }).pass(TIMEOUT_MS - 1_500);
    expect(session.statuses()).toEqual(['connected', 'disconnected', EXPIRED]);
  });

  test('ends if there never is a connection', () => {
    const session = new SessionHarness().submitSet(1);
    session.pass(TIMEOUT_MS);
    expect(session.outcomes()).toEqual([`1 ${EXPIRED} definite`]);
  });

  test('ends when the authentication is refused', () => {
    const session = new SessionHarness([{ scheme: 'none', credentials: '' }]).connect();
    session.submitGet(1).answer(-115, 0n, -4);
    expect(session.outcomes()).toEqual(['1 ZOOKEEPER_AUTH_FAILED definite']);
    expect(session.statuses()).toEqual(['connected', 'ZOOKEEPER_AUTH_FAILED']);
  });

  test('breaks with a server whose answers are not those to the requests', () => {
    for (const xid of [7, 0]) {
      const session = new SessionHarness().connect().submitSet(1).answer(0, 1n, xid);
      expect(session.outcomes()).toEqual([`1 ${LOSS} unknown`]);
      expect(session.state.phase).toBe('waiting');
    }
  });

  test('takes back what was not sent, and nothing else', () => {
    const session = new SessionHarness().submitSet(1).feed({ type: 'withdraw', id: 1 });
    expect(session.outcomes()).toEqual(['1 withdrawn']);
    session.connect().submitSet(2).feed({ type: 'withdraw', id: 2 });
    expect(session.outcomes()).toEqual(['1 withdrawn']);
  });

  test('closes after what is under way, when the server has said so or does not in time', () => {
    const session = new SessionHarness().connect().submitSet(1).feed({ type: 'close' });
    expect(session.said().at(-1)).toBe(CLOSE);
    session.submitSet(2).answer().answer(0, 2n, 2);
    expect(session.outcomes()).toEqual(['2 ZOOKEEPER_CLOSED definite', '1 reply']);
    expect(session.statuses()).toEqual(['connected', 'ZOOKEEPER_CLOSED']);
    const silent = new SessionHarness().connect().submitSet(1).feed({ type: 'close' });
    silent.pass(CLOSE_MS_MAX);
    expect(silent.outcomes()).toEqual(['1 ZOOKEEPER_CLOSED unknown']);
  });

  test('a connection that breaks at once counts as one that failed', () => {
    const session = new SessionHarness();
    for (let failures = 1; failures < 4; failures++) {
      session.connect().feed({ type: 'broken', reason: 'test' });
      expect(session.effects.at(-1)).toEqual({ type: 'dial', failures });
    }
    session.connect().pass(2_000).feed({ type: 'broken', reason: 'test' });
    expect(session.effects.at(-1)).toEqual({ type: 'dial', failures: 0 });
  });

  test('whatever happens, each request has one outcome, and the session comes to an end', () => {
    const act = fc.constantFrom(
      ...(['submit', 'answer', 'refuse', 'break', 'connect', 'expire', 'pass', 'pong'] as const),
      ...(['withdraw', 'garbage', 'event', 'close'] as const),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const session = new SessionHarness();
        let submitted = 0;
        for (const each of acts) {
          const { phase } = session.state;
          const isOpen = phase === 'connected' || phase === 'closing';
          if (each === 'submit') session.submitSet(++submitted);
          if (each === 'withdraw') session.feed({ type: 'withdraw', id: submitted });
          if (each === 'answer' && isOpen) session.answer();
          if (each === 'refuse' && isOpen) session.answer(-103);
          if (each === 'break' && phase !== 'waiting')
            session.feed({ type: 'broken', reason: 'x' });
          if (each === 'connect' && phase === 'waiting') session.connect();
          if (each === 'expire' && phase === 'waiting') session.connect(0);
          if (each === 'pong' && isOpen) session.pong();
          if (each === 'event' && isOpen) session.event(1, '/a');
          if (each === 'garbage' && isOpen) session.receive(Uint8Array.of(1, 2, 3));
          if (each === 'pass') session.pass(TIMEOUT_MS / 4);
          if (each === 'close') session.feed({ type: 'close' });
          expect(session.state.confirmedMs).toBeLessThanOrEqual(session.nowMs);
        }
        session.feed({ type: 'close' }).pass(TIMEOUT_MS);
        expect(session.state).toMatchObject({ phase: 'ended', inFlight: [], waiting: [] });
        const ids = session.outcomes().map((outcome) => Number(outcome.split(' ')[0]));
        expect(ids.sort((a, b) => a - b)).toEqual(
          Array.from({ length: submitted }, (_, index) => index + 1),
        );
        expect(session.statuses().filter((status) => status.startsWith('Z'))).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});
