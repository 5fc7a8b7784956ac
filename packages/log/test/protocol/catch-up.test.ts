import { describe, expect, test } from '@jest/globals';
import { CatchUp } from '../../src/protocol/catch-up.ts';
import { IntervalSet } from '../../src/protocol/interval-set.ts';
import { toProposal } from '../../src/protocol/types.ts';

const zero = toProposal(0);

describe('catch-up', () => {
  test('nothing to catch up is done at once', () => {
    expect(new CatchUp(IntervalSet.of(), zero).start()).toEqual({ type: 'caught-up', proposal: 0 });
  });

  test('positions are filled in ascending order, across intervals, until the replica has them', () => {
    const catchUp = new CatchUp(IntervalSet.of([3, 4], [7, 8]), zero);
    expect(catchUp.start()).toEqual({ type: 'check', position: 3, isNew: true });
    expect(catchUp.onChecked(true)).toEqual({ type: 'fill', position: 3, proposal: 0 });
    expect(catchUp.onFilled(toProposal(5))).toEqual({ type: 'check', position: 3, isNew: false });
    expect(catchUp.onChecked(true)).toEqual({ type: 'fill', position: 3, proposal: 5 });
    expect(catchUp.onFilled(toProposal(5))).toEqual({ type: 'check', position: 3, isNew: false });
    expect(catchUp.onChecked(false)).toEqual({ type: 'check', position: 7, isNew: true });
    expect(catchUp.onChecked(true)).toEqual({ type: 'fill', position: 7, proposal: 5 });
    catchUp.onFilled(toProposal(6));
    expect(catchUp.onChecked(false)).toEqual({ type: 'caught-up', proposal: 6 });
  });

  test('a position that took too long starts anew with the same number', () => {
    const catchUp = new CatchUp(IntervalSet.of(3), toProposal(2));
    catchUp.start();
    catchUp.onChecked(true);
    expect(catchUp.onTimeout()).toEqual({ type: 'check', position: 3, isNew: true });
    expect(catchUp.onChecked(true)).toEqual({ type: 'fill', position: 3, proposal: 2 });
  });

  test('a proposal never goes down', () => {
    const catchUp = new CatchUp(IntervalSet.of(3), toProposal(4));
    catchUp.start();
    catchUp.onChecked(true);
    catchUp.onFilled(toProposal(1));
    expect(catchUp.onChecked(true)).toMatchObject({ proposal: 4 });
  });
});
