/** The messages of package `mesos.internal.state`: variables and the operations that store them. */
import { mesos } from './gen/messages.js';
import { closedEnum } from './enum-kind.ts';
import { optional, required } from './field.ts';
import { defineMessage, message } from './message-codec.ts';
import type { MessageCodec } from './message-codec.ts';
import { bytes, string } from './scalar-kinds.ts';

const generated = mesos.internal.state;

/** One version of one variable. */
export interface Entry {
  readonly name: string;
  /** The version: 16 random bytes. */
  readonly uuid: Uint8Array;
  /** The value; in an OperationDiff the difference to the version before (svndiff version 0). */
  readonly value: Uint8Array;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.state.Entry`. */
export const Entry: MessageCodec<Entry> = defineMessage<Entry>(
  'mesos.internal.state.Entry',
  generated.Entry,
  { name: required(1, string), uuid: required(2, bytes), value: required(3, bytes) },
);

/** What an operation does to a variable. */
export type OperationType = 'snapshot' | 'diff' | 'expunge';

const operationType = closedEnum<OperationType>({ snapshot: 1, expunge: 2, diff: 3 });

/** The whole variable. */
export interface OperationSnapshot {
  readonly entry: Entry;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.state.Operation.Snapshot`. */
export const OperationSnapshot: MessageCodec<OperationSnapshot> = defineMessage<OperationSnapshot>(
  'mesos.internal.state.Operation.Snapshot',
  generated.Operation.Snapshot,
  { entry: required(1, message(Entry)) },
);

/** The difference to the version before; `entry.uuid` is the version after it. */
export interface OperationDiff {
  readonly entry: Entry;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.state.Operation.Diff`. */
export const OperationDiff: MessageCodec<OperationDiff> = defineMessage<OperationDiff>(
  'mesos.internal.state.Operation.Diff',
  generated.Operation.Diff,
  { entry: required(1, message(Entry)) },
);

/** The variable is gone. */
export interface OperationExpunge {
  readonly name: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.state.Operation.Expunge`. */
export const OperationExpunge: MessageCodec<OperationExpunge> = defineMessage<OperationExpunge>(
  'mesos.internal.state.Operation.Expunge',
  generated.Operation.Expunge,
  { name: required(1, string) },
);

/** What the state storage on the log appends: one change of one variable. */
export interface Operation {
  /** Which of the next three holds. */
  readonly type: OperationType;
  readonly snapshot?: OperationSnapshot;
  readonly expunge?: OperationExpunge;
  readonly diff?: OperationDiff;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.state.Operation`. */
export const Operation: MessageCodec<Operation> = defineMessage<Operation>(
  'mesos.internal.state.Operation',
  generated.Operation,
  {
    type: required(1, operationType),
    snapshot: optional(2, message(OperationSnapshot)),
    expunge: optional(3, message(OperationExpunge)),
    diff: optional(4, message(OperationDiff)),
  },
);
