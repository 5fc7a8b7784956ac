/** Values of resources and attributes of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum } from '../enum-kind.ts';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { double, string, uint64 } from '../scalar-kinds.ts';

/** Which of a value's four forms holds. */
export type ValueType = 'SCALAR' | 'RANGES' | 'SET' | 'TEXT';

/** Numbers of `mesos.Value.Type`. */
export const valueType = closedEnum<ValueType>({ SCALAR: 0, RANGES: 1, SET: 2, TEXT: 3 });

/** A number; Mesos computes with three decimal places. */
export interface ValueScalar {
  readonly value: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Value.Scalar`. */
export const ValueScalar: MessageCodec<ValueScalar> = defineMessage<ValueScalar>(
  'mesos.Value.Scalar',
  mesos.Value.Scalar,
  { value: required(1, double) },
);

/** All integers from `begin` to `end`, both inclusive. */
export interface ValueRange {
  readonly begin: number;
  readonly end: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Value.Range`. */
export const ValueRange: MessageCodec<ValueRange> = defineMessage<ValueRange>(
  'mesos.Value.Range',
  mesos.Value.Range,
  { begin: required(1, uint64), end: required(2, uint64) },
);

/** Ranges of integers. */
export interface ValueRanges {
  readonly range: readonly ValueRange[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Value.Ranges`. */
export const ValueRanges: MessageCodec<ValueRanges> = defineMessage<ValueRanges>(
  'mesos.Value.Ranges',
  mesos.Value.Ranges,
  { range: repeated(1, message(ValueRange)) },
);

/** A set of strings. */
export interface ValueSet {
  readonly item: readonly string[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Value.Set`. */
export const ValueSet: MessageCodec<ValueSet> = defineMessage<ValueSet>(
  'mesos.Value.Set',
  mesos.Value.Set,
  { item: repeated(1, string) },
);

/** A text. */
export interface ValueText {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Value.Text`. */
export const ValueText: MessageCodec<ValueText> = defineMessage<ValueText>(
  'mesos.Value.Text',
  mesos.Value.Text,
  { value: required(1, string) },
);

/** A value in one of four forms. */
export interface Value {
  /** Which of the next four holds. */
  readonly type: ValueType;
  readonly scalar?: ValueScalar;
  readonly ranges?: ValueRanges;
  readonly set?: ValueSet;
  readonly text?: ValueText;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Value`. */
export const Value: MessageCodec<Value> = defineMessage<Value>('mesos.Value', mesos.Value, {
  type: required(1, valueType),
  scalar: optional(2, message(ValueScalar)),
  ranges: optional(3, message(ValueRanges)),
  set: optional(4, message(ValueSet)),
  text: optional(5, message(ValueText)),
});

/** A named property of an agent that schedulers may choose by. */
export interface Attribute {
  readonly name: string;
  /** Which of the next four holds. */
  readonly type: ValueType;
  readonly scalar?: ValueScalar;
  readonly ranges?: ValueRanges;
  readonly text?: ValueText;
  readonly set?: ValueSet;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Attribute`. */
export const Attribute: MessageCodec<Attribute> = defineMessage<Attribute>(
  'mesos.Attribute',
  mesos.Attribute,
  {
    name: required(1, string),
    type: required(2, valueType),
    scalar: optional(3, message(ValueScalar)),
    ranges: optional(4, message(ValueRanges)),
    text: optional(5, message(ValueText)),
    set: optional(6, message(ValueSet)),
  },
);
