/** Secrets and credentials of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { openEnum } from '../enum-kind.ts';
import { optional, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { bytes, string } from '../scalar-kinds.ts';

/** Which form a secret has. */
export type SecretType = 'UNKNOWN' | 'REFERENCE' | 'VALUE';

const secretType = openEnum<SecretType>({ UNKNOWN: 0, REFERENCE: 1, VALUE: 2 });

/** A secret held by another system. */
export interface SecretReference {
  readonly name: string;
  /** One value within the secret, if it has several. */
  readonly key?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Secret.Reference`. */
export const SecretReference: MessageCodec<SecretReference> = defineMessage<SecretReference>(
  'mesos.Secret.Reference',
  mesos.Secret.Reference,
  { name: required(1, string), key: optional(2, string) },
);

/** The secret itself. */
export interface SecretValue {
  readonly data: Uint8Array;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Secret.Value`. */
export const SecretValue: MessageCodec<SecretValue> = defineMessage<SecretValue>(
  'mesos.Secret.Value',
  mesos.Secret.Value,
  { data: required(1, bytes) },
);

/** Something to keep secret, or where to find it. */
export interface Secret {
  /** Which of the next two holds. */
  readonly type?: SecretType;
  readonly reference?: SecretReference;
  readonly value?: SecretValue;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Secret`. */
export const Secret: MessageCodec<Secret> = defineMessage<Secret>('mesos.Secret', mesos.Secret, {
  type: optional(1, secretType),
  reference: optional(2, message(SecretReference)),
  value: optional(3, message(SecretValue)),
});

/** A principal with a secret to prove it. */
export interface Credential {
  readonly principal: string;
  readonly secret?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Credential`. */
export const Credential: MessageCodec<Credential> = defineMessage<Credential>(
  'mesos.Credential',
  mesos.Credential,
  { principal: required(1, string), secret: optional(2, string) },
);
