import { AFTER, type FutureCore, isPending, type Reaction, ROLE_MASK } from './future-core.ts';

/**
 * Whether `core` would wait for itself once it followed `other`.
 *
 * Walks up from `other` and down from `core` in turns, so that the cost is that of the shorter
 * way: a long queue of futures can be built at either end in linear time.
 *
 * @param registered whether every future that waits is registered where it waits; if not, only
 *   the way up is reliable
 */
export function closesCycle(core: FutureCore, other: FutureCore, registered: boolean): boolean {
  if (core === other) return true;
  if (core.reactions === undefined && registered) return false;
  const below: FutureCore[] = [core];
  let up: FutureCore | undefined = other;
  for (;;) {
    up = waitsFor(up);
    if (up === undefined) return false;
    if (up === core) return true;
    if (!registered) continue;
    const down = below.pop();
    if (down === undefined) return false;
    if (down === other) return true;
    pushDependents(down, below);
  }
}

/** A timer frees what waits in `after`, so nothing that goes through it waits for itself. */
function waitsFor(core: FutureCore): FutureCore | undefined {
  return (core.bits & ROLE_MASK) === AFTER ? undefined : core.upstream;
}

function pushDependents(core: FutureCore, below: FutureCore[]): void {
  const { reactions } = core;
  if (Array.isArray(reactions)) {
    for (const reaction of reactions) if (dependsOn(reaction, core)) below.push(reaction);
  } else if (reactions !== undefined && dependsOn(reactions, core)) {
    below.push(reactions);
  }
}

function dependsOn(reaction: Reaction, core: FutureCore): reaction is FutureCore {
  return isPending(reaction) && 'upstream' in reaction && waitsFor(reaction as FutureCore) === core;
}
