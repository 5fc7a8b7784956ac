/** What is wrong with a disk at the moment. Times in microseconds, chances in thousandths. */
export interface DiskFaults {
  readonly syncUsMin: number;
  readonly syncUsMax: number;
  /** How many syncs fail, after which the database takes no write until it is opened anew. */
  readonly syncFailurePermille: number;
  /** How many syncs say that they have succeeded and have not. Nothing survives that for certain. */
  readonly syncLiePermille: number;
  /** How many reads fail. */
  readonly readFailurePermille: number;
  /** No write finds room. */
  readonly isFull: boolean;
}

/** A disk that works. */
export const HEALTHY: DiskFaults = {
  syncUsMin: 300,
  syncUsMax: 2_000,
  syncFailurePermille: 0,
  syncLiePermille: 0,
  readFailurePermille: 0,
  isFull: false,
};
