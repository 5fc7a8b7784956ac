/** The messages of package `mesos.internal.log`: a replica's records and its conversations. */
import { mesos } from './gen/messages.js';
import {
  decodeLearnedMessage,
  decodeRecord,
  decodeWriteRequest,
  decodeWriteResponse,
} from './everyday-decode.ts';
import {
  encodeLearnedMessage,
  encodeRecord,
  encodeWriteRequest,
  encodeWriteResponse,
} from './everyday-encode.ts';
import { closedEnum } from './enum-kind.ts';
import { optional, optionalRepeated, required } from './field.ts';
import { defineMessage, message } from './message-codec.ts';
import type { MessageCodec } from './message-codec.ts';
import { bool, bytes, string, uint64 } from './scalar-kinds.ts';

const generated = mesos.internal.log;

/** What an action does: fill a position, append a value, or drop the beginning of the log. */
export type ActionType = 'nop' | 'append' | 'truncate';

/** A replica's standing in its group; only a `voting` one promises and accepts. */
export type ReplicaStatus = 'empty' | 'starting' | 'recovering' | 'voting';

/** How a replica answers: `reject` for a higher promise, `ignored` for not being a voter. */
export type ResponseType = 'accept' | 'reject' | 'ignored';

/** What a record of the log's storage holds; `promise` is deprecated. */
export type LogRecordType = 'promise' | 'action' | 'metadata';

const actionType = closedEnum<ActionType>({ nop: 1, append: 2, truncate: 3 });
const responseType = closedEnum<ResponseType>({ accept: 1, reject: 2, ignored: 3 });
const logRecordType = closedEnum<LogRecordType>({ promise: 1, action: 2, metadata: 3 });
const replicaStatus = closedEnum<ReplicaStatus>({
  voting: 1,
  recovering: 2,
  starting: 3,
  empty: 4,
});

/** One life of one replica; safe recovery tells the votes of a wiped replica's lives apart. */
export interface KnownIncarnation {
  readonly replicaId: string;
  /** Counts the replica's lives, from 1: a disk that was lost ends one. */
  readonly incarnation: number;
  /** Counts the starts in this life, from 1. */
  readonly startCounter?: number;
  /** Tells this start from one of a copy of the disk, which counts the same. */
  readonly startToken?: string;
  /** The highest life that a disk of this replica has asked for, which it may never have begun. */
  readonly reserved?: number;
  /** Who asked for it: a text that no other disk of the replica uses. */
  readonly reservedBy?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.KnownIncarnation`. */
export const KnownIncarnation: MessageCodec<KnownIncarnation> = defineMessage<KnownIncarnation>(
  'mesos.internal.log.KnownIncarnation',
  generated.KnownIncarnation,
  {
    replicaId: required(1, string),
    incarnation: required(2, uint64),
    startCounter: optional(3, uint64),
    reserved: optional(4, uint64),
    reservedBy: optional(5, string),
    startToken: optional(6, string),
  },
);

/** Who sent a message or wrote a record. Absent with `recovery: 'mesos'`. */
export interface SafeRecoveryFields {
  readonly replicaId?: string;
  readonly incarnation?: number;
  /** The lives of other replicas that the sender knows of. */
  readonly known?: readonly KnownIncarnation[];
}

const safeRecoveryFields = {
  replicaId: optional(1000, string),
  incarnation: optional(1001, uint64),
  known: optionalRepeated(1002, message(KnownIncarnation)),
} as const;

/** In which group a replica takes itself to be. Absent with `recovery: 'mesos'`. */
export interface GroupFields {
  /** The name of the group, where it has one. */
  readonly clusterId?: string;
  readonly quorum?: number;
  /** How many members the sender knows, itself included. */
  readonly members?: number;
}

const groupFields = {
  clusterId: optional(1008, string),
  quorum: optional(1009, uint64),
  members: optional(1010, uint64),
} as const;

/** Fills a position whose value is not needed. */
export interface ActionNop {
  /** Set for a position below a truncation: nothing at or below it is served as data. */
  readonly tombstone?: boolean;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.Action.Nop`. */
export const ActionNop: MessageCodec<ActionNop> = defineMessage<ActionNop>(
  'mesos.internal.log.Action.Nop',
  generated.Action.Nop,
  { tombstone: optional(1, bool) },
);

/** A value of the log. */
export interface ActionAppend {
  readonly bytes: Uint8Array;
  /** Checksum of `bytes`; Mesos neither writes nor verifies it. */
  readonly cksum?: Uint8Array;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.Action.Append`. */
export const ActionAppend: MessageCodec<ActionAppend> = defineMessage<ActionAppend>(
  'mesos.internal.log.Action.Append',
  generated.Action.Append,
  { bytes: required(1, bytes), cksum: optional(2, bytes) },
);

/** Drops the beginning of the log. */
export interface ActionTruncate {
  /** The first position that stays. */
  readonly to: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.Action.Truncate`. */
export const ActionTruncate: MessageCodec<ActionTruncate> = defineMessage<ActionTruncate>(
  'mesos.internal.log.Action.Truncate',
  generated.Action.Truncate,
  { to: required(1, uint64) },
);

/** What a replica knows about one position. */
export interface Action extends SafeRecoveryFields {
  readonly position: number;
  /** The highest proposal number promised for this position. */
  readonly promised: number;
  /** The proposal number under which the value was accepted; absent if none was. */
  readonly performed?: number;
  /** Set once a quorum is known to have accepted the value. */
  readonly learned?: boolean;
  /** Which of the next three holds; present exactly when `performed` is. */
  readonly type?: ActionType;
  readonly nop?: ActionNop;
  readonly append?: ActionAppend;
  readonly truncate?: ActionTruncate;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.Action`. */
export const Action: MessageCodec<Action> = defineMessage<Action>(
  'mesos.internal.log.Action',
  generated.Action,
  {
    position: required(1, uint64),
    promised: required(2, uint64),
    performed: optional(3, uint64),
    learned: optional(4, bool),
    type: optional(5, actionType),
    nop: optional(6, message(ActionNop)),
    append: optional(7, message(ActionAppend)),
    truncate: optional(8, message(ActionTruncate)),
    ...safeRecoveryFields,
  },
);

/** A replica's state that belongs to no position. */
export interface Metadata extends SafeRecoveryFields {
  readonly status: ReplicaStatus;
  /** The highest proposal number promised for all positions not seen yet. */
  readonly promised: number;
  /** Safe recovery: how often the directory was opened; a restored backup shows an old count. */
  readonly startCounter?: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.Metadata`. */
export const Metadata: MessageCodec<Metadata> = defineMessage<Metadata>(
  'mesos.internal.log.Metadata',
  generated.Metadata,
  {
    status: required(1, replicaStatus),
    promised: required(2, uint64),
    ...safeRecoveryFields,
    startCounter: optional(1004, uint64),
  },
);

/**
 * Deprecated record of early Mesos versions: a promise without a status. The replica that wrote it
 * is voting.
 */
export interface LegacyPromise {
  readonly proposal: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.Promise`. */
export const LegacyPromise: MessageCodec<LegacyPromise> = defineMessage<LegacyPromise>(
  'mesos.internal.log.Promise',
  generated.Promise,
  { proposal: required(1, uint64) },
);

/** One value of the log's storage. */
export interface LogRecord {
  /** Which of the next three holds. */
  readonly type: LogRecordType;
  readonly promise?: LegacyPromise;
  readonly action?: Action;
  readonly metadata?: Metadata;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.Record`. */
export const LogRecord: MessageCodec<LogRecord> = defineMessage<LogRecord>(
  'mesos.internal.log.Record',
  generated.Record,
  {
    type: required(1, logRecordType),
    promise: optional(2, message(LegacyPromise)),
    action: optional(3, message(Action)),
    metadata: optional(4, message(Metadata)),
  },
  { encode: encodeRecord, decode: decodeRecord },
);

/** Coordinator to replica: promise not to accept proposals below this one. */
export interface PromiseRequest extends SafeRecoveryFields {
  readonly proposal: number;
  /** The one position asked about; absent asks for every position not seen yet (an election). */
  readonly position?: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.PromiseRequest`. */
export const PromiseRequest: MessageCodec<PromiseRequest> = defineMessage<PromiseRequest>(
  'mesos.internal.log.PromiseRequest',
  generated.PromiseRequest,
  { proposal: required(1, uint64), position: optional(2, uint64), ...safeRecoveryFields },
);

/** Answer to a PromiseRequest. */
export interface PromiseResponse extends SafeRecoveryFields {
  /** Deprecated but required: true for `accept`, false for `reject` and `ignored`. */
  readonly okay: boolean;
  /** `accept`: the proposal asked for; `reject`: the higher one that was promised. */
  readonly proposal: number;
  /** Explicit promise: what the replica holds at the position, if it accepted something there. */
  readonly action?: Action;
  /** Implicit promise: the end of the replica's log; explicit: the position asked about. */
  readonly position?: number;
  /** Absent from peers before Mesos 0.26; then `okay` decides. */
  readonly type?: ResponseType;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.PromiseResponse`. */
export const PromiseResponse: MessageCodec<PromiseResponse> = defineMessage<PromiseResponse>(
  'mesos.internal.log.PromiseResponse',
  generated.PromiseResponse,
  {
    okay: required(1, bool),
    proposal: required(2, uint64),
    action: optional(3, message(Action)),
    position: optional(4, uint64),
    type: optional(5, responseType),
    ...safeRecoveryFields,
  },
);

/** Coordinator to replica: accept this value. */
export interface WriteRequest extends SafeRecoveryFields {
  readonly proposal: number;
  readonly position: number;
  /** Set if the value is already known to be accepted by a quorum. */
  readonly learned?: boolean;
  /** Which of the next three holds. */
  readonly type: ActionType;
  readonly nop?: ActionNop;
  readonly append?: ActionAppend;
  readonly truncate?: ActionTruncate;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.WriteRequest`. */
export const WriteRequest: MessageCodec<WriteRequest> = defineMessage<WriteRequest>(
  'mesos.internal.log.WriteRequest',
  generated.WriteRequest,
  {
    proposal: required(1, uint64),
    position: required(2, uint64),
    learned: optional(3, bool),
    type: required(4, actionType),
    nop: optional(5, message(ActionNop)),
    append: optional(6, message(ActionAppend)),
    truncate: optional(7, message(ActionTruncate)),
    ...safeRecoveryFields,
  },
  { encode: encodeWriteRequest, decode: decodeWriteRequest },
);

/** Answer to a WriteRequest. */
export interface WriteResponse extends SafeRecoveryFields {
  /** Deprecated but required: true for `accept`, false for `reject` and `ignored`. */
  readonly okay: boolean;
  /** `accept`: the proposal of the request; `reject`: the higher one that was promised. */
  readonly proposal: number;
  readonly position: number;
  /** Absent from peers before Mesos 0.26; then `okay` decides. */
  readonly type?: ResponseType;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.WriteResponse`. */
export const WriteResponse: MessageCodec<WriteResponse> = defineMessage<WriteResponse>(
  'mesos.internal.log.WriteResponse',
  generated.WriteResponse,
  {
    okay: required(1, bool),
    proposal: required(2, uint64),
    position: required(3, uint64),
    type: optional(4, responseType),
    ...safeRecoveryFields,
  },
  { encode: encodeWriteResponse, decode: decodeWriteResponse },
);

/** To every replica: a quorum accepted this action. Has no response. */
export interface LearnedMessage {
  readonly action: Action;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.LearnedMessage`. */
export const LearnedMessage: MessageCodec<LearnedMessage> = defineMessage<LearnedMessage>(
  'mesos.internal.log.LearnedMessage',
  generated.LearnedMessage,
  { action: required(1, message(Action)) },
  { encode: encodeLearnedMessage, decode: decodeLearnedMessage },
);

/**
 * Recovering replica to every replica: tell your status. The safe recovery fields announce the
 * rejoining replica and its new life.
 */
export interface RecoverRequest extends SafeRecoveryFields, GroupFields {
  /** Counts the starts in the life that is announced. */
  readonly startCounter?: number;
  /** Tells the start from one of a copy of the disk. */
  readonly startToken?: string;
  /** Before a life is announced: which one the replica asks for. */
  readonly reserve?: number;
  /** Stands for the disk that asks. */
  readonly reserveBy?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.RecoverRequest`. */
export const RecoverRequest: MessageCodec<RecoverRequest> = defineMessage<RecoverRequest>(
  'mesos.internal.log.RecoverRequest',
  generated.RecoverRequest,
  {
    ...safeRecoveryFields,
    startCounter: optional(1004, uint64),
    reserve: optional(1005, uint64),
    reserveBy: optional(1006, string),
    startToken: optional(1007, string),
    ...groupFields,
  },
);

/** Answer to a RecoverRequest. */
export interface RecoverResponse extends SafeRecoveryFields, GroupFields {
  readonly status: ReplicaStatus;
  /** The first position kept; set by voting replicas only. */
  readonly begin?: number;
  /** The last position known, inclusive; set by voting replicas only. */
  readonly end?: number;
  /** Safe recovery: the sender's implicit promise once it had recorded the announced life. */
  readonly promised?: number;
  /** The sender has been a voting member of a group with this name, even if its log is gone. */
  readonly memberOf?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.log.RecoverResponse`. */
export const RecoverResponse: MessageCodec<RecoverResponse> = defineMessage<RecoverResponse>(
  'mesos.internal.log.RecoverResponse',
  generated.RecoverResponse,
  {
    status: required(1, replicaStatus),
    begin: optional(2, uint64),
    end: optional(3, uint64),
    ...safeRecoveryFields,
    promised: optional(1003, uint64),
    ...groupFields,
    memberOf: optional(1011, string),
  },
);
