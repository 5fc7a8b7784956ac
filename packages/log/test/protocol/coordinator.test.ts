import { describe, expect, test } from '@jest/globals';
import { getShortestPaths } from 'xstate/graph';
import { CoordinatorLogic, coordinatorMachine } from '../../src/protocol/coordinator.ts';
import type { CoordinatorEffect } from '../../src/protocol/coordinator.ts';
import { POSITION_MAX, toPosition, toProposal } from '../../src/protocol/types.ts';

const bytes = new Uint8Array([1]);

/** A coordinator elected with `proposal` on a log that ends at `end`. */
function elected(proposal: number, end: number): CoordinatorLogic {
  const logic = new CoordinatorLogic();
  logic.elect();
  logic.onPromised(toProposal(proposal - 1));
  logic.onPromise({ type: 'accepted', end: toPosition(end) });
  logic.onCaughtUp();
  return logic;
}

function writeOf(effect: CoordinatorEffect): CoordinatorEffect & { readonly type: 'write' } {
  if (effect.type !== 'write') throw new Error(`expected a write, got ${effect.type}`);
  return effect;
}

describe('coordinator', () => {
  test('an election promises, catches up with the next number, and ends at the last position', () => {
    const logic = new CoordinatorLogic();
    expect(logic.elect()).toEqual({ type: 'read-promised' });
    expect(logic.onPromised(toProposal(4))).toEqual({ type: 'promise', proposal: 5 });
    expect(logic.onPromise({ type: 'accepted', end: toPosition(9) })).toEqual({
      type: 'catch-up',
      proposal: 6,
      to: 9,
    });
    expect(logic.onCaughtUp()).toEqual({
      type: 'election-ended',
      outcome: { type: 'elected', position: 9 },
    });
    expect(logic).toMatchObject({ phase: 'elected', proposal: 5, index: 10, last: 9 });
  });

  test('after a rejection the next election goes above the rival, not above the local promise', () => {
    const logic = new CoordinatorLogic();
    logic.elect();
    logic.onPromised(toProposal(0));
    expect(logic.onPromise({ type: 'rejected', proposal: toProposal(7) })).toEqual({
      type: 'election-ended',
      outcome: { type: 'rejected' },
    });
    expect(logic.phase).toBe('initial');
    logic.elect();
    expect(logic.onPromised(toProposal(1))).toEqual({ type: 'promise', proposal: 8 });
  });

  test('an ignored election can be retried', () => {
    const logic = new CoordinatorLogic();
    logic.elect();
    logic.onPromised(toProposal(0));
    expect(logic.onPromise({ type: 'ignored' })).toEqual({
      type: 'election-ended',
      outcome: { type: 'ignored' },
    });
    expect(logic.elect()).toEqual({ type: 'read-promised' });
  });

  test('writes go to one position after the other with the elected proposal', () => {
    const logic = elected(5, 9);
    const first = writeOf(logic.write({ type: 'append', bytes }));
    expect(first).toEqual({
      type: 'write',
      proposal: 5,
      action: { position: 10, promised: 5, performed: 5, type: 'append', append: { bytes } },
    });
    expect(logic.onWrite(first.action, { type: 'accepted' })).toEqual({
      type: 'learn',
      action: { ...first.action, learned: true },
    });
    expect(logic.onLearned()).toEqual({
      type: 'write-ended',
      outcome: { type: 'written', position: 10 },
    });
    const second = logic.write({ type: 'truncate', to: toPosition(3) });
    expect(second).toMatchObject({ action: { position: 11, truncate: { to: 3 } } });
  });

  test('a rejected write ends in initial: the proposal of the rival is never written with', () => {
    const logic = elected(5, 9);
    const { action } = writeOf(logic.write({ type: 'append', bytes }));
    expect(logic.onWrite(action, { type: 'rejected', proposal: toProposal(8) })).toEqual({
      type: 'write-ended',
      outcome: { type: 'demoted', by: 'rejected' },
    });
    expect(logic.phase).toBe('initial');
    expect(() => logic.write({ type: 'append', bytes })).toThrow(/initial/);
    logic.elect();
    expect(logic.onPromised(toProposal(0))).toEqual({ type: 'promise', proposal: 9 });
  });

  test('an ignored write ends in initial', () => {
    const logic = elected(5, 9);
    const { action } = writeOf(logic.write({ type: 'append', bytes }));
    expect(logic.onWrite(action, { type: 'ignored' })).toMatchObject({
      outcome: { type: 'demoted', by: 'ignored' },
    });
    expect(logic.phase).toBe('initial');
  });

  test('a write in doubt ends in initial', () => {
    const logic = elected(5, 9);
    logic.write({ type: 'append', bytes });
    logic.abort();
    expect(logic.phase).toBe('initial');
  });

  test('a second write in flight is refused', () => {
    const logic = elected(5, 9);
    logic.write({ type: 'append', bytes });
    expect(() => logic.write({ type: 'append', bytes })).toThrow(/writing/);
  });

  test('demotion gives the last position', () => {
    const logic = elected(5, 9);
    expect(logic.demote()).toBe(9);
    expect(logic.phase).toBe('initial');
  });

  test('used-up proposals are an error, not a wrong number', () => {
    const logic = new CoordinatorLogic();
    logic.elect();
    expect(() => logic.onPromised(toProposal(POSITION_MAX))).toThrow(
      expect.objectContaining({ code: 'PROPOSAL_INVALID' }),
    );
    logic.abort();
    expect(logic.phase).toBe('initial');
  });

  test('every state of the lifecycle is reached, and none is a dead end', () => {
    const paths = getShortestPaths(coordinatorMachine);
    const states = paths.map(({ state }) => state.value);
    expect(new Set(states)).toEqual(new Set(['initial', 'electing', 'elected', 'writing']));
    for (const { state } of paths) {
      const backHome = getShortestPaths(coordinatorMachine, {
        fromState: state,
        toState: (other) => other.value === 'initial',
      });
      expect(backHome.length).toBeGreaterThan(0);
    }
  });
});
