import type { RecoveryMode } from '../../src/protocol/voters.ts';

/** How far a model goes. */
export interface ModelBound {
  readonly recovery: RecoveryMode;
  readonly size: number;
  readonly quorum: number;
  /** How many disks are lost, of whichever replicas and whenever. */
  readonly wipes: number;
  /**
   * How many replicas may be without what they knew at a time. When there is no quorum that knows it
   * nobody can rejoin, so that there is little to see.
   */
  readonly togetherMax: number;
  /** How often each coordinator may stand for election. */
  readonly elections: number;
  /** How often each rejoining replica may try again; the first fill always has to. */
  readonly rejoinRetries: number;
}
