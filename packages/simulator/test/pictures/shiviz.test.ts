import { describe, expect, test } from '@jest/globals';
import { shivizOf } from '@quorate/simulator/pictures';
import fc from 'fast-check';
import { golden } from './golden.ts';
import { recordings } from './recordings.ts';
import { SAMPLE_RUN } from './sample-run.ts';

interface Entry {
  readonly host: string;
  readonly clock: ReadonlyMap<string, number>;
}

/** Reads a log as ShiViz does: the first line is the expression, bound to whole lines. */
function parse(log: string): readonly Entry[] {
  const [parser = '', delimiter, ...lines] = log.split('\n');
  expect(delimiter).toBe('');
  return [...lines.join('\n').matchAll(new RegExp(`^${parser}$`, 'gm'))].map(({ groups = {} }) => ({
    host: groups['host'] ?? '',
    clock: new Map(Object.entries(JSON.parse(groups['clock'] ?? '') as Record<string, number>)),
  }));
}

function isAtLeast(later: Entry['clock'], earlier: Entry['clock']): boolean {
  return [...earlier].every(([host, count]) => (later.get(host) ?? 0) >= count);
}

describe('shivizOf', () => {
  test('writes a log with the expression that parses it', () => {
    const log = shivizOf(SAMPLE_RUN);
    expect(log).toBe(golden('sample.shiviz.log', log));
    expect(parse(log)).toHaveLength(SAMPLE_RUN.events.length);
  });

  test('any recording gives valid clocks: hosts count one by one, and effects follow their causes', () => {
    fc.assert(
      fc.property(recordings, (recording) => {
        const entries = parse(shivizOf(recording));
        expect(entries).toHaveLength(recording.events.length);
        const last = new Map<string, Entry['clock']>();
        const sent = new Map<number, Entry['clock']>();
        entries.forEach(({ host, clock }, index) => {
          const before = last.get(host) ?? new Map<string, number>();
          expect(clock.get(host)).toBe((before.get(host) ?? 0) + 1);
          expect(isAtLeast(clock, before)).toBe(true);
          last.set(host, clock);
          const event = recording.events[index];
          if (event?.type === 'send') sent.set(event.id, clock);
          if (event?.type !== 'deliver' && event?.type !== 'lose') return;
          expect(isAtLeast(clock, sent.get(event.id) ?? new Map([['unsent', 1]]))).toBe(true);
        });
      }),
    );
  });
});
