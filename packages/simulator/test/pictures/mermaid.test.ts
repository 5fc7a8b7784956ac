import { describe, expect, test } from '@jest/globals';
import type { Recording } from '@quorate/simulator';
import { mermaidOf } from '@quorate/simulator/pictures';
import fc from 'fast-check';
import { golden } from './golden.ts';
import { recordings } from './recordings.ts';
import { SAMPLE_RUN } from './sample-run.ts';

/** Text to Mermaid: nothing that ends a statement, and character codes for the rest. */
const TEXT = String.raw`(?:[^#;<>"&%:\\\n\r]|#\d+;)+`;
const STATEMENTS = [
  'sequenceDiagram',
  `  participant n\\d+ as ${TEXT}`,
  `  n\\d+(?:->>|-x|--\\))n\\d+: ${TEXT}`,
  `  Note over n\\d+(?:,n\\d+)?: ${TEXT}`,
];
const STATEMENT = new RegExp(`^(?:${STATEMENTS.join('|')})$`, 'u');

const linesOf = (diagram: string) => diagram.trimEnd().split('\n');

describe('mermaidOf', () => {
  test('draws arrows, losses and notes', () => {
    const diagram = mermaidOf(SAMPLE_RUN);
    expect(diagram).toBe(golden('sample.mmd', diagram));
  });

  test('any recording gives lines that Mermaid parses, an arrow for each arrival, loss and rest', () => {
    fc.assert(
      fc.property(recordings, (recording) => {
        const lines = linesOf(mermaidOf(recording));
        for (const line of lines) expect(line).toMatch(STATEMENT);
        const arrows = lines.filter((line) => /^ {2}n\d+-/.test(line)).length;
        expect(arrows).toBe(arrowsOf(recording));
      }),
    );
  });

  test('draws a window, and counts what is above the limit', () => {
    const lines = linesOf(mermaidOf(SAMPLE_RUN, { fromMs: 500, toMs: 509 }));
    const drawn = lines.filter((line) => !line.includes('participant')).slice(1);
    expect(drawn).toEqual([
      '  n1->>n2: LearnedMessage position 1',
      '  n1->>n2: LearnedMessage position 1 (again)',
    ]);
    const limited = linesOf(mermaidOf(SAMPLE_RUN, { limit: 2 }));
    expect(limited).toHaveLength(1 + 3 + 2 + 1);
    expect(limited.at(-1)).toBe('  Note over n0,n2: 36 more are left out');
  });

  test('refuses another form, and messages that were never sent', () => {
    const other = { ...SAMPLE_RUN, formatVersion: 2 } as unknown as Recording;
    expect(() => mermaidOf(other)).toThrow(
      expect.objectContaining({ name: 'PictureError', code: 'PICTURE_FORMAT_UNKNOWN' }),
    );
    const unsent: Recording = { ...SAMPLE_RUN, events: [{ timeMs: 0, type: 'deliver', id: 7 }] };
    expect(() => mermaidOf(unsent)).toThrow(
      expect.objectContaining({ code: 'PICTURE_MESSAGE_UNKNOWN' }),
    );
  });
});

function arrowsOf({ events }: Recording): number {
  const ended = events.flatMap((event) =>
    event.type === 'deliver' || event.type === 'lose' ? [event.id] : [],
  );
  const sent = events.filter(({ type }) => type === 'send').length;
  return ended.length + sent - new Set(ended).size;
}
