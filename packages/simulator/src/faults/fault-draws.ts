import type { Chance } from '../chance.ts';
import { QUIET } from '../network/network-conditions.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import type { FaultAction, FaultKind, Pairs } from './fault-action.ts';

/** Draws one fault of a kind, for a group of so many nodes. */
export type FaultDraw = (chance: Chance, nodes: number) => FaultAction;

const anyNode = (chance: Chance, nodes: number): number => chance.between(0, nodes - 1);
const crashKind = (chance: Chance): 'kill' | 'power-loss' =>
  chance.pick(['kill', 'power-loss'] as const);
/** Mostly short, sometimes long. */
const downMs = (chance: Chance): number =>
  chance.permille(800) ? chance.between(50, 2_000) : chance.between(2_000, 20_000);

/** How faults of each kind are drawn. */
export const FAULT_DRAWS: Readonly<Record<FaultKind, FaultDraw>> = {
  crash: (chance, nodes) => ({
    kind: 'crash',
    node: anyNode(chance, nodes),
    how: crashKind(chance),
    downMs: downMs(chance),
  }),
  'crash-at-write': (chance, nodes) => ({
    kind: 'crash-at-write',
    node: anyNode(chance, nodes),
    how: crashKind(chance),
    delayUs: chance.between(0, 2_500),
    downMs: downMs(chance),
  }),
  'crash-loop': (chance, nodes) => ({
    kind: 'crash-loop',
    node: anyNode(chance, nodes),
    times: chance.between(2, 5),
    upMs: chance.between(1, 300),
  }),
  stop: (chance, nodes) => ({ kind: 'stop', node: anyNode(chance, nodes), downMs: downMs(chance) }),
  pause: (chance, nodes) => ({
    kind: 'pause',
    node: anyNode(chance, nodes),
    forMs: chance.permille(900) ? chance.between(1, 3_000) : chance.between(3_000, 60_000),
  }),
  drift: (chance, nodes) => ({
    kind: 'drift',
    node: anyNode(chance, nodes),
    ppm: chance.between(-100_000, 100_000),
    forMs: chance.between(1_000, 60_000),
  }),
  'late-timers': (chance, nodes) => ({
    kind: 'late-timers',
    node: anyNode(chance, nodes),
    lateMs: chance.between(1, 500),
    forMs: chance.between(1_000, 20_000),
  }),
  'slow-turns': (chance, nodes) => ({
    kind: 'slow-turns',
    node: anyNode(chance, nodes),
    permille: chance.between(1, 20),
    delayMs: chance.permille(900) ? chance.between(1, 200) : 10_000,
    forMs: chance.between(1_000, 10_000),
  }),
  cut: (chance, nodes) => {
    const [shape, pairs] = drawCut(chance, nodes);
    return { kind: 'cut', shape, pairs, forMs: chance.between(100, 15_000) };
  },
  // One after the other gets stuck, and they come loose in another order.
  clog: (chance, nodes) => {
    const all = directions(nodes);
    const pairs = chance.shuffle(all).slice(0, chance.between(1, all.length));
    return { kind: 'clog', pairs, forMs: chance.between(100, 8_000) };
  },
  hold: (chance) => ({ kind: 'hold', forMs: chance.between(10, 3_000) }),
  break: (chance, nodes) => {
    const [a = 0, b = 1] = chance.shuffle(Array.from({ length: nodes }, (_, index) => index));
    return { kind: 'break', a, b };
  },
  weather: (chance) => ({
    kind: 'weather',
    conditions: drawConditions(chance),
    forMs: chance.between(1_000, 30_000),
  }),
  disk: (chance, nodes) => {
    const fault = chance.pick(DISK_FAULTS);
    const forMs = fault.isInstant ? chance.between(50, 1_000) : chance.between(500, 10_000);
    return {
      kind: 'disk',
      fault: fault.name,
      node: anyNode(chance, nodes),
      faults: fault.draw(chance),
      forMs,
    };
  },
  'bit-rot': (chance, nodes) => ({ kind: 'bit-rot', node: anyNode(chance, nodes) }),
  wipe: (chance, nodes) => ({ kind: 'wipe', node: anyNode(chance, nodes), downMs: downMs(chance) }),
  'wipe-at-write': (chance, nodes) => ({
    kind: 'wipe-at-write',
    node: anyNode(chance, nodes),
    delayUs: chance.between(0, 10_000),
    downMs: chance.between(10, 500),
  }),
  'old-backup': (chance, nodes) => ({
    kind: 'old-backup',
    node: anyNode(chance, nodes),
    ageMs: chance.between(1_000, 60_000),
    downMs: downMs(chance),
  }),
  'copied-disk': (chance, nodes) => {
    const [node = 0, from = 1] = chance.shuffle(Array.from({ length: nodes }, (_, index) => index));
    return { kind: 'copied-disk', node, from, downMs: downMs(chance) };
  },
  'missing-member': (chance, nodes) => ({
    kind: 'missing-member',
    node: anyNode(chance, nodes),
    member: anyNode(chance, nodes),
    forMs: chance.between(500, 10_000),
  }),
  'new-leader': (chance, nodes) => ({ kind: 'new-leader', node: anyNode(chance, nodes) }),
};

const DISK_FAULTS = [
  { name: 'sync-failure', isInstant: true, draw: () => ({ syncFailurePermille: 1000 }) },
  { name: 'disk-full', isInstant: true, draw: () => ({ isFull: true }) },
  {
    name: 'read-failure',
    isInstant: true,
    draw: (chance: Chance) => ({ readFailurePermille: chance.between(100, 1000) }),
  },
  {
    name: 'slow-sync',
    isInstant: false,
    draw: (chance: Chance) => ({
      syncUsMin: 1_000,
      syncUsMax: chance.permille(800) ? chance.between(2_000, 500_000) : 10_000_000,
    }),
  },
] as const;

/** All pairs of different nodes. */
function directions(nodes: number): Pairs {
  const pairs: (readonly [number, number])[] = [];
  for (let from = 0; from < nodes; from++) {
    for (let to = 0; to < nodes; to++) if (from !== to) pairs.push([from, to]);
  }
  return pairs;
}

function drawCut(chance: Chance, nodes: number): readonly [string, Pairs] {
  const all = directions(nodes);
  const shape = chance.pick([
    'halves',
    'one-way',
    'isolated',
    'deaf',
    'partial',
    'partial',
  ] as const);
  const one = anyNode(chance, nodes);
  switch (shape) {
    case 'halves': {
      const side = Array.from({ length: nodes }, () => chance.permille(500));
      return [shape, all.filter(([from, to]) => side[from] !== side[to])];
    }
    case 'one-way': {
      const side = Array.from({ length: nodes }, () => chance.permille(500));
      return [shape, all.filter(([from, to]) => side[from] === true && side[to] === false)];
    }
    case 'isolated':
      return [shape, all.filter((pair) => pair.includes(one))];
    case 'deaf':
      return [shape, all.filter(([, to]) => to === one)];
    // Two do not see each other; everybody else sees both.
    case 'partial': {
      const other = (one + chance.between(1, nodes - 1)) % nodes;
      return [shape, all.filter((pair) => pair.includes(one) && pair.includes(other))];
    }
  }
}

/** Bad weather: each kind of trouble is there half of the time. */
function drawConditions(chance: Chance): NetworkConditions {
  const maybe = (most: number): number => (chance.permille(500) ? chance.between(1, most) : 0);
  const delayUsMin = chance.between(100, 30_000);
  return {
    ...QUIET,
    delayUsMin,
    delayUsTypical: delayUsMin + chance.between(100, 70_000),
    slowPermille: maybe(50),
    lossPermille: maybe(300),
    duplicatePermille: maybe(300),
    reorderPermille: maybe(500),
    corruptPermille: maybe(20),
    stalePermille: maybe(1000),
  };
}
