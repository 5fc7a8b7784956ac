import { ZooKeeperError } from '../errors.ts';
import type { Acl } from './acl.ts';
import { JuteReader, JuteWriter } from './jute.ts';

/** The longest request a server takes (`jute.maxbuffer`, its default), in bytes without the length. */
export const REQUEST_BYTES_MAX = 0xfffff;
/** No list of access control that anybody writes is as long. */
const ACL_BYTES_GUESS = 65_536;
/** The version that matches any. */
export const ANY_VERSION = -1;

/** What a server knows of a znode besides its data. Times are milliseconds since the Unix epoch. */
export interface Stat {
  /** The transaction that created the znode. */
  readonly czxid: bigint;
  /** The transaction that last set its data. */
  readonly mzxid: bigint;
  readonly createdMs: number;
  readonly modifiedMs: number;
  /** How often its data was set. */
  readonly version: number;
  /** How often its children changed. */
  readonly childrenVersion: number;
  readonly aclVersion: number;
  /** The session with which it goes; 0 unless it is ephemeral. */
  readonly ephemeralOwner: bigint;
  readonly dataLengthBytes: number;
  readonly childCount: number;
  /** The transaction that last changed its children. */
  readonly pzxid: bigint;
}

/** What a client asks for. */
export type Request =
  | {
      readonly type: 'create';
      readonly path: string;
      readonly data: Uint8Array;
      readonly acl: readonly Acl[];
      readonly ephemeral: boolean;
      readonly sequential: boolean;
    }
  | { readonly type: 'delete'; readonly path: string; readonly version: number }
  | { readonly type: 'exists'; readonly path: string; readonly watch: boolean }
  | { readonly type: 'get'; readonly path: string; readonly watch: boolean }
  | {
      readonly type: 'set';
      readonly path: string;
      readonly data: Uint8Array;
      readonly version: number;
    }
  | { readonly type: 'children'; readonly path: string; readonly watch: boolean }
  | { readonly type: 'sync'; readonly path: string };

/** A request of one type. */
export type RequestOf<T extends Request['type']> = Extract<Request, { readonly type: T }>;

/** What a server answers, by the type of the request. */
export interface Replies {
  /** The path, with its sequence number if it is sequential. */
  readonly create: string;
  readonly delete: undefined;
  readonly exists: Stat | undefined;
  readonly get: { readonly data: Uint8Array; readonly stat: Stat };
  readonly set: Stat;
  readonly children: { readonly children: readonly string[]; readonly stat: Stat };
  readonly sync: undefined;
}

/** Any of `Replies`. */
export type Reply = Replies[Request['type']];

const OP_CODES: Readonly<Record<Request['type'], number>> = {
  create: 1,
  delete: 2,
  exists: 3,
  get: 4,
  set: 5,
  sync: 9,
  children: 12,
};
const [EPHEMERAL, SEQUENTIAL] = [1, 2];

/** A request as a message. */
export function encodeRequest(xid: number, request: Request): Uint8Array {
  const writer = new JuteWriter().int(xid).int(OP_CODES[request.type]).string(request.path);
  switch (request.type) {
    case 'create': {
      const flags = (request.ephemeral ? EPHEMERAL : 0) | (request.sequential ? SEQUENTIAL : 0);
      writer.buffer(request.data).vector(request.acl, ({ permissions, scheme, id }) => {
        writer.int(permissions).string(scheme).string(id);
      });
      return writer.int(flags).done();
    }
    case 'set':
      return writer.buffer(request.data).int(request.version).done();
    case 'delete':
      return writer.int(request.version).done();
    case 'exists':
    case 'get':
    case 'children':
      return writer.bool(request.watch).done();
    case 'sync':
      return writer.done();
  }
}

/**
 * Throws `ZOOKEEPER_REQUEST_TOO_LARGE`: a server cuts the connection of whoever sends one that is too
 * long, and would do so each time it is repeated.
 */
export function checkRequestSize(request: Request): void {
  const dataBytes = 'data' in request ? request.data.length : 0;
  // Below this it fits, whatever the access control list: no need to encode it twice.
  if (dataBytes + 3 * request.path.length + ACL_BYTES_GUESS <= REQUEST_BYTES_MAX) return;
  const sizeBytes = encodeRequest(0, request).length;
  if (sizeBytes <= REQUEST_BYTES_MAX) return;
  throw new ZooKeeperError(
    'ZOOKEEPER_REQUEST_TOO_LARGE',
    `${describeRequest(request)} takes ${sizeBytes} bytes; a server takes at most ${REQUEST_BYTES_MAX}`,
    { outcome: 'definite' },
  );
}

/** The body of the answer to a request that was served. */
export function decodeReply(request: Request, body: JuteReader): Reply {
  switch (request.type) {
    case 'create':
      return body.string();
    case 'delete':
      return undefined;
    case 'exists':
    case 'set':
      return readStat(body);
    case 'get':
      return { data: body.buffer(), stat: readStat(body) };
    case 'children':
      return { children: body.vector(() => body.string()), stat: readStat(body) };
    case 'sync':
      body.string();
      return undefined;
  }
}

/** `create /a`, for errors. */
export function describeRequest({ type, path }: Request): string {
  return `${type} ${path.length > 200 ? `${path.slice(0, 200)}…` : path}`;
}

function readStat(body: JuteReader): Stat {
  return {
    czxid: body.long(),
    mzxid: body.long(),
    createdMs: Number(body.long()),
    modifiedMs: Number(body.long()),
    version: body.int(),
    childrenVersion: body.int(),
    aclVersion: body.int(),
    ephemeralOwner: body.long(),
    dataLengthBytes: body.int(),
    childCount: body.int(),
    pzxid: body.long(),
  };
}

// ------------------------------------------------------------ what the client sends by itself

/** `xid`s of what is no request of a user. */
export const Xid = { event: -1, ping: -2, auth: -4, setWatches: -8 } as const;
const [OP_PING, OP_AUTH, OP_SET_WATCHES, OP_CLOSE] = [11, 100, 101, -11];

/** Who a client says it is: `digest` with `user:password` for example. */
export interface Authentication {
  readonly scheme: string;
  readonly credentials: string;
}

/** The first message of a connection. */
export interface ConnectRequest {
  readonly lastZxid: bigint;
  readonly timeoutMs: number;
  /** 0 for a new session. */
  readonly sessionId: bigint;
  readonly password: Uint8Array;
}

/** What a server says to it. */
export interface ConnectResponse {
  /** 0 if the session has expired. */
  readonly timeoutMs: number;
  readonly sessionId: bigint;
  readonly password: Uint8Array;
}

/** The watches a client has: what it wants to hear of. */
export interface WatchedPaths {
  readonly data: readonly string[];
  readonly exists: readonly string[];
  readonly children: readonly string[];
}

/** A watch that fired, once and for all. */
export interface WatchEvent {
  readonly type: 'created' | 'deleted' | 'changed' | 'children-changed';
  readonly path: string;
}

const PROTOCOL_VERSION = 0;

export function encodeConnect(request: ConnectRequest): Uint8Array {
  return new JuteWriter()
    .int(PROTOCOL_VERSION)
    .long(request.lastZxid)
    .int(request.timeoutMs)
    .long(request.sessionId)
    .buffer(request.password)
    .bool(false) // a server without a quorum will not do
    .done();
}

export function decodeConnected(message: Uint8Array): ConnectResponse {
  const reader = new JuteReader(message);
  reader.int();
  const response = { timeoutMs: reader.int(), sessionId: reader.long(), password: reader.buffer() };
  // Servers before 3.4 do not say whether they are read-only.
  if (!reader.isAtEnd) reader.bool();
  return response;
}

export function encodePing(): Uint8Array {
  return new JuteWriter().int(Xid.ping).int(OP_PING).done();
}

export function encodeClose(xid: number): Uint8Array {
  return new JuteWriter().int(xid).int(OP_CLOSE).done();
}

export function encodeAuth({ scheme, credentials }: Authentication): Uint8Array {
  const credentialBytes = new TextEncoder().encode(credentials);
  return new JuteWriter()
    .int(Xid.auth)
    .int(OP_AUTH)
    .int(0)
    .string(scheme)
    .buffer(credentialBytes)
    .done();
}

export function encodeSetWatches(lastZxid: bigint, watched: WatchedPaths): Uint8Array {
  const writer = new JuteWriter().int(Xid.setWatches).int(OP_SET_WATCHES).long(lastZxid);
  for (const paths of [watched.data, watched.exists, watched.children]) {
    writer.vector(paths, (path) => writer.string(path));
  }
  return writer.done();
}

/** What stands before each answer. */
export interface ReplyHeader {
  readonly xid: number;
  readonly zxid: bigint;
  readonly error: number;
}

export function decodeHeader(reader: JuteReader): ReplyHeader {
  return { xid: reader.int(), zxid: reader.long(), error: reader.int() };
}

const EVENT_TYPES: readonly (WatchEvent['type'] | undefined)[] = [
  undefined,
  ...(['created', 'deleted', 'changed', 'children-changed'] as const),
];

/** Undefined for an event that is not about a znode. */
export function decodeEvent(reader: JuteReader): WatchEvent | undefined {
  const type = EVENT_TYPES[reader.int()];
  reader.int(); // the state of the connection, which we know
  const path = reader.string();
  return type && { type, path };
}
