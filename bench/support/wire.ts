/** A body, as long as every message of the bench. */
export const BODY = new Uint8Array(100).fill(120);
/** The other side says so each time that it has taken so many. */
export const ACK_EVERY = 1_000;

/** What carries messages to another program. */
export interface Wire {
  /** Sends so many messages; `onAck` hears of each thousand that arrived. */
  send(count: number): void;
  onAck: () => void;
  /** One message there and one back. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The other end of a `Wire`. */
export interface WireServer {
  readonly address: string;
}

/** How messages travel: `raw` is a bare socket; `secret` is upgraded, between peers that share a secret. */
export type WireKind = 'raw' | 'plain' | 'upgraded' | 'secret';
