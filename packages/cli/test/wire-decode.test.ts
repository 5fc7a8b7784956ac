import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { newFolder, removeFolders } from './support/folders.ts';
import { readJsonLines, runCli } from './support/run-cli.ts';

afterEach(removeFolders);

/** Connections of the C++ original, captured. */
const CAPTURES = join(__dirname, '../../process/test/fixtures/wire');
const GROUP = join(CAPTURES, '1-voting-group-basic');
const ELECTION = join(GROUP, '009-127.0.0.1_34414-to-127.0.0.1_17201.bin');

const decode = (file: string): ReturnType<typeof readJsonLines> =>
  readJsonLines(['wire', 'decode', file]);

describe('quorate wire decode', () => {
  test('prints what a coordinator sent to a replica', async () => {
    const lines = await decode(ELECTION);
    expect(lines.slice(0, 3)).toEqual([
      {
        from: '__req_res__(1)@127.0.0.1:17203',
        to: 'log-replica(1)',
        name: 'mesos.internal.log.PromiseRequest',
        message: { proposal: 1 },
      },
      {
        from: '__req_res__(4)@127.0.0.1:17203',
        to: 'log-replica(1)',
        name: 'mesos.internal.log.PromiseRequest',
        message: { proposal: 2, position: 0 },
      },
      {
        from: '__req_res__(7)@127.0.0.1:17203',
        to: 'log-replica(1)',
        name: 'mesos.internal.log.WriteRequest',
        message: { proposal: 2, position: 0, type: 'NOP', nop: {} },
      },
    ]);
    const back = join(newFolder(), 'back.bin');
    const response = 'HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n';
    writeFileSync(back, response.repeat(2));
    expect(await decode(back)).toEqual([{ status: 202 }, { status: 202 }]);
  });

  test('reads every capture to its end, and knows every message of a log in them', async () => {
    const names = new Set<unknown>();
    const folders = readdirSync(CAPTURES, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const folder of folders.map(({ name }) => join(CAPTURES, name))) {
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.bin'))) {
        for (const line of await decode(join(folder, file))) {
          if (line['message'] !== undefined) names.add(line['name']);
        }
      }
    }
    const log = ['Promise', 'Write', 'Recover'].flatMap((what) => [
      `${what}Request`,
      `${what}Response`,
    ]);
    expect([...names].toSorted()).toEqual(
      [...log, 'LearnedMessage'].map((name) => `mesos.internal.log.${name}`).toSorted(),
    );
  });

  test('prints what is whole of a capture that breaks off, and says at which byte', async () => {
    const bytes = readFileSync(ELECTION);
    const file = join(newFolder(), 'cut.bin');
    const whole = await decode(ELECTION);
    const last = bytes.lastIndexOf('POST');
    for (const length of [last + 10, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, length));
      const { exitCode, stdout, stderr } = await runCli(['wire', 'decode', file]);
      expect(stdout.trimEnd().split('\n')).toHaveLength(whole.length - 1);
      expect(stderr).toContain(
        `error CLI_CAPTURE_INVALID: ${file}, byte ${length}: the capture breaks off`,
      );
      expect(exitCode).toBe(1);
    }
  });

  test.each([
    ['hello\r\n\r\n', 'byte 0: no HTTP: "hello"'],
    ['POST /a/b HTTP/1.1\r\nno header\r\n\r\n', 'byte 0: no header: "no header"'],
    ['POST /a/b HTTP/1.1\r\nContent-Length: x\r\n\r\n', 'no length of a body: "x"'],
    [
      'POST /a/b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n',
      'a chunk is longer than it says',
    ],
  ])('refuses %j', async (text, message) => {
    const file = join(newFolder(), 'x.bin');
    writeFileSync(file, text);
    const { stderr } = await runCli(['wire', 'decode', file]);
    expect(stderr).toContain(message);
  });

  test('shows a message that it does not know as bytes, and one of a wrong body with the reason', async () => {
    const file = join(newFolder(), 'x.bin');
    const request = (name: string): string =>
      `POST /x%281%29/${name} HTTP/1.1\r\nUser-Agent: libprocess/y@1.2.3.4:5\r\nContent-Length: 2\r\n\r\n\x08\xff`;
    const learned = 'mesos.internal.log.LearnedMessage';
    writeFileSync(file, request('other') + request(learned), 'latin1');
    const known = { from: 'y@1.2.3.4:5', to: 'x(1)', bytes: 'CP8=' };
    expect(await decode(file)).toEqual([
      { ...known, name: 'other' },
      { ...known, name: learned, problem: expect.any(String) },
    ]);
    const missing = await runCli(['wire', 'decode', '/nowhere.bin']);
    expect(missing.stderr).toBe('error CLI_FILE_MISSING: /nowhere.bin does not exist\n');
  });
});
