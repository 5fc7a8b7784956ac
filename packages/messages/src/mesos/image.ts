/** Container images of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum } from '../enum-kind.ts';
import { optional, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { bool, string } from '../scalar-kinds.ts';
import { Labels } from './label.ts';
import { Credential, Secret } from './secret.ts';

/** Which form of image holds. */
export type ImageType = 'APPC' | 'DOCKER';

const imageType = closedEnum<ImageType>({ APPC: 1, DOCKER: 2 });

/** An image in the App Container format. */
export interface ImageAppc {
  readonly name: string;
  /** Content hash; absent matches any. */
  readonly id?: string;
  /** Such as version and architecture. */
  readonly labels?: Labels;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Image.Appc`. */
export const ImageAppc: MessageCodec<ImageAppc> = defineMessage<ImageAppc>(
  'mesos.Image.Appc',
  mesos.Image.Appc,
  { name: required(1, string), id: optional(2, string), labels: optional(3, message(Labels)) },
);

/** A Docker image. */
export interface ImageDocker {
  /** Repository with optional registry and tag. */
  readonly name: string;
  /** Deprecated in favour of `config`. */
  readonly credential?: Credential;
  /** Docker configuration with the credentials for pulling. */
  readonly config?: Secret;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Image.Docker`. */
export const ImageDocker: MessageCodec<ImageDocker> = defineMessage<ImageDocker>(
  'mesos.Image.Docker',
  mesos.Image.Docker,
  {
    name: required(1, string),
    credential: optional(2, message(Credential)),
    config: optional(3, message(Secret)),
  },
);

/** An image that a volume is filled from. */
export interface Image {
  /** Which of the next two holds. */
  readonly type: ImageType;
  readonly appc?: ImageAppc;
  readonly docker?: ImageDocker;
  /** Whether an image already on the agent will do; absent means true. */
  readonly cached?: boolean;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Image`. */
export const Image: MessageCodec<Image> = defineMessage<Image>('mesos.Image', mesos.Image, {
  type: required(1, imageType),
  appc: optional(2, message(ImageAppc)),
  docker: optional(3, message(ImageDocker)),
  cached: optional(4, bool, true),
});
