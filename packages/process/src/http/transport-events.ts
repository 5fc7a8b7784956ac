import { diagnosticsChannel } from '../adapters/channels.ts';
import type { Logger } from '../logger.ts';
import { HttpError } from './http-error.ts';
import { RarelyLogged } from './rarely-logged.ts';

/** How messages travel on a connection. */
export type TransportProtocol = 'libprocess' | 'quorate';

/** Why a transport refused what somebody sent. */
export type RefusalReason =
  /** It is not HTTP, or not the binary protocol. */
  | 'malformed'
  /** The request is no message: its path, its sender or its encoding. */
  | 'bad-request'
  /** A head or a body is larger than the limit. */
  | 'too-large'
  /** It did not come to its end in time. */
  | 'too-slow'
  /** The sender's address is not that of the connection. */
  | 'foreign-sender'
  /** There are as many connections as may be. */
  | 'too-many-connections'
  /** It came without credentials, or over a connection that cannot have them. */
  | 'unauthenticated'
  /** The credentials are not those of a peer: a proof, a certificate or a MAC is wrong. */
  | 'wrong-credentials'
  /** It is who it says, and nobody to talk to: not one of `peers`. */
  | 'unknown-peer';

/** All there are. */
export const REFUSAL_REASONS: readonly RefusalReason[] = [
  ...(['malformed', 'bad-request', 'too-large', 'too-slow', 'foreign-sender'] as const),
  ...(['too-many-connections', 'unauthenticated', 'wrong-credentials', 'unknown-peer'] as const),
];

/** What happens to a transport: told to `onEvent`, and to the channel `quorate:process:transport`. */
export type TransportEvent =
  | {
      readonly type: 'connected';
      readonly address: string;
      readonly protocol: TransportProtocol;
    }
  | {
      readonly type: 'disconnected';
      readonly address: string;
      readonly error: Error | undefined;
      /** Given to the socket, and not known to have left: whether they arrived nobody knows. */
      readonly bytesInFlight: number;
    }
  | {
      readonly type: 'refused';
      /** Where it came from. */
      readonly peer: string;
      readonly reason: RefusalReason;
      readonly message: string;
    };

/** What a transport has done since it was made. */
export interface TransportCounts {
  readonly sent: number;
  readonly received: number;
  /** Messages that were to be sent and became dead letters. */
  readonly lost: number;
  /** What others sent and was refused. */
  readonly refused: number;
}

const channel = diagnosticsChannel('quorate:process:transport');

/** Counts, and tells who wants to know. */
export class TransportMonitor {
  sent = 0;
  received = 0;
  lost = 0;
  refused = 0;
  readonly #refusals = new Map<RefusalReason, number>();
  readonly #onEvent: ((event: TransportEvent) => void) | undefined;
  #log: RarelyLogged | undefined;

  constructor(onEvent: ((event: TransportEvent) => void) | undefined) {
    this.#onEvent = onEvent;
  }

  /** Where refusals are written to, and by which clock not too often. */
  logTo(logger: Logger, now: () => number): void {
    this.#log = new RarelyLogged(logger, now);
  }

  refuse(peer: string, reason: RefusalReason, text: string): void {
    const message = printable(text);
    this.refused++;
    this.#refusals.set(reason, this.refusals(reason) + 1);
    this.#log?.warn(reason, { peer, reason }, `refused: ${message}`);
    this.tell({ type: 'refused', peer, reason, message });
  }

  /** How often for this reason. */
  refusals(reason: RefusalReason): number {
    return this.#refusals.get(reason) ?? 0;
  }

  tell(event: TransportEvent): void {
    if (event.type === 'disconnected' && event.error instanceof HttpError) {
      const { address, error } = event;
      this.#log?.warn(error.code, { address, err: error }, 'a peer is not connected to');
    }
    if (channel.hasSubscribers) channel.publish(event);
    this.#onEvent?.(event);
  }

  counts(): TransportCounts {
    const { sent, received, lost, refused } = this;
    return { sent, received, lost, refused };
  }
}

const TEXT_MAX = 200;

/** What others sent, as it may stand in a log: on one line, and not long. */
function printable(text: string): string {
  const short = text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text;
  return short.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
