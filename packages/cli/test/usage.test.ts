import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCli } from './support/run-cli.ts';

const DIRECTORY_COMMANDS = ['log initialize', 'log read', 'log status', 'registry show'];
const COMMANDS = [...DIRECTORY_COMMANDS, 'updates show', 'updates verify', 'lincheck'];

describe('a wrong command line ends with exit code 2 and says what is right', () => {
  test.each([
    ['', 'a command is missing'],
    ['log', 'a command is missing'],
    ['lug read', "unknown command 'lug'\n(Did you mean log?)"],
    ['log raed', "unknown command 'raed'\n(Did you mean read?)"],
    ['log replicas', "unknown command 'replicas'\n(Did you mean replica?)"],
    ['registry shwo', "unknown command 'shwo'\n(Did you mean show?)"],
    ['log read --pth x', "unknown option '--pth'\n(Did you mean --path?)"],
    ['log read --path x --form 3', "unknown option '--form'\n(Did you mean --from?)"],
    ['log status --path x --from 3', "unknown option '--from'"],
    ['log read --path', "option '--path <directory>' argument missing"],
    ['log read --path --json', 'The value is missing; write ./--json'],
    ['log read --path= --to 3', "option '--path <directory>' argument '' is invalid"],
    ['log read --path x --from', "option '--from <position>' argument missing"],
    ['log read --path x --from -1', "argument '-1' is invalid. Expected an integer from 0"],
    ['log read --path x --from 1.5', "argument '1.5' is invalid"],
    ['log read --path x --from 0x10', "argument '0x10' is invalid"],
    ['log read --path x --to 9007199254740992', "argument '9007199254740992' is invalid"],
    ['log read --path x --from 5 --to 4', '--from 5 lies behind --to 4'],
    ['log read --path x y', "too many arguments for 'read'"],
    ['updates', 'a command is missing'],
    ['updates verfy', "unknown command 'verfy'\n(Did you mean verify?)"],
    ['updates show', "missing required argument 'file'"],
    ['updates show --json', "missing required argument 'file'"],
    ['updates show x y', "too many arguments for 'show'"],
    ['updates show x --kind', "option '--kind <kind>' argument missing"],
    ['updates show x --kind tasks', "argument 'tasks' is invalid. Allowed choices are operation"],
    ['updates show x --path y', "unknown option '--path'"],
    ['updates verify', "missing required argument 'file'"],
    ['updates verify --jsn x', "unknown option '--jsn'\n(Did you mean --json?)"],
    ['lincheck', "missing required argument 'file'"],
    ['lincheck x', "required option '--model <model>' not specified"],
    ['lincheck x --json', "required option '--model <model>' not specified"],
    ['lincheck x --model', "option '--model <model>' argument missing"],
    ['lincheck x --model queue', "'queue' is invalid. Allowed choices are register, kv"],
    ['lincheck x --modle kv', "unknown option '--modle'\n(Did you mean --model?)"],
    ['lincheck x --model kv --timeout 0', "argument '0' is invalid. Expected a number of seconds"],
    ['lincheck x --model kv --timeout -1', "argument '-1' is invalid"],
    ['lincheck x --model kv --timeout soon', "argument 'soon' is invalid"],
    ['lincheck x --model kv --timeout 1e3', "argument '1e3' is invalid"],
    ...DIRECTORY_COMMANDS.map((command) => [
      command,
      "required option '--path <directory>' not specified",
    ]),
  ])('quorate %s', async (line, expected) => {
    const argv = line.split(' ').filter((word) => word !== '');
    const { exitCode, stdout, stderr } = await runCli(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(expected);
    expect(stderr).toContain('Try: quorate --help');
    const isJson = argv.includes('--json');
    expect(stdout === '').toBe(!isJson);
    if (isJson) expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CLI_USAGE' } });
  });

  test.each([
    ['a NUL character', 'a\0b', 'NUL'],
    ['nothing', '', 'It is empty.'],
  ])('%s in place of a path', async (_, path, expected) => {
    for (const argv of [
      ['log', 'read', '--path', path],
      ['updates', 'show', path],
      ['updates', 'verify', 'x', path],
      ['lincheck', 'x', path, '--model', 'kv'],
    ]) {
      const { exitCode, stderr } = await runCli(argv);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining(expected)]);
    }
  });
});

describe('help', () => {
  test.each([['--help'], ['help'], ['log --help'], ['help log'], ['log read --help']])(
    'quorate %s goes to stdout, with exit code 0',
    async (line) => {
      const { exitCode, stdout, stderr } = await runCli(line.split(' '));
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(stdout).toContain('Usage: quorate');
    },
  );

  test('names every command and every exit code', async () => {
    const { stdout } = await runCli(['--help']);
    expect(stdout).toContain(
      '0 ok, 1 failed, 2 wrong usage, 3 unknown verdict, 4 no quorum, 5 directory in use, 6 corrupt, 7 failed disk',
    );
    for (const command of COMMANDS) {
      const help = await runCli([...command.split(' '), '--help']);
      expect(help.stdout).toContain(`Usage: quorate ${command}`);
    }
  });

  test('fits a terminal of one column', async () => {
    const { exitCode } = await runCli(['log', 'read', '--help'], { columns: 1 });
    expect(exitCode).toBe(0);
  });

  test('--version is the version of the package', async () => {
    const manifest = readFileSync(join(__dirname, '../package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    const { stdout } = await runCli(['--version']);
    expect(stdout).toBe(`${version}\n`);
  });
});
