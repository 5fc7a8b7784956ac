/**
 * What travels between a process in a worker thread and the one that stands in for it. A message of
 * the port is an array of these, in the order in which they were said.
 */

import type { ErrorData } from './error-data.ts';

/** To the worker. */
export type Request =
  | CallRequest
  | MessageRequest
  /** The result of the call is not wanted any more. */
  | { readonly type: 'discard'; readonly id: number }
  | { readonly type: 'terminate'; readonly inject: boolean };

export interface CallRequest {
  readonly type: 'call';
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
  /** Nobody waits for the value; whether it failed is asked all the same. */
  readonly isTell: boolean;
  readonly trace: string | undefined;
}

/** A message for the process. */
export interface MessageRequest {
  readonly type: 'message';
  /** What it is called in the acknowledgement. */
  readonly id: number;
  readonly from: PidData;
  readonly name: string;
  readonly body: Uint8Array;
  readonly trace: string | undefined;
}

/** From the worker. */
export type Response =
  | ResultResponse
  | MessageResponse
  | { readonly type: 'failed'; readonly id: number; readonly error: ErrorData }
  | { readonly type: 'discarded'; readonly id: number }
  | { readonly type: 'abandoned'; readonly id: number }
  /** All messages up to this one have had their turn. */
  | { readonly type: 'served'; readonly id: number }
  /** The process has ended and so has all else in the thread: it may be killed. */
  | { readonly type: 'ended'; readonly reason: ErrorData | undefined };

export interface ResultResponse {
  readonly type: 'result';
  readonly id: number;
  readonly value: unknown;
}

/** A message that a process in the thread has sent to one outside. */
export interface MessageResponse {
  readonly type: 'message';
  /** Undefined for the process of the worker: outside it has another pid. */
  readonly from: PidData | undefined;
  readonly to: PidData;
  readonly name: string;
  readonly body: Uint8Array;
  readonly trace: string | undefined;
}

/** A pid as it travels. */
export interface PidData {
  readonly id: string;
  readonly address: string;
}

/** What a worker is started with. */
export interface WorkerSetup {
  /** A file URL, or the name of a package. */
  readonly module: string;
  readonly export: string;
  readonly args: readonly unknown[];
  readonly shutdownMs: number;
}

/** Posts an array of messages; throws if one of them cannot be cloned, and has posted none then. */
export type Post = (messages: readonly unknown[], transfer: readonly object[]) => void;
