import { TURN_OPERATIONS } from './contender.ts';
import type { Contender } from './contender.ts';

/** Promises of the engine. */
export const native: Contender = {
  future: async (operations) => {
    let sum = 0;
    for (let index = 1; index <= operations; index++) {
      let complete: (value: number) => void = () => undefined;
      const promise = new Promise<number>((resolve) => (complete = resolve));
      const derived = promise.then((value) => (sum += value));
      complete(1);
      if (index % TURN_OPERATIONS === 0) await derived;
    }
    if (sum !== operations) throw new Error(`${sum} callbacks instead of ${operations}`);
  },
};
