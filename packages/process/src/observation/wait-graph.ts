import { methodOf } from '../event.ts';
import type { DispatchEvent } from '../event.ts';
import type { Pid } from '../pid.ts';
import type { ProcessCell } from '../process-cell.ts';
import { CELLS } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';

/** A call that has no result yet: `from` may be waiting for `to`. */
export interface Wait {
  readonly from: Pid;
  readonly to: Pid;
  /** Undefined for a closure. */
  readonly method: string | undefined;
  /** Whether `from` serves nothing else meanwhile: its handlers are serialized, and one is waiting. */
  readonly isBlocking: boolean;
}

/** Which process waits for which. */
export interface WaitGraph {
  readonly waits: readonly Wait[];
  /**
   * Groups of processes that wait for one another in a circle, or for themselves. If all of their
   * waits are blocking they never go on.
   */
  readonly cycles: readonly (readonly Pid[])[];
}

/**
 * Which processes of a runtime wait for which, for calls that have no result yet. Known are calls made
 * while another process had its turn; what is called after an `await` is not.
 */
export function waitsOf(runtime: Runtime): WaitGraph {
  const waits = runtime[CELLS]().flatMap((cell) =>
    [...callsTo(cell)].flatMap((event) => waitOf(event, cell)),
  );
  return { waits, cycles: cyclesOf(waits) };
}

function* callsTo(cell: ProcessCell): Iterable<DispatchEvent> {
  for (const event of cell.mailbox) if (event.type === 'dispatch') yield event;
  yield* cell.details?.unanswered ?? [];
}

function waitOf(event: DispatchEvent, to: ProcessCell): readonly Wait[] {
  const { caller, completer } = event;
  if (!caller || caller.ended || completer?.future.isPending !== true) return [];
  const method = methodOf(event);
  return [{ from: caller.pid, to: to.pid, method, isBlocking: caller.isHeld }];
}

/** The strongly connected groups. (Tarjan, 1972; without recursion, for chains of any length) */
function cyclesOf(waits: readonly Wait[]): readonly (readonly Pid[])[] {
  const next = new Map<string, Pid[]>();
  const pids = new Map<string, Pid>();
  for (const { from, to } of waits) {
    for (const pid of [from, to]) pids.set(`${pid}`, pid);
    const targets = next.get(`${from}`) ?? [];
    next.set(`${from}`, [...targets, to]);
  }
  const cycles: Pid[][] = [];
  for (const group of components([...pids.keys()], (key) => (next.get(key) ?? []).map(String))) {
    const [first] = group;
    const isLoop = group.length > 1 || next.get(first ?? '')?.some((pid) => `${pid}` === first);
    if (isLoop) cycles.push(group.flatMap((key) => pids.get(key) ?? []));
  }
  return cycles;
}

interface Visit {
  readonly key: string;
  readonly targets: readonly string[];
  at: number;
}

function components(
  keys: readonly string[],
  targetsOf: (key: string) => readonly string[],
): readonly (readonly string[])[] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const visits: Visit[] = [];
  const enter = (key: string): void => {
    order.set(key, order.size);
    lowest.set(key, order.size - 1);
    open.push(key);
    isOpen.add(key);
    visits.push({ key, targets: targetsOf(key), at: 0 });
  };
  const lower = (key: string, value: number): void =>
    void lowest.set(key, Math.min(lowest.get(key) ?? value, value));
  for (const key of keys) {
    if (!order.has(key)) enter(key);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const target = visit.targets[visit.at++];
      if (target === undefined) {
        visits.pop();
        const parent = visits.at(-1);
        if (parent) lower(parent.key, lowest.get(visit.key) ?? 0);
        if (lowest.get(visit.key) === order.get(visit.key)) {
          const group = open.splice(open.indexOf(visit.key));
          for (const member of group) isOpen.delete(member);
          found.push(group);
        }
      } else if (!order.has(target)) {
        enter(target);
      } else if (isOpen.has(target)) {
        lower(visit.key, order.get(target) ?? 0);
      }
    }
  }
  return found;
}
