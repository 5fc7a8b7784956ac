import type { Forward, UpdateRecord } from '../update-history.ts';
import { nameOf } from './update-checker.ts';
import type { UpdateChecker } from './update-checker.ts';

/** With each update comes the newest state that its stream has on disk (U9). */
export class LatestState implements UpdateChecker {
  readonly invariant = 'latest-state';

  forwarded(
    update: UpdateRecord,
    _forward: Forward,
    latest: string | undefined,
  ): string | undefined {
    const { updates } = update.stream;
    const newest = updates.findLast(({ kept }) => kept === 'done') ?? update;
    const shown = updates.find(({ uuid }) => uuid === latest);
    if (!shown) return `${nameOf(update)} comes with the state of no update of its stream`;
    if (shown.index >= Math.max(newest.index, update.index)) return undefined;
    return `${nameOf(update)} comes with the state of ${nameOf(shown)}, where ${nameOf(newest)} was kept`;
  }
}
