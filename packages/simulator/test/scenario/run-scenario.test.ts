import { describe, expect, it } from '@jest/globals';
import { ScenarioError, parseScenario, printScenario, runScenario } from '../../src/log/index.ts';

async function traceOf(text: string): Promise<readonly (readonly string[])[]> {
  const { steps } = await runScenario(parseScenario(text));
  return steps.map(({ trace }) => trace);
}

const VOTING = `replicas 3 operator recovery mesos
quiet initialize 1 2 3
quiet start 1 2 3
----

`;

describe('a scenario', () => {
  it('is printed as it was read, comments and all', () => {
    const text = '# what it shows\n\nreplicas 3\nstatus\n----\n1: down\n\n\n# more\nstatus\n----\n';
    expect(printScenario(parseScenario(text))).toBe(text);
    expect(printScenario(parseScenario(text.replaceAll('\n', '\r\n')))).toBe(text);
  });

  it('gives the same trace under every seed, as long as nothing waits for chance', async () => {
    const text = `${VOTING}elect 1\nappend 1 "a" "b"\nread 1 1..2\n----\n`;
    const first = await traceOf(text);
    expect(first[1]?.at(-1)).toBe('1: read 1..2: @1 "a", @2 "b"');
    for (const seed of [2, 3, 4, 5]) {
      expect(await traceOf(text.replace('mesos\n', `mesos seed ${seed}\n`))).toEqual(first);
    }
  });

  it('shows messages that are dropped, held and late', async () => {
    const traces = await traceOf(
      `${VOTING}quiet elect 1\n----\n\ndrop write 1->2 once\nhold write-reply 3->1\nbegin append 1 "a"\nrun 10ms\n----\n\n` +
        'release\n----\n\nappend 1 "b"\n----\n',
    );
    expect(traces[2]).toEqual([
      '1->2 write p1 @1 append "a" (lost)',
      '1->3 write p1 @1 append "a"',
      '3->1 accept write p1 @1 (held)',
    ]);
    expect(traces[3]).toContain('1: append "a": @1');
    expect(traces[4]?.filter((line) => line.includes('write'))).toHaveLength(4);
  });

  it('leaves messages out when it is asked to be quiet, and nothing else', async () => {
    const [, trace] = await traceOf(`${VOTING}quiet elect 1\n----\n`);
    expect(trace).toEqual(['1: elect: elected at @0']);
  });

  it('tells what has no outcome: waiting, discarded, lost with the program', async () => {
    const traces = await traceOf(
      `${VOTING}quiet elect 1\ncrash 2 3\nquiet append 1 "a"\n----\n\ndiscard 1\n----\n\n` +
        'begin elect 1\ncrash 1\n----\n',
    );
    expect(traces[1]?.at(-1)).toBe('1: append "a": waits');
    expect(traces[2]).toEqual(['1: append "a": discarded']);
    expect(traces[3]).toEqual(['1: elect: lost with the program']);
  });

  it('knows disks that are slow, full and failing', async () => {
    const traces = await traceOf(
      `${VOTING}quiet elect 1\ndisk 2 full\ndisk 3 slow\nbegin append 1 "a"\nrun 50ms\n----\n\n` +
        'quiet run 1s\n----\n',
    );
    expect(traces[1]).toContain('2: failed STORAGE_FAILED');
    expect(traces[1]).not.toContain('1: append "a": @1');
    expect(traces[2]).toContain('1: append "a": @1');
  });

  it('takes members out of the view of one replica, and puts them back', async () => {
    const traces = await traceOf(
      `${VOTING}quiet elect 1\nhide 3 from 1\n----\n\nappend 1 "a"\n----\n\nshow 3 to 1\nappend 1 "b"\n----\n`,
    );
    expect(traces[2]?.filter((line) => line.startsWith('1->3'))).toEqual([]);
    expect(traces[3]).toContain('1->3 write p1 @2 append "b"');
  });
});

describe('a scenario that makes no sense', () => {
  it.each([
    ['', 1, 'begins with the command replicas'],
    ['elect 1\n----\n', 1, 'begins with the command replicas'],
    ['replicas 3\n', 1, 'a line ---- must follow'],
    ['# a\n\n----\n', 3, 'no command in front'],
    ['replicas 3\n----\n\nreplicas 3\n----\n', 4, 'a group already'],
    ['replicas 3\n----\n\nfly 1\n----\n', 4, 'no command "fly"; there are replicas, '],
    ['replicas 3\nelect\n----\n', 2, 'the number of a replica is missing'],
    ['replicas 3\nelect one\n----\n', 2, 'found one'],
    ['replicas 10\n----\n', 1, '1 to 9 replicas, not 10'],
    ['replicas 3 quorum 4\n----\n', 1, 'not 4'],
    ['replicas 3 recovery best\n----\n', 1, 'expected safe, mesos, found best'],
    ['replicas 3\nappend 1 a\n----\n', 2, 'a text in quotes, found a'],
    ['replicas 3\nappend 1 "a\n----\n', 2, 'a text in quotes, found "a'],
    ['replicas 3\nread 1 1-2\n----\n', 2, 'like 1..3, found 1-2'],
    ['replicas 3\ndrop letters\n----\n', 2, 'found letters'],
    ['replicas 3\ndrop write 1>2\n----\n', 2, 'found 1>2'],
    ['replicas 3\ncut *->2\n----\n', 2, 'name both replicas'],
    ['replicas 3\nhide 1 to 2\n----\n', 2, 'expected "from", found to'],
    ['replicas 3\ndisk 1 wet\n----\n', 2, 'found wet'],
    ['replicas 3\nrun 5\n----\n', 2, 'found 5'],
    ['replicas 3\nrun 61m\n----\n', 2, 'at most 60m'],
    ['replicas 3\nstatus now\n----\n', 2, 'nothing is expected after this: now'],
  ])('is refused with the line: %j', (text, line, problem) => {
    expect(() => parseScenario(text)).toThrow(
      expect.objectContaining({
        code: 'SCENARIO_INVALID',
        line,
        message: expect.stringContaining(problem),
      }),
    );
  });

  it.each([
    ['replicas 3\nelect 4\n----\n', 2, 'no replica 4; the group has 3'],
    ['replicas 3\n----\n\nelect 1\n----\n', 4, 'replica 1 has no open log'],
    ['replicas 1\nstart 1\nstart 1\n----\n', 3, 'replica 1 is up'],
  ])('is refused when it is run: %j', async (text, line, problem) => {
    const running = runScenario(parseScenario(text));
    await expect(running).rejects.toThrow(ScenarioError);
    await expect(running).rejects.toMatchObject({
      line,
      message: expect.stringContaining(problem),
    });
  });
});
