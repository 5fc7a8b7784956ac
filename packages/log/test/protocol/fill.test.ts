import { describe, expect, test } from '@jest/globals';
import type { Action } from '@quorate/messages';
import { Fill } from '../../src/protocol/fill.ts';
import { POSITION_MAX, toPosition, toProposal } from '../../src/protocol/types.ts';

const position = toPosition(7);
const bytes = new Uint8Array([1]);
const append: Action = { position, promised: 2, performed: 2, type: 'append', append: { bytes } };

describe('fill', () => {
  test('a free position gets a NOP: promise, write, learn', () => {
    const fill = new Fill(position, toProposal(3));
    expect(fill.start()).toEqual({ type: 'promise', proposal: 3, position });
    const action = { position, promised: 3, performed: 3, type: 'nop', nop: {} };
    expect(fill.onPromise({ type: 'accepted' })).toEqual({ type: 'write', proposal: 3, action });
    const learned = { ...action, learned: true };
    expect(fill.onWrite({ type: 'accepted' })).toEqual({ type: 'learn', action: learned });
    expect(fill.onLearned()).toEqual({ type: 'filled', action: learned });
  });

  test('a value that was performed is written again, under our proposal', () => {
    const fill = new Fill(position, toProposal(3));
    fill.start();
    expect(fill.onPromise({ type: 'accepted', action: append })).toEqual({
      type: 'write',
      proposal: 3,
      action: { ...append, promised: 3, performed: 3 },
    });
  });

  test('a learned value needs no write, and a tombstone stays one', () => {
    const fill = new Fill(position, toProposal(3));
    fill.start();
    const tombstone: Action = {
      position,
      promised: 9,
      performed: 9,
      learned: true,
      type: 'nop',
      nop: { tombstone: true },
    };
    expect(fill.onPromise({ type: 'accepted', action: tombstone })).toEqual({
      type: 'learn',
      action: { ...tombstone, promised: 3, performed: 3 },
    });
  });

  test('a rejected promise is retried after a back-off, one above the rejection', () => {
    const fill = new Fill(position, toProposal(3));
    fill.start();
    expect(fill.onPromise({ type: 'rejected', proposal: toProposal(8) })).toEqual({
      type: 'back-off',
    });
    expect(fill.onBackedOff()).toEqual({ type: 'promise', proposal: 9, position });
  });

  test('a rejected write starts over from the promise, forgetting the value', () => {
    const fill = new Fill(position, toProposal(3));
    fill.start();
    fill.onPromise({ type: 'accepted', action: append });
    expect(fill.onWrite({ type: 'rejected', proposal: toProposal(4) })).toEqual({
      type: 'back-off',
    });
    expect(fill.onBackedOff()).toEqual({ type: 'promise', proposal: 5, position });
    expect(fill.onPromise({ type: 'accepted' })).toMatchObject({
      type: 'write',
      action: { type: 'nop' },
    });
  });

  test.each(['promise', 'write'])('an ignored %s is retried with the same proposal', (phase) => {
    const fill = new Fill(position, toProposal(3));
    fill.start();
    if (phase === 'write') fill.onPromise({ type: 'accepted' });
    const effect =
      phase === 'write' ? fill.onWrite({ type: 'ignored' }) : fill.onPromise({ type: 'ignored' });
    expect(effect).toEqual({ type: 'back-off' });
    expect(fill.onBackedOff()).toEqual({ type: 'promise', proposal: 3, position });
  });

  test('a group that has used up the proposals is an error, not a wrong number', () => {
    const fill = new Fill(position, toProposal(3));
    fill.start();
    const rejection = { type: 'rejected', proposal: toProposal(POSITION_MAX) } as const;
    expect(() => fill.onPromise(rejection)).toThrow(
      expect.objectContaining({ code: 'PROPOSAL_INVALID' }),
    );
  });
});
