import { diagnosticsChannel } from '../adapters/channels.ts';

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
  | 'too-many-connections';

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
  readonly #onEvent: ((event: TransportEvent) => void) | undefined;

  constructor(onEvent: ((event: TransportEvent) => void) | undefined) {
    this.#onEvent = onEvent;
  }

  refuse(peer: string, reason: RefusalReason, message: string): void {
    this.refused++;
    this.tell({ type: 'refused', peer, reason, message });
  }

  tell(event: TransportEvent): void {
    if (channel.hasSubscribers) channel.publish(event);
    this.#onEvent?.(event);
  }

  counts(): TransportCounts {
    const { sent, received, lost, refused } = this;
    return { sent, received, lost, refused };
  }
}
