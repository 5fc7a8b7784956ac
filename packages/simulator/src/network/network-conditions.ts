/** How a network treats its messages. Times in microseconds, chances in thousandths. */
export interface NetworkConditions {
  readonly delayUsMin: number;
  /** Most messages take from the least delay to this one. */
  readonly delayUsTypical: number;
  /** How many take up to a hundred times as long. */
  readonly slowPermille: number;
  readonly lossPermille: number;
  readonly duplicatePermille: number;
  /** How many arrive in no order with the others between the same two nodes. */
  readonly reorderPermille: number;
  /** How many arrive damaged, which the receiver must notice: the connection breaks. */
  readonly corruptPermille: number;
  /** How many of those sent to a node that crashed meanwhile arrive at its next life. */
  readonly stalePermille: number;
}

/** A quiet network: everything arrives, soon and in order. */
export const QUIET: NetworkConditions = {
  delayUsMin: 200,
  delayUsTypical: 1_000,
  slowPermille: 0,
  lossPermille: 0,
  duplicatePermille: 0,
  reorderPermille: 0,
  corruptPermille: 0,
  stalePermille: 0,
};
