import { describe, expect, test } from '@jest/globals';
import type { Action } from '@quorate/messages';
import type { AcceptorEffect } from '../../src/protocol/acceptor-effect.ts';
import { ImplicitPromiseTally } from '../../src/protocol/promise-phase.ts';
import { PROPOSAL_JUMP_MAX, REJECTION_JUMP_MAX } from '../../src/protocol/proposal-jump.ts';
import { POSITION_MAX, toPosition, toProposal } from '../../src/protocol/types.ts';
import { WriteTally } from '../../src/protocol/write-phase.ts';
import { AcceptorHarness } from '../support/acceptor-harness.ts';

const PROMISED = 7;
const HIGHEST = PROMISED + PROPOSAL_JUMP_MAX;
const RECORD: Action = { position: 0, promised: 9, performed: 9, type: 'nop', nop: {} };

/** A voting replica with safe recovery, whose start a quorum knows. */
function voting(): AcceptorHarness {
  const self = { replicaId: 'a', group: { quorum: 2, members: 3 } };
  const metadata = {
    status: 'voting',
    promised: PROMISED,
    replicaId: 'a',
    incarnation: 1,
  } as const;
  const harness = new AcceptorHarness(metadata, [RECORD], self);
  harness.serve({ type: 'announced' });
  return harness;
}

type Ask = (harness: AcceptorHarness, proposal: number) => readonly AcceptorEffect[];

const REFUSED = [{ type: 'dropped', reason: 'proposal-jump' }];
const nop = (position: number, proposal: number) =>
  ({ position, proposal, type: 'nop', nop: {} }) as const;

describe('a number that would use up those below it', () => {
  test.each<[string, number, Ask]>([
    ['a promise for all positions', HIGHEST, (on, proposal) => on.promise({ proposal })],
    ['a promise for a hole', HIGHEST, (on, proposal) => on.promise({ proposal, position: 3 })],
    [
      'a promise for a position with a record',
      9 + PROPOSAL_JUMP_MAX,
      (on, proposal) => on.promise({ proposal, position: 0 }),
    ],
    ['a write behind the end', HIGHEST, (on, proposal) => on.write(nop(3, proposal))],
    ['a write over a record', 9 + PROPOSAL_JUMP_MAX, (on, proposal) => on.write(nop(0, proposal))],
  ])('is refused without a trace: %s', (_what, highest, ask) => {
    const harness = voting();
    const { metadata } = harness;
    for (const proposal of [highest + 1, POSITION_MAX]) {
      expect(ask(harness, proposal)).toEqual(REFUSED);
      expect(harness.metadata).toEqual(metadata);
      expect([...harness.records.values()]).toEqual([RECORD]);
    }
    const effects = ask(harness, highest);
    expect(effects).toContainEqual(
      expect.objectContaining({ response: expect.objectContaining({ type: 'accept' }) }),
    );
  });

  test('is promised in the mode of Mesos', () => {
    const harness = AcceptorHarness.voting(PROMISED);
    expect(harness.promise({ proposal: POSITION_MAX })).toContainEqual(
      expect.objectContaining({ response: expect.objectContaining({ type: 'accept' }) }),
    );
  });
});

describe('a rejection in favour of such a number', () => {
  const asked = toProposal(4);
  const position = toPosition(9);
  const life = { replicaId: 'a', incarnation: 1 };
  const rejection = (proposal: number) =>
    ({ okay: false, proposal, type: 'reject', ...life }) as const;

  test.each<[string, (proposal: number) => unknown]>([
    [
      'to a promise',
      (proposal) =>
        new ImplicitPromiseTally(1, ['a'], asked, 'safe').onResponse('a', rejection(proposal)),
    ],
    [
      'to a write',
      (proposal) =>
        new WriteTally(1, ['a'], { proposal: asked, position }, 'safe').onResponse('a', {
          ...rejection(proposal),
          position,
        }),
    ],
  ])('is not counted: %s', (_what, hear) => {
    expect(hear(asked + REJECTION_JUMP_MAX + 1)).toMatchObject({
      type: 'malformed',
      problem: { code: 'PEER_ANSWER_INVALID', text: expect.stringContaining('more than 16777216') },
      next: { type: 'decided', outcome: { type: 'ignored' } },
    });
    expect(hear(asked + REJECTION_JUMP_MAX)).toMatchObject({
      type: 'decided',
      outcome: { type: 'rejected', proposal: asked + REJECTION_JUMP_MAX },
    });
  });

  test('is followed in the mode of Mesos', () => {
    const tally = new ImplicitPromiseTally(1, ['a'], asked, 'mesos');
    expect(tally.onResponse('a', rejection(POSITION_MAX))).toMatchObject({
      outcome: { type: 'rejected', proposal: POSITION_MAX },
    });
  });
});
