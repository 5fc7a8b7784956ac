import { describe, expect, test } from '@jest/globals';
import type { WriteResponse } from '@quorate/messages';
import type { TallyStep } from '../../src/protocol/tally.ts';
import { toPosition, toProposal } from '../../src/protocol/types.ts';
import { WriteTally } from '../../src/protocol/write-phase.ts';
import type { WriteOutcome } from '../../src/protocol/write-phase.ts';

const proposal = toProposal(5);
const position = toPosition(7);
const accept: WriteResponse = { okay: true, type: 'accept', proposal, position };
const ignored: WriteResponse = { okay: false, type: 'ignored', proposal, position };
const reject = (theirs: number): WriteResponse => ({
  okay: false,
  type: 'reject',
  proposal: theirs,
  position,
});

function count(
  quorum: number,
  members: string,
  responses: readonly WriteResponse[],
): TallyStep<WriteOutcome> {
  const tally = new WriteTally(quorum, members, { proposal, position });
  let step: TallyStep<WriteOutcome> = { type: 'waiting' };
  responses.forEach((response, index) => {
    step = tally.onResponse(members[index] ?? '', response);
  });
  return step;
}

const decided = (outcome: WriteOutcome) => ({ type: 'decided', outcome });

describe('write phase', () => {
  test.each<[string, number, string, readonly WriteResponse[], unknown]>([
    ['a quorum of accepts', 2, 'abc', [accept, accept], decided({ type: 'accepted' })],
    ['one accept of two', 2, 'abc', [accept], { type: 'waiting' }],
    [
      'one rejection in a quorum',
      2,
      'abc',
      [accept, reject(9)],
      decided({ type: 'rejected', proposal: toProposal(9) }),
    ],
    [
      'the highest of two rejections',
      3,
      'abcde',
      [reject(9), accept, reject(11)],
      decided({ type: 'rejected', proposal: toProposal(11) }),
    ],
    ['a quorum of ignored', 2, 'abc', [ignored, ignored], decided({ type: 'ignored' })],
    [
      'two accepts, one ignored of three with quorum three',
      3,
      'abc',
      [accept, accept, ignored],
      decided({ type: 'ignored' }),
    ],
    [
      'two accepts and two ignored of five',
      3,
      'abcde',
      [accept, accept, ignored, ignored],
      {
        type: 'waiting',
      },
    ],
    [
      'the last of five tips the balance',
      3,
      'abcde',
      [accept, accept, ignored, ignored, accept],
      decided({ type: 'accepted' }),
    ],
    [
      'the last of five tips it the other way',
      3,
      'abcde',
      [accept, accept, ignored, ignored, ignored],
      decided({ type: 'ignored' }),
    ],
  ])('%s', (_, quorum, members, responses, expected) => {
    expect(count(quorum, members, responses)).toEqual(expected);
  });

  test('the same member twice counts once', () => {
    const tally = new WriteTally(2, 'abc', { proposal, position });
    tally.onResponse('a', accept);
    expect(tally.onResponse('a', accept)).toEqual({ type: 'waiting' });
  });

  test.each<[string, WriteResponse]>([
    ['for another position', { ...accept, position: 8 }],
    ['with another proposal', { ...accept, proposal: 6 }],
    ['that rejects in favour of a lower proposal', reject(4)],
  ])('a response %s is not counted', (_, response) => {
    const tally = new WriteTally(1, 'ab', { proposal, position });
    expect(tally.onResponse('a', response)).toMatchObject({
      type: 'malformed',
      next: { type: 'waiting' },
    });
  });

  test('a peer from before the type field is understood by okay', () => {
    const old = { okay: true, proposal, position };
    expect(count(1, 'a', [old])).toEqual(decided({ type: 'accepted' }));
    expect(count(1, 'a', [{ ...old, okay: false, proposal: 9 }])).toEqual(
      decided({ type: 'rejected', proposal: toProposal(9) }),
    );
  });
});
