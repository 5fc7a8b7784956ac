import {
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { journalStreamStorage } from '@quorate/status-updates';
import type { StreamStorage } from '@quorate/status-updates';
import { fingerprintOf, newFolder, removeFolders } from './support/folders.ts';
import { readJsonLines, runCli } from './support/run-cli.ts';
import { concat, goldenUpdates, taskRecord, updatesFile, uuidOf } from './support/updates-files.ts';

afterEach(removeFolders);

const INTACT = goldenUpdates('intact');
const A =
  '{"record":"update","offset":0,"bytes":119,"uuid":"61616161-6161-4161-8161-616161616161","state":"OPERATION_PENDING"}';
const B =
  '{"record":"update","offset":119,"bytes":119,"uuid":"62626262-6262-4162-8162-626262626262","state":"OPERATION_FINISHED"}';
const ACK_A =
  '{"record":"ack","offset":238,"bytes":26,"uuid":"61616161-6161-4161-8161-616161616161"}';

function summary(
  ...[updates, pending, terminated, validBytes, fileBytes, errors]: readonly unknown[]
): string {
  const facts = { updates, pending, terminated, validBytes, fileBytes, errors };
  return JSON.stringify({ record: 'summary', ...facts });
}

describe('updates show --json', () => {
  test.each([
    // The numbers of the real `recover(strict = false)`.
    ['intact', [A, B, ACK_A], [2, 1, false, 264, 264, 0]],
    ['torn-body', [A, B], [2, 2, false, 238, 259, 0]],
    ['corrupt-body', [A, B, ACK_A], [2, 1, false, 264, 273, 1]],
    ['unknown-type-enum', [A, B, ACK_A], [2, 1, false, 264, 270, 1]],
    ['torn-first-record', [], [0, 0, false, 0, 60, 0]],
    ['empty-file', [], [0, 0, false, 0, 0, 0]],
    ['ack-without-update', [ACK_A.replace('238', '0')], [0, 0, false, 26, 26, 1]],
  ])('gives what Mesos itself makes of %s', async (name, records, numbers) => {
    const path = updatesFile(goldenUpdates(name));
    const { exitCode, stdout, stderr } = await runCli(['updates', 'show', path, '--json']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toBe([...records, summary(...numbers), ''].join('\n'));
  });

  test.each([
    ['41414141-4141-4141-8141-414141414141', [2, 1, false, 264, 264, 0]],
    ['42424242-4242-4142-8142-424242424242', [1, 0, true, 128, 128, 0]],
    ['43434343-4343-4143-8143-434343434343', [1, 1, false, 119, 119, 0]],
  ])('of the stream %s that Mesos wrote', async (name, numbers) => {
    const { stdout } = await runCli([
      'updates',
      'show',
      '--json',
      updatesFile(goldenUpdates(name)),
    ]);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(summary(...numbers));
  });

  test.each([
    ['part of a length', [0x73, 0, 0], [264, 267, 0]],
    ['a length and nothing behind it', [0x73, 0, 0, 0], [264, 268, 0]],
    ['a length of 2 GiB', [0xff, 0xff, 0xff, 0x7f, 8, 0], [264, 270, 0]],
    ['a record of no bytes', [0, 0, 0, 0], [264, 268, 1]],
  ])('of an intact file with %s behind', async (_, tail, [valid, size, errors]) => {
    const path = updatesFile(concat(INTACT, tail));
    const { exitCode, stdout } = await runCli(['updates', 'show', path, '--json']);
    expect(exitCode).toBe(0);
    const last = summary(2, 1, false, valid, size, errors);
    expect(stdout).toBe([A, B, ACK_A, last, ''].join('\n'));
  });

  test('shows whole records behind a damage that only their order makes one', async () => {
    const outOfTurn = concat(
      INTACT.subarray(119, 238),
      INTACT.subarray(0, 119),
      INTACT.subarray(238),
    );
    const lines = await readJsonLines(['updates', 'show', updatesFile(outOfTurn)]);
    expect(lines.map(({ record }) => record)).toEqual(['update', 'update', 'ack', 'summary']);
    expect(lines.at(-1)).toMatchObject({ pending: 2, validBytes: 238, fileBytes: 264, errors: 1 });
  });

  describe('a file of a task', () => {
    const bytes = concat(
      taskRecord.update('TASK_STARTING', '1'),
      taskRecord.update('TASK_RUNNING', '2'),
      taskRecord.acknowledgement('1'),
    );
    const shown = [
      { record: 'update', offset: 0, uuid: uuidOf('1'), state: 'TASK_STARTING' },
      { record: 'update', uuid: uuidOf('2'), state: 'TASK_RUNNING' },
      { record: 'ack', uuid: uuidOf('1') },
      { record: 'summary', updates: 2, pending: 1, errors: 0, validBytes: bytes.length },
    ];

    test('is known by its name', async () => {
      const path = updatesFile(bytes, 'task.updates');
      expect(await readJsonLines(['updates', 'show', path])).toMatchObject(shown);
    });

    test('of another name is one of a task if --kind says so', async () => {
      const path = updatesFile(bytes, 'copy');
      const argv = ['updates', 'show', path, '--kind', 'task'];
      expect(await readJsonLines(argv)).toMatchObject(shown);
      const [first] = await readJsonLines(['updates', 'show', path]);
      expect(first).toMatchObject({ record: 'summary', updates: 0, errors: 1 });
    });
  });
});

describe('updates show', () => {
  test('prints a line a record for people', async () => {
    const { stdout } = await runCli([
      'updates',
      'show',
      updatesFile(goldenUpdates('corrupt-body')),
    ]);
    expect(stdout).toBe(
      [
        '    offset      bytes  record  uuid                                  state',
        '         0        119  update  61616161-6161-4161-8161-616161616161  OPERATION_PENDING',
        '       119        119  update  62626262-6262-4162-8162-626262626262  OPERATION_FINISHED',
        '       238         26  ack     61616161-6161-4161-8161-616161616161',
        'summary: 2 updates, 1 pending, 264 of 273 bytes valid, 1 error',
        'corrupt at byte 264: a record of 5 bytes that cannot be read; a recovery cuts the file off there',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['torn-body', 'torn at byte 238: 17 of the 22 bytes', 'cuts the file off there'],
    ['torn-first-record', 'torn at byte 0: 56 of the 115 bytes', 'removes the file'],
    ['ack-without-update', 'corrupt at byte 0: an acknowledgement', 'leaves the file alone'],
  ])('says what a recovery does with %s', async (name, damage, consequence) => {
    const { exitCode, stdout } = await runCli([
      'updates',
      'show',
      updatesFile(goldenUpdates(name)),
    ]);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining(damage)]);
    expect(stdout).toContain(consequence);
  });

  test('of a stream that is over says so', async () => {
    const path = updatesFile(goldenUpdates('42424242-4242-4142-8142-424242424242'));
    const { stdout } = await runCli(['updates', 'show', path]);
    expect(stdout).toContain('summary: 1 update, 0 pending, terminated, 128 of 128 bytes valid');
  });

  test('cuts lines to the terminal', async () => {
    const path = updatesFile(INTACT);
    const { stdout } = await runCli(['updates', 'show', path], {
      columns: 30,
      env: { NO_COLOR: '1' },
    });
    const records = stdout.split('\n').slice(0, 4);
    expect(records.map(({ length }) => length)).toEqual([30, 30, 30, 30]);
  });
});

describe('looking changes nothing', () => {
  test.each([['show'], ['show --json'], ['verify'], ['verify --json']])(
    'updates %s',
    async (words) => {
      for (const name of [
        'intact',
        'torn-body',
        'corrupt-body',
        'torn-first-record',
        'empty-file',
      ]) {
        const path = updatesFile(goldenUpdates(name));
        const seen = () => [
          fingerprintOf(dirname(path)),
          ...[dirname(path), dirname(dirname(path))].map((folder) => statSync(folder).mtimeMs),
          readdirSync(dirname(dirname(path))),
        ];
        const before = seen();
        await runCli(['updates', ...words.split(' '), path]);
        expect(seen()).toEqual(before);
      }
    },
  );
});

describe('a file that cannot be shown', () => {
  async function refusalOf(path: string): Promise<unknown> {
    const { exitCode, stdout, stderr } = await runCli(['updates', 'show', path, '--json']);
    expect(exitCode).toBe(1);
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
    expect(error.message).toContain(path);
    expect(stderr).toContain(`error ${error.code}: ${error.message}`);
    return error.code;
  }

  test('is missing, or its directory is', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(await refusalOf(join(folder, 'operation.updates'))).toBe('CLI_FILE_MISSING');
    expect(await refusalOf(join(folder, 'no', 'operation.updates'))).toBe('CLI_FILE_MISSING');
    expect(await refusalOf(join(folder, 'file', 'operation.updates'))).toBe('CLI_FILE_MISSING');
  });

  test('is a directory, a link or a device', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'directory'));
    symlinkSync(updatesFile(INTACT), join(folder, 'link'));
    expect(await refusalOf(join(folder, 'directory'))).toBe('CLI_FILE_INVALID');
    expect(await refusalOf(join(folder, 'link'))).toBe('CLI_FILE_INVALID');
    if (existsSync('/dev/null')) expect(await refusalOf('/dev/null')).toBe('CLI_FILE_INVALID');
  });

  test('is larger than any such file, and is not read', async () => {
    const path = updatesFile(INTACT);
    truncateSync(path, 64 * 1024 * 1024 + 1);
    expect(await refusalOf(path)).toBe('CLI_FILE_TOO_LARGE');
  });

  test('has a name too long for a file', async () => {
    expect(await refusalOf(join(newFolder(), 'n'.repeat(300)))).toBe('CLI_FILE_UNREADABLE');
  });
});

describe('a journal that is pending', () => {
  /** An agent's directory whose stream `a` has 264 bytes in its file and more in the journal. */
  async function agent() {
    const directory = join(newFolder(), 'agent');
    const journal = join(directory, 'updates.journal');
    mkdirSync(directory);
    const storage = journalStreamStorage({ fileSystem: nodeFileSystem(), path: journal });
    const file = (name: string): string => join(directory, 'operations', name, 'operation.updates');
    await storage.open();
    await append(storage, file('a'), 0, INTACT);
    await storage.flush();
    await append(storage, file('a'), 264, INTACT.subarray(0, 119));
    await append(storage, file('a'), 383, INTACT.subarray(0, 119));
    await append(storage, file('b'), 0, INTACT);
    return { directory, journal, file, storage };
  }

  async function append(storage: StreamStorage, path: string, offset: number, bytes: Uint8Array) {
    if (offset === 0) await storage.create(path, 'refuse');
    await storage.append(path, offset, bytes);
  }

  test('is told with the records of this file, as the last key of the summary', async () => {
    const { journal, file, storage } = await agent();
    const before = fingerprintOf(journal);
    const { stdout } = await runCli(['updates', 'show', file('a'), '--json']);
    const last = `${summary(2, 1, false, 264, 264, 0).slice(0, -1)},"journal":{"path":"${journal}","records":2}}`;
    expect(stdout).toBe([A, B, ACK_A, last, ''].join('\n'));
    const text = (await runCli(['updates', 'show', file('a')])).stdout;
    expect(text).toContain(
      `journal: 2 records of this file in ${journal}, which it may lack; start`,
    );
    expect(fingerprintOf(journal)).toEqual(before);
    await storage.close();
  });

  test('is no damage', async () => {
    const { journal, file, storage } = await agent();
    expect(await readJsonLines(['updates', 'verify', file('a')])).toEqual([
      { file: file('a'), intact: true, journal: { path: journal, records: 2 } },
    ]);
    const { exitCode, stdout } = await runCli(['updates', 'verify', file('a')]);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('intact, 2 updates')]);
    expect(stdout).toContain('journal: 2 records of this file');
    await storage.close();
  });

  test('is found by another name of the directory', async () => {
    const { directory, journal, storage } = await agent();
    const link = join(dirname(directory), 'latest');
    symlinkSync(directory, link);
    const lines = await readJsonLines([
      'updates',
      'show',
      join(link, 'operations/a/operation.updates'),
    ]);
    expect(lines.at(-1)).toMatchObject({ journal: { path: journal, records: 2 } });
    await storage.close();
  });

  test('is not told of once it was emptied, nor of a file that it does not speak of', async () => {
    const { directory, file, storage } = await agent();
    const other = join(directory, 'other', 'operation.updates');
    mkdirSync(dirname(other));
    writeFileSync(other, INTACT);
    expect((await readJsonLines(['updates', 'show', other])).at(-1)).not.toHaveProperty('journal');
    await storage.close();
    const last = (await readJsonLines(['updates', 'show', file('a')])).at(-1);
    expect(last).not.toHaveProperty('journal');
    expect(last).toMatchObject({ fileBytes: 502 });
  });

  test('and damaged is shown, and is a damage', async () => {
    const { journal, file, storage } = await agent();
    await storage.close();
    writeFileSync(join(journal, '0'), new Uint8Array(2000));
    const damaged = { path: journal, error: { code: 'JOURNAL_CORRUPT' } };
    const lines = await readJsonLines(['updates', 'show', file('a')]);
    expect(lines.at(-1)).toMatchObject({ errors: 0, journal: damaged });
    const shown = await runCli(['updates', 'show', file('a')]);
    expect(shown.stdout).toContain(`journal: ${journal} may hold more: `);
    const { exitCode, stdout, stderr } = await runCli(['updates', 'verify', file('a'), '--json']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('journal, JOURNAL_CORRUPT: ')]);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({
      ...{ intact: false, damage: 'journal', code: 'JOURNAL_CORRUPT', journal: damaged },
    });
  });
});
