/**
 * The everyday form of the messages of every append, for which there are short cuts: upstream's
 * fields in tag order, each at most once, nothing else but, in an answer, who gives it in which life. The general codec takes several times as
 * long for them. A short cut that meets anything else answers undefined and the general codec
 * decides, so that one place only knows what is malformed.
 */

/** The literals of `Action.Type`, each at the index of its number. */
export const ACTION_TYPES = [undefined, 'nop', 'append', 'truncate'] as const;

/** The literals of `PromiseResponse.Type` and `WriteResponse.Type`. */
export const RESPONSE_TYPES = [undefined, 'accept', 'reject', 'ignored'] as const;

/** The number of `Record.Type.ACTION`. */
export const RECORD_TYPE_ACTION = 2;

/** Numbers of the field `type`; `nop`, `append` and `truncate` have the next three. */
export const ACTION_TYPE_NUMBER = 5;
export const WRITE_REQUEST_TYPE_NUMBER = 4;

/** What an action and a write request have in common. */
export interface EverydayValue {
  readonly type?: Exclude<(typeof ACTION_TYPES)[number], undefined>;
  readonly nop?: { readonly tombstone?: boolean };
  readonly append?: { readonly bytes: Uint8Array };
  readonly truncate?: { readonly to: number };
}

export interface EverydayAction extends EverydayValue {
  readonly position: number;
  readonly promised: number;
  readonly performed?: number;
  readonly learned?: boolean;
}

export interface EverydayWriteRequest extends EverydayValue {
  readonly proposal: number;
  readonly position: number;
  readonly learned?: boolean;
  readonly type: Exclude<(typeof ACTION_TYPES)[number], undefined>;
}

export interface EverydayWriteResponse {
  readonly okay: boolean;
  readonly proposal: number;
  readonly position: number;
  readonly type?: Exclude<(typeof RESPONSE_TYPES)[number], undefined>;
  /** Of ASCII characters, at most `REPLICA_ID_LENGTH_MAX`. */
  readonly replicaId?: string;
  readonly incarnation?: number;
}

export interface EverydayLearnedMessage {
  readonly action: EverydayAction;
}

export interface EverydayRecord {
  readonly type: 'action';
  readonly action: EverydayAction;
}

/** A tag of one byte. */
export function tagOf(number: number, wireType = 0): number {
  return number * 8 + wireType;
}

/** The two bytes of the tag of `replica_id`, a string with number 1000. */
export const REPLICA_ID_TAG = [0xc2, 0x3e] as const;
/** The two bytes of the tag of `incarnation`, a varint with number 1001. */
export const INCARNATION_TAG = [0xc8, 0x3e] as const;
/** Of longer ones the length takes more than a byte. */
export const REPLICA_ID_LENGTH_MAX = 127;

/** Wire type of strings, bytes and messages. */
export const LENGTH_DELIMITED = 2;
