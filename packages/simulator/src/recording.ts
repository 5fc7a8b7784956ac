/**
 * What happened in a run, in the order in which it happened: enough to draw it. It holds names
 * and numbers only, never an engine's error texts, so that equal runs give equal recordings.
 */
export interface Recording {
  readonly formatVersion: 1;
  readonly seed: number;
  readonly profile: string;
  /** The addresses of the nodes, in the order in which they are drawn. */
  readonly nodes: readonly string[];
  readonly events: readonly RecordedEvent[];
}

/** Times are virtual milliseconds from the beginning of the run; `node`, `from` and `to` are addresses. */
export type RecordedEvent = { readonly timeMs: number } & (
  | MessageEvent
  | NodeEvent
  | NetworkEvent
  | StateEvent
  | ClientEvent
  | { readonly type: 'note'; readonly node?: string; readonly text: string }
  | {
      readonly type: 'violation';
      readonly node?: string;
      readonly invariant: string;
      readonly text: string;
    }
);

/** `id` joins the events of one message: it is sent once, and delivered or lost any number of times. */
export type MessageEvent =
  | {
      readonly type: 'send';
      readonly id: number;
      readonly from: string;
      readonly to: string;
      readonly name: string;
      readonly detail?: string;
    }
  | { readonly type: 'deliver'; readonly id: number }
  | { readonly type: 'lose'; readonly id: number; readonly reason: string };

/** Something that was done to a node. */
export interface NodeEvent {
  readonly type: 'start' | 'stop' | 'crash' | 'wipe' | 'pause' | 'resume';
  readonly node: string;
  readonly detail?: string;
}

/** `cuts` are all pairs that do not reach each other from now on, as `[from, to]`. */
export interface NetworkEvent {
  readonly type: 'cuts';
  readonly cuts: readonly (readonly [string, string])[];
}

/** What a replica shows after a change. */
export interface StateEvent {
  readonly type: 'state';
  readonly node: string;
  readonly status: string;
  readonly promised: number;
  readonly begin: number;
  readonly end: number;
}

/** An operation of a client; `operation` joins its beginning and its end. */
export interface ClientEvent {
  readonly type: 'client';
  readonly node: string;
  readonly operation: number;
  readonly phase: 'invoked' | 'succeeded' | 'failed' | 'unknown';
  readonly text: string;
}
