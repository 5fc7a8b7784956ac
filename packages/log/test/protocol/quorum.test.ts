import { describe, expect, test } from '@jest/globals';
import { defaultClusterSize, groupSizeProblem } from '../../src/protocol/quorum.ts';

describe('group size', () => {
  test.each([
    [1, 1],
    [2, 3],
    [3, 5],
    [4, 7],
  ])('quorum %i is a bare majority of %i', (quorum, clusterSize) => {
    expect(defaultClusterSize(quorum)).toBe(clusterSize);
    expect(groupSizeProblem({ quorum, clusterSize })).toBeUndefined();
  });

  test.each([
    [2, 2],
    [4, 5],
    [3, 4],
    [5, 5],
  ])('quorum %i of %i is sound, too', (quorum, clusterSize) => {
    expect(groupSizeProblem({ quorum, clusterSize })).toBeUndefined();
  });

  test.each([
    [0, 1, /positive integer, got 0/],
    [-1, 3, /got -1/],
    [1.5, 3, /got 1.5/],
    [NaN, 3, /got NaN/],
    [Infinity, 3, /got Infinity/],
    [1, 0, /clusterSize/],
    [1, 1.5, /clusterSize/],
    [4, 3, /never be reached by 3/],
    [1, 2, /need not overlap; use a quorum of at least 2/],
    [2, 4, /at least 3/],
    [2, 5, /at least 3/],
  ])('quorum %d of %d is refused', (quorum, clusterSize, problem) => {
    expect(groupSizeProblem({ quorum, clusterSize })).toMatch(problem);
  });
});
