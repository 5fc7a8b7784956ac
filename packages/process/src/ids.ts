/** Where a runtime takes names from that no other runtime may have. */
export interface IdSource {
  /** A string of URL-safe characters, different at every call. */
  unique(): string;
}

/** Numbers in order behind a prefix: for tests and simulations, where a run must repeat itself. */
export function sequentialIds(prefix = 'id-'): IdSource {
  let last = 0;
  return { unique: () => `${prefix}${++last}` };
}
