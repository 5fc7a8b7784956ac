// What somebody may send who means harm, or is broken, and what has to become of it.
import { helloFrame, VERSION } from '../../src/http/frames.ts';
import type { RefusalReason } from '../../src/http/index.ts';

/** Which listener it is for. */
export type Target = 'open' | 'slow' | 'secret' | 'TLS';

/** An input, and its outcome. */
export interface HostileInput {
  readonly name: string;
  readonly to: Target;
  /** What is written, piece after piece; a number waits for so many answers. */
  readonly pieces: readonly (string | Uint8Array | number)[];
  /** Whether our side is closed behind it. */
  readonly end?: 'close' | 'reset';
  /** Statuses of the answers, in their order. */
  readonly answers: readonly number[];
  /** Why the listener says that it refused it; undefined when it did not. */
  readonly reason?: RefusalReason;
  /** Default: the listener closes the connection. */
  readonly staysOpen?: boolean;
}

const FROM = 'Libprocess-From: s@127.0.0.1:9\r\n';
const HEAD = `Host: x\r\n${FROM}`;
const POST = `POST /receiver/note HTTP/1.1\r\n${HEAD}`;
const GET = 'GET / HTTP/1.1\r\n';
const UPGRADE =
  'GET /__quorate__ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: quorate/1\r\n';
const HELLO = helloFrame({ version: VERSION, address: '127.0.0.1:9' });
const CHUNKED = 'Transfer-Encoding: chunked\r\n\r\n';

const u16 = (value: number): readonly number[] => [value >> 8, value & 255];
const u32 = (value: number): readonly number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const frame = (type: number, ...payload: readonly number[]): Uint8Array =>
  Uint8Array.from([...u32(payload.length + 1), type, ...payload]);
const text = (value: string): readonly number[] => [...u16(value.length), ...Buffer.from(value)];
const message = (...head: readonly number[]): Uint8Array => frame(1, ...u32(head.length), ...head);
const greeting = (json: string): Uint8Array => frame(0, ...Buffer.from(json));

type Row = readonly [name: string, pieces: HostileInput['pieces'], outcome: Outcome];
type Outcome = Omit<HostileInput, 'name' | 'to' | 'pieces'>;

const malformed: Outcome = { answers: [400], reason: 'malformed' };
const bad: Outcome = { answers: [400], reason: 'bad-request' };
const large: Outcome = { answers: [413], reason: 'too-large' };
const frameOf = (reason: RefusalReason): Outcome => ({ answers: [101], reason });
const taken: Outcome = { answers: [202], staysOpen: true };

const http: readonly Row[] = [
  ['no HTTP', ['hello\r\n\r\n'], malformed],
  ['bytes of TLS', [Uint8Array.of(0x16, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3)], malformed],
  ['the preface of HTTP/2', ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], malformed],
  ['4,096 bytes of zero', [new Uint8Array(4_096)], malformed],
  ['HTTP/0.9', ['GET /\r\n\r\n'], bad],
  ['HTTP/3.0', [`GET / HTTP/3.0\r\nHost: x\r\n\r\n`], malformed],
  ['lines that end with half a line end', ['GET / HTTP/1.1\nHost: x\n\n'], malformed],
  ['a line feed in a header', [`${GET}Host: x\r\nA: b\nC: d\r\n\r\n`], malformed],
  ['a carriage return in a header', [`${GET}Host: x\r\nA: b\rC: d\r\n\r\n`], malformed],
  ['a folded header', [`${POST}A: b\r\n c\r\n\r\n`], malformed],
  ['a header without a colon', [`${GET}Host: x\r\nA\r\n\r\n`], malformed],
  ['a header with a space before its colon', [`${GET}Host : x\r\n\r\n`], malformed],
  ['a header without a name', [`${GET}Host: x\r\n: a\r\n\r\n`], malformed],
  ['NUL in a header', [`${GET}Host: x\r\nA: b\0c\r\n\r\n`], malformed],
  ['NUL in a path', ['GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n'], malformed],
  ['no host', [`${GET}\r\n`], { answers: [400] }],
  ['two hosts', [`${GET}Host: x\r\nHost: y\r\n\r\n`], bad],
  ['a length beside chunks', [`${POST}Content-Length: 4\r\n${CHUNKED}0\r\n\r\n`], malformed],
  ['two lengths', [`${POST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx`], malformed],
  ['a list of lengths', [`${POST}Content-Length: 1, 1\r\n\r\nx`], malformed],
  ['a length below zero', [`${POST}Content-Length: -1\r\n\r\n`], malformed],
  ['a length with a sign', [`${POST}Content-Length: +1\r\n\r\nx`], malformed],
  ['a length in hexadecimal', [`${POST}Content-Length: 0x1\r\n\r\nx`], malformed],
  ['a length of 2^64', [`${POST}Content-Length: 18446744073709551616\r\n\r\n`], malformed],
  [
    'two codings',
    [`${POST}Transfer-Encoding: chunked, identity\r\n\r\n1\r\nx\r\n0\r\n\r\n`],
    malformed,
  ],
  ['an unknown coding', [`${POST}Transfer-Encoding: xchunked\r\n\r\n1\r\nx\r\n`], bad],
  ['no coding, said so', [`${POST}Transfer-Encoding: identity\r\n\r\n`], bad],
  ['a chunk without a length', [`${POST}${CHUNKED}\r\nx\r\n`], malformed],
  ['a chunk with a length that is none', [`${POST}${CHUNKED}xyz\r\n`], malformed],
  ['a chunk of 2^68 bytes', [`${POST}${CHUNKED}fffffffffffffffff\r\n`], malformed],
  ['a chunk longer than its length', [`${POST}${CHUNKED}1\r\nxx\r\n`], malformed],
  ['chunks with half a line end', [`${POST}${CHUNKED}1\nx\n0\n\n`], malformed],
  [
    'a chunk with 20 KiB of extensions',
    [`${POST}${CHUNKED}1;${'a'.repeat(20_480)}\r\n`],
    malformed,
  ],
  [
    'chunks with 20 KiB of trailers',
    [`${POST}${CHUNKED}0\r\nA: ${'a'.repeat(20_480)}\r\n\r\n`],
    { answers: [400], reason: 'too-large' },
  ],
  ['a whole URL for a path', [`POST http://x/receiver/note HTTP/1.1\r\n${HEAD}\r\n`], bad],
  ['a path with two slashes', [`POST //receiver/note HTTP/1.1\r\n${HEAD}\r\n`], bad],
  ['a path that leads out', [`POST /receiver/../note HTTP/1.1\r\n${HEAD}\r\n`], bad],
  ['a path that leads out, escaped', [`POST /%2e%2E/note HTTP/1.1\r\n${HEAD}\r\n`], bad],
  ['a path with NUL, escaped', [`POST /receiver%00/note HTTP/1.1\r\n${HEAD}\r\n`], bad],
  ['a path with a line end, escaped', [`POST /a%0d%0ab/note HTTP/1.1\r\n${HEAD}\r\n`], bad],
  ['an escape that is none', [`POST /%zz/note HTTP/1.1\r\n${HEAD}\r\n`], bad],
  ['an id that is not UTF-8', [`POST /%ff/note HTTP/1.1\r\n${HEAD}\r\n`], bad],
  ['a star for a path', ['OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'], bad],
  ['a method for tunnels', ['CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\n'], { answers: [] }],
  ['an unknown method', ['STEAL / HTTP/1.1\r\nHost: x\r\n\r\n'], malformed],
  [
    'a method that is none of a message',
    ['TRACE / HTTP/1.1\r\nHost: x\r\n\r\n'],
    { answers: [404], staysOpen: true },
  ],
  [
    'another protocol to upgrade to',
    ['GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'],
    { answers: [426] },
  ],
  ['another version to upgrade to', [`${UPGRADE.replace('/1\r', '/2\r')}\r\n`], { answers: [426] }],
  [
    'a head without end',
    [`${POST}A: ${'x'.repeat(20_480)}`],
    { answers: [400], reason: 'too-large' },
  ],
  ['3,000 headers', [`${POST}${'A: b\r\n'.repeat(3_000)}\r\n`], bad],
  [
    'a path of 20 KiB',
    [`POST /${'x'.repeat(20_480)} HTTP/1.1\r\n`],
    { answers: [400], reason: 'too-large' },
  ],
  ['a body that says it is too large', [`${POST}Content-Length: 10001\r\n\r\n`], large],
  [
    'a body that becomes too large',
    [`${POST}${CHUNKED}2711\r\n${'x'.repeat(10_001)}\r\n0\r\n\r\n`],
    large,
  ],
  [
    'a compressed body',
    [`${POST}Content-Encoding: gzip\r\n\r\n`],
    { answers: [415], reason: 'bad-request' },
  ],
  [
    'a body that is compressed twice',
    [`${POST}Content-Encoding: gzip, br\r\n\r\n`],
    { answers: [415], reason: 'bad-request' },
  ],
  ['a sender that is no pid', [`${POST.replace('s@127.0.0.1:9', 'me')}\r\n`], bad],
  ['a sender without a name', [`${POST.replace('s@127.0.0.1:9', '')}\r\n`], bad],
  ['a sender with two addresses', [`${POST.replace('s@', 's@a:1@')}\r\n`], bad],
  [
    'a process that others may not reach',
    [`POST /private/note HTTP/1.1\r\n${HEAD}\r\n`],
    { answers: [404], staysOpen: true },
  ],
  [
    'a process that there is not',
    [`POST /__proto__/constructor HTTP/1.1\r\n${HEAD}\r\n`],
    { answers: [404], staysOpen: true },
  ],
  [
    'a message with rubbish behind it',
    [`${POST}\r\n`, 1, '\0\0\0'],
    { answers: [202, 400], reason: 'malformed' },
  ],
  [
    'a body of chunks of one byte each',
    [`${POST}${CHUNKED}${'1\r\nx\r\n'.repeat(5_000)}0\r\n\r\n`],
    taken,
  ],
  ['a head, byte by byte', [...`${POST}\r\n`], taken],
  [
    '500 messages whose answers wait',
    [`${POST}\r\n`.repeat(500)],
    { answers: Array<number>(500).fill(202), staysOpen: true },
  ],
];

const sockets: readonly Row[] = [
  ['nothing, and a close', [], { answers: [], end: 'close' }],
  ['nothing, and a reset', [], { answers: [], end: 'reset' }],
  ['half a head, and a close', ['POST /rec'], { answers: [], end: 'close' }],
  ['half a head, and a reset', ['POST /rec'], { answers: [], end: 'reset' }],
  [
    'half a body, and a close',
    [`${POST}Content-Length: 10\r\n\r\nxx`],
    { answers: [], end: 'close' },
  ],
  [
    'half a body, and a reset',
    [`${POST}Content-Length: 10\r\n\r\nxx`],
    { answers: [], end: 'reset' },
  ],
  [
    'half a frame, and a close',
    [`${UPGRADE}\r\n`, 1, HELLO, frame(1, 0).subarray(0, 4)],
    { answers: [101], end: 'close' },
  ],
  [
    'half a frame, and a reset',
    [`${UPGRADE}\r\n`, 1, HELLO, frame(1, 0).subarray(0, 4)],
    { answers: [101], end: 'reset' },
  ],
];

const frames: readonly Row[] = [
  ['frames without a greeting', [frame(1, 0, 0, 0, 0)], frameOf('malformed')],
  ['a greeting that is no JSON', [frame(0, 123)], frameOf('malformed')],
  ['a greeting of null', [greeting('null')], frameOf('malformed')],
  ['a greeting without a version', [greeting('{"address":"a:1"}')], frameOf('malformed')],
  [
    'a greeting of another version',
    [greeting('{"version":2,"address":"a:1"}')],
    frameOf('malformed'),
  ],
  [
    'a greeting that would change prototypes',
    [greeting('{"__proto__":{"version":1,"address":"a:1"}}')],
    frameOf('malformed'),
  ],
  ['a greeting of 17 KiB', [greeting(`"${'x'.repeat(17_408)}"`)], frameOf('too-large')],
  ['two greetings', [HELLO, HELLO], frameOf('malformed')],
  ['a frame of an unknown type', [HELLO, frame(9)], frameOf('malformed')],
  ['a frame without a type', [HELLO, Uint8Array.of(0, 0, 0, 0, 1)], frameOf('malformed')],
  ['a frame of 4 GiB', [HELLO, Uint8Array.of(255, 255, 255, 255, 1)], frameOf('too-large')],
  ['a head longer than its frame', [HELLO, frame(1, 0, 0, 0, 9, 0)], frameOf('malformed')],
  ['a head of 4 GiB', [HELLO, frame(1, 255, 255, 255, 255)], frameOf('malformed')],
  ['a head that breaks off', [HELLO, message(0, 9)], frameOf('malformed')],
  [
    'a head without a trace',
    [HELLO, message(...text('receiver'), ...text('s@x:1'), ...text('note'))],
    frameOf('malformed'),
  ],
  [
    'a frame of a sender that is no pid',
    [HELLO, message(...text('receiver'), ...text('nobody'), ...text('note'), ...text(''))],
    frameOf('malformed'),
  ],
  ['HTTP behind the upgrade', [`${POST}\r\n`], frameOf('too-large')],
].map(([name, pieces, outcome]) => [
  name as string,
  [`${UPGRADE}\r\n`, 1, ...(pieces as Uint8Array[])],
  outcome as Outcome,
]);

const slow: readonly Row[] = [
  ['half a head, and silence', ['POST /rec'], { answers: [400], reason: 'too-slow' }],
  [
    'half a body, and silence',
    [`${POST}Content-Length: 10\r\n\r\nxx`],
    { answers: [], reason: 'too-slow' },
  ],
  ['an upgrade, and silence', [`${UPGRADE}\r\n`], { answers: [101], reason: 'too-slow' }],
  [
    'half a frame, and silence',
    [`${UPGRADE}\r\n`, 1, HELLO, Uint8Array.of(0, 0, 32, 0, 1, 0)],
    { answers: [101], reason: 'too-slow' },
  ],
];

const nonce = 'x'.repeat(43);
const joining = (key: string, address: string, proof = nonce): string =>
  `${UPGRADE}Quorate-Key: ${key}\r\nQuorate-Address: ${address}\r\nQuorate-Nonce: ${proof}\r\n\r\n`;
const unproved: Outcome = { answers: [401], reason: 'unauthenticated' };
const secret: readonly Row[] = [
  ['a message of libprocess', [`${POST}Content-Length: 5\r\n\r\n`], unproved],
  ['an upgrade without credentials', [`${UPGRADE}\r\n`], unproved],
  ['an upgrade with a nonce that is none', [joining('k1', '127.0.0.1:9', 'x')], unproved],
  ['an upgrade with an address that is none', [joining('k1', 'nowhere')], unproved],
  [
    'an upgrade with an unknown key',
    [joining('__proto__', '127.0.0.1:9')],
    { answers: [401], reason: 'wrong-credentials' },
  ],
  [
    'an upgrade of who is no peer',
    [joining('k1', '10.9.9.9:9')],
    { answers: [403], reason: 'unknown-peer' },
  ],
  [
    'a greeting without a seal',
    [joining('k1', '127.0.0.1:9'), 1, HELLO, new Uint8Array(64)],
    frameOf('wrong-credentials'),
  ],
  [
    'a record with a seal of zeros',
    [joining('k1', '127.0.0.1:9'), 1, Uint8Array.from(u32(1)), new Uint8Array(33)],
    frameOf('wrong-credentials'),
  ],
  [
    'a record of 4 GiB',
    [joining('k1', '127.0.0.1:9'), 1, Uint8Array.of(255, 255, 255, 255)],
    frameOf('too-large'),
  ],
];

const tls: readonly Row[] = [
  ['HTTP without TLS', [`${POST}\r\n`], { answers: [], reason: 'unauthenticated' }],
  [
    'a handshake that breaks off',
    [Uint8Array.of(0x16, 3, 1, 0, 1)],
    { answers: [], reason: 'unauthenticated', end: 'close' },
  ],
  [
    'a handshake of rubbish',
    [Uint8Array.of(0x16, 3, 1, 0, 4, 9, 9, 9, 9)],
    { answers: [], reason: 'unauthenticated' },
  ],
  [
    'a handshake of SSL 2',
    [Uint8Array.of(0x80, 0x2e, 1, 0, 2, 0, 0x15, 0, 0, 0, 16, 1, 0, 0x80), new Uint8Array(40)],
    { answers: [], reason: 'unauthenticated' },
  ],
];

const rowsOf = (to: Target, rows: readonly Row[]): readonly HostileInput[] =>
  rows.map(([name, pieces, outcome]) => ({ name, to, pieces, ...outcome }));

export const HOSTILE_INPUTS: readonly HostileInput[] = [
  ...rowsOf('open', [...http, ...frames, ...sockets]),
  ...rowsOf('slow', slow),
  ...rowsOf('secret', secret),
  ...rowsOf('TLS', tls),
];
