/** Free-form annotations of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';

/** A key with an optional value; keys may repeat. */
export interface Label {
  readonly key: string;
  readonly value?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Label`. */
export const Label: MessageCodec<Label> = defineMessage<Label>('mesos.Label', mesos.Label, {
  key: required(1, string),
  value: optional(2, string),
});

/** Any number of labels. */
export interface Labels {
  readonly labels: readonly Label[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Labels`. */
export const Labels: MessageCodec<Labels> = defineMessage<Labels>('mesos.Labels', mesos.Labels, {
  labels: repeated(1, message(Label)),
});

/** A key with a value. */
export interface Parameter {
  readonly key: string;
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Parameter`. */
export const Parameter: MessageCodec<Parameter> = defineMessage<Parameter>(
  'mesos.Parameter',
  mesos.Parameter,
  { key: required(1, string), value: required(2, string) },
);

/** Any number of parameters. */
export interface Parameters {
  readonly parameter: readonly Parameter[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Parameters`. */
export const Parameters: MessageCodec<Parameters> = defineMessage<Parameters>(
  'mesos.Parameters',
  mesos.Parameters,
  { parameter: repeated(1, message(Parameter)) },
);
