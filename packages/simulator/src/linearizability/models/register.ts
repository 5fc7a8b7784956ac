import type { Model } from '../model.ts';

/** `null` is nothing: what a register holds at first. */
export type RegisterValue = number | string | null;

/** What is asked of a register. */
export type RegisterInput =
  | { readonly type: 'read' }
  | { readonly type: 'write'; readonly value: RegisterValue }
  | { readonly type: 'cas'; readonly from: RegisterValue; readonly to: RegisterValue };

/** Of a read its value, of a write `true`, of a cas whether it found what it compared with. */
export type RegisterOutput = RegisterValue | boolean;

/** One register with read, write and compare-and-set. */
export const register: Model<RegisterValue, RegisterInput, RegisterOutput> = {
  initial: null,
  step(state, input, output) {
    switch (input.type) {
      case 'read':
        return output === undefined || output === state ? state : undefined;
      case 'write':
        return input.value;
      case 'cas': {
        const isSet = input.from === state;
        if (output !== undefined && output !== isSet) return undefined;
        return isSet ? input.to : state;
      }
    }
  },
  isRead: ({ type }, output) => type === 'read' || (type === 'cas' && output === false),
  describe(input, output) {
    switch (input.type) {
      case 'read':
        return `read → ${output ?? (output === undefined ? '?' : 'nil')}`;
      case 'write':
        return `write ${input.value ?? 'nil'}${output === undefined ? ' → ?' : ''}`;
      case 'cas':
        return `cas ${input.from ?? 'nil'} to ${input.to ?? 'nil'} → ${output ?? '?'}`;
    }
  },
};
