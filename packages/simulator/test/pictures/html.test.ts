import { describe, expect, test } from '@jest/globals';
import { htmlOf } from '@quorate/simulator/pictures';
import fc from 'fast-check';
import { recordings } from './recordings.ts';
import { SAMPLE_RUN } from './sample-run.ts';

const DATA = /<script type="application\/json" id="run">(.*?)<\/script>/s;

// scripts/ci/picture.mjs opens the page in a browser.
describe('htmlOf', () => {
  test('holds any recording as it is, as data that cannot become markup', () => {
    const empty = htmlOf({ ...SAMPLE_RUN, nodes: [], events: [] });
    const tags = (html: string) => html.split('<').length;
    fc.assert(
      fc.property(recordings, fc.string(), (recording, replayCommand) => {
        const html = htmlOf(recording, { title: '</title><script>', replayCommand });
        expect(tags(html)).toBe(tags(empty));
        const data = JSON.parse(DATA.exec(html)?.[1] ?? '') as object;
        const plain = JSON.parse(JSON.stringify({ replayCommand, recording })) as object;
        expect(data).toMatchObject(plain);
      }),
      { numRuns: 50 },
    );
  });

  test('equal recordings give equal pages', () => {
    expect(htmlOf(structuredClone(SAMPLE_RUN))).toBe(htmlOf(SAMPLE_RUN));
  });
});
