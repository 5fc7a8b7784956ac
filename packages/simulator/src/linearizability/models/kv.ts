import type { Model } from '../model.ts';

/** What is asked of a map of strings. */
export type KvInput =
  | { readonly type: 'get'; readonly key: string }
  | { readonly type: 'put' | 'append'; readonly key: string; readonly value: string };

/** Of a get the value, `''` for a key that is missing; of the others anything. */
export type KvOutput = string;

/** A map of strings. Keys do not depend on each other: a state is the value of one. */
export const kv: Model<string, KvInput, KvOutput> = {
  initial: '',
  step(state, input, output) {
    switch (input.type) {
      case 'get':
        return output === undefined || output === state ? state : undefined;
      case 'put':
        return input.value;
      case 'append':
        return state + input.value;
    }
  },
  isRead: ({ type }) => type === 'get',
  partition: ({ key }) => key,
  describe(input, output) {
    const key = JSON.stringify(input.key);
    if (input.type === 'get')
      return `get ${key} → ${output === undefined ? '?' : JSON.stringify(output)}`;
    const end = output === undefined ? ' → ?' : '';
    return `${input.type} ${key} ${JSON.stringify(input.value)}${end}`;
  },
};
