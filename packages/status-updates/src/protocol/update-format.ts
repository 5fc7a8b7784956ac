/**
 * What a manager has to know of a kind of status updates: which stream and framework they belong
 * to, and how their records look on disk. `operationUpdates` and `taskUpdates` are upstream's two;
 * a user's own kind needs no more than this.
 *
 * @typeParam StreamId names one stream of updates that are delivered in order
 * @typeParam Update a status update; never changed by the manager
 */
export interface UpdateFormat<StreamId, Update> {
  /** What the updates are called in messages, such as `operation status update`. */
  readonly name: string;
  /**
   * What a stream that the manager does not know does with a file that is there already: `refuse`
   * fails with `STREAM_FILE_EXISTS`, `append` goes on behind what it holds.
   */
  readonly existingFile: 'refuse' | 'append';
  /** A text that no other stream has. */
  streamKey(id: StreamId): string;
  /** Tells this update from all others of its stream; undefined if it carries none. */
  uuidOf(update: Update): string | undefined;
  /** Whose streams go with it when it is cleaned up; undefined for none. */
  frameworkOf(update: Update): string | undefined;
  /** The state's name, for tools and logs. */
  stateOf(update: Update): string;
  /** Whether acknowledging this update ends its stream. */
  isTerminal(update: Update): boolean;
  /** Whether the update names a newest state itself, which only the manager may do. */
  carriesLatest(update: Update): boolean;
  /** The update as it is forwarded: with the state of `latest`, the newest of its stream. */
  withLatest(update: Update, latest: Update): Update;
  /** The bytes of a record, without the length in front. */
  encodeUpdate(update: Update): Uint8Array;
  /** The same, of the acknowledgement of `update`. */
  encodeAcknowledgement(update: Update): Uint8Array;
  /** Reads a record back; throws if the bytes are none. */
  decode(record: Uint8Array): UpdateRecord<Update>;
}

/** One record of a stream's file. */
export type UpdateRecord<Update> =
  | { readonly type: 'update'; readonly update: Update }
  | { readonly type: 'acknowledgement'; readonly uuid: string };
