import type { UpdateRecord } from '../update-history.ts';
import { isKept, nameOf } from './update-checker.ts';
import type { UpdateChecker } from './update-checker.ts';

/**
 * An update is forwarded when all before it in its stream are acknowledged (U1), and not any more once a
 * later one was or it is acknowledged itself: that must be on disk before the stream goes on (U3).
 */
export class OrderedForwards implements UpdateChecker {
  readonly invariant = 'ordered-forwards';

  forwarded(update: UpdateRecord): string | undefined {
    const { stream, index, acknowledged } = update;
    if (acknowledged === 'done') return `${nameOf(update)} is forwarded, and was acknowledged`;
    if (stream.isOver) return `${nameOf(update)} is forwarded, and its stream is over`;
    for (const other of stream.updates) {
      if (other.index < index && isKept(other) && other.acknowledged === 'none') {
        return `${nameOf(update)} is forwarded before ${nameOf(other)} is acknowledged`;
      }
      if (other.index > index && other.forwards.length > 0) {
        return `${nameOf(update)} is forwarded after ${nameOf(other)} was`;
      }
    }
    return undefined;
  }
}
