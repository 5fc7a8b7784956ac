import { Completer } from '@quorate/process';
import type { Future } from '@quorate/process';
import type { Membership } from './membership.ts';

interface Watch {
  /** The names of the members that the watcher knows. */
  readonly expected: ReadonlySet<string>;
  readonly completer: Completer<readonly Membership[]>;
}

/** Those who want to hear of members other than they expect. */
export class MemberWatches {
  readonly #watches = new Set<Watch>();

  add(expected: ReadonlySet<string>): Future<readonly Membership[]> {
    const watch: Watch = { expected, completer: new Completer<readonly Membership[]>() };
    this.#watches.add(watch);
    watch.completer.future.onDiscard(() => {
      if (this.#watches.delete(watch)) watch.completer.discard();
    });
    return watch.completer.future;
  }

  tell(memberships: readonly Membership[]): void {
    for (const watch of [...this.#watches]) {
      if (isSame(memberships, watch.expected)) continue;
      this.#watches.delete(watch);
      watch.completer.set(memberships);
    }
  }

  fail(error: Error): void {
    const watches = [...this.#watches];
    this.#watches.clear();
    for (const { completer } of watches) completer.fail(error);
  }
}

function isSame(memberships: readonly Membership[], expected: ReadonlySet<string>): boolean {
  return (
    memberships.length === expected.size && memberships.every(({ name }) => expected.has(name))
  );
}
