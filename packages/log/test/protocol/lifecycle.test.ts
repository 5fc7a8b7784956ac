import { describe, expect, test } from '@jest/globals';
import { createMachine, transition } from 'xstate';
import { lifecycleOf } from '../../src/protocol/lifecycle.ts';
import { coordinatorMachine } from '../../src/protocol/coordinator.ts';
import { recoveryMachine } from '../../src/protocol/recover.ts';

describe('lifecycle', () => {
  test('an event the state does not take has no next state', () => {
    const machine = createMachine({
      initial: 'off',
      states: { off: { on: { press: 'on' } }, on: {} },
    });
    const lifecycle = lifecycleOf<'off' | 'on', 'press'>(machine);
    expect(lifecycle.initial).toBe('off');
    expect(lifecycle.next('off', 'press')).toBe('on');
    expect(lifecycle.next('on', 'press')).toBeUndefined();
  });

  test.each([
    ['coordinator', coordinatorMachine],
    ['recovery', recoveryMachine],
  ])('the remembered answers of %s are those of the machine', (_, machine) => {
    const lifecycle = lifecycleOf(machine);
    const states = Object.keys(machine.states);
    for (let round = 0; round < 2; round++) {
      for (const state of states) {
        const snapshot = machine.resolveState({ value: state, context: {} });
        for (const event of machine.events) {
          const taken = snapshot.can({ type: event });
          const expected = taken
            ? transition(machine, snapshot, { type: event })[0].value
            : undefined;
          expect(lifecycle.next(state, event)).toBe(expected);
        }
      }
    }
  });
});
