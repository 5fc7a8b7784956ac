/** The messages of package `mesos.quota`. */
import { mesos } from './gen/messages.js';
import { map, optional, repeated, required } from './field.ts';
import { defineMessage, message } from './message-codec.ts';
import type { MessageCodec } from './message-codec.ts';
import { string } from './scalar-kinds.ts';
import { Resource } from './mesos/resource.ts';
import { ValueScalar } from './mesos/value.ts';

/** Quota in the deprecated form: a guarantee that is also the limit. */
export interface QuotaInfo {
  readonly role?: string;
  /** Who set it. */
  readonly principal?: string;
  /** Scalar resources without reservations. */
  readonly guarantee: readonly Resource[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.quota.QuotaInfo`. */
export const QuotaInfo: MessageCodec<QuotaInfo> = defineMessage<QuotaInfo>(
  'mesos.quota.QuotaInfo',
  mesos.quota.QuotaInfo,
  {
    role: optional(1, string),
    principal: optional(2, string),
    guarantee: repeated(3, message(Resource)),
  },
);

/** Quota: what a role gets at least and at most, by resource name. */
export interface QuotaConfig {
  readonly role: string;
  /** What is not named has no guarantee. */
  readonly guarantees: ReadonlyMap<string, ValueScalar>;
  /** What is not named has no limit. */
  readonly limits: ReadonlyMap<string, ValueScalar>;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.quota.QuotaConfig`. */
export const QuotaConfig: MessageCodec<QuotaConfig> = defineMessage<QuotaConfig>(
  'mesos.quota.QuotaConfig',
  mesos.quota.QuotaConfig,
  {
    role: required(1, string),
    guarantees: map(2, message(ValueScalar)),
    limits: map(3, message(ValueScalar)),
  },
);
