import { cutFrames, frame } from '../../src/protocol/frames.ts';
import { JuteReader, JuteWriter } from '../../src/protocol/jute.ts';
import { newSession } from '../../src/protocol/session-state.ts';
import type {
  SessionEffect,
  SessionInput,
  SessionState,
} from '../../src/protocol/session-state.ts';
import { deadlineOf } from '../../src/protocol/deadlines.ts';
import { step } from '../../src/protocol/session.ts';

export const TIMEOUT_MS = 9_000;
export const SESSION_ID = 0x1234n;

/** A session without a driver: what it does is kept, and time is a number. */
export class SessionHarness {
  nowMs = 0;
  state: SessionState;
  readonly effects: SessionEffect[] = [];
  readonly #said: Uint8Array[] = [];

  constructor(authentications: SessionState['authentications'] = []) {
    this.state = newSession({ timeoutMs: TIMEOUT_MS, authentications }, 0);
  }

  feed(input: SessionInput): this {
    const [state, effects] = step(this.state, input, this.nowMs);
    this.state = state;
    this.effects.push(...effects);
    for (const effect of effects) {
      if (effect.type === 'send') this.#said.push(...cutFrames([], effect.bytes).messages);
    }
    return this;
  }

  /** Lets time pass, with a tick at each deadline. */
  pass(ms: number): this {
    const end = this.nowMs + ms;
    for (let next = deadlineOf(this.state); next <= end; next = deadlineOf(this.state)) {
      this.nowMs = Math.max(this.nowMs, next);
      this.feed({ type: 'tick' });
    }
    this.nowMs = end;
    return this;
  }

  /** Opens a connection, and has the server agree. */
  connect(timeoutMs = TIMEOUT_MS): this {
    this.feed({ type: 'dialled' }).feed({ type: 'opened' });
    return this.hello(timeoutMs);
  }

  hello(timeoutMs: number): this {
    const hello = new JuteWriter().int(0).int(timeoutMs).long(SESSION_ID);
    return this.receive(hello.buffer(new Uint8Array(16).fill(7)).bool(false).done());
  }

  submitGet(id: number, path = '/a', watch = false): this {
    return this.feed({ type: 'submit', id, request: { type: 'get', path, watch } });
  }

  submitSet(id: number): this {
    const request = { type: 'set', path: '/a', data: Uint8Array.of(id), version: -1 } as const;
    return this.feed({ type: 'submit', id, request });
  }

  receive(message: Uint8Array): this {
    return this.feed({ type: 'received', bytes: frame(message) });
  }

  /** Answers the oldest request. */
  answer(error = 0, zxid = 1n, xid = this.state.inFlight[0]?.xid ?? 0): this {
    const { request } = this.state.inFlight[0] ?? {};
    const reply = new JuteWriter().int(xid).long(zxid).int(error);
    if (error === 0 && request?.type === 'get') reply.buffer(Uint8Array.of(1));
    if (error === 0 && request?.type !== 'delete') writeStat(reply);
    return this.receive(reply.done());
  }

  pong(): this {
    return this.receive(new JuteWriter().int(-2).long(0n).int(0).done());
  }

  event(type: number, path: string): this {
    const message = new JuteWriter().int(-1).long(-1n).int(0).int(type).int(3).string(path);
    return this.receive(message.done());
  }

  /** The types of requests sent since it was last asked, by their numbers in the protocol. */
  said(): readonly number[] {
    return this.#said.splice(0).map((message) => {
      const reader = new JuteReader(message);
      reader.int();
      return reader.int();
    });
  }

  outcomes(): readonly string[] {
    return this.effects.flatMap((effect) => {
      if (effect.type === 'reply') return `${effect.id} reply`;
      if (effect.type === 'withdrawn') return `${effect.id} withdrawn`;
      if (effect.type !== 'fail') return [];
      return `${effect.id} ${effect.error.code} ${effect.error.outcome}`;
    });
  }

  statuses(): readonly string[] {
    return this.effects.flatMap((effect) => {
      if (effect.type !== 'status') return [];
      const { status } = effect;
      return status.type === 'ended' ? status.error.code : status.type;
    });
  }
}

function writeStat(writer: JuteWriter): void {
  writer.long(1n).long(1n).long(0n).long(0n).int(0).int(0).int(0).long(0n).int(0).int(0).long(1n);
}
