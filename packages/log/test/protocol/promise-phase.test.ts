import { describe, expect, test } from '@jest/globals';
import type { Action, PromiseResponse } from '@quorate/messages';
import { ExplicitPromiseTally, ImplicitPromiseTally } from '../../src/protocol/promise-phase.ts';
import type { Tally, TallyStep } from '../../src/protocol/tally.ts';
import { toPosition, toProposal } from '../../src/protocol/types.ts';

const OURS = toProposal(5);
const POSITION = toPosition(7);

const accept = (position: number): PromiseResponse => ({
  okay: true,
  type: 'accept',
  proposal: OURS,
  position,
});
const acceptAction = (action: Action): PromiseResponse => ({
  okay: true,
  type: 'accept',
  proposal: OURS,
  action,
});
const reject = (proposal: number): PromiseResponse => ({ okay: false, type: 'reject', proposal });
const ignored: PromiseResponse = { okay: false, type: 'ignored', proposal: OURS };

const implicit = (quorum: number, members: readonly string[]) =>
  new ImplicitPromiseTally(quorum, members, OURS);
const explicit = (quorum: number, members: readonly string[]) =>
  new ExplicitPromiseTally(quorum, members, OURS, POSITION);

/** Gives each member's response in turn; the last step is the result. */
function count<R, O>(
  tally: Tally<R, O>,
  responses: readonly (readonly [string, R])[],
): TallyStep<O> {
  let step: TallyStep<O> = { type: 'waiting' };
  for (const [member, response] of responses) step = tally.onResponse(member, response);
  return step;
}

const nop = (performed: number, more: Partial<Action> = {}): Action => ({
  position: POSITION,
  promised: performed,
  performed,
  type: 'nop',
  nop: {},
  ...more,
});

describe('implicit promise', () => {
  test('a quorum of accepts promises the highest end', () => {
    const step = count(implicit(2, ['a', 'b', 'c']), [
      ['a', accept(9)],
      ['b', accept(3)],
    ]);
    expect(step).toEqual({ type: 'decided', outcome: { type: 'accepted', end: 9 } });
  });

  test('one accept of a quorum of two decides nothing', () => {
    expect(count(implicit(2, ['a', 'b', 'c']), [['a', accept(3)]])).toEqual({ type: 'waiting' });
  });

  test('a member counts once, however often it answers', () => {
    const step = count(implicit(2, ['a', 'b', 'c']), [
      ['a', accept(3)],
      ['a', accept(3)],
      ['a', accept(3)],
    ]);
    expect(step).toEqual({ type: 'waiting' });
  });

  test('a process that was not asked does not count', () => {
    const step = count(implicit(2, ['a', 'b', 'c']), [
      ['a', accept(3)],
      ['x', accept(3)],
    ]);
    expect(step).toEqual({ type: 'waiting' });
  });

  test('one rejection spoils a quorum, and the highest one is reported', () => {
    const step = count(implicit(3, ['a', 'b', 'c', 'd', 'e']), [
      ['a', reject(6)],
      ['b', accept(3)],
      ['c', reject(8)],
    ]);
    expect(step).toEqual({ type: 'decided', outcome: { type: 'rejected', proposal: 8 } });
  });

  test('a rejection with our own number is one: each number is promised once', () => {
    const step = count(implicit(1, ['a']), [['a', reject(OURS)]]);
    expect(step).toEqual({ type: 'decided', outcome: { type: 'rejected', proposal: OURS } });
  });

  test('a quorum that ignores ends the phase as ignored', () => {
    const step = count(implicit(2, ['a', 'b', 'c']), [
      ['a', ignored],
      ['b', ignored],
    ]);
    expect(step).toEqual({ type: 'decided', outcome: { type: 'ignored' } });
  });

  test('ignored responses do not count towards the quorum', () => {
    const step = count(implicit(2, ['a', 'b', 'c']), [
      ['a', ignored],
      ['b', accept(1)],
    ]);
    expect(step).toEqual({ type: 'waiting' });
  });

  test('the phase ends as soon as no quorum can accept any more', () => {
    const tally = implicit(4, ['a', 'b', 'c', 'd', 'e']);
    const step = count(tally, [
      ['a', accept(1)],
      ['b', accept(1)],
      ['c', ignored],
      ['d', ignored],
    ]);
    expect(step).toEqual({ type: 'decided', outcome: { type: 'ignored' } });
  });

  test('members that will not answer make a quorum unreachable, too', () => {
    const tally = implicit(2, ['a', 'b', 'c']);
    tally.onResponse('a', accept(1));
    expect(tally.onLost('b')).toEqual({ type: 'waiting' });
    expect(tally.onLost('c')).toEqual({ type: 'decided', outcome: { type: 'ignored' } });
  });

  test('a rejection is reported even when the quorum cannot be reached for other reasons', () => {
    const step = count(implicit(2, ['a', 'b', 'c']), [
      ['a', reject(9)],
      ['b', ignored],
    ]);
    expect(step).toEqual({ type: 'decided', outcome: { type: 'rejected', proposal: 9 } });
  });

  test.each([
    [true, { type: 'decided', outcome: { type: 'accepted', end: 2 } }],
    [false, { type: 'decided', outcome: { type: 'rejected', proposal: 5 } }],
  ])('a peer from before the type field is understood by okay=%s', (okay, expected) => {
    const response: PromiseResponse = { okay, proposal: OURS, ...(okay && { position: 2 }) };
    expect(count(implicit(1, ['a']), [['a', response]])).toEqual(expected);
  });

  test.each<[string, PromiseResponse, RegExp]>([
    ['without its end', { okay: true, type: 'accept', proposal: OURS }, /without its end/],
    ['of another proposal', { ...accept(1), proposal: 4 }, /accepted proposal 4, but 5/],
    ['that rejects in favour of a lower one', reject(4), /the lower 4/],
  ])('a response %s is not counted', (_, response, problem) => {
    const tally = implicit(2, ['a', 'b', 'c']);
    const step = tally.onResponse('a', response);
    expect(step).toMatchObject({ type: 'malformed', next: { type: 'waiting' } });
    expect(step.type === 'malformed' && step.problem.text).toMatch(problem);
    expect(tally.onResponse('a', accept(1))).toEqual({ type: 'waiting' });
    tally.onResponse('b', accept(2));
    expect(tally.onResponse('c', accept(3))).toEqual({
      type: 'decided',
      outcome: { type: 'accepted', end: 3 },
    });
  });
});

describe('explicit promise', () => {
  test('a quorum that knows no value leaves the position free', () => {
    const step = count(explicit(2, ['a', 'b', 'c']), [
      ['a', accept(POSITION)],
      ['b', acceptAction({ position: POSITION, promised: 3 })],
    ]);
    expect(step).toEqual({ type: 'decided', outcome: { type: 'accepted' } });
  });

  test('the value of the highest performed proposal is the one to carry on with', () => {
    const step = count(explicit(3, ['a', 'b', 'c', 'd', 'e']), [
      ['a', acceptAction(nop(1))],
      ['b', acceptAction(nop(3))],
      ['c', acceptAction(nop(2))],
    ]);
    expect(step).toEqual({
      type: 'decided',
      outcome: { type: 'accepted', action: nop(3) },
    });
  });

  test('a value performed with proposal 0 is a value', () => {
    const step = count(explicit(1, ['a']), [['a', acceptAction(nop(0))]]);
    expect(step).toMatchObject({ outcome: { action: nop(0) } });
  });

  test('a learned value ends the phase before a quorum has answered', () => {
    const learned = nop(1, { learned: true });
    const step = count(explicit(2, ['a', 'b', 'c']), [['a', acceptAction(learned)]]);
    expect(step).toEqual({ type: 'decided', outcome: { type: 'accepted', action: learned } });
  });

  test('a learned value ends the phase even after a rejection', () => {
    const learned = nop(1, { learned: true });
    const step = count(explicit(2, ['a', 'b', 'c']), [
      ['a', reject(9)],
      ['b', acceptAction(learned)],
    ]);
    expect(step).toEqual({ type: 'decided', outcome: { type: 'accepted', action: learned } });
  });

  test.each<[string, PromiseResponse]>([
    ['an action of another position', acceptAction({ ...nop(1), position: 8 })],
    ['another position', accept(8)],
    ['no position at all', { okay: true, type: 'accept', proposal: OURS }],
    ['a value without a type', acceptAction({ position: POSITION, promised: 1, performed: 1 })],
    ['an append without bytes', acceptAction({ ...nop(1), type: 'append' })],
    ['a truncation without target', acceptAction({ ...nop(1), type: 'truncate' })],
    [
      'a learned action without a type',
      acceptAction({ position: POSITION, promised: 1, learned: true }),
    ],
  ])('an accept with %s is not counted', (_, response) => {
    expect(explicit(2, ['a', 'b', 'c']).onResponse('a', response)).toMatchObject({
      type: 'malformed',
      next: { type: 'waiting' },
    });
  });

  test('a malformed response of the only member ends the phase as ignored', () => {
    expect(explicit(1, ['a']).onResponse('a', accept(8))).toMatchObject({
      type: 'malformed',
      next: { type: 'decided', outcome: { type: 'ignored' } },
    });
  });
});
