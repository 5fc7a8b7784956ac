import type { FoundStream, StreamRecord, UpdateRecord } from '../update-history.ts';
import { isKept, nameOf } from './update-checker.ts';
import type { UpdateChecker } from './update-checker.ts';

/**
 * A recovery finds every update that was kept and is not acknowledged, none that is, and each once and in
 * order (U3, U4, U7).
 */
export class NothingLost implements UpdateChecker {
  readonly invariant = 'nothing-lost';
  readonly #streams: () => readonly StreamRecord[];

  constructor(streams: () => readonly StreamRecord[]) {
    this.#streams = streams;
  }

  recovered(found: ReadonlyMap<string, FoundStream>): string | undefined {
    for (const stream of this.#streams()) {
      const problem = problemOf(stream, found.get(stream.id));
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
}

function problemOf(stream: StreamRecord, found: FoundStream | undefined): string | undefined {
  if (stream.isOver) {
    if (!found || found.isOver) return undefined;
    return `stream ${stream.id.slice(-4)} was over, and is found going on`;
  }
  const uuids = found?.updates ?? [];
  const pending = new Set(uuids.slice(uuids.length - (found?.pending ?? 0)));
  const lost = stream.updates.find((update) => isWaiting(update) && !pending.has(update.uuid));
  if (lost) return `${nameOf(lost)} was kept and waits for nothing after a recovery`;
  const risen = stream.updates.find(
    ({ acknowledged, uuid }) => acknowledged === 'done' && pending.has(uuid),
  );
  if (risen) return `${nameOf(risen)} was acknowledged and waits again after a recovery`;
  return orderOf(stream, uuids);
}

function isWaiting(update: UpdateRecord): boolean {
  return isKept(update) && update.acknowledged === 'none';
}

function orderOf({ id, updates }: StreamRecord, uuids: readonly string[]): string | undefined {
  const indexes = uuids.map((uuid) => updates.findIndex((update) => update.uuid === uuid));
  const isRising = indexes.every((index, at) => index > (indexes[at - 1] ?? -1));
  if (isRising) return undefined;
  return `a recovery of stream ${id.slice(-4)} finds its updates as ${indexes.join(', ')}`;
}
