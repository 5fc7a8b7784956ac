import { describe, expect, test } from '@jest/globals';
import { OPEN_ACL_UNSAFE } from '../../src/protocol/acl.ts';
import type { Acl } from '../../src/protocol/acl.ts';
import { cutFrames, frame } from '../../src/protocol/frames.ts';
import { JuteReader } from '../../src/protocol/jute.ts';
import {
  decodeConnected,
  decodeEvent,
  decodeHeader,
  decodeReply,
  encodeAuth,
  encodeClose,
  encodeConnect,
  encodeRequest,
} from '../../src/protocol/requests.ts';
import type { Request } from '../../src/protocol/requests.ts';
import capture from '../fixtures/session.json';

// A session of ZooKeeper's own shell with its own server, as it went over the wire.
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const sent = capture.frames.filter(({ from }) => from === 'client').map(({ hex }) => hex);
const received = capture.frames.filter(({ from }) => from === 'server').map(({ hex }) => hex);
const hexOf = (message: Uint8Array): string => Buffer.from(frame(message)).toString('hex');
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);

function create(path: string, data: string, options: Partial<Request> = {}): Request {
  const defaults = { acl: OPEN_ACL_UNSAFE, ephemeral: false, sequential: false };
  return { type: 'create', path, data: utf8(data), ...defaults, ...options } as Request;
}

const digestAcl: readonly Acl[] = [{ permissions: 1, scheme: 'digest', id: 'x:y' }];
const requests: readonly Request[] = [
  create('/golden', 'hello'),
  { type: 'get', path: '/golden', watch: true },
  { type: 'set', path: '/golden', data: utf8('world'), version: 0 },
  { type: 'get', path: '/golden', watch: false },
  { type: 'exists', path: '/missing', watch: true },
  create('/golden/member_', 'data', { acl: digestAcl, ephemeral: true, sequential: true }),
  create('/missing', 'x'),
  { type: 'children', path: '/golden', watch: true },
  create('/golden/p', 'x', { sequential: true }),
  { type: 'set', path: '/golden', data: utf8('no'), version: 7 },
  { type: 'sync', path: '/golden' },
  { type: 'delete', path: '/missing', version: -1 },
  { type: 'delete', path: '/golden', version: -1 },
];

describe('the bytes of ZooKeeper itself', () => {
  test('of the first message, of authentication and of the last one', () => {
    const hello = { lastZxid: 0n, timeoutMs: 30_000, sessionId: 0n, password: new Uint8Array(16) };
    expect(hexOf(encodeConnect(hello))).toBe(sent[0]);
    const auth = { scheme: 'digest', credentials: 'creator:creator' };
    expect(hexOf(encodeAuth(auth))).toBe(sent[1]);
    expect(hexOf(encodeClose(14))).toBe(sent.at(-1));
  });

  test.each(requests.map((request, index) => ({ request, index })))(
    'of request $index, $request.type $request.path',
    ({ request, index }) => {
      expect(hexOf(encodeRequest(index + 1, request))).toBe(sent[index + 3]);
    },
  );

  test('of the first answer', () => {
    const [message] = cutFrames([], bytesOf(received[0] ?? '')).messages;
    const { timeoutMs, sessionId, password } = decodeConnected(message ?? new Uint8Array());
    expect({ timeoutMs, sessionId }).toEqual({ timeoutMs: 30_000, sessionId: 0x100032fdc7e0000n });
    expect(password).toHaveLength(16);
  });

  test('of all other answers and events, however the stream is cut', () => {
    const said = understand(100_000);
    expect(said).toMatchSnapshot();
    for (const size of [1, 7, 64]) expect(understand(size)).toEqual(said);
  });
});

/** What the server said, from a stream that arrives in pieces of `size` bytes. */
function understand(size: number): readonly string[] {
  const stream = bytesOf(received.slice(3).join(''));
  const said: string[] = [];
  let rest: readonly Uint8Array[] = [];
  for (let offset = 0; offset < stream.length; offset += size) {
    const cut = cutFrames(rest, stream.subarray(offset, offset + size));
    rest = cut.rest;
    said.push(...cut.messages.map(describeMessage));
  }
  expect(rest).toEqual([]);
  return said;
}

function describeMessage(message: Uint8Array): string {
  const reader = new JuteReader(message);
  const { xid, zxid, error } = decodeHeader(reader);
  const show = (value: unknown): string =>
    JSON.stringify(value, (_, part: unknown) =>
      part instanceof Uint8Array
        ? new TextDecoder().decode(part)
        : typeof part === 'bigint'
          ? String(part)
          : part,
    );
  if (xid === -1) return `event ${show(decodeEvent(reader))}`;
  const request = requests[xid - 1];
  const reply = error === 0 && request ? show(decodeReply(request, reader)) : '';
  expect(reader.isAtEnd).toBe(true);
  return `${xid} ${request?.type} at ${zxid}: ${error} ${reply}`;
}
