/** The stable codes of what ZooKeeper or its client refuses. `docs/errors.md` explains each. */
export type ZooKeeperErrorCode =
  | 'ZOOKEEPER_AUTH_FAILED'
  | 'ZOOKEEPER_BAD_VERSION'
  | 'ZOOKEEPER_CLOSED'
  | 'ZOOKEEPER_CONNECTION_LOSS'
  | 'ZOOKEEPER_CONTENDED_ALREADY'
  | 'ZOOKEEPER_ENTRY_MALFORMED'
  | 'ZOOKEEPER_FAILED'
  | 'ZOOKEEPER_LABEL_INVALID'
  | 'ZOOKEEPER_NODE_EXISTS'
  | 'ZOOKEEPER_NOT_EMPTY'
  | 'ZOOKEEPER_NO_AUTH'
  | 'ZOOKEEPER_NO_NODE'
  | 'ZOOKEEPER_OPTION_INVALID'
  | 'ZOOKEEPER_PATH_INVALID'
  | 'ZOOKEEPER_PROTOCOL_VIOLATED'
  | 'ZOOKEEPER_QUEUE_FULL'
  | 'ZOOKEEPER_REQUEST_TOO_LARGE'
  | 'ZOOKEEPER_SESSION_EXPIRED'
  | 'ZOOKEEPER_URL_INVALID';

/** What is known of an operation that failed: it never took effect, or it may have or may yet. */
export type OperationOutcome = 'definite' | 'unknown';

/** What an error knows besides its code and message. */
export interface ZooKeeperErrorOptions extends ErrorOptions {
  readonly outcome?: OperationOutcome;
  readonly serverCode?: number;
}

/** What ZooKeeper or its client refuses or reports. Branch on `code`; messages may change. */
export class ZooKeeperError extends Error {
  override readonly name = 'ZooKeeperError';
  readonly code: ZooKeeperErrorCode;
  /** Set on operations that failed: `definite` if it never took effect, else `unknown`. */
  declare readonly outcome?: OperationOutcome;
  /** What the server answered, if it did: a negative number of ZooKeeper's `KeeperException`. */
  declare readonly serverCode?: number;

  constructor(code: ZooKeeperErrorCode, message: string, options?: ZooKeeperErrorOptions) {
    super(message, options);
    this.code = code;
    if (options?.outcome !== undefined) this.outcome = options.outcome;
    if (options?.serverCode !== undefined) this.serverCode = options.serverCode;
  }
}

/** Whether `error` is one of this package with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly ZooKeeperErrorCode[]): boolean {
  return error instanceof ZooKeeperError && codes.includes(error.code);
}
