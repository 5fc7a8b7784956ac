import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseScenario, printScenario, runScenario } from '../../src/log/index.ts';

const FOLDER = join(__dirname, '../../../log/test/scenarios');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const INDEX = readFileSync(join(FOLDER, 'README.md'), 'utf8');

/** The only one that is meant to end with something that must never happen. */
const VIOLATED = 'mesos-recovery-two-values.txt';

// After a change of the log that is meant: npm run scenarios -- --rewrite, and read the difference.
describe('the scenarios of the log', () => {
  it('are there', () => {
    expect(FILES.length).toBeGreaterThan(40);
  });

  it.each(FILES)('leave the trace that is written down: %s', async (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const seen = printScenario(await runScenario(parseScenario(text)));
    expect(seen).toBe(text);
    expect(seen.includes('\nviolation of ')).toBe(name === VIOLATED);
  });

  it.each(FILES)('have a line in the index: %s', (name) => {
    expect(INDEX).toContain(`(${name})`);
  });
});
