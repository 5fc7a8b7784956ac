import { describe, expect, test } from '@jest/globals';
import type { RecoverResponse, ReplicaStatus } from '@quorate/messages';
import { getShortestPaths } from 'xstate/graph';
import { Recovery, RecoverTally, recoveryMachine } from '../../src/protocol/recover.ts';
import type { RecoverOutcome, RecoverQuestion } from '../../src/protocol/recover.ts';
import type { TallyStep } from '../../src/protocol/tally.ts';
import { toPosition } from '../../src/protocol/types.ts';

/** `A` has a log, and will vote once its start is announced. */
const SHORT = { E: 'empty', S: 'starting', R: 'recovering', A: 'recovering', V: 'voting' } as const;
type Letter = keyof typeof SHORT;

const question = (more: Partial<RecoverQuestion> = {}): RecoverQuestion => ({
  status: 'empty',
  quorum: 2,
  clusterSize: 3,
  autoInitialize: true,
  ...more,
});

const response = (letter: Letter): RecoverResponse => {
  const status: ReplicaStatus = SHORT[letter];
  return letter === 'A' || letter === 'V' ? { status, begin: 0, end: 0 } : { status };
};

/** The step after members `1`, `2`, … answered as the letters say, `-` for no answer. */
function ask(letters: string, more: Partial<RecoverQuestion> = {}): TallyStep<RecoverOutcome> {
  const members = [...letters].map((_, index) => `${index + 1}`);
  const tally = new RecoverTally(members, question(more));
  let step: TallyStep<RecoverOutcome> = { type: 'waiting' };
  for (const [index, letter] of [...letters].entries()) {
    if (letter === '-' || step.type !== 'waiting') continue;
    step = tally.onResponse(`${index + 1}`, response(letter as Letter));
  }
  return step;
}

describe('recover protocol', () => {
  test.each<[string, Partial<RecoverQuestion>, unknown]>([
    ['VV-', {}, { type: 'recovering', begin: 0, end: 0 }],
    ['VV-', { autoInitialize: false }, { type: 'recovering', begin: 0, end: 0 }],
    ['VVR', { status: 'recovering' }, { type: 'recovering', begin: 0, end: 0 }],
    ['SVV', { status: 'starting' }, { type: 'recovering', begin: 0, end: 0 }],
    ['EEE', {}, { type: 'starting' }],
    ['ESS', {}, { type: 'starting' }],
    ['SSS', { status: 'starting' }, { type: 'voting' }],
    ['SSV', { status: 'starting' }, { type: 'voting' }],
    ['EEEEE', { quorum: 3, clusterSize: 5 }, { type: 'starting' }],
    ['EEEEE', { quorum: 4, clusterSize: 5 }, { type: 'starting' }],
  ])('%s with %j', (letters, more, outcome) => {
    expect(ask(letters, more)).toEqual({ type: 'decided', outcome });
  });

  test.each<[string, Partial<RecoverQuestion>]>([
    ['EE-', {}],
    ['V--', {}],
    ['ES-', { status: 'starting' }],
    ['EEEEE--', { quorum: 4, clusterSize: 7 }],
  ])('%s with %j waits for the others', (letters, more) => {
    expect(ask(letters, more)).toEqual({ type: 'waiting' });
  });

  test.each<[string, Partial<RecoverQuestion>, string]>([
    ['EEE', { autoInitialize: false }, 'not-initialised'],
    ['VSE', {}, 'initialisation-stuck'],
    ['VSE', { status: 'starting' }, 'initialisation-stuck'],
    ['SSS', { status: 'starting', autoInitialize: false }, 'initialisation-stuck'],
    ['VEE', {}, 'quorum-lost'],
    ['VRE', {}, 'quorum-lost'],
    ['RRR', { status: 'recovering' }, 'quorum-lost'],
    ['AEE', {}, 'quorum-lost'],
    ['VAE', {}, 'waiting-for-replicas'],
    ['AAE', {}, 'waiting-for-replicas'],
    ['EE', {}, 'waiting-for-replicas'],
    ['ESS', { status: 'starting' }, 'waiting-for-replicas'],
  ])('%s with %j is undecided: %s', (letters, more, diagnosis) => {
    expect(ask(letters, more)).toMatchObject({
      type: 'decided',
      outcome: { type: 'undecided', timedOut: false, diagnosis },
    });
  });

  test('the explicit cluster size counts, not twice the quorum less one', () => {
    expect(ask('EEEEE--', { quorum: 4, clusterSize: 5 })).toMatchObject({
      outcome: { type: 'starting' },
    });
  });

  test('a replica counts once, however often it answers', () => {
    const tally = new RecoverTally(['1', '2', '3'], question());
    for (let time = 0; time < 3; time++) {
      expect(tally.onResponse('1', response('E'))).toEqual({ type: 'waiting' });
    }
    expect(tally.onResponse('x', response('E'))).toEqual({ type: 'waiting' });
  });

  test('the bounds are the lowest begin and the highest end of the voting quorum', () => {
    const tally = new RecoverTally(['1', '2', '3'], question({ quorum: 3 }));
    tally.onResponse('1', { status: 'voting', begin: 3, end: 8 });
    tally.onResponse('2', { status: 'voting', begin: 1, end: 6 });
    expect(tally.onResponse('3', { status: 'voting', begin: 2, end: 7 })).toEqual({
      type: 'decided',
      outcome: { type: 'recovering', begin: 1, end: 8 },
    });
  });

  test('a voting response without bounds is not counted', () => {
    const tally = new RecoverTally(['1', '2', '3'], question());
    expect(tally.onResponse('1', { status: 'voting', begin: 3 })).toMatchObject({
      type: 'malformed',
      next: { type: 'waiting' },
    });
    tally.onResponse('2', response('V'));
    expect(tally.onResponse('3', response('V'))).toMatchObject({
      outcome: { type: 'recovering' },
    });
  });

  test('a time-out reports who answered what and who did not', () => {
    const tally = new RecoverTally(['1', '2', '3'], question());
    tally.onResponse('1', response('E'));
    tally.onLost('3');
    expect(tally.onTimeout()).toEqual({
      type: 'undecided',
      timedOut: true,
      diagnosis: 'waiting-for-replicas',
      counts: { empty: 1, starting: 0, recovering: 0, voting: 0 },
      unanswered: ['2', '3'],
    });
  });
});

describe('recovery', () => {
  const undecided = (timedOut: boolean): RecoverOutcome => ({
    type: 'undecided',
    timedOut,
    diagnosis: 'waiting-for-replicas',
    counts: { empty: 1, starting: 0, recovering: 0, voting: 0 },
    unanswered: [],
  });

  test('a voting replica is recovered at once', () => {
    expect(new Recovery().onStatus('voting')).toEqual({ type: 'recovered' });
  });

  test('auto-initialisation takes two rounds', () => {
    const recovery = new Recovery();
    expect(recovery.start()).toEqual({ type: 'read-status' });
    expect(recovery.onStatus('empty')).toEqual({ type: 'ask', status: 'empty' });
    expect(recovery.onOutcome({ type: 'starting' })).toEqual({
      type: 'save',
      from: 'empty',
      to: 'starting',
    });
    expect(recovery.onSaved('starting')).toEqual({ type: 'ask', status: 'starting' });
    expect(recovery.onOutcome({ type: 'voting' })).toEqual({
      type: 'save',
      from: 'starting',
      to: 'voting',
    });
    expect(recovery.onSaved('voting')).toEqual({ type: 'recovered' });
  });

  test.each<[ReplicaStatus, number, number]>([
    ['empty', 2, 9],
    ['starting', 0, 0],
    ['recovering', 5, 5],
  ])('a replica that is %s catches up from %i to %i before it votes', (status, begin, end) => {
    const recovery = new Recovery();
    recovery.onStatus(status);
    const outcome = {
      type: 'recovering',
      begin: toPosition(begin),
      end: toPosition(end),
    } as const;
    expect(recovery.onOutcome(outcome)).toEqual({ type: 'save', from: status, to: 'recovering' });
    expect(recovery.onSaved('recovering')).toEqual({ type: 'catch-up', begin, end });
    expect(recovery.onCaughtUp()).toEqual({ type: 'save', from: 'recovering', to: 'voting' });
    expect(recovery.onSaved('voting')).toEqual({ type: 'recovered' });
  });

  test('a group that truncated beyond its end is caught up at its end', () => {
    const recovery = new Recovery();
    recovery.onStatus('empty');
    const outcome = { type: 'recovering', begin: toPosition(90), end: toPosition(9) } as const;
    recovery.onOutcome(outcome);
    expect(recovery.onSaved('recovering')).toEqual({ type: 'catch-up', begin: 9, end: 9 });
  });

  test('an undecided round is followed by a wait and a look at the status', () => {
    const recovery = new Recovery();
    recovery.onStatus('empty');
    expect(recovery.onOutcome(undecided(false))).toEqual({ type: 'back-off' });
    expect(recovery.onBackedOff()).toEqual({ type: 'read-status' });
  });

  test('a round that timed out is asked again at once', () => {
    const recovery = new Recovery();
    recovery.onStatus('starting');
    expect(recovery.onOutcome(undecided(true))).toEqual({ type: 'ask', status: 'starting' });
  });

  test('a step out of order is refused', () => {
    const recovery = new Recovery();
    expect(() => recovery.onCaughtUp()).toThrow(/reading-status/);
    expect(() => recovery.onBackedOff()).toThrow(/reading-status/);
  });

  test('every state is reached, and each but the refusal leads on to recovered', () => {
    const paths = getShortestPaths(recoveryMachine);
    expect(new Set(paths.map(({ state }) => state.value))).toEqual(
      new Set(Object.keys(recoveryMachine.states)),
    );
    for (const { state } of paths) {
      if (state.value === 'refused') continue;
      const onward = getShortestPaths(recoveryMachine, {
        fromState: state,
        toState: (other) => other.value === 'recovered',
      });
      expect(onward.length).toBeGreaterThan(0);
    }
  });
});
