import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { LogRecord } from '@quorate/messages';
import { copyOf, newFolder, removeFolders } from './support/folders.ts';
import { goldenExpectation, goldenPath } from './support/golden.ts';
import { readJsonLines, runCli } from './support/run-cli.ts';
import { append, putRaw, writeLog } from './support/write-log.ts';

afterEach(removeFolders);

const LOGS: readonly (readonly [name: string, database: string, expectation: string])[] = [
  ...[
    'log-fresh',
    'log-empty',
    'log-starting',
    'log-recovering',
    'log-voting',
    'log-voting-promised',
    'log-appends',
    'log-appends-reopened',
    'log-truncated',
    'log-many',
    'log-unlearned',
    'log-bigpos',
    'log-snappy-debian-leveldb',
  ].map((name) => [name, 'db', 'expected.json'] as const),
  ['log-group3', 'r1', 'expected-r1.json'],
  ['log-group3', 'r2', 'expected-r2.json'],
  ['log-group3', 'r3', 'expected-r3.json'],
];

describe('log read --json', () => {
  test.each(LOGS)('gives what Mesos itself computes of %s %s', async (name, database, file) => {
    const lines = await readJsonLines(['log', 'read', '--path', goldenPath(name, database)]);
    const { recovered, records } = goldenExpectation(name, file);
    const intervals = [...recovered.missing.matchAll(/\[(\d+),(\d+)\)/g)];
    expect(lines.at(-1)).toEqual({
      record: 'summary',
      status: recovered.status,
      promised: Number(recovered.promised),
      begin: Number(recovered.begin),
      end: Number(recovered.end),
      missing: intervals.map(([, from, until]) => [Number(from), Number(until)]),
    });
    const kinds = records.map(({ key }) => (key === '0000000000' ? 'metadata' : 'action'));
    expect(lines.slice(0, -1).map((line) => line['record'])).toEqual(kinds);
  });

  test('prints every kind of record, keys in order, absent fields left out', async () => {
    const { stdout } = await runCli([
      ...['log', 'read', '--json', '--path', goldenPath('log-unlearned')],
    ]);
    expect(stdout).toBe(
      [
        '{"record":"metadata","status":"VOTING","promised":1}',
        '{"record":"action","position":0,"promised":1,"performed":1,"learned":true,"type":"nop"}',
        '{"record":"action","position":1,"promised":9,"performed":9,"type":"append","bytes":"b25lLWFnYWlu"}',
        '{"record":"action","position":2,"promised":1,"performed":1,"learned":true,"type":"append","bytes":"dHdv"}',
        '{"record":"action","position":3,"promised":1,"performed":1,"type":"truncate","to":1}',
        '{"record":"action","position":4,"promised":1,"performed":1,"type":"nop"}',
        '{"record":"action","position":5,"promised":1,"performed":1,"learned":true,"type":"append","bytes":"Zml2ZQ=="}',
        '{"record":"action","position":6,"promised":2}',
        '{"record":"action","position":10,"promised":1,"performed":1,"type":"append","bytes":"dGVu"}',
        '{"record":"summary","status":"VOTING","promised":1,"begin":0,"end":10,"missing":[[1,2],[3,5],[6,11]]}',
        '',
      ].join('\n'),
    );
  });

  test('shows a tombstone, though the log begins behind it', async () => {
    const path = await writeLog([
      {
        position: 4,
        promised: 1,
        performed: 1,
        learned: true,
        type: 'nop',
        nop: { tombstone: true },
      },
      append(5, Uint8Array.of(1, 2, 255)),
    ]);
    expect(await readJsonLines(['log', 'read', '--path', path])).toEqual([
      { record: 'metadata', status: 'VOTING', promised: 1 },
      {
        ...{ record: 'action', position: 4, promised: 1, performed: 1, learned: true },
        ...{ type: 'nop', tombstone: true },
      },
      {
        ...{ record: 'action', position: 5, promised: 1, performed: 1, learned: true },
        ...{ type: 'append', bytes: 'AQL/' },
      },
      { record: 'summary', status: 'VOTING', promised: 1, begin: 5, end: 5, missing: [] },
    ]);
  });

  test('shows the promise of an early Mesos as the metadata it stands for', async () => {
    const path = newFolder();
    const promise = LogRecord.encode({ type: 'promise', promise: { proposal: 7 } });
    await putRaw(path, '0000000000', promise);
    const lines = await readJsonLines(['log', 'read', '--path', path]);
    expect(lines).toEqual([
      { record: 'metadata', status: 'VOTING', promised: 7 },
      { record: 'summary', status: 'VOTING', promised: 7, begin: 0, end: 0, missing: [[0, 1]] },
    ]);
  });

  test.each([
    [
      ['--from', '3'],
      [3, 4, 5, 6, 10],
    ],
    [
      ['--to', '3'],
      [0, 1, 2, 3],
    ],
    [
      ['--from', '3', '--to', '6'],
      [3, 4, 5, 6],
    ],
    [['--from', '7', '--to', '9'], []],
    [['--from', '11'], []],
    [
      ['--to', '9007199254740991'],
      [0, 1, 2, 3, 4, 5, 6, 10],
    ],
  ])('shows the positions of %j, both ends included', async (range, expected) => {
    const path = goldenPath('log-unlearned');
    const lines = await readJsonLines(['log', 'read', '--path', path, ...range]);
    const positions = lines.flatMap(({ record, position }) =>
      record === 'action' ? [position] : [],
    );
    expect(positions).toEqual(expected);
    expect(lines[0]).toMatchObject({ record: 'metadata' });
    expect(lines.at(-1)).toMatchObject({ record: 'summary', end: 10 });
  });
});

describe('log read', () => {
  test('prints a line a record for people', async () => {
    const { stdout } = await runCli(['log', 'read', '--path', goldenPath('log-unlearned')]);
    expect(stdout).toBe(
      [
        '  position   promised  performed  learned  action',
        'metadata: VOTING, promised 1',
        '         0          1          1  yes      nop',
        '         1          9          9  no       append 9 bytes "one-again"',
        '         2          1          1  yes      append 3 bytes "two"',
        '         3          1          1  no       truncate to 1',
        '         4          1          1  no       nop',
        '         5          1          1  yes      append 4 bytes "five"',
        '         6          2          -  no       promised only',
        '        10          1          1  no       append 3 bytes "ten"',
        'summary: VOTING, promised 1, begin 0, end 10, missing 1, 3-4, 6-10',
        '',
      ].join('\n'),
    );
  });

  test('shows no control character of an entry', async () => {
    const path = await writeLog([
      append(0, new TextEncoder().encode('\u001b[31mred')),
      append(1, new TextEncoder().encode('a\u202Eb')),
      append(2, new TextEncoder().encode('é'.repeat(100))),
    ]);
    const { stdout } = await runCli(['log', 'read', '--path', path]);
    expect(stdout).toContain('append 8 bytes 1b5b33316d726564');
    expect(stdout).toContain(String.raw`append 5 bytes "a\\u{202e}b"`);
    expect(stdout).toContain(`append 200 bytes "${'é'.repeat(32)}"…`);
  });

  test('cuts lines to the terminal, however narrow, and never for a program', async () => {
    const argv = ['log', 'read', '--path', goldenPath('log-appends')];
    const widthOf = (text: string): number =>
      Math.max(
        ...text
          .split('\n')
          .slice(0, -2)
          .map((line) => line.length),
      );
    expect(widthOf((await runCli(argv, { columns: 40 })).stdout)).toBe(
      40 + '\u001b[2m\u001b[22m'.length,
    );
    const narrow = await runCli(argv, { columns: 1, env: { NO_COLOR: '1' } });
    expect(widthOf(narrow.stdout)).toBe(24);
    const byEnvironment = { columns: 80, env: { NO_COLOR: '1', COLUMNS: '30' } };
    expect(widthOf((await runCli(argv, byEnvironment)).stdout)).toBe(30);
    expect(widthOf((await runCli(argv)).stdout)).toBeGreaterThan(100);
  });

  test.each([
    ['on a terminal', { columns: 80 }, true],
    ['with NO_COLOR', { columns: 80, env: { NO_COLOR: '1' } }, false],
    ['on a dumb terminal', { columns: 80, env: { TERM: 'dumb' } }, false],
    ['with an empty NO_COLOR', { columns: 80, env: { NO_COLOR: '' } }, true],
    ['without a terminal', {}, false],
    ['with FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
    ['with both, as NO_COLOR asks', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, false],
  ])('is coloured or not %s', async (_, surroundings, isColored) => {
    const { stdout } = await runCli(
      ['log', 'read', '--path', goldenPath('log-voting')],
      surroundings,
    );
    expect(stdout.includes('\u001b[')).toBe(isColored);
  });
});

describe('log status', () => {
  test('log status tells which life of which replica a directory holds', async () => {
    const known = [
      { replicaId: 'b', incarnation: 2, startCounter: 5 },
      { replicaId: 'c', incarnation: 0, reserved: 1, reservedBy: 'x' },
    ];
    const life = { replicaId: 'a', incarnation: 3, startCounter: 4 };
    const path = await writeLog([], { status: 'voting', promised: 7, ...life, known });
    const argv = ['log', 'status', '--path', path];
    const [status] = await readJsonLines(argv);
    expect(status).toMatchObject({ status: 'VOTING', promised: 7, identity: { ...life, known } });
    const { stdout } = await runCli(argv);
    expect(stdout).toContain(
      'replica   a\nlife      3, started 4 times\nknows     b in life 2, start 5\n',
    );
    expect(stdout).not.toContain(' c ');
  });

  test('says of which group the replica is a member', async () => {
    const path = copyOf(goldenPath('log-voting'));
    writeFileSync(`${path}.group`, '{"memberOf":"east"}');
    const { stdout } = await runCli(['log', 'status', '--path', path]);
    expect(stdout).toContain('group     east');
    const [json] = await readJsonLines(['log', 'status', '--path', path]);
    expect(json).toMatchObject({ memberOf: 'east' });
  });

  test('says what a replica would start as', async () => {
    const argv = ['log', 'status', '--path', goldenPath('log-unlearned')];
    expect(await readJsonLines(argv)).toEqual([
      {
        ...{ status: 'VOTING', promised: 1, begin: 0, end: 10 },
        missing: [
          [1, 2],
          [3, 5],
          [6, 11],
        ],
        actions: { append: 4, truncate: 1, nop: 2, promised: 1 },
      },
    ]);
    const { stdout } = await runCli(argv);
    expect(stdout.split('\n').slice(1)).toEqual([
      'status    VOTING',
      'promised  1',
      'begin     0',
      'end       10',
      'missing   1, 3-4, 6-10',
      'actions   4 append, 1 truncate, 2 nop, 1 promised',
      '',
    ]);
  });
});
