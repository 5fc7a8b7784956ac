/** What a manager has done since it was made, and what it holds now. */
export interface StatusUpdateMetrics {
  /** Streams that are not over. */
  readonly streams: number;
  /** Updates that wait: to be written, or to be acknowledged. */
  readonly pending: number;
  /** Updates that were received, duplicates and refused ones not counted. */
  readonly updates: number;
  readonly duplicates: number;
  /** Acknowledgements that were recorded. */
  readonly acknowledgements: number;
  /** Updates and acknowledgements that were refused. */
  readonly refused: number;
  /** Calls of `forward`, retries included. */
  readonly forwards: number;
  readonly retries: number;
  readonly deadLetters: number;
  /** Appends to the storage: each is durable, and may hold several records. */
  readonly writes: number;
  /** Streams that failed for good. */
  readonly failures: number;
  /** Errors that recoveries which are not strict have passed over. */
  readonly recoveryErrors: number;
}

/** The part that only ever grows. */
export type MutableMetrics = {
  -readonly [K in Exclude<keyof StatusUpdateMetrics, 'streams' | 'pending'>]: number;
};

export function zeroMetrics(): MutableMetrics {
  return {
    updates: 0,
    duplicates: 0,
    acknowledgements: 0,
    refused: 0,
    forwards: 0,
    retries: 0,
    deadLetters: 0,
    writes: 0,
    failures: 0,
    recoveryErrors: 0,
  };
}
