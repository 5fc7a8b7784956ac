/** What the exit codes of `quorate` mean, for scripts. */
export const EXIT_CODE = {
  ok: 0,
  /** The command could not do what it was asked to. */
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** A check was given up before it had a verdict. */
  unknown: 3,
  /** Too few replicas of a group vote. */
  noQuorum: 4,
  /** The directory is in use by another process. */
  locked: 5,
  /** The directory holds what was never written to it, or is not that of this replica any more. */
  corrupt: 6,
  /** A disk failed a write or a sync: what it holds is not known. */
  disk: 7,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

/** The exit code for an error with this stable `code`. */
export function exitCodeOf(code: string): ExitCode {
  switch (code) {
    case 'CLI_BACKEND_OPTION_MISSING':
    case 'CLI_BACKEND_UNKNOWN':
    case 'CLI_BACKEND_UNSUITABLE':
    case 'CLI_CONFIG_INVALID':
    case 'CREDENTIALS_INVALID':
    case 'CLI_USAGE':
    case 'HISTORY_INVALID': // not to be taken for the verdict of a check
    case 'REPLAY_INVALID':
    case 'SCENARIO_INVALID':
    case 'LOG_MEMBERS_INVALID':
    case 'LOG_OPTION_INVALID':
    case 'TRANSPORT_INSECURE':
    case 'TRANSPORT_OPTION_INVALID':
    case 'ZOOKEEPER_URL_INVALID':
      return EXIT_CODE.usage;
    case 'LOG_LOCKED':
      return EXIT_CODE.locked;
    case 'LOG_CORRUPT':
    case 'REPLICA_CLUSTER_MISMATCH':
    case 'REPLICA_IDENTITY_MISMATCH':
    case 'REPLICA_OUTDATED':
      return EXIT_CODE.corrupt;
    case 'STORAGE_FAILED':
      return EXIT_CODE.disk;
    default:
      return EXIT_CODE.failed;
  }
}
