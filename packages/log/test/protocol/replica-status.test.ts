import { expect, test } from '@jest/globals';
import type { ReplicaStatus } from '@quorate/messages';
import { transition } from 'xstate';
import { mayBecome, replicaStatusMachine } from '../../src/protocol/replica-status.ts';

const STATUSES: readonly ReplicaStatus[] = ['empty', 'starting', 'recovering', 'voting'];
const LEGAL = new Set([
  'empty starting',
  'empty recovering',
  'starting voting',
  'starting recovering',
  'recovering voting',
]);
const PAIRS = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));

test.each(PAIRS)('from %s to %s: as the life of a replica goes', (from, to) => {
  expect(mayBecome(from, to)).toBe(from === to || LEGAL.has(`${from} ${to}`));
});

test('every path through the machine ends in voting, and never comes back', () => {
  const events = ['start', 'recover', 'vote'];
  const paths: string[] = [];
  const walk = (status: string, path: readonly string[]): void => {
    const snapshot = replicaStatusMachine.resolveState({ value: status });
    const moves = events.filter((type) => snapshot.can({ type }));
    if (moves.length === 0) paths.push([...path, status].join(' > '));
    for (const type of moves) {
      const [next] = transition(replicaStatusMachine, snapshot, { type });
      walk(next.value as string, [...path, status]);
    }
  };
  walk('empty', []);
  expect(paths).toEqual([
    'empty > starting > recovering > voting',
    'empty > starting > voting',
    'empty > recovering > voting',
  ]);
});
