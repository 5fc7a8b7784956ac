import { unlinkSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { main } from 'quorate';
import { OutputClosedError } from '../src/cli-error.ts';
import { removeFolders } from './support/folders.ts';
import { runCli } from './support/run-cli.ts';
import { concat, goldenUpdates, taskRecord, updatesFile } from './support/updates-files.ts';

afterEach(removeFolders);

const intactFile = (): string => updatesFile(goldenUpdates('intact'));

describe('updates verify', () => {
  test('of files that are wholly intact ends with exit code 0', async () => {
    const task = concat(taskRecord.update('TASK_RUNNING', '1'), taskRecord.acknowledgement('1'));
    const paths = [
      intactFile(),
      updatesFile(goldenUpdates('42424242-4242-4142-8142-424242424242')),
      updatesFile(goldenUpdates('empty-file')),
      updatesFile(task, 'task.updates'),
    ];
    const { exitCode, stdout, stderr } = await runCli(['updates', 'verify', ...paths]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n')).toEqual([
      `${paths[0]}: intact, 2 updates, 1 pending, 264 of 264 bytes valid, 0 errors`,
      `${paths[1]}: intact, 1 update, 0 pending, terminated, 128 of 128 bytes valid, 0 errors`,
      `${paths[2]}: intact, 0 updates, 0 pending, 0 of 0 bytes valid, 0 errors`,
      `${paths[3]}: intact, 1 update, 0 pending, ${task.length} of ${task.length} bytes valid, 0 errors`,
    ]);
    const json = await runCli(['updates', 'verify', '--json', ...paths]);
    expect(json.stdout).toBe(
      paths.map((file) => `${JSON.stringify({ file, intact: true })}\n`).join(''),
    );
  });

  test.each([
    ['torn-body', 'torn', 238, '17 of the 22 bytes that a record claims to have'],
    ['torn-first-record', 'torn', 0, '56 of the 115 bytes that a record claims to have'],
    ['corrupt-body', 'corrupt', 264, 'a record of 5 bytes that cannot be read'],
    ['unknown-type-enum', 'corrupt', 264, 'a record of 2 bytes that cannot be read'],
    ['ack-without-update', 'corrupt', 0, expect.stringContaining('of nothing')],
  ])('names what is wrong with %s, and where', async (name, damage, offset, reason) => {
    const file = updatesFile(goldenUpdates(name));
    const { exitCode, stdout, stderr } = await runCli(['updates', 'verify', file]);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(`${damage} at byte ${offset}`)]);
    expect(stderr).toContain(`error CLI_UPDATES_DAMAGED: ${file}: ${damage} at byte ${offset}`);

    const json = await runCli(['updates', 'verify', file, '--json']);
    const [verdict, error] = json.stdout.trimEnd().split('\n');
    expect(JSON.parse(verdict ?? '')).toEqual({ file, intact: false, damage, offset, reason });
    expect(JSON.parse(error ?? '')).toMatchObject({ error: { code: 'CLI_UPDATES_DAMAGED' } });
  });

  test('goes on behind a file that is damaged or missing', async () => {
    const missing = intactFile();
    unlinkSync(missing);
    const torn = updatesFile(goldenUpdates('torn-body'));
    const last = intactFile();
    const argv = ['updates', 'verify', missing, torn, last];
    const { exitCode, stdout, stderr } = await runCli(argv);
    expect(exitCode).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual([
      `${missing}: unreadable, CLI_FILE_MISSING: ${missing} does not exist`,
      `${torn}: torn at byte 238: 17 of the 22 bytes that a record claims to have`,
      expect.stringContaining(`${last}: intact, `),
    ]);
    expect(stderr).toContain(`2 of 3 files: ${missing}: unreadable, CLI_FILE_MISSING`);
  });

  test('reads files of any name as --kind says', async () => {
    const file = updatesFile(taskRecord.update('TASK_RUNNING', '1'), 'copy');
    expect((await runCli(['updates', 'verify', file])).exitCode).toBe(1);
    expect((await runCli(['updates', 'verify', file, '--kind=task'])).exitCode).toBe(0);
  });

  test('tells by its exit code also when nobody reads its output', async () => {
    const closed = {
      isTTY: false,
      columns: undefined,
      write: () => Promise.reject(new OutputClosedError('closed')),
    };
    const run = (file: string) =>
      main(['updates', 'verify', file], { stdout: closed, stderr: closed, env: {} });
    expect(await run(intactFile())).toBe(0);
    expect(await run(updatesFile(goldenUpdates('torn-body')))).toBe(1);
  });
});
