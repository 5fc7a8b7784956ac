import type { ReplicaView } from '../replica-view.ts';
import { valueOf } from '../log-message.ts';
import type { Checker } from './checker.ts';

/**
 * Replicas that have caught up hold the same values (L11), all of them between the beginning and
 * the end, without a hole below the last position.
 */
export class EqualLogs implements Checker {
  readonly invariant = 'equal-logs';

  finished(replicas: readonly ReplicaView[]): string | undefined {
    const begin = Math.max(...replicas.map((replica) => replica.begin));
    // The last position may be known to the writer only.
    const end = Math.min(...replicas.map((replica) => replica.end)) - 1;
    for (let position = begin; position <= end; position++) {
      const values = replicas.map(({ address, actions }) => {
        const action = actions.get(position);
        return { address, value: action?.learned ? valueOf(action) : undefined };
      });
      const [first] = values;
      const other = values.find(({ value }) => value === undefined || value !== first?.value);
      if (other) {
        return `position ${position}: ${first?.address} has ${first?.value ?? 'nothing learned'}, ${other.address} has ${other.value ?? 'nothing learned'}`;
      }
    }
    return undefined;
  }
}
